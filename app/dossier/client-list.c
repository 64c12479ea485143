/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/client-list.h"

#define COLUMNS \
  "SELECT c.id, c.number, c.name, c.city, c.contact_name, c.contact_phone, c.handler, c.tier, c.mijnloket, c.product_500, " \
  "c.selected, c.informed_on, c.informed_note, count(e.id), sum(j.disposition = 'ready'), sum(j.disposition = 'decide'), " \
  "sum(j.disposition = 'stopper'), sum(j.disposition = 'done'), sum(j.disposition = 'left-out'), c.contact_email, c.payroll, " \
  "c.payday, c.excluded_reason, (SELECT min(n.call_back_on) FROM employer_note n WHERE n.employer = c.id AND n.done_on IS NULL) " \
  "FROM employer c LEFT JOIN employee e ON e.employer = c.id LEFT JOIN judgement j ON j.employee = e.id "

static const char select_all[] = COLUMNS "WHERE ?1 IS NULL OR c.handler = ?1 GROUP BY c.id ORDER BY length(c.number_key), c.number_key";
static const char select_one[] = COLUMNS "WHERE c.id = ?1 GROUP BY c.id";

static OvsTold
told (OvsRows *rows, int column)
{
  if (ovs_rows_text (rows, column) == NULL)
    return OVS_TOLD_UNKNOWN;
  return ovs_rows_int (rows, column) != 0 ? OVS_TOLD_YES : OVS_TOLD_NO;
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
    .call_back_on = ovs_rows_day (rows, 23),
  };

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
