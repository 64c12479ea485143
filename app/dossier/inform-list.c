/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/inform-list.h"

#include "dossier/client-filter.h"

#define COLUMNS                                                                                              \
  "SELECT id, number, name, contact_name, contact_phone, contact_email, informed_note, informed_on, "        \
  "(SELECT count(*) FROM employee e WHERE e.employer = c.id) FROM employer c "

static void
report (OvsRows *rows, OvsInformFunc func, gpointer data)
{
  OvsInformRow row = {
    .id = ovs_rows_int (rows, 0),
    .number = ovs_rows_text (rows, 1),
    .name = ovs_rows_text (rows, 2),
    .contact_name = ovs_rows_text (rows, 3),
    .contact_phone = ovs_rows_text (rows, 4),
    .contact_email = ovs_rows_text (rows, 5),
    .note = ovs_rows_text (rows, 6),
    .informed_on = ovs_rows_day (rows, 7),
    .employees = ovs_rows_int (rows, 8),
  };

  func (&row, data);
}

void
ovs_inform_list_foreach (OvsTx *tx, const char *handler, OvsInformFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                COLUMNS "WHERE selected AND " OVS_CLIENT_FILTER ("", "?1") " "
                                        "ORDER BY length(number_key), number_key",
                                "s", handler);

  while (ovs_rows_next (&rows))
    report (&rows, func, data);
}

void
ovs_inform_list_read (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsInformFunc func, gpointer data)
{
  for (gsize i = 0; i < n_ids; i++)
    {
      OvsRows rows = ovs_rows_open (tx, COLUMNS "WHERE id = ?1 AND selected", "i", ids[i]);

      if (ovs_rows_next (&rows))
        report (&rows, func, data);
      ovs_rows_close (&rows);
    }
}

OvsDay
ovs_inform_list_latest (OvsTx *tx, const char *handler)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT max(informed_on) FROM employer WHERE selected AND " OVS_CLIENT_FILTER ("", "?1"), "s", handler);
  OvsDay day = ovs_rows_next (&rows) ? ovs_rows_day (&rows, 0) : OVS_NO_DAY;

  ovs_rows_close (&rows);
  return day;
}
