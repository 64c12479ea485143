/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * A drop-down of @choices, (transfer full) (nullable) while they are not known. A screen reader calls it @label, and says what is chosen;
 * GTK 4.8 would name its button and each of its rows after their classes.
 */
GtkWidget          *ovs_drop_down_new (GtkStringList *choices, const char *label);

/** Its button shortens what is chosen where there is little room; the list below it does not. */
void                ovs_drop_down_shorten (GtkWidget *self);

/** The rows of texts that such a drop-down has, for another list of a GtkStringList: each is named by its text. (transfer full). */
GtkListItemFactory *ovs_drop_down_make_rows (void);

G_END_DECLS
