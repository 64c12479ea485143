/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * A list of @choices, of which one is chosen, the first at the start.
 * @name: of the list, for a screen reader
 */
GtkWidget *ovs_choice_list_new        (const char *name, const char *const *choices);

/** Says below the choice at @place for whom or what it is. */
void       ovs_choice_list_describe   (GtkWidget *list, guint place, const char *text);

/** The place of the one that is chosen. */
guint      ovs_choice_list_get_chosen (GtkWidget *list);

/** Calls @changed with @data, while @data lives, whenever another one is chosen. */
void       ovs_choice_list_watch      (GtkWidget *list, GCallback changed, gpointer data);

G_END_DECLS
