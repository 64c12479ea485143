/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/tickets.h"

#include "practice/conversion/conversion.h"
#include "practice/conversion/fallout.h"
#include "practice/conversion/overview.h"

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
  return ovs_practice_db_run (state->db,
                              "UPDATE ticket SET status = 'withdrawn', ended_at = ?1 WHERE id = ?2 AND status = 'open' AND due_at > ?1", "ll",
                              ovs_clock_now (state->clock), ticket) == 1;
}

/* The employer of the list that comes after @employer by its number; after 0 the first one. 0: none. */
static gint64
next_employer (OvsPracticeState *state, gint64 ticket, gint64 employer)
{
  return ovs_practice_db_number (state->db, 0,
                                 "SELECT r.id FROM employer r CROSS JOIN ticket_employer t ON t.ticket = ?1 AND t.employer = r.id"
                                 " WHERE r.number > coalesce ((SELECT number FROM employer WHERE id = ?2), 0) ORDER BY r.number LIMIT 1",
                                 "ll", ticket, employer);
}

static OvsPracticeConversionPart
load_part (OvsPracticeState *state, gint64 ticket)
{
  OvsPracticeConversionPart part = { .ticket = ticket };
  g_autoptr (OvsPracticeRows) row =
      ovs_practice_db_query (state->db, "SELECT employer, employee_number FROM ticket_progress WHERE ticket = ?", "l", ticket);

  if (ovs_practice_rows_next (row))
    {
      part.employer = ovs_practice_rows_number (row, 0);
      part.reached = ovs_practice_rows_number (row, 1);
    }
  else
    part.employer = next_employer (state, ticket, 0);
  return part;
}

static void
store_part (OvsPracticeState *state, const OvsPracticeConversionPart *part, const OvsPracticeConverted *converted)
{
  ovs_practice_db_run (state->db,
                       "UPDATE ticket_employer SET invited = invited + ?, blocked = blocked + ?, fallout = fallout + ?, leavers = ?"
                       " WHERE ticket = ? AND employer = ?",
                       "llllll", converted->invited, converted->blocked, converted->fallout, converted->leavers, part->ticket, part->employer);
}

static void
store_progress (OvsPracticeState *state, const OvsPracticeConversionPart *part)
{
  ovs_practice_db_run (state->db, "INSERT OR REPLACE INTO ticket_progress (ticket, employer, employee_number) VALUES (?, ?, ?)", "lll",
                       part->ticket, part->employer, part->reached);
}

/* A part of the conversion. Returns: (transfer full) (nullable): the fallout list when that was the last one. */
static char *
convert (OvsPracticeState *state, gint64 ticket, gint64 at)
{
  OvsPracticeConversionPart part = load_part (state, ticket);
  OvsPracticeConverted converted;
  gboolean more = ovs_practice_conversion_run (state, &part, at, &converted);

  store_part (state, &part, &converted);
  if (!more)
    part = (OvsPracticeConversionPart){ .ticket = ticket, .employer = next_employer (state, ticket, part.employer) };
  if (part.employer != 0)
    {
      store_progress (state, &part);
      return NULL;
    }
  ovs_practice_db_run (state->db, "DELETE FROM ticket_progress WHERE ticket = ?", "l", ticket);
  return ovs_practice_fallout_take (state, ticket);
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

  if (file == NULL)
    return;
  ovs_practice_db_run (state->db, "UPDATE ticket SET status = 'done', ended_at = ?, file = ? WHERE id = ?", "ltl", due->at, file,
                       due->subject);
}

const OvsPracticeSource ovs_practice_due_tickets = { find_due, carry_out, .stirs = TRUE, .in_parts = TRUE };
