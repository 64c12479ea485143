/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/proposal.h"

#include "planning/payroll-days.h"
#include "planning/plan-pilot.h"
#include "planning/plan-standing.h"
#include "rules/boundary.h"

/* So many days are compared before one is chosen. */
#define WINDOW 21

typedef struct
{
  const OvsPlanAsk *ask;
  OvsPlanCalendar *calendar;
  OvsProposal *proposal;
  GPtrArray *units;      /* (element-type OvsPlanUnit), NULL for what has a round */
  OvsPlanReason *waited; /* of each unit: the first thing that kept it from a round */
  guint open;            /* units without a round */
  guint made;            /* rounds that are new */
} Planner;

static const OvsPlanClient *
get_client (const Planner *planner, guint client)
{
  return &g_array_index (planner->ask->clients, OvsPlanClient, client);
}

static void
round_free (gpointer data)
{
  OvsPlannedRound *round = data;

  g_array_unref (round->clients);
  g_array_unref (round->day_reasons);
  g_array_unref (round->look_outs);
  g_free (round);
}

void
ovs_proposal_free (OvsProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_ptr_array_unref (proposal->rounds);
  g_array_unref (proposal->left);
  g_free (proposal);
}

/* --- which day --- */

/* How many people of those without a round can go on @day, at most as many as there is room for. */
static guint64
count_who_can (Planner *planner, OvsDay day)
{
  guint64 room = ovs_plan_calendar_room (planner->calendar, day);
  guint64 people = 0;

  for (guint i = 0; people < room && i < planner->units->len; i++)
    {
      const OvsPlanUnit *unit = g_ptr_array_index (planner->units, i);

      if (unit != NULL && unit->people <= room && ovs_plan_calendar_keeps (planner->calendar, unit, day).why == OVS_PLAN_NOTHING)
        people += unit->people;
    }
  return MIN (people, room);
}

/* The contract that ends first among those whose client can still go before it. */
static OvsDay
find_urgent_end (Planner *planner, OvsDay first, OvsDay end)
{
  for (guint i = 0; i < planner->units->len; i++)
    {
      const OvsPlanUnit *unit = g_ptr_array_index (planner->units, i);

      if (unit == NULL || unit->contract_ends == OVS_NO_DAY || unit->contract_ends < first)
        continue;
      for (OvsDay day = first; day < end && day <= unit->contract_ends; day++)
        if (ovs_plan_calendar_bar (planner->calendar, day).why == OVS_PLAN_NOTHING
            && ovs_plan_calendar_keeps (planner->calendar, unit, day).why == OVS_PLAN_NOTHING)
          return unit->contract_ends;
    }
  return end;
}

/* The first day from @first on which nearly as many can go as on the best one in the weeks after it; OVS_NO_DAY where nobody can. */
static OvsDay
choose_day (Planner *planner, OvsDay first)
{
  OvsDay end = MIN (first + WINDOW, ovs_plan_calendar_end (planner->calendar));
  guint64 can[WINDOW] = { 0 };
  guint64 best = 0;

  end = MIN (end, find_urgent_end (planner, first, end) + 1);
  for (OvsDay day = first; day < end; day++)
    if (ovs_plan_calendar_bar (planner->calendar, day).why == OVS_PLAN_NOTHING)
      {
        can[day - first] = count_who_can (planner, day);
        best = MAX (best, can[day - first]);
      }
  for (OvsDay day = first; best > 0 && day < end; day++)
    if (can[day - first] * 10 >= best * 9)
      return day;
  return OVS_NO_DAY;
}

/* --- why that day --- */

