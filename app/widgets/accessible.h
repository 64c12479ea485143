/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Images are decoration in this program: what a sign means stands in words beside it. GTK 4.8 would have each of them read out as
 * "GtkImage". To be called once, before the first window.
 */
void ovs_accessible_init      (void);

/** What a screen reader calls @widget. GTK 4.8 calls what has no text of its own after its class. */
void ovs_accessible_set_label (gpointer widget, const char *label);

/** The same for a GtkMenuButton, for the toggle in it, which gets the focus, and for what pops up. */
void ovs_accessible_name_menu (GtkWidget *menu_button, const char *label);

/** The same for every widget of @type below @top: the lists that GTK and libadwaita make inside their own widgets. */
void ovs_accessible_name_below (GtkWidget *top, GType type, const char *label);

/**
 * Names what GTK and libadwaita left without a name in a window that they make whole: an icon after its tooltip, and what has none, as a
 * list, after the window, which is called @label.
 */
void ovs_accessible_name_parts (GtkWidget *top, const char *label);

/** GTK 4.8 says the text of a button with an access key twice. Makes that once, for all buttons below @top. */
void ovs_accessible_say_once (GtkWidget *top);

G_END_DECLS
