/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/care-tell.h"

void
ovs_care_tell (GtkWidget *page, const char *text)
{
  GtkRoot *window = gtk_widget_get_root (page);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (escaped));
}
