/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/letter-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "widgets/accessible.h"

struct _OvsLetterView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkWidget *recipient;
  GtkWidget *subject;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *heading;
  GtkTextTag *item;
  GtkTextTag *filled;
  GtkTextTag *lacks;
  char *shown; /* (owned) (nullable): the text */
};

G_DEFINE_FINAL_TYPE (OvsLetterView, ovs_letter_view, ADW_TYPE_BIN)

static void
apply (OvsLetterView *self, GtkTextTag *tag, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

static void
show_spans (OvsLetterView *self, const OvsLetter *letter)
{
  for (guint i = 0; i < letter->filled->len; i++)
    {
      const OvsLetterSpan *span = &g_array_index (letter->filled, OvsLetterSpan, i);

      apply (self, span->lacks ? self->lacks : self->filled, (int) g_utf8_pointer_to_offset (letter->text, letter->text + span->start),
             (int) g_utf8_pointer_to_offset (letter->text, letter->text + span->end));
    }
}

static gboolean
is_item (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return g_str_has_prefix (line, "- ") || (digits > 0 && g_str_has_prefix (line + digits, ". "));
}

/* From the last line to the first, for a heading loses its mark. */
static void
show_lines (OvsLetterView *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (int i = (int) g_strv_length (lines) - 1; i >= 0; i--)
    {
      GtkTextIter begin, end;

      gtk_text_buffer_get_iter_at_line (self->buffer, &begin, i);
      end = begin;
      gtk_text_iter_forward_to_line_end (&end);
      if (is_item (lines[i]))
        gtk_text_buffer_apply_tag (self->buffer, self->item, &begin, &end);
      if (!g_str_has_prefix (lines[i], "# "))
        continue;
      gtk_text_buffer_apply_tag (self->buffer, self->heading, &begin, &end);
      end = begin;
      gtk_text_iter_forward_chars (&end, 2);
      gtk_text_buffer_delete (self->buffer, &begin, &end);
    }
}

/* It stays where it was scrolled to while it is the same letter. */
static void
show_text (OvsLetterView *self, const char *recipient, const char *subject, const char *text)
{
  g_autofree char *to = recipient != NULL ? g_strdup_printf (_ ("To: %s"), recipient) : NULL;

  gtk_label_set_text (GTK_LABEL (self->recipient), to != NULL ? to : "");
  gtk_widget_set_visible (self->recipient, to != NULL);
  gtk_label_set_text (GTK_LABEL (self->subject), subject);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  if (g_strcmp0 (self->shown, text) != 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  g_free (self->shown);
  self->shown = g_strdup (text);
}

void
ovs_letter_view_show (OvsLetterView *self, const OvsLetter *letter)
{
  if (letter == NULL)
    {
      show_text (self, NULL, "", "");
      return;
    }
  show_text (self, letter->recipient, letter->subject, letter->text);
  show_spans (self, letter);
  show_lines (self, letter->text);
}

void
ovs_letter_view_show_sent (OvsLetterView *self, const char *recipient, const char *subject, const char *text)
{
  show_text (self, recipient, subject, text);
  show_lines (self, text);
}

/* Tags know no style classes: they get the colours of the theme each time that it becomes another. */
static void
ovs_letter_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  OvsLetterView *self = OVS_LETTER_VIEW (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA accent, error;

  GTK_WIDGET_CLASS (ovs_letter_view_parent_class)->css_changed (widget, change);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &accent) || !gtk_style_context_lookup_color (context, "error_color", &error))
    return;
  accent.alpha = .18f;
  g_object_set (self->filled, "background-rgba", &accent, NULL);
  g_object_set (self->lacks, "underline-rgba", &error, NULL);
}

static void
ovs_letter_view_finalize (GObject *object)
{
  g_free (OVS_LETTER_VIEW (object)->shown);
  G_OBJECT_CLASS (ovs_letter_view_parent_class)->finalize (object);
}

static void
ovs_letter_view_class_init (OvsLetterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_letter_view_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = ovs_letter_view_css_changed;
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
make_tags (OvsLetterView *self)
{
  self->heading = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 4, NULL);
  self->item = gtk_text_buffer_create_tag (self->buffer, NULL, "left-margin", 9, "indent", -9, NULL);
  self->filled = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  self->lacks = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
}

static void
ovs_letter_view_init (OvsLetterView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->recipient = make_label ("soft");
  self->subject = make_label ("letter-subject");
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  make_tags (self);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_cursor_visible (self->view, FALSE);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  ovs_accessible_set_label (self->view, _ ("Preview"));
  gtk_box_append (GTK_BOX (box), self->recipient);
  gtk_box_append (GTK_BOX (box), self->subject);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (box, "letter");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

OvsLetterView *
ovs_letter_view_new (void)
{
  return g_object_new (OVS_TYPE_LETTER_VIEW, NULL);
}
