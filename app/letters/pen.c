/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/pen.h"

#include <string.h>

#define HAIR 0.6
/* What is longer is no telephone number and no date, and has to break somewhere; in a narrow column everything has. */
#define LONGEST_KEPT 24
#define NARROW 200

/* Every thread has a font map of its own. Sizes are those of paper, not of the screen's dots. */
PangoContext *
ovs_pen_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_language (context, pango_language_from_string ("nl"));
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static void
keep_together (PangoAttrList *attributes, gsize from, gsize to)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

/* Of a telephone number, or a date such as "10 december 2030", at the begin of @text. */
static gsize
number_length (const char *text)
{
  gsize day = strspn (text, "0123456789");
  gsize month = day > 0 && text[day] == ' ' ? strcspn (text + day + 1, " \n") : 0;
  gsize length = strspn (text, "0123456789 -");

  if (day <= 2 && month > 2 && strspn (text + day + month + 2, "0123456789") == 4)
    return day + month + 6;
  while (length > 0 && !g_ascii_isdigit (text[length - 1]))
    length--;
  return length;
}

/* Who dials a number reads it on one line, and so a date; "e-mail" is one word. */
static PangoAttrList *
keep_words (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  gsize length;

  for (gsize i = 0; text[i] != '\0'; i += MAX (length, 1))
    {
      gboolean begins = i == 0 || !(g_ascii_isalnum (text[i - 1]) || (text[i - 1] & 0x80) != 0);

      length = begins && g_ascii_isdigit (text[i]) ? number_length (text + i) : 0;
      if (begins && g_ascii_isalpha (text[i]) && text[i + 1] == '-' && g_ascii_isalpha (text[i + 2]))
        length = 3;
      if (length > 1 && length <= LONGEST_KEPT)
        keep_together (attributes, i, i + length);
    }
  return attributes;
}

static PangoLayout *
lay_out (const OvsPen *pen, const OvsPenStyle *style, double width, const char *text)
{
  PangoLayout *layout = pango_layout_new (pen->context);
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");
  PangoAttrList *attributes = width > NARROW ? keep_words (text) : NULL;

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->alignment);
  pango_layout_set_line_spacing (layout, 1.15f);
  if (style->one_line)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  g_clear_pointer (&attributes, pango_attr_list_unref);
  pango_font_description_free (font);
  return layout;
}

double
ovs_pen_text_in (const OvsPen *pen, const OvsPenStyle *style, const OvsPenColour *colour, double x, double y, double width, const char *text)
{
  g_autoptr (PangoLayout) layout = lay_out (pen, style, width, text);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  if (pen->cr != NULL)
    {
      cairo_set_source_rgb (pen->cr, colour->red, colour->green, colour->blue);
      cairo_move_to (pen->cr, x, y);
      pango_cairo_show_layout (pen->cr, layout);
    }
  return (double) height / PANGO_SCALE;
}

double
ovs_pen_text (const OvsPen *pen, const OvsPenStyle *style, double x, double y, double width, const char *text)
{
  return ovs_pen_text_in (pen, style, &(OvsPenColour){ style->grey, style->grey, style->grey }, x, y, width, text);
}

double
ovs_pen_flow (const OvsPen *pen, const OvsPenStyle *style, double x, double y, double width, const char *text, OvsPenRoomFunc room, gpointer data)
{
  g_autoptr (PangoLayout) layout = lay_out (pen, style, width, text);
  PangoLayoutIter *lines = pango_layout_get_iter (layout);

  do
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (lines, &top, &bottom);
      y = room (y, (double) (bottom - top) / PANGO_SCALE, data);
      if (pen->cr != NULL)
        {
          cairo_set_source_rgb (pen->cr, style->grey, style->grey, style->grey);
          cairo_move_to (pen->cr, x, y + (double) (pango_layout_iter_get_baseline (lines) - top) / PANGO_SCALE);
          pango_cairo_show_layout_line (pen->cr, pango_layout_iter_get_line_readonly (lines));
        }
      y += (double) (bottom - top) / PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (lines));
  pango_layout_iter_free (lines);
  return y;
}

void
ovs_pen_line (const OvsPen *pen, double x1, double y1, double x2, double y2, double grey)
{
  if (pen->cr == NULL)
    return;
  cairo_set_source_rgb (pen->cr, grey, grey, grey);
  cairo_set_line_width (pen->cr, HAIR);
  cairo_move_to (pen->cr, x1, y1);
  cairo_line_to (pen->cr, x2, y2);
  cairo_stroke (pen->cr);
}

void
ovs_pen_fill (const OvsPen *pen, double x, double y, double width, double height, double grey)
{
  if (pen->cr == NULL)
    return;
  cairo_set_source_rgb (pen->cr, grey, grey, grey);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_fill (pen->cr);
}

void
ovs_pen_panel (const OvsPen *pen, double x, double y, double width, double height, double radius, const OvsPenColour *colour)
{
  if (pen->cr == NULL)
    return;
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (pen->cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (pen->cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (pen->cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (pen->cr);
  cairo_set_source_rgb (pen->cr, colour->red, colour->green, colour->blue);
  cairo_fill (pen->cr);
}

void
ovs_pen_picture (const OvsPen *pen, double x, double y, double width, double height, cairo_surface_t *picture)
{
  double own_width = cairo_image_surface_get_width (picture);
  double own_height = cairo_image_surface_get_height (picture);
  double scale = MIN (width / own_width, height / own_height);

  if (pen->cr == NULL)
    return;
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x, y);
  cairo_scale (pen->cr, scale, scale);
  cairo_set_source_surface (pen->cr, picture, 0, 0);
  cairo_paint (pen->cr);
  cairo_restore (pen->cr);
}

void
ovs_pen_square (const OvsPen *pen, double x, double y, double size)
{
  if (pen->cr == NULL)
    return;
  cairo_set_source_rgb (pen->cr, 0, 0, 0);
  cairo_set_line_width (pen->cr, HAIR * 1.5);
  cairo_rectangle (pen->cr, x, y, size, size);
  cairo_stroke (pen->cr);
}

void
ovs_pen_begin (const OvsPen *pen, const char *tag)
{
  if (pen->cr != NULL)
    cairo_tag_begin (pen->cr, tag, NULL);
}

void
ovs_pen_end (const OvsPen *pen, const char *tag)
{
  if (pen->cr != NULL)
    cairo_tag_end (pen->cr, tag);
}
