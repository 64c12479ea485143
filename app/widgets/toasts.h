/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** An overlay whose toasts can be closed by name: libadwaita 1.2 has no word for their cross. */
GtkWidget *ovs_toasts_new (void);

G_END_DECLS
