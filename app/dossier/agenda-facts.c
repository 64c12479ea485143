/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/agenda-facts.h"

#define TAKES_PART "c.selected AND c.excluded_reason IS NULL"

#define SENT "EXISTS (SELECT 1 FROM request r WHERE r.employer = c.id AND r.answer IS NOT 'nothing-done')"

#define HANDED_IN "EXISTS (SELECT 1 FROM request r WHERE r.employer = c.id AND r.route = 'loket' AND r.answer IS NOT 'nothing-done')"

#define ASKED "EXISTS (SELECT 1 FROM enquiry q WHERE q.employer = c.id AND q.returned_on IS NULL)"

#define TALLY(what) "coalesce((SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = '" what "'), 0)"

/* When the people of c were read in last. */
#define READ_AT                                                                                                                   \
  "(SELECT max(a.at) FROM import_employer x JOIN import i ON i.id = x.import JOIN audit a ON a.sequence = i.audit "               \
  "WHERE x.employer = c.id AND i.kind IN ('employees', 'loket') AND i.rolled_back IS NULL)"

/* The day that the latest announcement told. A draft counts once somebody says that it was sent. */
#define TOLD                                                                                                                      \
  "(SELECT l.round_day FROM letter l WHERE l.employer = c.id AND l.state = 'sent' AND l.piece IN ('client', 'correction') "       \
  "ORDER BY l.id DESC LIMIT 1)"

static OvsDay
day_of (const char *instant)
{
  gint64 at;

  return instant != NULL && ovs_clock_parse_iso (instant, &at) ? ovs_clock_day_of (at) : OVS_NO_DAY;
}

/* --- rounds --- */

static void
report_share (OvsRows *rows, OvsRoundShareFunc func, gpointer data)
{
  OvsRoundShare share = {
    .wave = ovs_rows_int (rows, 0),
    .number = ovs_rows_int (rows, 1),
    .date = ovs_rows_day (rows, 2),
    .frozen_on = day_of (ovs_rows_text (rows, 4)),
    .handler = ovs_rows_text (rows, 5),
    .clients = ovs_rows_int (rows, 6),
    .without_people = ovs_rows_int (rows, 7),
    .to_answer = ovs_rows_int (rows, 8),
    .not_informed = ovs_rows_int (rows, 9),
    .informed_on = ovs_rows_day (rows, 10),
    .employees_not_informed = ovs_rows_int (rows, 11),
    .employees_informed_on = ovs_rows_day (rows, 12),
    .not_read_again = ovs_rows_int (rows, 13),
    .read_on = day_of (ovs_rows_text (rows, 14)),
    .not_handed_in = ovs_rows_int (rows, 15),
    .submitted = ovs_rows_int (rows, 16),
    .sent_on = day_of (ovs_rows_text (rows, 17)),
    .to_invite = ovs_rows_int (rows, 18),
    .unsure = ovs_rows_int (rows, 19),
    .fallout = ovs_rows_int (rows, 20),
    .waiting = ovs_rows_int (rows, 21),
  };

  ovs_route_from_code (ovs_rows_text (rows, 3), &share.route);
  func (&share, data);
}

void
ovs_round_shares_foreach (OvsTx *tx, OvsRoundShareFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (
      tx,
      "SELECT w.id, w.number, w.date, w.route, w.frozen_at, c.handler, count(c.id), "
      "count(c.id) FILTER (WHERE NOT EXISTS (SELECT 1 FROM employee e WHERE e.employer = c.id)), "
      "total(" TALLY ("decide") " + CASE WHEN " ASKED " THEN 0 ELSE " TALLY ("stopper") " END), "
      "count(c.id) FILTER (WHERE c.informed_on IS NULL), max(c.informed_on), "
      "count(c.id) FILTER (WHERE c.employees_informed_on IS NULL), max(c.employees_informed_on), "
      "count(c.id) FILTER (WHERE coalesce(" READ_AT ", '') < date(w.date, '-10 days')), max(" READ_AT "), "
      "count(c.id) FILTER (WHERE NOT " HANDED_IN "), count(c.id) FILTER (WHERE " SENT "), "
      "max((SELECT max(r.sent) FROM request r WHERE r.employer = c.id AND r.answer IS NOT 'nothing-done')), "
      "total(CASE WHEN " SENT " THEN 0 ELSE " TALLY ("ready") " END), "
      "total(" TALLY ("outcome:unknown") " + " TALLY ("outcome:stranded") "), total(" TALLY ("list:fallout") "), total(" TALLY ("list:waiting") ") "
      "FROM wave w LEFT JOIN employer c ON c.wave = w.id AND " TAKES_PART " GROUP BY w.id, c.handler ORDER BY w.number, c.handler",
      "");

  while (ovs_rows_next (&rows))
    report_share (&rows, func, data);
}

