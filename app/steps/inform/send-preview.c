/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/send-preview.h"

#include <glib/gi18n.h>

#include "letters/attachments.h"
#include "steps/inform/letter-view.h"
#include "widgets/stack.h"

struct _OvsSendPreview
{
  AdwBin parent_instance;

  GtkWidget *reason;
  GtkWidget *stack;
  OvsLetterView *letter;
  GtkWidget *attachments;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (OvsSendPreview, ovs_send_preview, ADW_TYPE_BIN)

static void
show_attachments (OvsSendPreview *self, const OvsLetter *letter)
{
  g_autoptr (GPtrArray) names = ovs_letter_attachment_names (letter);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  text = g_strdup_printf (ngettext ("Attachment: %s", "Attachments: %s", names->len), all->str);
  gtk_label_set_text (GTK_LABEL (self->attachments), text);
  gtk_widget_set_visible (self->attachments, names->len > 0);
}

static const char *
tell_nothing (OvsPostingVerdict verdict)
{
  if (verdict == OVS_POSTING_HAS_IT || verdict == OVS_POSTING_WAITS || verdict == OVS_POSTING_UNKNOWN)
    return _ ("Its text is in the outbox.");
  return _ ("No letter is made for this client.");
}

void
ovs_send_preview_show (OvsSendPreview *self, const OvsPostingItem *item)
{
  gtk_label_set_text (GTK_LABEL (self->reason), item->reason != NULL ? item->reason : "");
  gtk_widget_set_visible (self->reason, item->reason != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), item->letter != NULL ? "letter" : "none");
  gtk_widget_set_visible (self->attachments, FALSE);
  if (item->letter == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->nothing), tell_nothing (item->verdict));
      return;
    }
  ovs_letter_view_show (self->letter, item->letter);
  show_attachments (self, item->letter);
}

static void
ovs_send_preview_class_init (OvsSendPreviewClass *klass)
{
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
ovs_send_preview_init (OvsSendPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->reason = make_label ();
  self->attachments = make_label ();
  self->letter = ovs_letter_view_new ();
  self->nothing = make_label ();
  self->stack = gtk_stack_new ();
  gtk_widget_set_valign (self->nothing, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->nothing, "soft");
  gtk_widget_add_css_class (self->attachments, "soft");
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "none");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->letter), "letter");
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->attachments);
  gtk_widget_set_margin_start (box, 8);
  adw_bin_set_child (ADW_BIN (self), box);
}

OvsSendPreview *
ovs_send_preview_new (void)
{
  return g_object_new (OVS_TYPE_SEND_PREVIEW, NULL);
}
