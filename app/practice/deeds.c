/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/deeds.h"

void
ovs_practice_deed_begin (
    OvsPracticeDeed *deed, OvsPracticeState *state, const char *kind, gint64 employer, const char *origin, gint64 ticket)
{
  g_autofree char *uuid = g_uuid_string_random ();

  ovs_practice_db_run (state->db,
                       "INSERT INTO action (uuid, kind, employer, submitted_at, status, total, origin, ticket)"
                       " VALUES (?, ?, ?, ?, 'Completed', 0, ?, nullif (?, 0))",
                       "ttlltl", uuid, kind, employer, ovs_clock_now (state->clock), origin, ticket);
  *deed = (OvsPracticeDeed){ .state = state, .id = ovs_practice_db_last_id (state->db) };
}

gboolean
ovs_practice_deed_go_on (OvsPracticeDeed *deed, OvsPracticeState *state, gint64 employer, gint64 ticket)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db, "SELECT id, total, succeeded, failed FROM action WHERE ticket = ? AND employer = ?", "ll", ticket, employer);

  if (!ovs_practice_rows_next (row))
    return FALSE;
  *deed = (OvsPracticeDeed){ .state = state,
                             .id = ovs_practice_rows_number (row, 0),
                             .total = (int) ovs_practice_rows_number (row, 1),
                             .succeeded = (int) ovs_practice_rows_number (row, 2),
                             .failed = (int) ovs_practice_rows_number (row, 3) };
  return TRUE;
}

static void
add (OvsPracticeDeed *deed, gint64 employee, const char *verb, const char *type, int code, const char *message, gboolean blocked)
{
  ovs_practice_db_run (deed->state->db,
                       "INSERT INTO action_item (action, position, uuid, entity, verb, done_at, message_type, message_code, message, blocked)"
                       " SELECT ?, ?, hex (randomblob (16)), uuid, ?, ?, ?, ?, ?, ? FROM employee WHERE id = ?",
                       "litltitil", deed->id, deed->total++, verb, ovs_clock_now (deed->state->clock), type, code, message, blocked,
                       employee);
}

void
ovs_practice_deed_add (OvsPracticeDeed *deed, gint64 employee, const char *verb, OvsPracticeRefusal refusal, gboolean blocked)
{
  gboolean refused = refusal != OVS_PRACTICE_ACCEPTED;

  add (deed, employee, verb, refused ? ovs_practice_refusal_type (refusal) : NULL, refusal,
       refused ? ovs_practice_refusal_text (refusal) : NULL, blocked);
  deed->succeeded += !refused;
  deed->failed += refused;
}

void
ovs_practice_deed_leave (OvsPracticeDeed *deed, gint64 employee, const char *why)
{
  add (deed, employee, "Leave", "Information", 0, why, FALSE);
}

void
ovs_practice_deed_end (OvsPracticeDeed *deed, gboolean read)
{
  ovs_practice_db_run (deed->state->db,
                       "UPDATE action SET total = ?, succeeded = ?, failed = ?, completed_at = submitted_at,"
                       " read_at = CASE WHEN ? THEN submitted_at END WHERE id = ?",
                       "iiiil", deed->total, deed->succeeded, deed->failed, read, deed->id);
}
