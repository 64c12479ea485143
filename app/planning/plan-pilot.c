/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-pilot.h"

/* How well clients serve as a trial: the office itself, then small simple ones, the larger of these first, as they teach more; then
 * whatever is small. */
typedef struct
{
  guint place;
  guint64 people;
  gboolean office;
  gboolean simple;
} Candidate;

static Candidate
make_candidate (const OvsPlanAsk *ask, const OvsPlanUnit *unit, guint place)
{
  Candidate candidate = { place, unit->people, FALSE, unit->clients->len == 1 && unit->people <= OVS_PILOT_SMALL };

  for (guint i = 0; i < unit->clients->len; i++)
    {
      const OvsPlanClient *client = &g_array_index (ask->clients, OvsPlanClient, g_array_index (unit->clients, guint, i));

      candidate.office |= client->office;
      candidate.simple &= client->simple;
    }
  return candidate;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->office != second->office)
    return first->office ? -1 : 1;
  if (first->simple != second->simple)
    return first->simple ? -1 : 1;
  if (first->people != second->people)
    return (first->people > second->people) == first->simple ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

GArray *
ovs_plan_pilot_choose (const OvsPlanAsk *ask, OvsPlanCalendar *calendar, const GPtrArray *units, OvsDay day)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 people = 0;
  guint clients = 0;
  guint wanted;

  for (guint i = 0; i < units->len; i++)
    {
      const OvsPlanUnit *unit = g_ptr_array_index (units, i);
      Candidate candidate;

      if (unit == NULL || ovs_plan_calendar_keeps (calendar, unit, day).why != OVS_PLAN_NOTHING)
        continue;
      candidate = make_candidate (ask, unit, i);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  wanted = CLAMP (candidates->len / 3, OVS_PILOT_LEAST, OVS_PILOT_MOST);
  for (guint i = 0; i < candidates->len && clients < wanted; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const OvsPlanUnit *unit = g_ptr_array_index (units, candidate->place);

      /* What is not simple is only taken where there is too little of the rest. */
      if (!candidate->simple && !candidate->office && clients >= OVS_PILOT_LEAST)
        break;
      /* Clients that go together are no trial where they are many, or large. */
      if (!candidate->office && unit->people > OVS_PILOT_SMALL * OVS_PILOT_MOST)
        continue;
      if (clients + unit->clients->len > OVS_PILOT_MOST || !ovs_plan_calendar_fits (calendar, day, people + unit->people))
        continue;
      g_array_append_val (chosen, candidate->place);
      people += unit->people;
      clients += unit->clients->len;
    }
  if (clients < OVS_PILOT_LEAST)
    g_array_set_size (chosen, 0);
  return chosen;
}
