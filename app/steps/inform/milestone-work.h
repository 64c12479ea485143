/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "planning/milestone.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/* What is done with a milestone of a round. @teller: a widget of the window, where it is told. */

/** Ticks it off as done today, or takes that away; one step in the background. @wave: id of the round. */
void        ovs_milestone_work_tick     (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsMilestone milestone, gboolean done);

/** Goes to where it is done, with the round @wave (id) chosen. */
void        ovs_milestone_work_go       (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsMilestone milestone);

/** What the button is called that goes there. Returns: (transfer none). */
const char *ovs_milestone_work_go_label (OvsMilestone milestone);

G_END_DECLS
