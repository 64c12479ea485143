/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/deadlines.h"

#include "practice/mijnloket/links.h"
#include "practice/portals.h"
#include "practice/records.h"

#define DAY ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)
/* The day up to which last days are looked at; absent: every employer is to be. */
#define REVIEWED "reviewed"
#define BEGAN "began"

/* The first row of @sql, whose bound value is @last: a moment or day, and what it is about. */
static gboolean
find_first (OvsPracticeState *state, const char *sql, gint64 last, gint64 *moment, gint64 *subject)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (state->db, sql, "l", last);

  if (!ovs_practice_rows_next (row))
    return FALSE;
  *moment = ovs_practice_rows_number (row, 0);
  *subject = ovs_practice_rows_number (row, 1);
  return TRUE;
}

static gboolean
find_reminder (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  JsonArray *days = state->behaviour->reminder_days;
  gboolean found = FALSE;

  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      gint64 delay = json_array_get_int_element (days, i) * DAY;
      g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
          state->db,
          "SELECT invited_at, id FROM employee WHERE ess = 'InvitePending' AND reminders = ? AND invited_at <= ?"
          " ORDER BY invited_at, id LIMIT 1",
          "il", (int) i, until - delay);

      if (!ovs_practice_rows_next (row) || (found && ovs_practice_rows_number (row, 0) + delay >= due->at))
        continue;
      *due = (OvsPracticeDue){ .at = ovs_practice_rows_number (row, 0) + delay, .subject = ovs_practice_rows_number (row, 1), .step = i + 1 };
      found = TRUE;
    }
  return found;
}

static void
remind (OvsPracticeState *state, const OvsPracticeDue *due)
{
  if (ovs_practice_db_run (state->db, "UPDATE employee SET reminders = ? WHERE id = ? AND ess = 'InvitePending'", "il", due->step,
                           due->subject) == 1)
    ovs_practice_mijnloket_remind (state, due->subject, due->at);
}

const OvsPracticeSource ovs_practice_reminders = { find_reminder, remind };

static gboolean
find_expiry (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  gint64 delay = state->behaviour->validity_days * DAY;

  due->step = 0;
  if (!find_first (state, "SELECT invited_at, id FROM employee WHERE ess = 'InvitePending' AND invited_at <= ? ORDER BY invited_at, id LIMIT 1",
                   until - delay, &due->at, &due->subject))
    return FALSE;
  due->at += delay;
  return TRUE;
}

static void
expire (OvsPracticeState *state, const OvsPracticeDue *due)
{
  if (ovs_practice_db_run (state->db, "UPDATE employee SET ess = 'InviteExpired' WHERE id = ? AND ess = 'InvitePending'", "l",
                           due->subject) == 0)
    return;
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_INVITATION, due->subject, OVS_PRACTICE_LINK_EXPIRED);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_ACTIVATION, due->subject, OVS_PRACTICE_LINK_EXPIRED);
  ovs_practice_record_event (state, due->at, due->subject, "expired");
}

const OvsPracticeSource ovs_practice_expiries = { find_expiry, expire };

static void
review_employer_of (OvsPracticeState *state, const OvsPracticeDue *due)
{
  gint64 employer = ovs_practice_db_number (state->db, 0, "SELECT employer FROM employee WHERE id = ?", "l", due->subject);

  ovs_practice_review_product (state, employer, due->at);
}

static gboolean
find_block (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  gint64 day;

  due->step = 0;
  if (!find_first (state,
                   "SELECT revoke_day, id FROM employee WHERE revoke_day IS NOT NULL AND wnl = 'HasAccessToClient'"
                   " AND revoke_day <= ? ORDER BY revoke_day, id LIMIT 1",
                   ovs_clock_day_of (until), &day, &due->subject))
    return FALSE;
  due->at = ovs_clock_start_of (day);
  return TRUE;
}

static void
block (OvsPracticeState *state, const OvsPracticeDue *due)
{
  ovs_practice_werknemerloket_block (state, due->subject, due->at);
  review_employer_of (state, due);
}

const OvsPracticeSource ovs_practice_blocks_on_date = { find_block, block };

static gint64
end_of_access (void)
{
  return ovs_clock_start_of (ovs_day_from_ymd (2026, 10, 1));
}

