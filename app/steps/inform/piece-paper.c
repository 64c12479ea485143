/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "letters/template.h"
#include "widgets/accessible.h"

/* How far lines of a list stand in. */
#define INDENT 16

struct _OvsPiecePaper
{
  AdwBin parent_instance;

  GtkWidget *scrolled;
  GtkWidget *recipient;
  GtkWidget *subject;
  GtkTextBuffer *buffer; /* (owned) */
  char *text;            /* (owned) (nullable): what is shown */
};

G_DEFINE_FINAL_TYPE (OvsPiecePaper, ovs_piece_paper, ADW_TYPE_BIN)

/* --- the text -------------------------------------------------------------------------------------------------- */

static void
tag_range (OvsPiecePaper *self, const char *tag, int line, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, line, from);
  if (to >= 0)
    gtk_text_buffer_get_iter_at_line_offset (self->buffer, &end, line, to);
  else
    {
      end = start;
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
    }
  gtk_text_buffer_apply_tag_by_name (self->buffer, tag, &start, &end);
}

static void
tag_lines (OvsPiecePaper *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      gsize digits = strspn (lines[i], "0123456789");

      if (g_str_has_prefix (lines[i], "# "))
        {
          tag_range (self, "mark", i, 0, 2);
          tag_range (self, "heading", i, 2, -1);
        }
      else if (g_str_has_prefix (lines[i], "- ") || (digits > 0 && g_str_has_prefix (lines[i] + digits, ". ")))
        {
          tag_range (self, "item", i, 0, -1);
        }
    }
}

static void
tag_filled (OvsPiecePaper *self, const char *text, const GArray *filled)
{
  for (guint i = 0; filled != NULL && i < filled->len; i++)
    {
      const OvsLetterSpan *span = &g_array_index (filled, OvsLetterSpan, i);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) g_utf8_pointer_to_offset (text, text + span->start));
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) g_utf8_pointer_to_offset (text, text + span->end));
      gtk_text_buffer_apply_tag_by_name (self->buffer, span->lacks ? "lacks" : "filled", &start, &end);
    }
}

void
ovs_piece_paper_show (OvsPiecePaper *self, const char *recipient, const char *subject, const char *text, const GArray *filled)
{
  g_autofree char *to = recipient != NULL ? g_strdup_printf (_ ("To: %s"), recipient) : NULL;
  gboolean other = g_strcmp0 (self->text, text) != 0;

  gtk_label_set_text (GTK_LABEL (self->recipient), to != NULL ? to : "");
  gtk_widget_set_visible (self->recipient, to != NULL);
  gtk_label_set_text (GTK_LABEL (self->subject), subject);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  tag_lines (self, text);
  tag_filled (self, text, filled);
  g_free (self->text);
  self->text = g_strdup (text);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

/* --- the object ------------------------------------------------------------------------------------------------ */

/* The paper is white always, so the tints are too; they are those of the theme. */
static void
colour_tags (OvsPiecePaper *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (style, "accent_bg_color", &colour))
    {
      colour.alpha = .16f;
      g_object_set (gtk_text_tag_table_lookup (table, "filled"), "background-rgba", &colour, NULL);
    }
  if (gtk_style_context_lookup_color (style, "error_bg_color", &colour))
    {
      colour.alpha = .2f;
      g_object_set (gtk_text_tag_table_lookup (table, "lacks"), "background-rgba", &colour, NULL);
    }
}

static void
make_tags (OvsPiecePaper *self)
{
  gtk_text_buffer_create_tag (self->buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (self->buffer, "mark", "invisible", TRUE, NULL);
  gtk_text_buffer_create_tag (self->buffer, "item", "indent", -INDENT, NULL);
  gtk_text_buffer_create_tag (self->buffer, "filled", NULL);
  gtk_text_buffer_create_tag (self->buffer, "lacks", "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_text (OvsPiecePaper *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_set_vexpand (view, TRUE);
  ovs_accessible_set_label (view, _ ("Text of the letter"));
  make_tags (self);
  return view;
}

static void
ovs_piece_paper_map (GtkWidget *widget)
{
  colour_tags (OVS_PIECE_PAPER (widget));
  GTK_WIDGET_CLASS (ovs_piece_paper_parent_class)->map (widget);
}

static void
ovs_piece_paper_dispose (GObject *object)
{
  g_clear_object (&OVS_PIECE_PAPER (object)->buffer);
  G_OBJECT_CLASS (ovs_piece_paper_parent_class)->dispose (object);
}

static void
ovs_piece_paper_finalize (GObject *object)
{
  g_free (OVS_PIECE_PAPER (object)->text);
  G_OBJECT_CLASS (ovs_piece_paper_parent_class)->finalize (object);
}

static void
ovs_piece_paper_class_init (OvsPiecePaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_piece_paper_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_piece_paper_finalize;
  GTK_WIDGET_CLASS (klass)->map = ovs_piece_paper_map;
}

static void
ovs_piece_paper_init (OvsPiecePaper *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->recipient = make_label ("caption");
  self->subject = make_label ("heading");
  gtk_box_append (GTK_BOX (box), self->recipient);
  gtk_box_append (GTK_BOX (box), self->subject);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_text (self));
  gtk_widget_add_css_class (box, "paper");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  ovs_accessible_set_label (self->scrolled, _ ("Preview"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

GtkWidget *
ovs_piece_paper_new (void)
{
  return g_object_new (OVS_TYPE_PIECE_PAPER, NULL);
}
