/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"
#include "table/table.h"

G_BEGIN_DECLS

/** A card with the people behind a number of the plan (plan-lists.h). @table: (out) (transfer none). */
GtkWidget *ovs_plan_people_new (OvsWorkspace *workspace, OvsTable **table);

G_END_DECLS