/* Who left in 2025 keeps Werknemerloket until 1 October 2026. */
static gboolean
find_leaver (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  gint64 day;

  *due = (OvsPracticeDue){ .at = end_of_access () };
  return until >= due->at && find_first (state,
                                         "SELECT service_end, id FROM employee WHERE wnl = 'HasAccessToClient'"
                                         " AND service_end IS NOT NULL AND service_end BETWEEN ?1 - 364 AND ?1"
                                         " ORDER BY service_end, id LIMIT 1",
                                         ovs_day_from_ymd (2025, 12, 31), &day, &due->subject);
}

static void
end_access (OvsPracticeState *state, const OvsPracticeDue *due)
{
  /* Somebody may have been blocked in the same moment. */
  if (ovs_practice_db_run (state->db, "UPDATE employee SET wnl = 'NoAccessToClient', wnl_ended = 1 WHERE id = ? AND wnl = 'HasAccessToClient'",
                           "l", due->subject) == 0)
    return;
  if (end_of_access () > ovs_practice_db_number (state->db, 0, "SELECT value FROM setting WHERE name = ?", "t", BEGAN))
    ovs_practice_record_event (state, due->at, due->subject, "access-ended");
  review_employer_of (state, due);
}

const OvsPracticeSource ovs_practice_leavers_of_2025 = { find_leaver, end_access };

static OvsDay
reviewed_until (OvsPracticeState *state)
{
  return (OvsDay) ovs_practice_db_number (state->db, 0, "SELECT value FROM setting WHERE name = ?", "t", REVIEWED);
}

static void
set_reviewed (OvsPracticeState *state, OvsDay day)
{
  g_autofree char *text = g_strdup_printf ("%d", day);

  ovs_practice_state_set (state, REVIEWED, text);
}

/* The step is the day that begins when the last day is over. */
static gboolean
find_last_day (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  OvsDay reviewed = reviewed_until (state);
  gint64 last_day = 0;

  *due = (OvsPracticeDue){ .at = until, .step = ovs_clock_day_of (until) };
  if (reviewed == OVS_NO_DAY)
    return TRUE;
  if (reviewed >= due->step)
    return FALSE;
  last_day = ovs_practice_db_number (state->db, 0,
                                     "SELECT service_end FROM employee WHERE service_end IS NOT NULL AND service_end >= ?"
                                     " AND service_end < ? ORDER BY service_end LIMIT 1",
                                     "ii", reviewed, due->step);
  if (last_day == 0)
    return FALSE;
  due->step = (OvsDay) last_day + 1;
  due->at = ovs_clock_start_of (due->step);
  return TRUE;
}

/* Collected first: a query must not run over the rows that change under it. */
static GArray *
find_employers (OvsPracticeState *state, OvsDay left)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsPracticeRows) rows =
      left == OVS_NO_DAY
          ? ovs_practice_db_query (state->db, "SELECT id FROM employer WHERE product_500 = 1 ORDER BY id", "")
          : ovs_practice_db_query (state->db,
                                   "SELECT DISTINCT employer FROM employee WHERE service_end IS NOT NULL AND service_end = ?"
                                   " ORDER BY employer",
                                   "d", left);

  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
review_products (OvsPracticeState *state, const OvsPracticeDue *due)
{
  gboolean all = reviewed_until (state) == OVS_NO_DAY;
  g_autoptr (GArray) ids = find_employers (state, all ? OVS_NO_DAY : due->step - 1);

  for (guint i = 0; i < ids->len; i++)
    ovs_practice_review_product (state, g_array_index (ids, gint64, i), due->at);
  set_reviewed (state, due->step);
}

const OvsPracticeSource ovs_practice_last_days = { find_last_day, review_products };

void
ovs_practice_deadlines_begin (OvsPracticeState *state)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, ovs_clock_now (state->clock));

  ovs_practice_state_set (state, BEGAN, now);
}

void
ovs_practice_deadlines_turn_back (OvsPracticeState *state, gint64 now)
{
  OvsDay today = ovs_clock_day_of (now);

  if (now < end_of_access ())
    ovs_practice_db_run (state->db, "UPDATE employee SET wnl = 'HasAccessToClient', wnl_ended = 0 WHERE wnl_ended = 1", "");
  if (reviewed_until (state) > today)
    set_reviewed (state, today);
}

void
ovs_practice_deadlines_review_all (OvsPracticeState *state)
{
  set_reviewed (state, OVS_NO_DAY);
}
