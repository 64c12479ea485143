/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-status.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

/* More sentences than these hide the letter. */
#define MOST_PROBLEMS 3

struct _OvsPieceStatus
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (OvsPieceStatus, ovs_piece_status, ADW_TYPE_BIN)

static void
ovs_piece_status_class_init (OvsPieceStatusClass *klass)
{
}

static void
ovs_piece_status_init (OvsPieceStatus *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
ovs_piece_status_new (void)
{
  return g_object_new (OVS_TYPE_PIECE_STATUS, NULL);
}

/* @action: (nullable): of a button after it, which says @verb. */
static void
add (OvsPieceStatus *self, OvsSign sign, const char *text, const char *verb, const char *action)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  if (action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (verb);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), button);
    }
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
add_kept (OvsPieceStatus *self, const OvsPieceView *view, gboolean as_now, gboolean may_write)
{
  if (!view->kept)
    return;
  if (ovs_piece_view_is_sent (view))
    add (self, OVS_SIGN_DONE, view->kept_words, as_now ? _ ("As sent") : _ ("As now"), "piece.turn");
  else if (view->kept_state == OVS_LETTER_SENT)
    add (self, OVS_SIGN_WARNING, _ ("It was sent with another day."), _ ("Correction"), view->piece == OVS_PIECE_CLIENT ? "piece.correct" : NULL);
  else if (ovs_piece_view_is_made (view))
    add (self, OVS_SIGN_WAITING, view->kept_words, _ ("It was sent"), may_write ? "piece.went" : NULL);
  else
    add (self, view->kept_state == OVS_LETTER_REFUSED ? OVS_SIGN_STOPPER : view->kept_state == OVS_LETTER_WAITING ? OVS_SIGN_WAITING : OVS_SIGN_UNKNOWN,
         view->kept_words, _ ("Outbox"), "piece.outbox");
}

static void
add_problems (OvsPieceStatus *self, const OvsLetter *letter)
{
  g_autofree char *more = NULL;

  for (guint i = 0; i < MIN (letter->problems->len, MOST_PROBLEMS); i++)
    add (self, letter->needless ? OVS_SIGN_INFO : OVS_SIGN_WARNING, g_ptr_array_index (letter->problems, i), NULL, NULL);
  if (letter->problems->len <= MOST_PROBLEMS)
    return;
  more = g_strdup_printf (ngettext ("And %u thing more", "And %u things more", letter->problems->len - MOST_PROBLEMS), letter->problems->len - MOST_PROBLEMS);
  add (self, OVS_SIGN_WARNING, more, NULL, NULL);
}

static void
add_file (OvsPieceStatus *self, const OvsPieceText *text)
{
  g_autofree char *name = g_filename_display_basename (text->toolkit_file);
  g_autofree char *words = g_strdup_printf (_ ("%s goes along in place of the text of Overstap."), name);

  add (self, OVS_SIGN_INFO, words, NULL, NULL);
}

void
ovs_piece_status_show (OvsPieceStatus *self, const OvsPieceView *view, gboolean as_now, gboolean may_write)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_kept (self, view, as_now, may_write);
  if (view->trouble != NULL)
    add (self, OVS_SIGN_STOPPER, view->trouble, NULL, NULL);
  if (view->letter != NULL && (!ovs_piece_view_is_sent (view) || as_now))
    add_problems (self, view->letter);
  if (view->letter != NULL && view->letter->advice != NULL && !ovs_piece_view_is_sent (view))
    add (self, OVS_SIGN_WARNING, view->letter->advice, _ ("Preferences"), "win.preferences");
  if (view->text != NULL && view->text->toolkit_file != NULL)
    add_file (self, view->text);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}
