/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/inform-list.h"

#include "dossier/client-filter.h"

/* The newest letter of the client c that tells the day. */
#define NEWEST(condition)                                                                                             \
  "(SELECT m.id FROM letter m WHERE m.employer = c.id AND m.piece IN ('client', 'correction') AND " condition         \
  " ORDER BY m.id DESC LIMIT 1)"

/* Who said that the client c was informed on the day that it is. */
#define INFORMED_BY                                                                                                  \
  "(SELECT who.text FROM history h JOIN audit a ON a.sequence = h.audit JOIN audit_text who ON who.reference = a.actor " \
  "WHERE h.employer = c.id AND h.employee IS NULL AND h.field = 'informed_on' AND h.new = c.informed_on ORDER BY h.id DESC LIMIT 1)"

#define SELECT                                                                                                        \
  "SELECT c.id, c.number, c.name, c.handler, c.contact_name, c.contact_phone, c.contact_email, "                      \
  "c.contact_left = coalesce(c.contact_name, ''), c.informed_note, "                                                  \
  "(SELECT count(*) FROM employee e WHERE e.employer = c.id), w.id, w.number, w.date, "                               \
  "EXISTS (SELECT 1 FROM tally t WHERE t.employer = c.id AND t.what = 'outcome:submitted' AND t.number > 0), "        \
  "c.informed_on, c.informed_at, CASE WHEN c.informed_on IS NOT NULL THEN " INFORMED_BY " END, "                      \
  "c.employees_informed_on, c.flyer_hangs_on, "                                                                       \
  "l.id, l.state, l.way, l.round_day, coalesce(l.settled, l.written), made.text, sent.settled, sent.round_day "       \
  "FROM employer c LEFT JOIN wave w ON w.id = c.wave "                                                                \
  "LEFT JOIN letter l ON l.id = " NEWEST ("m.state <> 'dropped'") " "                                                 \
  "LEFT JOIN letter sent ON sent.id = " NEWEST ("m.state = 'sent'") " "                                               \
  "LEFT JOIN audit b ON b.sequence = l.audit LEFT JOIN audit_text made ON made.reference = b.actor "                  \
  "WHERE c.selected AND c.excluded_reason IS NULL AND "

static gint64
read_instant (OvsRows *rows, int column)
{
  const char *text = ovs_rows_text (rows, column);
  gint64 at;

  return text != NULL && ovs_clock_parse_iso (text, &at) ? at : 0;
}

static void
report (OvsRows *rows, OvsInformFunc func, gpointer data)
{
  OvsInformRow row = {
    .id = ovs_rows_int (rows, 0),
    .number = ovs_rows_text (rows, 1),
    .name = ovs_rows_text (rows, 2),
    .handler = ovs_rows_text (rows, 3),
    .contact_name = ovs_rows_text (rows, 4),
    .contact_phone = ovs_rows_text (rows, 5),
    .contact_email = ovs_rows_text (rows, 6),
    .contact_left = ovs_rows_int (rows, 7) != 0,
    .note = ovs_rows_text (rows, 8),
    .employees = ovs_rows_int (rows, 9),
    .wave = ovs_rows_int (rows, 10),
    .wave_number = ovs_rows_int (rows, 11),
    .wave_on = ovs_rows_day (rows, 12),
    .submitted = ovs_rows_int (rows, 13) != 0,
    .informed_on = ovs_rows_day (rows, 14),
    .informed_at = read_instant (rows, 15),
    .informed_by = ovs_rows_text (rows, 16),
    .employees_informed_on = ovs_rows_day (rows, 17),
    .flyer_hangs_on = ovs_rows_day (rows, 18),
    .has_letter = ovs_rows_int (rows, 19) != 0,
    .letter_day = ovs_rows_day (rows, 22),
    .letter_at = read_instant (rows, 23),
    .letter_by = ovs_rows_text (rows, 24),
    .sent_at = read_instant (rows, 25),
    .told_day = ovs_rows_day (rows, 26),
  };

  if (row.has_letter)
    {
      row.letter_state = ovs_letter_state_from_code (ovs_rows_text (rows, 20));
      row.letter_way = ovs_way_from_code (ovs_rows_text (rows, 21));
    }
  func (&row, data);
}

void
ovs_inform_list_foreach (OvsTx *tx, const char *handler, OvsInformFunc func, gpointer data)
{
  OvsRows rows
      = ovs_rows_open (tx, SELECT OVS_CLIENT_FILTER ("c.", "?1") " ORDER BY length(c.number_key), c.number_key", "s", handler);

  while (ovs_rows_next (&rows))
    report (&rows, func, data);
}

void
ovs_inform_list_read (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsInformFunc func, gpointer data)
{
  for (gsize i = 0; i < n_ids; i++)
    {
      OvsRows rows = ovs_rows_open (tx, SELECT "c.id = ?1", "i", ids[i]);

      if (ovs_rows_next (&rows))
        report (&rows, func, data);
      ovs_rows_close (&rows);
    }
}