static OvsPlanReason
find_start (Planner *planner, const OvsPlannedRound *round)
{
  OvsDay tomorrow = planner->ask->today + 1;
  OvsPlanReason start = { OVS_PLAN_TOMORROW, tomorrow };
  gint64 number;
  OvsDay last;

  if (planner->ask->from > start.day)
    start = (OvsPlanReason){ OVS_PLAN_FROM, planner->ask->from };
  if (ovs_plan_calendar_last (planner->calendar, round->day, &number, &last) && last + planner->ask->gap_days > start.day)
    start = (OvsPlanReason){ OVS_PLAN_GAP, last + planner->ask->gap_days, number, planner->ask->gap_days };
  for (guint i = 0; i < round->clients->len; i++)
    {
      const OvsPlanClient *client = get_client (planner, g_array_index (round->clients, OvsPlannedClient, i).client);
      OvsDay earliest = ovs_plan_client_earliest (planner->ask, client);
      OvsPlanWhy why = client->informed_on == OVS_NO_DAY ? OVS_PLAN_NOT_INFORMED : OVS_PLAN_INFORMED;

      /* A notice that was made shorter on purpose is told apart. */
      if (planner->ask->notice_days < OVS_NOTICE_DAYS)
        break;
      if (earliest > start.day)
        start = (OvsPlanReason){ why, earliest };
      if (why == OVS_PLAN_NOT_INFORMED && start.why == why)
        start.number++;
    }
  return start;
}

static void
pass_over (GArray *reasons, OvsPlanReason reason)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      OvsPlanReason *known = &g_array_index (reasons, OvsPlanReason, i);

      if (known->why == reason.why && known->number == reason.number && known->text == reason.text)
        {
          known->other++;
          return;
        }
    }
  reason.other = 1;
  g_array_append_val (reasons, reason);
}

static void
tell_day (Planner *planner, OvsPlannedRound *round)
{
  OvsPlanReason start = find_start (planner, round);

  g_array_append_val (round->day_reasons, start);
  for (OvsDay day = start.day; day < round->day; day++)
    {
      OvsPlanReason reason = ovs_plan_calendar_bar (planner->calendar, day);

      if (reason.why == OVS_PLAN_WEEKEND)
        continue;
      if (reason.why == OVS_PLAN_NOTHING)
        reason = (OvsPlanReason){ OVS_PLAN_MORE_CAN, day, round->clients->len };
      pass_over (round->day_reasons, reason);
    }
}

/* --- who goes --- */

static OvsPlanReason
find_place (const Planner *planner, const OvsPlannedRound *round, const OvsPlanUnit *unit, guint at)
{
  OvsPlanReason together = g_array_index (unit->together, OvsPlanReason, at);
  guint place = g_array_index (unit->clients, guint, at);
  const OvsPlanStandingTie *tie = round->stands ? ovs_plan_standing_find_client (planner->ask, place) : NULL;
  gboolean pilot = round->pilot;

  if (tie != NULL && g_array_index (planner->ask->standing, OvsPlanStanding, tie->round).number == round->number)
    return (OvsPlanReason){ OVS_PLAN_JOINS, .number = round->number, .other = tie->tie };
  if (pilot && get_client (planner, place)->office)
    return (OvsPlanReason){ OVS_PLAN_PILOT_OFFICE };
  if (together.why != OVS_PLAN_NOTHING)
    return together;
  if (pilot)
    return (OvsPlanReason){ OVS_PLAN_PILOT };
  if (unit->contract_ends != OVS_NO_DAY)
    return (OvsPlanReason){ OVS_PLAN_CONTRACT, unit->contract_ends };
  return (OvsPlanReason){ OVS_PLAN_FITS };
}

static void
place (Planner *planner, OvsPlannedRound *round, guint at)
{
  OvsPlanUnit *unit = g_ptr_array_index (planner->units, at);

  for (guint i = 0; i < unit->clients->len; i++)
    {
      guint place = g_array_index (unit->clients, guint, i);
      const OvsPlanClient *client = get_client (planner, place);
      OvsPlannedClient planned = { place, find_place (planner, round, unit, i), planner->waited[at],
                                   g_array_index (unit->apart, OvsPlanReason, i) };

      if (planned.look_out.why == OVS_PLAN_NOTHING)
        planned.look_out = unit->elsewhere;
      if (client->contract_ends != OVS_NO_DAY && client->contract_ends < round->day)
        planned.look_out = (OvsPlanReason){ OVS_PLAN_CONTRACT_ENDED, client->contract_ends };
      planner->proposal->pay_unknown += ovs_payroll_day (client->payroll, client->payday, round->day, NULL) == OVS_PAYROLL_UNKNOWN;
      g_array_append_val (round->clients, planned);
    }
  round->people += unit->people;
  planner->open--;
  ovs_plan_unit_free (unit);
  g_ptr_array_index (planner->units, at) = NULL;
}

