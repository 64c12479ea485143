/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A spinner in the middle, for a page whose numbers are not read yet. */
GtkWidget *ovs_loading_new (void);

G_END_DECLS
