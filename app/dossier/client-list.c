/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/client-list.h"

#include "dossier/client-filter.h"

#define TALLY(what) "coalesce((SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = '" what "'), 0)"

/* The latest ticket of a subject about the client, by its day of being handed in or closed. */
#define TICKET(day, subject) \
  "(SELECT max(t." day ") FROM ticket_client x JOIN ticket t ON t.id = x.ticket WHERE x.employer = c.id AND t.subject = '" subject "')"

/* What nobody can tell before Loket was asked: a client that came after the last connection may be there all the same. */
#define IN_LOKET \
  "CASE WHEN c.loket_id IS NOT NULL THEN 1 WHEN (SELECT max(a.sequence) FROM audit a WHERE a.operation = 'connect') > " \
  "(SELECT i.audit FROM import i WHERE i.id = c.added_by) THEN 0 END"

#define COLUMNS \
  "SELECT c.id, c.number, c.name, c.city, c.contact_name, c.contact_phone, c.handler, c.tier, " \
  "coalesce(c.mijnloket, p.mijnloket), coalesce(c.product_500, p.product_500), " \
  "c.selected, c.informed_on, c.informed_note, (SELECT count(*) FROM employee e WHERE e.employer = c.id), " \
  TALLY ("ready") ", " TALLY ("decide") ", " TALLY ("stopper") ", " TALLY ("done") ", " TALLY ("left-out") ", c.contact_email, c.payroll, " \
  "c.payday, c.excluded_reason, (SELECT min(n.call_back_on) FROM employer_note n WHERE n.employer = c.id AND n.done_on IS NULL), " \
  "(SELECT min(n.call_back_on) FROM employee_note n CROSS JOIN employee e ON e.id = n.employee " \
  "WHERE n.call_back_on IS NOT NULL AND n.done_on IS NULL AND e.employer = c.id), " \
  "c.uses_leave, c.uses_expenses, c.uses_changes, (SELECT value FROM setting WHERE name = 'addendum'), " IN_LOKET ", " \
  "CASE WHEN coalesce(c.handler_rights_of, '') = coalesce(c.handler, '') THEN c.handler_rights END, " \
  "coalesce(c.contact_name, '') = c.contact_left, c.missing_since IS NOT NULL, w.said_by, w.said_on, w.letter_on, " \
  TICKET ("handed_in_on", "client-list") ", " TICKET ("handed_in_on", "withdrawal") ", " TICKET ("closed_on", "withdrawal") ", " \
  TALLY ("outcome:invited") ", " TALLY ("outcome:pending") " + " TALLY ("outcome:linked") ", " \
  TALLY ("reason:no-werknemerloket") ", " TALLY ("finding:ends-around-wave") ", r.number, r.date, c.route IS NOT NULL, " \
  "coalesce(c.route, r.route, (SELECT 'api' FROM setting WHERE name = 'loket-kind'), 'loket'), " \
  "p.told, p.lacking, p.mijnloket, c.contract_ends_on " \
  "FROM employer c LEFT JOIN preflight p ON p.employer = c.id LEFT JOIN withdrawal w ON w.employer = c.id LEFT JOIN wave r ON r.id = c.wave "

static const char select_all[] = COLUMNS "WHERE " OVS_CLIENT_FILTER ("c.", "?1") " ORDER BY length(c.number_key), c.number_key";
static const char select_one[] = COLUMNS "WHERE c.id = ?1";

static OvsTold
told (OvsRows *rows, int column)
{
  if (ovs_rows_text (rows, column) == NULL)
    return OVS_TOLD_UNKNOWN;
  return ovs_rows_int (rows, column) != 0 ? OVS_TOLD_YES : OVS_TOLD_NO;
}

/* OVS_NO_DAY is no day at all, not an early one. */
static OvsDay
earliest (OvsDay a, OvsDay b)
{
  if (a == OVS_NO_DAY || b == OVS_NO_DAY)
    return MAX (a, b);
  return MIN (a, b);
}

static void
report (OvsRows *rows, OvsClientFunc func, gpointer data)
{
  OvsClientRow row = {
    .id = ovs_rows_int (rows, 0),
    .number = ovs_rows_text (rows, 1),
    .name = ovs_rows_text (rows, 2),
    .city = ovs_rows_text (rows, 3),
    .contact_name = ovs_rows_text (rows, 4),
    .contact_phone = ovs_rows_text (rows, 5),
    .handler = ovs_rows_text (rows, 6),
    .tier = ovs_rows_text (rows, 7),
    .mijnloket = told (rows, 8),
    .product_500 = told (rows, 9),
    .selected = ovs_rows_int (rows, 10) != 0,
    .informed_on = ovs_rows_day (rows, 11),
    .informed_note = ovs_rows_text (rows, 12),
    .employees = ovs_rows_int (rows, 13),
    .ready = ovs_rows_int (rows, 14),
    .decide = ovs_rows_int (rows, 15),
    .stoppers = ovs_rows_int (rows, 16),
    .done = ovs_rows_int (rows, 17),
    .left_out = ovs_rows_int (rows, 18),
    .contact_email = ovs_rows_text (rows, 19),
    .payroll = ovs_rows_text (rows, 20),
    .payday = ovs_rows_text (rows, 21),
    .excluded_reason = ovs_rows_text (rows, 22),
    .call_back_on = earliest (ovs_rows_day (rows, 23), ovs_rows_day (rows, 24)),
    .uses_leave = told (rows, 25),
    .uses_expenses = told (rows, 26),
    .uses_changes = told (rows, 27),
    .addendum = told (rows, 28),
    .in_loket = told (rows, 29),
    .rights = told (rows, 30),
    .contact_left = ovs_rows_int (rows, 31) != 0,
    .missing = ovs_rows_int (rows, 32) != 0,
    .said_by = ovs_rows_text (rows, 33),
    .said_on = ovs_rows_day (rows, 34),
    .letter_on = ovs_rows_day (rows, 35),
    .handed_in_on = ovs_rows_day (rows, 36),
    .told_on = ovs_rows_day (rows, 37),
    .confirmed_on = ovs_rows_day (rows, 38),
    .invited = ovs_rows_int (rows, 39),
    .without_werknemerloket = ovs_rows_int (rows, 41),
    .leaving = ovs_rows_int (rows, 42),
    .wave = ovs_rows_int (rows, 43),
    .wave_on = ovs_rows_day (rows, 44),
    .has_own_route = ovs_rows_int (rows, 45) != 0,
    .rights_told = told (rows, 47),
    .lacking = ovs_rows_text (rows, 48),
    .shown_mijnloket = told (rows, 49),
    .contract_ends_on = ovs_rows_day (rows, 50),
  };

  ovs_route_from_code (ovs_rows_text (rows, 46), &row.route);

  /* By which way those of a client list were invited, only Loket knows; who was over before this conversion is another story. */
  if (row.handed_in_on != OVS_NO_DAY)
    row.invited = MAX (row.invited, ovs_rows_int (rows, 40));

  func (&row, data);
}

gboolean
ovs_client_is_over (const OvsClientRow *row)
{
  return row->selected && row->ready + row->decide + row->stoppers == 0 && row->done > 0;
}

void
ovs_client_list_foreach (OvsTx *tx, const char *handler, OvsClientFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, select_all, "s", handler);

  while (ovs_rows_next (&rows))
    report (&rows, func, data);
}

gboolean
ovs_client_list_get (OvsTx *tx, gint64 id, OvsClientFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, select_one, "i", id);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    report (&rows, func, data);
  ovs_rows_close (&rows);
  return found;
}
