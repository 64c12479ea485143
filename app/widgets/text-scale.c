/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/text-scale.h"

/* The usual text: 11 points at 96 dots per inch. */
#define USUAL_POINTS 11.0
#define USUAL_DOTS   96.0

double
ovs_text_scale (GtkWidget *widget)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  int dots, size;
  double points;

  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &dots, NULL);
  font = pango_font_description_from_string (name);
  size = pango_font_description_get_size (font);
  points = pango_font_description_get_size_is_absolute (font) || size == 0 ? USUAL_POINTS : (double) size / PANGO_SCALE;
  pango_font_description_free (font);
  return points / USUAL_POINTS * (dots > 0 ? dots / 1024.0 / USUAL_DOTS : 1);
}
