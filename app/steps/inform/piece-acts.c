/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-pane-private.h"

#include <glib/gi18n.h>

#include "dossier/outbox.h"
#include "letters/letter-files.h"
#include "steps/inform/draft.h"
#include "steps/inform/outbox-window.h"
#include "steps/inform/print-piece.h"
#include "steps/inform/send-window.h"
#include "steps/inform/toolkit-file.h"

static void
on_drafted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPiecePane) self = user_data;
  g_autoptr (GError) error = NULL;

  self->drafting = FALSE;
  if (!ovs_draft_make_finish (result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-error", "s", error->message);
  ovs_piece_pane_look_again (self);
}

static void
make_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);

  self->drafting = TRUE;
  ovs_piece_pane_show_view (self);
  ovs_draft_make_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, self->view->piece, self->view->client,
                        ovs_workspace_get_wave (self->workspace), on_drafted, g_object_ref (self));
}

/* Those that are ticked, else the one that is looked at. Returns: (transfer full). */
static GArray *
choose_clients (OvsPiecePane *self)
{
  GArray *clients = g_array_copy (self->ticked);

  if (clients->len < 2)
    {
      g_array_set_size (clients, 0);
      g_array_append_val (clients, self->view->client);
    }
  return clients;
}

static void
print_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);
  g_autoptr (GArray) clients = choose_clients (self);

  ovs_print_piece (widget, self->workspace, self->view->piece, clients);
}

static void
send_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);
  /* Who withdrew stands in no list here: all who were told before. */
  g_autoptr (GArray) clients = self->view->piece != OVS_PIECE_WITHDRAWAL ? choose_clients (self) : NULL;

  ovs_send_window_show (widget, self->workspace, self->view->piece, clients);
}

static void
show_correction (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_piece_pane_choose (OVS_PIECE_PANE (widget), OVS_PIECE_CORRECTION);
}

static void
copy_text (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);
  g_autofree char *text = ovs_piece_pane_shows_kept (self) ? g_strconcat (self->view->kept_subject, "\n\n", self->view->kept_text, NULL)
                                            : ovs_letter_files_text (self->view->letter);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.tell", "(sb)", _ ("Text copied"), FALSE);
}

static void
show_outbox (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);

  ovs_outbox_window_show (widget, self->workspace, self->view->client);
}

/* --- which text the piece has --- */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPiecePane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_toolkit_file_choose_finish (result, &error) && error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-error", "s", error->message);
  ovs_piece_pane_look_again (self);
}

static void
use_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);

  ovs_toolkit_file_choose_async (GTK_WINDOW (gtk_widget_get_root (widget)), (OvsPiece) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->pieces)),
                                 on_file_chosen, g_object_ref (self));
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OvsPiece piece = (OvsPiece) GPOINTER_TO_INT (data);
  GError *error = NULL;

  if (ovs_piece_text_set_toolkit_file (piece, NULL, &error) && ovs_piece_text_restore (piece, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.tell", "(sb)", _ ("The text of Overstap is back; that of the office can be had back by Edit"), FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (source), "win.tell-error", "s", error->message);
  ovs_piece_pane_look_again (OVS_PIECE_PANE (source));
}

/* What the office had stays behind, for the editor to take it back. */
static void
restore_text (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, on_restored, NULL);

  g_task_set_source_tag (task, restore_text);
  g_task_set_task_data (task, GINT_TO_POINTER ((int) OVS_PIECE_PANE (widget)->view->piece), NULL);
  g_task_run_in_thread (task, restore_in_thread);
}

/* --- what went --- */

/* Between the text as it went and as it would go now. */
static void
turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);

  self->as_now = !self->as_now;
  ovs_piece_pane_show_view (self);
}

typedef struct
{
  OvsPiecePane *self; /* (owned) */
  GArray *letters;    /* (owned) */
  gboolean informs;
} Going;

static gboolean
write_went (OvsTx *tx, gpointer data, GError **error)
{
  Going *going = data;

  ovs_outbox_tell (tx, going->letters, OVS_LETTER_SENT, going->informs);
  return TRUE;
}

static void
on_went (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Going *going = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (going->self), "win.tell-error", "s", error->message);
  g_object_unref (going->self);
  g_array_unref (going->letters);
  g_free (going);
}

/* What was made as a draft, or on paper, went: somebody says so. */
static void
tell_went (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);
  Going *going = g_new0 (Going, 1);

  going->self = g_object_ref (self);
  going->letters = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (going->letters, self->view->kept_id);
  going->informs = ovs_piece_informs (self->view->piece);
  ovs_workspace_write_async (self->workspace, write_went, going, NULL, on_went, going);
}

void
ovs_piece_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "piece.draft", NULL, make_draft);
  gtk_widget_class_install_action (widget_class, "piece.send", NULL, send_piece);
  gtk_widget_class_install_action (widget_class, "piece.print", NULL, print_piece);
  gtk_widget_class_install_action (widget_class, "piece.correct", NULL, show_correction);
  gtk_widget_class_install_action (widget_class, "piece.copy", NULL, copy_text);
  gtk_widget_class_install_action (widget_class, "piece.outbox", NULL, show_outbox);
  gtk_widget_class_install_action (widget_class, "piece.use-file", NULL, use_file);
  gtk_widget_class_install_action (widget_class, "piece.restore", NULL, restore_text);
  gtk_widget_class_install_action (widget_class, "piece.turn", NULL, turn);
  gtk_widget_class_install_action (widget_class, "piece.went", NULL, tell_went);
}
