/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/records.h"

#include "practice/mail/courier.h"
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

  if (ovs_practice_rows_next (rows))
    ovs_practice_record_mail_to (state, at, employee, ovs_practice_rows_text (rows, 0), kind, secret);
}

void
ovs_practice_record_mail_to (
    OvsPracticeState *state, gint64 at, gint64 employee, const char *recipient, const char *kind, const char *secret)
{
  if (!ovs_practice_address_is_possible (recipient))
    return;
  ovs_practice_db_run (state->db,
                       "INSERT INTO mail (at, kind, recipient, employee, secret, first_name, begun, delivery)"
                       " SELECT ?, ?, ?, e.id, ?, coalesce (nullif (a.first_name, ''), e.first_name, e.initials),"
                       "        CASE WHEN a.id IS NULL THEN 0 WHEN a.activated_at IS NULL THEN 1 ELSE 2 END,"
                       "        (SELECT value FROM setting WHERE name = 'delivery')"
                       " FROM employee e LEFT JOIN account a ON a.id = e.account_id WHERE e.id = ?",
                       "ltttl", at, kind, recipient, secret, employee);
  ovs_practice_courier_wake (state->courier);
}
