/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/fallout.h"

#include "practice/csv.h"

void
ovs_practice_fallout_add (OvsPracticeState *state, gint64 ticket, gint64 employee, const char *reason)
{
  ovs_practice_db_run (state->db, "INSERT INTO ticket_fallout (ticket, employee, reason) VALUES (?, ?, ?)", "llt", ticket, employee, reason);
}

static void
add_line (OvsPracticeRows *row, GString *file)
{
  ovs_practice_csv_add_number (file, ovs_practice_rows_number (row, 0));
  ovs_practice_csv_add_text (file, ovs_practice_rows_text (row, 1));
  ovs_practice_csv_add_number (file, ovs_practice_rows_number (row, 2));
  ovs_practice_csv_add_text (file, ovs_practice_rows_text (row, 3));
  ovs_practice_csv_add_text (file, ovs_practice_rows_text (row, 4));
  ovs_practice_csv_end_line (file);
}

char *
ovs_practice_fallout_take (OvsPracticeState *state, gint64 ticket)
{
  static const char *const heads[] = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Reden", NULL };
  GString *file = ovs_practice_csv_new ();
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db,
      "SELECT r.number, r.name, e.number, e.formatted_name, f.reason FROM ticket_fallout f JOIN employee e ON e.id = f.employee"
      " JOIN employer r ON r.id = e.employer WHERE f.ticket = ? ORDER BY r.number, e.number",
      "l", ticket);

  ovs_practice_csv_add_line (file, heads);
  while (ovs_practice_rows_next (rows))
    add_line (rows, file);
  ovs_practice_db_run (state->db, "DELETE FROM ticket_fallout WHERE ticket = ?", "l", ticket);
  return g_string_free (file, FALSE);
}
