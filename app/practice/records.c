/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/records.h"

#include "practice/office/address.h"

void
ovs_practice_record_event (OvsPracticeState *state, gint64 at, gint64 employee, const char *event)
{
  ovs_practice_db_run (state->db,
                       "INSERT INTO event (at, employer, employee, event) SELECT ?, employer, id, ? FROM "
                       "employee WHERE id = ?",
                       "ltl", at, event, employee);
}

void
ovs_practice_record_employer_event (OvsPracticeState *state, gint64 at, gint64 employer, const char *event)
{
  ovs_practice_db_run (state->db, "INSERT INTO event (at, employer, event) VALUES (?, ?, ?)", "llt", at,
                       employer, event);
}

void
ovs_practice_record_mail (
    OvsPracticeState *state, gint64 at, gint64 employee, const char *kind, const char *secret)
{
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (state->db, "SELECT email FROM employee WHERE id = ?", "l", employee);

  if (!ovs_practice_rows_next (rows) || !ovs_practice_address_is_possible (ovs_practice_rows_text (rows, 0)))
    return;
  ovs_practice_db_run (state->db,
                       "INSERT INTO mail (at, kind, recipient, employee, secret) VALUES (?, ?, ?, ?, ?)",
                       "lttlt", at, kind, ovs_practice_rows_text (rows, 0), employee, secret);
}
