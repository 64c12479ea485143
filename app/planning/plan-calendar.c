/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-calendar.h"

#include <stdlib.h>

#include "planning/payroll-days.h"

/* A round later than this is no plan. */
#define DAYS 740
/* The questions of the last of them come after it. */
#define DAYS_OF_QUESTIONS (DAYS + 60)

struct _OvsPlanCalendar
{
  const OvsPlanAsk *ask; /* (not owned) */
  guint64 most;
  OvsDay first;
  guint64 *questions; /* (owned) on each day from the first */
  GArray *rounds;     /* (owned) (element-type OvsPlanStanding) */

  /* The working days after the day that was asked about last. */
  OvsDay curve_of;
  OvsDay curve_days[OVS_CURVE_DAYS];

  /* Clients with the same rhythm and payday share what was found: of each its OvsPayrollDay and 1, 0 where nobody looked. */
  GPtrArray *pay_days; /* (owned) (element-type guint8[DAYS]) */
  guint *pay_of;       /* (owned) for each client */
};

static const OvsPlanClient *
get_client (const OvsPlanCalendar *self, guint client)
{
  return &g_array_index (self->ask->clients, OvsPlanClient, client);
}

static void
share_pay (OvsPlanCalendar *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->pay_days = g_ptr_array_new_with_free_func (g_free);
  self->pay_of = g_new0 (guint, self->ask->clients->len);
  for (guint i = 0; i < self->ask->clients->len; i++)
    {
      const OvsPlanClient *client = get_client (self, i);
      char *key = g_strdup_printf ("%s\n%s", client->payroll != NULL ? client->payroll : "", client->payday != NULL ? client->payday : "");
      gpointer place = g_hash_table_lookup (known, key);

      if (place == NULL)
        {
          g_ptr_array_add (self->pay_days, g_new0 (guint8, DAYS));
          place = GUINT_TO_POINTER (self->pay_days->len);
          g_hash_table_insert (known, g_steal_pointer (&key), place);
        }
      g_free (key);
      self->pay_of[i] = GPOINTER_TO_UINT (place) - 1;
    }
}

OvsPlanCalendar *
ovs_plan_calendar_new (const OvsPlanAsk *ask, guint64 most)
{
  OvsPlanCalendar *self = g_new0 (OvsPlanCalendar, 1);

  self->ask = ask;
  self->most = most;
  self->first = MAX (ask->today + 1, ask->from);
  self->questions = g_new0 (guint64, DAYS_OF_QUESTIONS);
  self->rounds = g_array_new (FALSE, FALSE, sizeof (OvsPlanStanding));
  share_pay (self);
  for (guint i = 0; i < ask->standing->len; i++)
    {
      const OvsPlanStanding *standing = &g_array_index (ask->standing, OvsPlanStanding, i);

      ovs_plan_calendar_add (self, standing->number, standing->day, standing->people);
    }
  return self;
}

void
ovs_plan_calendar_free (OvsPlanCalendar *self)
{
  g_free (self->questions);
  g_array_unref (self->rounds);
  g_ptr_array_unref (self->pay_days);
  g_free (self->pay_of);
  g_free (self);
}

OvsDay
ovs_plan_calendar_first (const OvsPlanCalendar *self)
{
  return self->first;
}

OvsDay
ovs_plan_calendar_end (const OvsPlanCalendar *self)
{
  return self->first + DAYS;
}

/* --- questions --- */

static const OvsDay *
find_curve_days (OvsPlanCalendar *self, OvsDay day)
{
  if (self->curve_of == day)
    return self->curve_days;
  self->curve_of = day;
  self->curve_days[0] = day;
  for (guint i = 1; i < OVS_CURVE_DAYS; i++)
    self->curve_days[i] = ovs_capacity_working_day (self->curve_days[i - 1], 1);
  return self->curve_days;
}

static guint64 *
questions_on (OvsPlanCalendar *self, OvsDay day)
{
  return day >= self->first && day < self->first + DAYS_OF_QUESTIONS ? &self->questions[day - self->first] : NULL;
}

gboolean
ovs_plan_calendar_fits (OvsPlanCalendar *self, OvsDay day, guint64 people)
{
  const OvsDay *days = find_curve_days (self, day);
  guint64 curve[OVS_CURVE_DAYS];

  ovs_capacity_curve (&self->ask->capacity, people, curve);
  for (guint i = 0; i < OVS_CURVE_DAYS; i++)
    {
      const guint64 *others = questions_on (self, days[i]);

      if (curve[i] > 0 && curve[i] + (others != NULL ? *others : 0) > self->ask->capacity.per_day)
        return FALSE;
    }
  return TRUE;
}

guint64
ovs_plan_calendar_room (OvsPlanCalendar *self, OvsDay day)
{
  guint64 fits = 0;
  guint64 too_many = self->most + 1;

  while (fits + 1 < too_many)
    {
      guint64 middle = (fits + too_many) / 2;

      if (ovs_plan_calendar_fits (self, day, middle))
        fits = middle;
      else
        too_many = middle;
    }
  return fits;
}

