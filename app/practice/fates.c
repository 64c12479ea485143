/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fates.h"

#include <math.h>

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define LONGEST_DAYS 20
/* What is left of the share of trouble at every further invitation. */
#define BETTER 0.25

/* As they stand in the database. */
static const char *const names[OVS_PRACTICE_N_FATES] = { "activates", "silent", "first-mail", "birth-date", "bounces", "asks" };

/* Out of a hundred who have trouble. */
static const int weights[OVS_PRACTICE_N_FATES] = { 0, 25, 15, 20, 10, 30 };

typedef struct
{
  gint64 employer_number;
  gint64 number;
  char *address;  /* (nullable) */
  int attempt;    /* the how manieth invitation since there is trouble */
  gboolean bounced; /* the mail came back from this address before */
} Invited;

static gboolean
load_invited (OvsPracticeState *state, gint64 employee, Invited *invited)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db,
      "SELECT r.number, e.number, e.email, coalesce (f.attempt, 0) + 1, f.bounced IS NOT NULL AND f.bounced IS e.email"
      " FROM employee e JOIN employer r ON r.id = e.employer LEFT JOIN fate f ON f.employee = e.id WHERE e.id = ?",
      "l", employee);

  if (!ovs_practice_rows_next (row))
    return FALSE;
  invited->employer_number = ovs_practice_rows_number (row, 0);
  invited->number = ovs_practice_rows_number (row, 1);
  invited->address = g_strdup (ovs_practice_rows_text (row, 2));
  invited->attempt = (int) ovs_practice_rows_number (row, 3);
  invited->bounced = ovs_practice_rows_number (row, 4) != 0;
  return TRUE;
}

/* Only who it is and the how manieth time counts, not when or beside whom. */
static GRand *
chance_of (OvsPracticeState *state, const Invited *invited)
{
  guint32 seed[] = { (guint32) state->behaviour->trouble_seed, (guint32) invited->employer_number, (guint32) invited->number,
                     (guint32) invited->attempt };

  return g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
}

static OvsPracticeFate
choose_fate (OvsPracticeState *state, const Invited *invited, GRand *random)
{
  double share = state->behaviour->trouble * pow (BETTER, invited->attempt - 1);
  double luck = g_rand_double (random);
  int at = g_rand_int_range (random, 0, 100);

  if (invited->bounced)
    return OVS_PRACTICE_FATE_BOUNCES;
  for (int fate = 0; luck < share && fate < OVS_PRACTICE_N_FATES; fate++)
    {
      at -= weights[fate];
      if (at < 0)
        return fate;
    }
  return OVS_PRACTICE_FATE_ACTIVATES;
}

/* Most within three days, the last ones after twenty; always while the invitation is good. */
static gint64
choose_delay (OvsPracticeState *state, GRand *random)
{
  double luck = g_rand_double (random), within = g_rand_double (random);
  double last = MIN (LONGEST_DAYS, state->behaviour->validity_days) - 1.0 / 24;
  double days = luck < 0.8 ? 3 * within * within : luck < 0.97 ? 3 + 7 * within : 10 + (LONGEST_DAYS - 10) * within;

  if (days > last)
    days = last * within;
  return (gint64) (days * DAY) + MINUTE;
}

static gint64
choose_moment (OvsPracticeState *state, OvsPracticeFate fate, GRand *random)
{
  gint64 delay = choose_delay (state, random);

  if (fate == OVS_PRACTICE_FATE_SILENT)
    return 0;
  if (fate == OVS_PRACTICE_FATE_BOUNCES)
    delay = MINUTE + (gint64) (g_rand_double (random) * HOUR);
  return ovs_clock_now (state->clock) + delay;
}

void
ovs_practice_fates_give (OvsPracticeState *state, gint64 employee)
{
  Invited invited = { 0 };
  g_autoptr (GRand) random = NULL;
  g_autofree char *address = NULL;
  OvsPracticeFate fate;

  if (state->behaviour->trouble < 0)
    {
      /* What somebody was going to do with an earlier invitation he does no more. */
      ovs_practice_db_run (state->db, "UPDATE fate SET due_at = NULL WHERE employee = ?", "l", employee);
      return;
    }
  if (!load_invited (state, employee, &invited))
    return;
  address = invited.address;
  random = chance_of (state, &invited);
  fate = choose_fate (state, &invited, random);
  ovs_practice_db_run (state->db,
                       "INSERT INTO fate (employee, attempt, kind, due_at, bounced) VALUES (?1, ?2, ?3, nullif (?4, 0), ?5)"
                       " ON CONFLICT (employee) DO UPDATE SET attempt = excluded.attempt, kind = excluded.kind,"
                       " due_at = excluded.due_at, bounced = excluded.bounced",
                       "litlt", employee, invited.attempt, names[fate], choose_moment (state, fate, random),
                       fate == OVS_PRACTICE_FATE_BOUNCES ? address : NULL);
}

void
ovs_practice_fates_give_pending (OvsPracticeState *state)
{
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db, "SELECT id FROM employee e WHERE ess = 'InvitePending' AND NOT EXISTS (SELECT 1 FROM fate WHERE employee = e.id) ORDER BY id", "");

  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);
      g_array_append_val (pending, id);
    }
  for (guint i = 0; i < pending->len; i++)
    ovs_practice_fates_give (state, g_array_index (pending, gint64, i));
}

OvsPracticeFate
ovs_practice_fates_load (OvsPracticeState *state, gint64 employee)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (state->db, "SELECT kind FROM fate WHERE employee = ?", "l", employee);
  OvsPracticeFate fate = OVS_PRACTICE_FATE_SILENT;

  if (!ovs_practice_rows_next (row))
    return fate;
  for (int i = 0; i < OVS_PRACTICE_N_FATES; i++)
    if (g_strcmp0 (ovs_practice_rows_text (row, 0), names[i]) == 0)
      fate = i;
  return fate;
}

GRand *
ovs_practice_fates_chances (OvsPracticeState *state, gint64 employee)
{
  Invited invited = { 0 };
  g_autofree char *address = NULL;

  load_invited (state, employee, &invited);
  address = invited.address;
  return chance_of (state, &invited);
}
