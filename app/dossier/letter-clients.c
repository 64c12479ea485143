/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/letter-clients.h"

#define COLUMNS                                                                                            \
  "SELECT c.id, c.number, c.name, c.contact_name, c.contact_email, coalesce(w.number, 0), w.date, c.selected AND c.excluded_reason IS NULL " \
  "FROM employer c LEFT JOIN wave w ON w.id = c.wave "

static void
report (OvsRows *rows, OvsLetterClientFunc func, gpointer data)
{
  OvsLetterClient client = {
    .id = ovs_rows_int (rows, 0),
    .number = ovs_rows_text (rows, 1),
    .name = ovs_rows_text (rows, 2),
    .contact_name = ovs_rows_text (rows, 3),
    .contact_email = ovs_rows_text (rows, 4),
    .wave = ovs_rows_int (rows, 5),
    .wave_on = ovs_rows_day (rows, 6),
    .selected = ovs_rows_int (rows, 7) != 0,
  };

  func (&client, data);
}

void
ovs_letter_clients_foreach (OvsTx *tx, gint64 wave, OvsLetterClientFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                COLUMNS "WHERE CASE WHEN c.selected AND c.excluded_reason IS NULL THEN ?1 IN (0, w.number) "
                                        "ELSE EXISTS (SELECT 1 FROM letter l WHERE l.employer = c.id AND ?1 IN (0, l.wave) "
                                        "AND l.state IN ('sent', 'unknown', 'sending')) END ORDER BY length(c.number_key), c.number_key",
                                "i", wave);

  while (ovs_rows_next (&rows))
    report (&rows, func, data);
}

gboolean
ovs_letter_clients_get (OvsTx *tx, gint64 id, OvsLetterClientFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, COLUMNS "WHERE c.id = ?1", "i", id);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    report (&rows, func, data);
  ovs_rows_close (&rows);
  return found;
}
