/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/trouble.h"

#include "practice/fates.h"
#include "practice/portals.h"
#include "practice/questions.h"

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
ask (OvsPracticeState *state, const OvsPracticeDue *due)
{
  g_autoptr (GRand) random = ovs_practice_fates_chances (state, due->subject);
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

static gboolean
is_pending (OvsPracticeState *state, gint64 employee)
{
  return ovs_practice_db_number (state->db, 0, "SELECT 1 FROM employee WHERE id = ? AND ess = 'InvitePending'", "l", employee) != 0;
}

static void
happen (OvsPracticeState *state, const OvsPracticeDue *due)
{
  OvsPracticeFate fate = ovs_practice_fates_load (state, due->subject);

  ovs_practice_db_run (state->db, "UPDATE fate SET due_at = NULL WHERE employee = ?", "l", due->subject);
  /* Somebody helped him, or took the invitation back. */
  if (!is_pending (state, due->subject))
    return;
  if (fate == OVS_PRACTICE_FATE_ACTIVATES)
    activate (state, due);
  else if (fate == OVS_PRACTICE_FATE_FIRST_MAIL || fate == OVS_PRACTICE_FATE_BIRTH_DATE)
    ovs_practice_mijnloket_stop_halfway (state, due->subject, fate == OVS_PRACTICE_FATE_BIRTH_DATE);
  else if (fate == OVS_PRACTICE_FATE_BOUNCES && state->behaviour->bounce_fails)
    ovs_practice_mijnloket_bounce (state, due->subject);
  else if (fate == OVS_PRACTICE_FATE_ASKS)
    ask (state, due);
}

const OvsPracticeSource ovs_practice_trouble_source = { find, happen };
