/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * Shows what Loket announced to stop, on which day, and which words of Loket this version does not know: what it means and what to do.
 * @parent: a widget of the window that it stands above.
 */
void ovs_loket_news_present (GtkWidget *parent, OvsWorkspace *workspace);

G_END_DECLS
