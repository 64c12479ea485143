/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A modal window above @parent that only tells something: a header bar and @page under it, closed by Escape. Returns: (transfer none): not shown yet. */
GtkWindow *ovs_page_window_new (GtkWidget *parent, const char *title, GtkWidget *page, int height);

G_END_DECLS
