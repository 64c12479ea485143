/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-source.h"

#include <glib/gi18n.h>
#include <string.h>

#include "letters/piece-store.h"
#include "widgets/accessible.h"

struct _OvsPieceSource
{
  AdwBin parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *field;
  GtkTextTag *strong;  /* the subject and headings */
  GtkTextTag *fixed;   /* what the subject begins with */
  GtkTextTag *wrong;
  GtkTextTag *doubtful;
};

G_DEFINE_FINAL_TYPE (OvsPieceSource, ovs_piece_source, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

char *
ovs_piece_source_get_text (OvsPieceSource *self)
{
  char *text;

  g_object_get (self->buffer, "text", &text, NULL);
  return text;
}

/* --- how it looks -------------------------------------------------------------------------------------------------------- */

static void
apply (OvsPieceSource *self, GtkTextTag *tag, const char *text, const char *begin, const char *end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) g_utf8_pointer_to_offset (text, begin));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) g_utf8_pointer_to_offset (text, end));
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

static void
mark_fields (OvsPieceSource *self, const char *text)
{
  for (const char *begin = strchr (text, '{'); begin != NULL;)
    {
      const char *end = begin + strcspn (begin, "}\n");

      if (begin[1] == '{')
        end = begin + 1;
      else if (*end == '}')
        apply (self, self->field, text, begin, end + 1);
      begin = *end != '\0' ? strchr (end + 1, '{') : NULL;
    }
}

static void
mark_lines (OvsPieceSource *self, const char *text)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += line != text;
      if (line == text || g_str_has_prefix (line, "# "))
        apply (self, self->strong, text, line, line + strcspn (line, "\n"));
    }
  if (g_str_has_prefix (text, OVS_PIECE_SUBJECT_MARK))
    apply (self, self->fixed, text, text, text + strlen (OVS_PIECE_SUBJECT_MARK));
}

static void
mark_all (OvsPieceSource *self)
{
  g_autofree char *text = ovs_piece_source_get_text (self);
  GtkTextTag *const tags[] = { self->field, self->strong, self->fixed };
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag (self->buffer, tags[i], &begin, &end);
  mark_fields (self, text);
  mark_lines (self, text);
}

/* Tags know no style classes: they get the colours of the theme each time that it becomes another. */
static void
take_colours (OvsPieceSource *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA accent, error, warning;

  if (!gtk_style_context_lookup_color (context, "accent_color", &accent) || !gtk_style_context_lookup_color (context, "error_color", &error)
      || !gtk_style_context_lookup_color (context, "warning_color", &warning))
    return;
  g_object_set (self->field, "foreground-rgba", &accent, NULL);
  g_object_set (self->wrong, "underline-rgba", &error, NULL);
  g_object_set (self->doubtful, "underline-rgba", &warning, NULL);
}

void
ovs_piece_source_show_findings (OvsPieceSource *self, const GPtrArray *findings)
{
  g_autofree char *text = ovs_piece_source_get_text (self);
  gsize length = strlen (text);
  GtkTextIter begin, end;

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->wrong, &begin, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->doubtful, &begin, &end);
  for (guint i = 0; i < findings->len; i++)
    {
      const OvsLintFinding *finding = g_ptr_array_index (findings, i);

      if (finding->end > finding->start && finding->end <= length)
        apply (self, finding->forbids ? self->wrong : self->doubtful, text, text + finding->start, text + finding->end);
    }
}

/* --- what is done to it -------------------------------------------------------------------------------------------------- */

static void
on_changed (OvsPieceSource *self)
{
  mark_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is typed first is hardly meant for before the subject. */
static void
begin_below_subject (OvsPieceSource *self)
{
  GtkTextIter begin;

  gtk_text_buffer_get_start_iter (self->buffer, &begin);
  while (gtk_text_iter_forward_line (&begin) && gtk_text_iter_ends_line (&begin) && !gtk_text_iter_is_end (&begin))
    ;
  gtk_text_buffer_place_cursor (self->buffer, &begin);
}

void
ovs_piece_source_set_text (OvsPieceSource *self, const char *text)
{
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  begin_below_subject (self);
}

/* gtk_text_buffer_set_text() would forget what was done before. */
void
ovs_piece_source_replace (OvsPieceSource *self, const char *text)
{
  GtkTextIter begin, end;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  gtk_text_buffer_delete (self->buffer, &begin, &end);
  gtk_text_buffer_insert (self->buffer, &begin, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  begin_below_subject (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
ovs_piece_source_undo (OvsPieceSource *self)
{
  gtk_text_buffer_undo (self->buffer);
}

void
ovs_piece_source_insert (OvsPieceSource *self, const char *before, const char *after)
{
  GtkTextIter begin, end;
  g_autofree char *selected = NULL;
  g_autofree char *whole = NULL;

  gtk_text_buffer_get_selection_bounds (self->buffer, &begin, &end);
  selected = gtk_text_buffer_get_text (self->buffer, &begin, &end, TRUE);
  whole = g_strconcat (before, *after != '\0' ? selected : "", after, NULL);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_interactive (self->buffer, &begin, &end, TRUE);
  if (gtk_text_buffer_insert_interactive_at_cursor (self->buffer, whole, -1, TRUE) && *after != '\0')
    {
      gtk_text_buffer_get_iter_at_mark (self->buffer, &begin, gtk_text_buffer_get_insert (self->buffer));
      gtk_text_iter_backward_chars (&begin, (int) g_utf8_strlen (after, -1));
      gtk_text_buffer_place_cursor (self->buffer, &begin);
    }
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
ovs_piece_source_go_to (OvsPieceSource *self, const OvsLintFinding *finding)
{
  g_autofree char *text = ovs_piece_source_get_text (self);
  GtkTextIter begin, end;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (finding->end > strlen (text))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &begin, (int) g_utf8_pointer_to_offset (text, text + finding->start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) g_utf8_pointer_to_offset (text, text + finding->end));
  gtk_text_buffer_select_range (self->buffer, &begin, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), .1, FALSE, 0, 0);
}

/* --- the widget ---------------------------------------------------------------------------------------------------------- */

static void
ovs_piece_source_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ovs_piece_source_parent_class)->css_changed (widget, change);
  take_colours (OVS_PIECE_SOURCE (widget));
}

static void
ovs_piece_source_class_init (OvsPieceSourceClass *klass)
{
  GTK_WIDGET_CLASS (klass)->css_changed = ovs_piece_source_css_changed;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_piece_source_init (OvsPieceSource *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->strong = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->field = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  self->fixed = gtk_text_buffer_create_tag (self->buffer, NULL, "editable", FALSE, NULL);
  self->doubtful = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  self->wrong = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  /* Tab goes to the next control, as everywhere else. */
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 14);
  gtk_text_view_set_right_margin (self->view, 14);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 12);
  gtk_text_view_set_pixels_below_lines (self->view, 2);
  ovs_accessible_set_label (self->view, _ ("Text"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_changed), self);
}

OvsPieceSource *
ovs_piece_source_new (void)
{
  return g_object_new (OVS_TYPE_PIECE_SOURCE, NULL);
}
