/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "window/practice-child.h"

G_BEGIN_DECLS

/**
 * Shows the questions that employees came with in the practice Loket, the newest first, and what helps when that is asked for.
 * @parent: a widget of the window that it stands above.
 */
void ovs_practice_questions_present (GtkWidget *parent, OvsPracticeChild *practice);

G_END_DECLS
