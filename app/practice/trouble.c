/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/trouble.h"

#include <math.h>

#include "practice/portals.h"
#include "practice/questions.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define LONGEST_DAYS 20
/* What is left of the share of trouble at every further invitation. */
#define BETTER 0.25

typedef enum
{
  FATE_ACTIVATES,
  FATE_SILENT,     /* never reacts */
  FATE_FIRST_MAIL, /* makes an account, and never opens the second mail */
  FATE_BIRTH_DATE, /* chooses a password, and stops where the birth date is asked for */
  FATE_BOUNCES,    /* the mail comes back */
  FATE_ASKS,       /* asks for help where he is stuck */
  N_FATES
} Fate;

/* As they stand in the database. */
static const char *const names[N_FATES] = { "activates", "silent", "first-mail", "birth-date", "bounces", "asks" };

/* Out of a hundred who have trouble. */
static const int weights[N_FATES] = { 0, 25, 15, 20, 10, 30 };

/* How far somebody got who asks for help, by the step that he is stuck at. */
typedef enum
{
  GOT_NOWHERE,
  GOT_ACCOUNT,
  GOT_PASSWORD
} Progress;

static const struct
{
  char letter;
  int weight;
  Progress progress;
} stuck_at[] = {
  { 'A', 25, GOT_NOWHERE },  /* the mail is not seen */
  { 'B', 20, GOT_ACCOUNT },  /* the second one is not */
  { 'C', 10, GOT_ACCOUNT },  /* the password */
  { 'D', 25, GOT_PASSWORD }, /* the birth date was not entered */
  { 'E', 20, GOT_PASSWORD }, /* it is said to be wrong */
};

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

static Fate
choose_fate (OvsPracticeState *state, const Invited *invited, GRand *random)
{
  double share = state->behaviour->trouble * pow (BETTER, invited->attempt - 1);
  double luck = g_rand_double (random);
  int at = g_rand_int_range (random, 0, 100);

  if (invited->bounced)
    return FATE_BOUNCES;
  for (int fate = 0; luck < share && fate < N_FATES; fate++)
    {
      at -= weights[fate];
      if (at < 0)
        return fate;
    }
  return FATE_ACTIVATES;
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
choose_moment (OvsPracticeState *state, Fate fate, GRand *random)
{
  gint64 delay = choose_delay (state, random);

  if (fate == FATE_SILENT)
    return 0;
  if (fate == FATE_BOUNCES)
    delay = MINUTE + (gint64) (g_rand_double (random) * HOUR);
  return ovs_clock_now (state->clock) + delay;
}

void
ovs_practice_trouble_invited (OvsPracticeState *state, gint64 employee)
{
  Invited invited = { 0 };
  g_autoptr (GRand) random = NULL;
  g_autofree char *address = NULL;
  Fate fate;

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
                       fate == FATE_BOUNCES ? address : NULL);
}

static gboolean
find (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  g_autoptr (OvsPracticeRows) row = NULL;

  due->step = 0;
  if (state->behaviour->trouble < 0)
    return FALSE;
  row = ovs_practice_db_query (state->db,
                               "SELECT due_at, employee FROM fate WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, employee"
                               " LIMIT 1",
                               "l", until);
  if (!ovs_practice_rows_next (row))
    return FALSE;
  due->at = ovs_practice_rows_number (row, 0);
  due->subject = ovs_practice_rows_number (row, 1);
  return TRUE;
}

static void
ask (OvsPracticeState *state, const Invited *invited, const OvsPracticeDue *due)
{
  g_autoptr (GRand) random = chance_of (state, invited);
  int at = g_rand_int_range (random, 0, 100);
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (stuck_at) && (at -= stuck_at[i].weight) >= 0)
    i++;
  if (stuck_at[i].progress >= GOT_ACCOUNT)
    ovs_practice_mijnloket_stop_halfway (state, due->subject, stuck_at[i].progress == GOT_PASSWORD);
  ovs_practice_questions_ask (state, due->subject, due->at, stuck_at[i].letter, random);
}

static void
activate (OvsPracticeState *state, const OvsPracticeDue *due)
{
  gint64 employer;

  if (!ovs_practice_mijnloket_finish (state, due->subject))
    return;
  employer = ovs_practice_db_number (state->db, 0, "SELECT employer FROM employee WHERE id = ?", "l", due->subject);
  ovs_practice_review_product (state, employer, due->at);
}

static Fate
load_fate (OvsPracticeState *state, gint64 employee)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (state->db, "SELECT kind FROM fate WHERE employee = ?", "l", employee);
  Fate fate = FATE_SILENT;

  if (!ovs_practice_rows_next (row))
    return fate;
  for (int i = 0; i < N_FATES; i++)
    if (g_strcmp0 (ovs_practice_rows_text (row, 0), names[i]) == 0)
      fate = i;
  return fate;
}

static gboolean
is_pending (OvsPracticeState *state, gint64 employee)
{
  return ovs_practice_db_number (state->db, 0, "SELECT 1 FROM employee WHERE id = ? AND ess = 'InvitePending'", "l", employee) != 0;
}

static void
happen (OvsPracticeState *state, const OvsPracticeDue *due)
{
  Invited invited = { 0 };
  g_autofree char *address = NULL;
  Fate fate = load_fate (state, due->subject);

  ovs_practice_db_run (state->db, "UPDATE fate SET due_at = NULL WHERE employee = ?", "l", due->subject);
  /* Somebody helped him, or took the invitation back. */
  if (!is_pending (state, due->subject) || !load_invited (state, due->subject, &invited))
    return;
  address = invited.address;
  if (fate == FATE_ACTIVATES)
    activate (state, due);
  else if (fate == FATE_FIRST_MAIL || fate == FATE_BIRTH_DATE)
    ovs_practice_mijnloket_stop_halfway (state, due->subject, fate == FATE_BIRTH_DATE);
  else if (fate == FATE_BOUNCES)
    ovs_practice_mijnloket_bounce (state, due->subject);
  else if (fate == FATE_ASKS)
    ask (state, &invited, due);
}

const OvsPracticeSource ovs_practice_trouble_source = { find, happen };