static void
wait_for_later (Planner *planner, guint at, OvsPlanReason reason, gint64 number)
{
  if (planner->waited[at].why != OVS_PLAN_NOTHING && planner->waited[at].why != OVS_PLAN_AFTER_PILOT)
    return;
  reason.number = number;
  planner->waited[at] = reason;
}

static void
fill (Planner *planner, OvsPlannedRound *round)
{
  for (guint i = 0; i < planner->units->len; i++)
    {
      const OvsPlanUnit *unit = g_ptr_array_index (planner->units, i);
      OvsPlanReason reason;

      if (unit == NULL)
        continue;
      reason = ovs_plan_calendar_keeps (planner->calendar, unit, round->day);
      if (reason.why == OVS_PLAN_NOTHING && round->pilot)
        reason.why = OVS_PLAN_AFTER_PILOT;
      else if (reason.why == OVS_PLAN_NOTHING && !ovs_plan_calendar_fits (planner->calendar, round->day, round->people + unit->people))
        reason.why = OVS_PLAN_NO_ROOM;
      if (reason.why == OVS_PLAN_NOTHING)
        place (planner, round, i);
      else
        wait_for_later (planner, i, reason, round->number);
    }
}

static void
fill_pilot (Planner *planner, OvsPlannedRound *round)
{
  g_autoptr (GArray) chosen = ovs_plan_pilot_choose (planner->ask, planner->calendar, planner->units, round->day);

  round->pilot = chosen->len > 0;
  for (guint i = 0; i < chosen->len; i++)
    place (planner, round, g_array_index (chosen, guint, i));
}

static gboolean
wants_pilot (const Planner *planner)
{
  guint clients = 0;

  if (planner->made > 0 || planner->ask->standing->len > 0)
    return FALSE;
  for (guint i = 0; i < planner->units->len; i++)
    {
      const OvsPlanUnit *unit = g_ptr_array_index (planner->units, i);

      clients += unit != NULL ? unit->clients->len : 0;
    }
  return clients >= OVS_PILOT_OF;
}

/* --- what to look out for --- */

static void
look_for_half (Planner *planner, OvsPlannedRound *round)
{
  const OvsPlanClient *largest = NULL;

  for (guint i = 0; i < round->clients->len; i++)
    {
      const OvsPlanClient *client = get_client (planner, g_array_index (round->clients, OvsPlannedClient, i).client);

      if (largest == NULL || client->people > largest->people)
        largest = client;
    }
  if (!round->pilot && round->clients->len > 1 && largest->people * 2 > round->people)
    {
      OvsPlanReason half = { OVS_PLAN_OVER_HALF, OVS_NO_DAY, (gint64) largest->people, (gint64) round->people, largest->number };

      g_array_append_val (round->look_outs, half);
    }
}

static void
look_for_notice (Planner *planner, OvsPlannedRound *round)
{
  OvsPlanReason notice = { OVS_PLAN_SHORT_NOTICE };

  for (guint i = 0; i < round->clients->len; i++)
    {
      const OvsPlanClient *client = get_client (planner, g_array_index (round->clients, OvsPlannedClient, i).client);
      OvsDay informed_on = client->informed_on != OVS_NO_DAY ? client->informed_on : planner->ask->today;

      notice.number += round->day - informed_on < OVS_NOTICE_DAYS;
    }
  round->short_notice = notice.number > 0;
  if (round->short_notice)
    g_array_append_val (round->look_outs, notice);
}

/* --- rounds --- */

static OvsPlannedRound *
round_new (gint64 number, OvsDay day)
{
  OvsPlannedRound *round = g_new0 (OvsPlannedRound, 1);

  round->number = number;
  round->day = day;
  round->clients = g_array_new (FALSE, FALSE, sizeof (OvsPlannedClient));
  round->day_reasons = g_array_new (FALSE, FALSE, sizeof (OvsPlanReason));
  round->look_outs = g_array_new (FALSE, FALSE, sizeof (OvsPlanReason));
  return round;
}

