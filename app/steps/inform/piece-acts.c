/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-pane-private.h"

#include <glib/gi18n.h>

#include "dossier/outbox.h"
#include "letters/letter-files.h"
#include "steps/inform/draft.h"
#include "steps/inform/outbox-window.h"
#include "steps/inform/piece-file.h"
#include "steps/inform/send-window.h"

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
  ovs_draft_make_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, self->view->piece, self->view->client, ovs_workspace_get_wave (self->workspace), on_drafted,
                        g_object_ref (self));
}

static void
send_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPiecePane *self = OVS_PIECE_PANE (widget);
  g_autoptr (GArray) clients = g_array_copy (self->ticked);

  if (clients->len < 2)
    {
      g_array_set_size (clients, 0);
      g_array_append_val (clients, self->view->client);
    }
  ovs_send_window_show (widget, self->workspace, self->view->piece, clients);
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

static void
use_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_piece_file_choose (widget, (OvsPiece) gtk_drop_down_get_selected (GTK_DROP_DOWN (OVS_PIECE_PANE (widget)->pieces)), (OvsPieceChanged) (GCallback) ovs_piece_pane_look_again, widget);
}

static void
restore_text (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_piece_file_restore (widget, OVS_PIECE_PANE (widget)->view->text, (OvsPieceChanged) (GCallback) ovs_piece_pane_look_again, widget);
}

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
  gtk_widget_class_install_action (widget_class, "piece.copy", NULL, copy_text);
  gtk_widget_class_install_action (widget_class, "piece.outbox", NULL, show_outbox);
  gtk_widget_class_install_action (widget_class, "piece.use-file", NULL, use_file);
  gtk_widget_class_install_action (widget_class, "piece.restore", NULL, restore_text);
  gtk_widget_class_install_action (widget_class, "piece.turn", NULL, turn);
  gtk_widget_class_install_action (widget_class, "piece.went", NULL, tell_went);
}
