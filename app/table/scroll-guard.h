/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Makes the wheel move a long list in @scrolled at most once per frame. The lists of GTK before 4.10 leap to another place when their
 * adjustment changes twice within one layout (https://gitlab.gnome.org/GNOME/gtk/-/issues/2971). Touchpads are left alone: their
 * scrolling is kinetic and already once per frame.
 */
void ovs_scroll_guard_add (GtkScrolledWindow *scrolled);

G_END_DECLS