/* Counts the questions of a round, or counts them no more. */
static void
count (OvsPlanCalendar *self, OvsDay day, guint64 people, gboolean more)
{
  const OvsDay *days = find_curve_days (self, day);
  guint64 curve[OVS_CURVE_DAYS];

  ovs_capacity_curve (&self->ask->capacity, people, curve);
  for (guint i = 0; i < OVS_CURVE_DAYS; i++)
    {
      guint64 *questions = questions_on (self, days[i]);

      if (questions != NULL)
        *questions = more ? *questions + curve[i] : *questions - curve[i];
    }
}

void
ovs_plan_calendar_add (OvsPlanCalendar *self, gint64 number, OvsDay day, guint64 people)
{
  OvsPlanStanding round = { number, day, people };

  g_array_append_val (self->rounds, round);
  count (self, day, people, TRUE);
}

static OvsPlanStanding *
find_round (OvsPlanCalendar *self, gint64 number)
{
  for (guint i = 0; i < self->rounds->len; i++)
    if (g_array_index (self->rounds, OvsPlanStanding, i).number == number)
      return &g_array_index (self->rounds, OvsPlanStanding, i);
  return NULL;
}

gboolean
ovs_plan_calendar_can_grow (OvsPlanCalendar *self, gint64 number, guint64 people)
{
  const OvsPlanStanding *round = find_round (self, number);
  gboolean fits;

  count (self, round->day, round->people, FALSE);
  fits = ovs_plan_calendar_fits (self, round->day, round->people + people);
  count (self, round->day, round->people, TRUE);
  return fits;
}

void
ovs_plan_calendar_grow (OvsPlanCalendar *self, gint64 number, guint64 people)
{
  OvsPlanStanding *round = find_round (self, number);

  count (self, round->day, round->people, FALSE);
  round->people += people;
  count (self, round->day, round->people, TRUE);
}

/* --- days --- */

gboolean
ovs_plan_calendar_last (const OvsPlanCalendar *self, OvsDay day, gint64 *number, OvsDay *last)
{
  *last = OVS_NO_DAY;
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const OvsPlanStanding *round = &g_array_index (self->rounds, OvsPlanStanding, i);

      if (round->day < day && round->day > *last)
        {
          *last = round->day;
          *number = round->number;
        }
    }
  return *last != OVS_NO_DAY;
}

OvsPlanReason
ovs_plan_calendar_bar (OvsPlanCalendar *self, OvsDay day)
{
  OvsPlanReason reason;

  if (ovs_plan_day_is_barred (day, self->ask->blocked, &reason))
    return reason;
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const OvsPlanStanding *round = &g_array_index (self->rounds, OvsPlanStanding, i);

      if (round->day == day || abs (round->day - day) < self->ask->gap_days)
        return (OvsPlanReason){ OVS_PLAN_GAP, day, round->number, self->ask->gap_days };
    }
  if (!ovs_plan_calendar_fits (self, day, 1))
    return (OvsPlanReason){ OVS_PLAN_STILL_FULL, day };
  return (OvsPlanReason){ OVS_PLAN_NOTHING };
}

static OvsPayrollDay
pay_on (OvsPlanCalendar *self, guint client, OvsDay day)
{
  guint8 *days = g_ptr_array_index (self->pay_days, self->pay_of[client]);
  guint8 *known = &days[day - self->first];

  if (*known == 0)
    *known = (guint8) ovs_payroll_day (get_client (self, client)->payroll, get_client (self, client)->payday, day, NULL) + 1;
  return (OvsPayrollDay) (*known - 1);
}

static OvsPlanReason
keeps_client (OvsPlanCalendar *self, guint place, OvsDay day)
{
  const OvsPlanClient *client = get_client (self, place);
  OvsDay earliest = ovs_plan_client_earliest (self->ask, client);
  const OvsPlanBlocked *away = NULL;
  OvsPlanReason reason = { OVS_PLAN_NOTHING };

  if (day < earliest)
    return (OvsPlanReason){ OVS_PLAN_KNOWS_TOO_LATE, earliest };
  if (client->handler != NULL)
    away = ovs_plan_day_find_blocked (day, self->ask->blocked, client->handler);
  if (away != NULL)
    return (OvsPlanReason){ OVS_PLAN_HANDLER_AWAY, day, .text = away->reason };
  switch (pay_on (self, place, day))
    {
    case OVS_PAYROLL_PAYS:
      reason.why = OVS_PLAN_PAYDAY;
      ovs_payroll_day (client->payroll, client->payday, day, &reason.day);
      return reason;
    case OVS_PAYROLL_IN_WEEK:
      return (OvsPlanReason){ OVS_PLAN_PAYROLL_WEEK, day };
    case OVS_PAYROLL_FREE:
    case OVS_PAYROLL_UNKNOWN:
    default:
      return reason;
    }
}

OvsPlanReason
ovs_plan_calendar_keeps (OvsPlanCalendar *self, const OvsPlanUnit *unit, OvsDay day)
{
  OvsPlanReason reason = { OVS_PLAN_NOTHING };

  for (guint i = 0; reason.why == OVS_PLAN_NOTHING && i < unit->clients->len; i++)
    reason = keeps_client (self, g_array_index (unit->clients, guint, i), day);
  return reason;
}
