/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Keeps the pages of @stack that are not shown out of what a screen reader finds. GTK 4.8 presents the children of all pages, so
 * that a reader would hear what nobody sees.
 */
void ovs_stack_present_shown_only (GtkStack *stack);

G_END_DECLS
