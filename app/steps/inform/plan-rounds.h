/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "conversion/plan.h"

G_BEGIN_DECLS

/** A row that unfolds to why a proposed round is on its day, and to its clients with their reasons. */
GtkWidget *ovs_plan_round_row_new (OvsPlan *plan, const OvsPlannedRound *round);

/** The same for the clients that have no round: with @nobody those where nobody can go any more, else the others. NULL where there are none. */
GtkWidget *ovs_plan_left_row_new  (OvsPlan *plan, gboolean nobody);

/** "Tuesday 8 December 2026", in the user's language. Returns: (transfer full). */
char      *ovs_plan_say_day       (OvsDay day);

G_END_DECLS