static int
compare_planned (gconstpointer a, gconstpointer b)
{
  return (int) ((const OvsPlannedClient *) a)->client - (int) ((const OvsPlannedClient *) b)->client;
}

/* Returns: whether anybody went. */
static gboolean
make_round (Planner *planner, OvsDay day)
{
  OvsPlannedRound *round = round_new (planner->ask->first_number + planner->made, day);

  if (wants_pilot (planner))
    fill_pilot (planner, round);
  fill (planner, round);
  if (round->clients->len == 0)
    {
      round_free (round);
      return FALSE;
    }
  g_array_sort (round->clients, compare_planned);
  tell_day (planner, round);
  look_for_half (planner, round);
  look_for_notice (planner, round);
  ovs_capacity_questions (&planner->ask->capacity, round->people, &round->low, &round->high);
  ovs_plan_calendar_add (planner->calendar, round->number, day, round->people);
  g_ptr_array_add (planner->proposal->rounds, round);
  planner->made++;
  return TRUE;
}

static void
make_rounds (Planner *planner)
{
  OvsDay first = ovs_plan_calendar_first (planner->calendar);

  while (planner->open > 0 && first < ovs_plan_calendar_end (planner->calendar))
    {
      OvsDay day;

      if (ovs_plan_calendar_bar (planner->calendar, first).why != OVS_PLAN_NOTHING)
        {
          first++;
          continue;
        }
      day = choose_day (planner, first);
      if (day == OVS_NO_DAY)
        first += WINDOW;
      else if (make_round (planner, day))
        first = day;
      else
        first = day + 1;
    }
}

/* --- rounds that stand --- */

static OvsPlannedRound *
require_standing (Planner *planner, const OvsPlanStanding *standing)
{
  GPtrArray *rounds = planner->proposal->rounds;
  OvsPlannedRound *round;
  OvsPlanReason stands = { OVS_PLAN_STANDS, standing->day, standing->number };

  for (guint i = 0; i < rounds->len; i++)
    {
      round = g_ptr_array_index (rounds, i);
      if (round->number == standing->number)
        return round;
    }
  round = round_new (standing->number, standing->day);
  round->stands = TRUE;
  g_array_append_val (round->day_reasons, stands);
  g_ptr_array_add (rounds, round);
  return round;
}

/* Who belongs with one comes to it where that can be. */
static void
join_standing (Planner *planner)
{
  for (guint i = 0; i < planner->units->len; i++)
    {
      OvsPlanUnit *unit = g_ptr_array_index (planner->units, i);
      const OvsPlanStandingTie *tie = unit != NULL ? ovs_plan_standing_find (planner->ask, unit) : NULL;
      const OvsPlanStanding *standing;
      OvsPlanReason reason;

      if (tie == NULL)
        continue;
      standing = &g_array_index (planner->ask->standing, OvsPlanStanding, tie->round);
      reason = ovs_plan_standing_keeps (planner->ask, planner->calendar, unit, tie->round);
      if (reason.why == OVS_PLAN_NOTHING)
        {
          ovs_plan_calendar_grow (planner->calendar, standing->number, unit->people);
          place (planner, require_standing (planner, standing), i);
          continue;
        }
      planner->waited[i] = reason;
      unit->elsewhere = (OvsPlanReason){ OVS_PLAN_ELSEWHERE, .number = standing->number, .other = tie->tie };
    }
}