/* --- clients --- */

void
ovs_told_otherwise_foreach (OvsTx *tx, gint64 wave, OvsDay day, OvsToldOtherwiseFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.id, c.number, c.name, c.handler, w.id, w.number, " TOLD ", coalesce(?2, w.date) FROM employer c JOIN wave w ON w.id = c.wave "
                                "WHERE ?1 IN (0, w.id) AND " TAKES_PART " AND " TOLD " <> coalesce(?2, w.date) "
                                "AND NOT " SENT " ORDER BY length(c.number_key), c.number_key",
                                "id", wave, day);

  while (ovs_rows_next (&rows))
    {
      OvsToldOtherwise client = { ovs_rows_int (&rows, 0),  ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_text (&rows, 3),
                                  ovs_rows_int (&rows, 4),  ovs_rows_int (&rows, 5),  ovs_rows_day (&rows, 6),  ovs_rows_day (&rows, 7) };

      func (&client, data);
    }
}

void
ovs_letters_lapsing (OvsTx *tx, gint64 wave, OvsDay day, gint64 *waiting, gint64 *made)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT count(*) FILTER (WHERE l.way = 'mail'), count(*) FILTER (WHERE l.way <> 'mail') FROM letter l "
                                "JOIN employer c ON c.id = l.employer WHERE c.wave = ?1 AND l.state = 'waiting' AND l.piece <> 'withdrawal' "
                                "AND l.round_day <> ?2",
                                "id", wave, day);

  ovs_rows_next (&rows);
  *waiting = ovs_rows_int (&rows, 0);
  *made = ovs_rows_int (&rows, 1);
  ovs_rows_close (&rows);
}

static void
report_clients (OvsRows *rows, gboolean instants, OvsClientDueFunc func, gpointer data)
{
  while (ovs_rows_next (rows))
    {
      OvsClientDue client = { ovs_rows_int (rows, 0), ovs_rows_text (rows, 1), ovs_rows_text (rows, 2), ovs_rows_text (rows, 3),
                              instants ? day_of (ovs_rows_text (rows, 4)) : ovs_rows_day (rows, 4) };

      func (&client, data);
    }
}

void
ovs_failed_letters_foreach (OvsTx *tx, OvsClientDueFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.id, c.number, c.name, c.handler, min(coalesce(l.settled, l.written)) FROM letter l "
                                "JOIN employer c ON c.id = l.employer WHERE l.state IN ('refused', 'unknown') AND " TAKES_PART " GROUP BY c.id",
                                "");

  report_clients (&rows, TRUE, func, data);
}

void
ovs_calls_due_foreach (OvsTx *tx, OvsClientDueFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.id, c.number, c.name, c.handler, min(n.day) FROM (SELECT employer, call_back_on AS day FROM employer_note "
                                "WHERE call_back_on <= ?1 AND done_on IS NULL UNION ALL SELECT e.employer, n.call_back_on FROM employee_note n "
                                "JOIN employee e ON e.id = n.employee WHERE n.call_back_on <= ?1 AND n.done_on IS NULL) n "
                                "JOIN employer c ON c.id = n.employer GROUP BY c.id",
                                "d", ovs_tx_today (tx));

  report_clients (&rows, FALSE, func, data);
}
