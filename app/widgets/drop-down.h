/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Says what is chosen in @drop_down, which has a list of strings: by a label, a tooltip, and for a screen reader also on the button
 * inside, that gets the focus and else has no name. What is chosen is its description, and follows.
 */
void ovs_drop_down_name (GtkWidget *drop_down, const char *name);

G_END_DECLS
