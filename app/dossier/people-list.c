/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/people-list.h"

static const char select_ids[]
    = "SELECT e.id FROM employee e JOIN employer c ON c.id = e.employer JOIN judgement j ON j.employee = e.id "
      "WHERE c.selected AND (?1 IS NULL OR c.handler = ?1) AND (?2 IS NULL OR j.disposition = ?2) AND (?3 IS NULL OR j.reason = ?3) "
      "AND (?4 IS NULL OR EXISTS (SELECT 1 FROM finding f WHERE f.employee = e.id AND f.code = ?4 AND NOT f.accepted)) "
      "AND (?5 IS NULL OR instr (e.sort_key, ?5) > 0 OR instr (lower (c.name), ?5) > 0 OR e.number_key = ?5 OR c.number_key = ?5 "
      "OR instr (e.email_key, ?5) > 0) "
      "ORDER BY CASE ?6 WHEN 1 THEN c.name WHEN 2 THEN printf ('%020s', e.number_key) ELSE e.sort_key END, e.sort_key";

static const char select_one[]
    = "SELECT e.id, e.number, e.initials, e.first_name, e.prefix, e.last_name, e.email, e.birth_date, e.change_in_loket, c.number, c.name, "
      "c.contact_name, c.contact_phone, j.disposition, j.reason FROM employee e JOIN employer c ON c.id = e.employer "
      "LEFT JOIN judgement j ON j.employee = e.id WHERE e.id = ?1";

GArray *
ovs_people_list_ids (OvsTx *tx, const OvsPeopleFilter *filter, OvsPeopleOrder order)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *search = filter->search != NULL && *filter->search != '\0' ? filter->search : NULL;
  OvsRows rows = ovs_rows_open (tx, select_ids, "sssssi", filter->handler, filter->disposition, filter->reason, filter->finding, search,
                                (gint64) order);

  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

gboolean
ovs_people_list_get (OvsTx *tx, gint64 id, OvsPersonFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, select_one, "i", id);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    {
      OvsPersonRow row = {
        .id = ovs_rows_int (&rows, 0),
        .number = ovs_rows_text (&rows, 1),
        .initials = ovs_rows_text (&rows, 2),
        .first_name = ovs_rows_text (&rows, 3),
        .prefix = ovs_rows_text (&rows, 4),
        .last_name = ovs_rows_text (&rows, 5),
        .email = ovs_rows_text (&rows, 6),
        .birth_date = ovs_rows_day (&rows, 7),
        .change_in_loket = ovs_rows_int (&rows, 8) != 0,
        .employer_number = ovs_rows_text (&rows, 9),
        .employer_name = ovs_rows_text (&rows, 10),
        .contact_name = ovs_rows_text (&rows, 11),
        .contact_phone = ovs_rows_text (&rows, 12),
        .disposition = ovs_rows_text (&rows, 13),
        .reason = ovs_rows_text (&rows, 14),
      };
      func (&row, data);
    }
  ovs_rows_close (&rows);
  return found;
}
