/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/** Asks in which round these clients (transfer full) (element-type gint64) come, an existing one, a new one or none, and makes it so. */
void ovs_choose_wave (GtkWidget *teller, OvsWorkspace *workspace, GArray *clients);

G_END_DECLS
