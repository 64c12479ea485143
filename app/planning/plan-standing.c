/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-standing.h"

static const OvsPlanStanding *
get_round (const OvsPlanAsk *ask, const OvsPlanStandingTie *tie)
{
  return &g_array_index (ask->standing, OvsPlanStanding, tie->round);
}

static gboolean
is_better (const OvsPlanAsk *ask, const OvsPlanStandingTie *tie, const OvsPlanStandingTie *best)
{
  int strength, known;

  if (best == NULL)
    return TRUE;
  strength = ovs_plan_tie_strength (tie->tie);
  known = ovs_plan_tie_strength (best->tie);
  return strength > known || (strength == known && get_round (ask, tie)->day < get_round (ask, best)->day);
}

const OvsPlanStandingTie *
ovs_plan_standing_find_client (const OvsPlanAsk *ask, guint client)
{
  const OvsPlanStandingTie *best = NULL;

  for (guint i = 0; i < ask->standing_ties->len; i++)
    {
      const OvsPlanStandingTie *tie = &g_array_index (ask->standing_ties, OvsPlanStandingTie, i);

      if (tie->client == client && is_better (ask, tie, best))
        best = tie;
    }
  return best;
}

const OvsPlanStandingTie *
ovs_plan_standing_find (const OvsPlanAsk *ask, const OvsPlanUnit *unit)
{
  const OvsPlanStandingTie *best = NULL;

  for (guint i = 0; ask->standing_ties->len > 0 && i < unit->clients->len; i++)
    {
      const OvsPlanStandingTie *tie = ovs_plan_standing_find_client (ask, g_array_index (unit->clients, guint, i));

      if (tie != NULL && is_better (ask, tie, best))
        best = tie;
    }
  return best;
}

OvsPlanReason
ovs_plan_standing_keeps (const OvsPlanAsk *ask, OvsPlanCalendar *calendar, const OvsPlanUnit *unit, guint round)
{
  const OvsPlanStanding *standing = &g_array_index (ask->standing, OvsPlanStanding, round);
  OvsPlanReason reason = { OVS_PLAN_NOTHING };

  if (!standing->open || standing->day <= ask->today)
    reason.why = OVS_PLAN_FROZEN;
  else if (standing->day < ovs_plan_calendar_first (calendar))
    return (OvsPlanReason){ OVS_PLAN_FROM, ask->from };
  else if (standing->day >= ovs_plan_calendar_end (calendar))
    reason.why = OVS_PLAN_NO_ROOM;
  else
    reason = ovs_plan_calendar_keeps (calendar, unit, standing->day);
  if (reason.why == OVS_PLAN_NOTHING && !ovs_plan_calendar_can_grow (calendar, standing->number, unit->people))
    reason.why = OVS_PLAN_NO_ROOM;
  reason.number = standing->number;
  return reason;
}