static void
finish_standing (Planner *planner)
{
  for (guint i = 0; i < planner->proposal->rounds->len; i++)
    {
      OvsPlannedRound *round = g_ptr_array_index (planner->proposal->rounds, i);

      g_array_sort (round->clients, compare_planned);
      look_for_notice (planner, round);
      ovs_capacity_questions (&planner->ask->capacity, round->people, &round->low, &round->high);
    }
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  const OvsPlannedRound *first = *(OvsPlannedRound *const *) a;
  const OvsPlannedRound *second = *(OvsPlannedRound *const *) b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

/* --- who does not go --- */

static int
compare_left (gconstpointer a, gconstpointer b)
{
  return (int) ((const OvsPlanLeft *) a)->client - (int) ((const OvsPlanLeft *) b)->client;
}

static void
leave (Planner *planner, guint client, OvsPlanReason why)
{
  OvsPlanLeft left = { client, why };

  g_array_append_val (planner->proposal->left, left);
}

static void
leave_unit (Planner *planner, guint at, OvsPlanReason why)
{
  const OvsPlanUnit *unit = g_ptr_array_index (planner->units, at);

  for (guint i = 0; i < unit->clients->len; i++)
    leave (planner, g_array_index (unit->clients, guint, i), why);
}

/* What keeps a unit from the first day on which it could have gone. */
static OvsPlanReason
find_obstacle (Planner *planner, guint at)
{
  OvsPlanReason none = { OVS_PLAN_NO_DAY, .other = planner->waited[at].why };
  OvsDay first = ovs_plan_calendar_first (planner->calendar);

  for (OvsDay day = first; none.other == OVS_PLAN_NOTHING && day < ovs_plan_calendar_end (planner->calendar); day++)
    if (!ovs_plan_day_is_barred (day, planner->ask->blocked, NULL))
      none.other = ovs_plan_calendar_keeps (planner->calendar, g_ptr_array_index (planner->units, at), day).why;
  if (none.other == OVS_PLAN_NOTHING)
    none.other = OVS_PLAN_BLOCKED;
  return none;
}

static void
leave_the_rest (Planner *planner)
{
  for (guint i = 0; i < planner->units->len; i++)
    if (g_ptr_array_index (planner->units, i) != NULL)
      leave_unit (planner, i, find_obstacle (planner, i));
  g_array_sort (planner->proposal->left, compare_left);
}

/* Nobody to go, or more than can ever go on one day. */
static void
leave_the_impossible (Planner *planner)
{
  guint64 most = planner->proposal->most;

  for (guint i = 0; i < planner->ask->clients->len; i++)
    if (get_client (planner, i)->people == 0)
      leave (planner, i, (OvsPlanReason){ OVS_PLAN_NOBODY });
  for (guint i = 0; i < planner->units->len; i++)
    {
      OvsPlanUnit *unit = g_ptr_array_index (planner->units, i);

      if (unit->people <= most)
        continue;
      leave_unit (planner, i, (OvsPlanReason){ OVS_PLAN_TOO_LARGE, OVS_NO_DAY, (gint64) unit->people, (gint64) most });
      ovs_plan_unit_free (unit);
      g_ptr_array_index (planner->units, i) = NULL;
      planner->open--;
    }
}

static void
unit_free (gpointer unit)
{
  if (unit != NULL)
    ovs_plan_unit_free (unit);
}

OvsProposal *
ovs_proposal_new (const OvsPlanAsk *ask)
{
  OvsProposal *proposal = g_new0 (OvsProposal, 1);
  Planner planner = { ask, .proposal = proposal };

  proposal->rounds = g_ptr_array_new_with_free_func (round_free);
  proposal->left = g_array_new (FALSE, FALSE, sizeof (OvsPlanLeft));
  proposal->most = ovs_capacity_most_invited (&ask->capacity);
  planner.calendar = ovs_plan_calendar_new (ask, proposal->most);
  planner.units = ovs_plan_units_new (ask, proposal->most);
  g_ptr_array_set_free_func (planner.units, unit_free);
  planner.waited = g_new0 (OvsPlanReason, planner.units->len);
  planner.open = planner.units->len;

  leave_the_impossible (&planner);
  join_standing (&planner);
  finish_standing (&planner);
  make_rounds (&planner);
  g_ptr_array_sort (proposal->rounds, compare_rounds);
  leave_the_rest (&planner);

  g_ptr_array_unref (planner.units);
  g_free (planner.waited);
  ovs_plan_calendar_free (planner.calendar);
  return proposal;
}
