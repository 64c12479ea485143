/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/plan-calendar.h"

G_BEGIN_DECLS

/** The strongest tie of these clients, together or @client only, with a round that stands; of one strength with the first of these. NULL for none. */
const OvsPlanStandingTie *ovs_plan_standing_find        (const OvsPlanAsk *ask, const OvsPlanUnit *unit);
const OvsPlanStandingTie *ovs_plan_standing_find_client (const OvsPlanAsk *ask, guint client);

/** What keeps clients from a round that stands; %OVS_PLAN_NOTHING where they can come to it. */
OvsPlanReason             ovs_plan_standing_keeps       (const OvsPlanAsk *ask, OvsPlanCalendar *calendar, const OvsPlanUnit *unit, guint round);

G_END_DECLS
