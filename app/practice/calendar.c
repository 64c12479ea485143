/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/calendar.h"

#include "practice/conversion/tickets.h"
#include "practice/mijnloket/links.h"
#include "practice/portals.h"
#include "practice/records.h"

#define DAY ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)

typedef struct
{
  gint64 at;
  gint64 employee;
  int reminder; /* which one, from 1; 0: the invitation expires */
} Due;

static GArray *
find_due (OvsPracticeState *state, gint64 now)
{
  GArray *due = g_array_new (FALSE, FALSE, sizeof (Due));
  g_autofree char *days = ovs_practice_behaviour_reminder_days (state->behaviour);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db,
      "SELECT invited_at + d.value * ?2 AS at, e.id, d.key + 1 FROM json_each (?1) d CROSS JOIN employee e"
      " WHERE ess = 'InvitePending' AND reminders <= d.key AND invited_at <= ?4 - d.value * ?2"
      " UNION ALL "
      "SELECT invited_at + ?3, id, 0 FROM employee WHERE ess = 'InvitePending' AND invited_at <= ?4 - ?3"
      " ORDER BY 1, 2, 3",
      "tlll", days, DAY, (gint64) state->behaviour->validity_days * DAY, now);

  while (ovs_practice_rows_next (rows))
    {
      Due one = { .at = ovs_practice_rows_number (rows, 0),
                  .employee = ovs_practice_rows_number (rows, 1),
                  .reminder = ovs_practice_rows_number (rows, 2) };
      g_array_append_val (due, one);
    }
  return due;
}

static void
remind (OvsPracticeState *state, const Due *due)
{
  if (ovs_practice_db_run (state->db,
                           "UPDATE employee SET reminders = ? WHERE id = ? AND ess = 'InvitePending'", "il",
                           due->reminder, due->employee) == 1)
    ovs_practice_mijnloket_remind (state, due->employee, due->at);
}

static void
expire (OvsPracticeState *state, const Due *due)
{
  if (ovs_practice_db_run (state->db, "UPDATE employee SET ess = 'InviteExpired' WHERE id = ? AND ess = 'InvitePending'", "l",
                           due->employee) == 0)
    return;
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_INVITATION, due->employee, OVS_PRACTICE_LINK_EXPIRED);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_ACTIVATION, due->employee, OVS_PRACTICE_LINK_EXPIRED);
  ovs_practice_record_event (state, due->at, due->employee, "expired");
}

/* Collected first: a query must not run over the rows that change under it. */
static GArray *
find_ids (OvsPracticeState *state, const char *sql, OvsDay day)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (state->db, sql, "i", day);

  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
block_on_date (OvsPracticeState *state, OvsDay today, gint64 now)
{
  g_autoptr (GArray) ids =
      find_ids (state,
                "SELECT id FROM employee WHERE revoke_day <= ? AND wnl = 'HasAccessToClient' ORDER BY id",
                today);

  for (guint i = 0; i < ids->len; i++)
    ovs_practice_werknemerloket_block (state, g_array_index (ids, gint64, i), now);
}

/* Who left in 2025 keeps Werknemerloket until 1 October 2026. A clock that is set back gives it back. */
static void
end_access_of_leavers (OvsPracticeState *state, OvsDay today)
{
  if (today >= ovs_day_from_ymd (2026, 10, 1))
    ovs_practice_db_run (
        state->db,
        "UPDATE employee SET wnl = 'NoAccessToClient', wnl_ended = 1"
        " WHERE wnl = 'HasAccessToClient' AND service_end IS NOT NULL AND service_end BETWEEN ? AND ?",
        "ii", ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31));
  else
    ovs_practice_db_run (state->db,
                         "UPDATE employee SET wnl = 'HasAccessToClient', wnl_ended = 0 WHERE wnl_ended = 1",
                         "");
}

/* Somebody's last day can make an employer fully over; days are looked at once. */
static void
review_products (OvsPracticeState *state, OvsDay today, gint64 now)
{
  g_autofree char *reviewed = ovs_practice_state_get (state, "reviewed");
  g_autofree char *this_day = g_strdup_printf ("%d", today);
  g_autoptr (GArray) ids = NULL;

  if (g_strcmp0 (reviewed, this_day) == 0)
    return;
  ovs_practice_state_set (state, "reviewed", this_day);
  ids = find_ids (state, "SELECT id FROM employer WHERE product_500 = 1 AND ?1 > 0 ORDER BY id", today);
  for (guint i = 0; i < ids->len; i++)
    ovs_practice_review_product (state, g_array_index (ids, gint64, i), now);
}

void
ovs_practice_calendar_catch_up (OvsPracticeState *state)
{
  gint64 now = ovs_clock_now (state->clock);
  OvsDay today = ovs_clock_day_of (now);
  g_autoptr (GArray) due = NULL;

  /* First: who is invited by it may have to be reminded already. */
  ovs_practice_tickets_catch_up (state, now);
  due = find_due (state, now);
  for (guint i = 0; i < due->len; i++)
    {
      const Due *one = &g_array_index (due, Due, i);

      if (one->reminder > 0)
        remind (state, one);
      else
        expire (state, one);
    }
  block_on_date (state, today, now);
  end_access_of_leavers (state, today);
  review_products (state, today, now);
}

void
ovs_practice_calendar_set_now (OvsPracticeState *state, gint64 instant)
{
  g_autofree char *offset = NULL;

  ovs_clock_set_now (state->clock, instant);
  offset = g_strdup_printf ("%" G_GINT64_FORMAT, ovs_clock_get_offset (state->clock));
  ovs_practice_state_set (state, "clock-offset", offset);
  ovs_practice_calendar_catch_up (state);
}
