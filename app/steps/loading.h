/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What a page shows until it has its numbers. */
GtkWidget *ovs_loading_new (void);

G_END_DECLS
