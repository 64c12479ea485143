/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/tickets.h"

#include "practice/conversion/conversion.h"
#include "practice/conversion/overview.h"
#include "practice/csv.h"

#define DAY ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)

static gint64
add (OvsPracticeState *state, const char *kind, gint64 due)
{
  ovs_practice_db_run (state->db, "INSERT INTO ticket (kind, submitted_at, due_at, status) VALUES (?, ?, ?, 'open')", "tll", kind,
                       ovs_clock_now (state->clock), due);
  return ovs_practice_db_last_id (state->db);
}

gint64
ovs_practice_tickets_ask_overview (OvsPracticeState *state)
{
  return add (state, "overview", ovs_clock_now (state->clock) + DAY);
}

/* Early in the morning: midnight in UTC is one or two o'clock here. */
static gint64
begin_of (OvsDay day)
{
  return (day - ovs_day_from_ymd (1970, 1, 1)) * DAY;
}

gint64
ovs_practice_tickets_hand_in (OvsPracticeState *state, OvsPracticeClientList *list, OvsDay day)
{
  gint64 ticket = add (state, "client-list", MAX (begin_of (day), ovs_clock_now (state->clock)));

  for (guint i = 0; i < list->employers->len; i++)
    ovs_practice_db_run (state->db, "INSERT INTO ticket_employer (ticket, employer) VALUES (?, ?)", "ll", ticket,
                         g_array_index (list->employers, gint64, i));
  for (guint i = 0; i < list->notes->len; i++)
    {
      OvsPracticeClientNote *note = g_ptr_array_index (list->notes, i);

      ovs_practice_db_run (state->db, "INSERT OR IGNORE INTO ticket_note (ticket, line, note) VALUES (?, ?, ?)", "lit", ticket,
                           (int) note->line, note->note);
    }
  return ticket;
}

gboolean
ovs_practice_tickets_withdraw (OvsPracticeState *state, gint64 ticket)
{
  return ovs_practice_db_run (state->db, "UPDATE ticket SET status = 'withdrawn', ended_at = ? WHERE id = ? AND status = 'open'", "ll",
                              ovs_clock_now (state->clock), ticket) == 1;
}

static GArray *
find_employers (OvsPracticeState *state, gint64 ticket)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db, "SELECT t.employer FROM ticket_employer t JOIN employer r ON r.id = t.employer WHERE t.ticket = ? ORDER BY r.number",
      "l", ticket);

  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

/* Returns: (transfer full): the fallout list. */
static char *
convert (OvsPracticeState *state, gint64 ticket, gint64 at)
{
  g_autoptr (GArray) employers = find_employers (state, ticket);
  GString *fallout = ovs_practice_csv_new ();

  ovs_practice_conversion_begin_fallout (fallout);
  for (guint i = 0; i < employers->len; i++)
    {
      gint64 employer = g_array_index (employers, gint64, i);
      OvsPracticeConverted converted;

      ovs_practice_conversion_run (state, ticket, employer, at, fallout, &converted);
      ovs_practice_db_run (state->db,
                           "UPDATE ticket_employer SET invited = ?, blocked = ?, fallout = ?, leavers = ? WHERE ticket = ? AND employer = ?",
                           "llllll", converted.invited, converted.blocked, converted.fallout, converted.leavers, ticket, employer);
    }
  return g_string_free (fallout, FALSE);
}

static gboolean
find_due (OvsPracticeState *state, gint64 until, OvsPracticeDue *due)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db, "SELECT due_at, id FROM ticket WHERE status = 'open' AND due_at <= ? ORDER BY due_at, id LIMIT 1", "l", until);

  if (!ovs_practice_rows_next (row))
    return FALSE;
  *due = (OvsPracticeDue){ .at = ovs_practice_rows_number (row, 0), .subject = ovs_practice_rows_number (row, 1) };
  return TRUE;
}

static void
carry_out (OvsPracticeState *state, const OvsPracticeDue *due)
{
  gboolean overview =
      ovs_practice_db_number (state->db, 0, "SELECT kind = 'overview' FROM ticket WHERE id = ?", "l", due->subject) != 0;
  g_autofree char *file =
      overview ? ovs_practice_overview_make (state, ovs_clock_day_of (due->at)) : convert (state, due->subject, due->at);

  ovs_practice_db_run (state->db, "UPDATE ticket SET status = 'done', ended_at = ?, file = ? WHERE id = ?", "ltl", due->at, file,
                       due->subject);
}

const OvsPracticeSource ovs_practice_due_tickets = { find_due, carry_out, .stirs = TRUE };
