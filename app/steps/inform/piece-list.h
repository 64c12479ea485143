/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Shows a window with all pieces: whether each has the text of the program or the office's own, and the way to write it. */
void ovs_piece_list_present (GtkWidget *parent, OvsWorkspace *workspace);

G_END_DECLS
