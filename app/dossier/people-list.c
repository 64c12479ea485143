/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/people-list.h"

#include <string.h>

#include "base/text.h"
#include "dossier/client-filter.h"
#include "dossier/sorted-ids.h"
#include "dossier/employee.h"
#include "dossier/trail.h"

/* --- the clients ----------------------------------------------------------------------------------------------- */

/* A client as the people are sorted and searched by: some thousands at most, so their names are folded here. */
typedef struct
{
  gint64 id;
  char *key;
} Client;

static void
client_clear (gpointer data)
{
  g_free (((Client *) data)->key);
}

static int
compare_clients (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Client *) a)->key, ((const Client *) b)->key);
}

static const char make_clients[] =
    "CREATE TEMP TABLE IF NOT EXISTS people_client (place INTEGER PRIMARY KEY, employer INTEGER NOT NULL UNIQUE, "
    "found INTEGER NOT NULL); DELETE FROM people_client;";

static void
prepare_clients (OvsTx *tx, const char *handler, const char *search)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (Client));
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT id, coalesce(name, number) FROM employer "
                                "WHERE selected AND " OVS_CLIENT_FILTER ("", "?1"),
                                "s", handler);

  g_array_set_clear_func (clients, client_clear);
  while (ovs_rows_next (&rows))
    {
      Client client = { ovs_rows_int (&rows, 0), ovs_text_fold (ovs_rows_text (&rows, 1)) };

      g_array_append_val (clients, client);
    }
  g_array_sort (clients, compare_clients);

  ovs_tx_exec (tx, make_clients);
  for (guint i = 0; i < clients->len; i++)
    {
      const Client *client = &g_array_index (clients, Client, i);

      ovs_tx_run (tx, "INSERT INTO temp.people_client (employer, place, found) VALUES (?1, ?2, ?3)", "iib", client->id,
                  (gint64) i, search != NULL && strstr (client->key, search) != NULL);
    }
}

/* --- which people ---------------------------------------------------------------------------------------------- */

#define MATCHES_SEARCH                                                                                       \
  "(?1 IS NULL OR k.found OR instr(e.sort_key, ?1) OR instr(e.email_key, ?1) OR instr(e.number, ?1)) "

/* What is sorted by, in the order of OvsPeopleSort; the first is the order in which they come. */
#define SORT_KEY                                                                                             \
  "CASE ?2 WHEN 1 THEN e.sort_key WHEN 2 THEN printf('%08d', k.place) "                                      \
  "WHEN 3 THEN printf('%4d', length(e.number_key)) || e.number_key WHEN 4 THEN e.email_key "                 \
  "WHEN 5 THEN e.birth_date WHEN 6 THEN j.disposition || coalesce(j.reason, '') "                            \
  "WHEN 7 THEN (SELECT handler FROM employer WHERE id = e.employer) END "

static const char with_finding[] =
    "SELECT e.id, " SORT_KEY "FROM finding f CROSS JOIN employee e ON e.id = f.employee "
    "JOIN judgement j ON j.employee = e.id JOIN temp.people_client k ON k.employer = e.employer "
    "WHERE f.code = ?3 AND NOT f.accepted AND (?4 = 0 OR e.employer = ?4) AND " MATCHES_SEARCH "ORDER BY k.place, e.sort_key, e.id";

/* Client by client along the index, so that nobody has to be sorted. */
static const char with_disposition[] =
    "SELECT e.id, " SORT_KEY "FROM temp.people_client k CROSS JOIN employee e INDEXED BY employee_order ON e.employer = k.employer "
    "CROSS JOIN judgement j ON j.employee = e.id "
    "WHERE (?5 = 0 OR k.employer = ?5) AND (?6 = 0 OR e.on_paper = (?6 = 1)) "
    "AND j.disposition = ?3 AND (?4 IS NULL OR j.reason = ?4) AND " MATCHES_SEARCH "ORDER BY k.place, e.sort_key, e.id";

static OvsRows
open_matching (OvsTx *tx, const OvsPeopleQuery *query, const char *search)
{
  if (query->finding >= 0)
    return ovs_rows_open (tx, with_finding, "sisi", search, (gint64) query->sort, ovs_rule_get ((OvsFinding) query->finding)->code,
                          query->employer);
  return ovs_rows_open (tx, with_disposition, "sissii", search, (gint64) query->sort, ovs_disposition_code (query->disposition),
                        ovs_reason_code (query->reason), query->employer, (gint64) query->on_paper);
}

GArray *
ovs_people_find (OvsTx *tx, const OvsPeopleQuery *query)
{
  g_autofree char *folded = ovs_text_fold (query->search);
  const char *search = *folded != '\0' ? folded : NULL;
  OvsRows rows;

  prepare_clients (tx, query->handler, search);
  rows = open_matching (tx, query, search);
  if (query->sort != OVS_PEOPLE_SORT_NONE)
    return ovs_sorted_ids (&rows, query->descending);
  return ovs_ids (&rows);
}

gint64
ovs_people_count_on_paper (OvsTx *tx, const char *handler)
{
  gint64 number;

  ovs_tx_get_int (tx, &number,
                  "SELECT count(*) FROM employee e CROSS JOIN employer c ON c.id = e.employer JOIN judgement j ON j.employee = e.id "
                  "WHERE e.on_paper AND c.selected AND " OVS_CLIENT_FILTER ("c.", "?1") " AND j.reason = ?2",
                  "ss", handler, ovs_reason_code (OVS_REASON_EXCLUDED_BY_HAND));
  return number;
}

/* --- their rows ------------------------------------------------------------------------------------------------ */

enum
{
  COLUMN_ID,
  COLUMN_EMPLOYER,
  COLUMN_EMPLOYER_NUMBER,
  COLUMN_NUMBER,
  COLUMN_EMPLOYER_NAME,
  COLUMN_HANDLER,
  COLUMN_CONTACT_NAME,
  COLUMN_CONTACT_PHONE,
  COLUMN_CONTACT_EMAIL,
  COLUMN_INITIALS,
  COLUMN_FIRST_NAME,
  COLUMN_PREFIX,
  COLUMN_LAST_NAME,
  COLUMN_EMAIL_AS_READ,
  COLUMN_EMAIL,
  COLUMN_WORK_EMAIL,
  COLUMN_EXCLUDED_REASON,
  COLUMN_BIRTH_DATE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_DISPOSITION,
  COLUMN_REASON,
  COLUMN_OPEN,
};

#define ROW_COLUMNS                                                                                          \
  "SELECT e.id, e.employer, c.number, e.number, c.name, c.handler, c.contact_name, c.contact_phone, "        \
  "c.contact_email, e.initials, e.first_name, e.prefix, e.last_name, e.email_as_read, e.email, "             \
  "e.work_email, e.excluded_reason, e.birth_date, p.start_date, p.end_date, j.disposition, "                 \
  "j.reason, (SELECT group_concat(f.code) FROM finding f WHERE f.employee = e.id AND NOT f.accepted) "       \
  "FROM employee e JOIN employer c ON c.id = e.employer LEFT JOIN judgement j ON j.employee = e.id "         \
  "LEFT JOIN employment p ON p.employee = e.id AND p.ordinal = (SELECT q.ordinal FROM employment q "         \
  "WHERE q.employee = e.id ORDER BY q.end_date < q.start_date DESC, q.end_date IS NULL DESC, q.end_date DESC " \
  "LIMIT 1) "

static OvsFindings
parse_findings (const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes != NULL ? codes : "", ",", -1);
  OvsFindings findings = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      OvsFinding finding;

      if (ovs_rule_lookup (words[i], &finding))
        findings |= OVS_FINDING_BIT (finding);
    }
  return findings;
}

static void
call_with_row (OvsRows *rows, OvsPeopleFunc func, gpointer data)
{
  OvsPeopleRow row = {
    .id = ovs_rows_int (rows, COLUMN_ID),
    .employer = ovs_rows_int (rows, COLUMN_EMPLOYER),
    .employer_number = ovs_rows_text (rows, COLUMN_EMPLOYER_NUMBER),
    .number = ovs_rows_text (rows, COLUMN_NUMBER),
    .employer_name = ovs_rows_text (rows, COLUMN_EMPLOYER_NAME),
    .handler = ovs_rows_text (rows, COLUMN_HANDLER),
    .contact_name = ovs_rows_text (rows, COLUMN_CONTACT_NAME),
    .contact_phone = ovs_rows_text (rows, COLUMN_CONTACT_PHONE),
    .contact_email = ovs_rows_text (rows, COLUMN_CONTACT_EMAIL),
    .initials = ovs_rows_text (rows, COLUMN_INITIALS),
    .first_name = ovs_rows_text (rows, COLUMN_FIRST_NAME),
    .prefix = ovs_rows_text (rows, COLUMN_PREFIX),
    .last_name = ovs_rows_text (rows, COLUMN_LAST_NAME),
    .email_as_read = ovs_rows_text (rows, COLUMN_EMAIL_AS_READ),
    .email = ovs_rows_text (rows, COLUMN_EMAIL),
    .work_email = ovs_rows_text (rows, COLUMN_WORK_EMAIL),
    .excluded_reason = ovs_rows_text (rows, COLUMN_EXCLUDED_REASON),
    .birth_date = ovs_rows_day (rows, COLUMN_BIRTH_DATE),
    .start = ovs_rows_day (rows, COLUMN_START),
    .end = ovs_rows_day (rows, COLUMN_END),
    .open = parse_findings (ovs_rows_text (rows, COLUMN_OPEN)),
  };

  if (!ovs_disposition_from_code (ovs_rows_text (rows, COLUMN_DISPOSITION), &row.disposition))
    row.disposition = OVS_DISPOSITION_LEFT_OUT;
  if (!ovs_reason_from_code (ovs_rows_text (rows, COLUMN_REASON), &row.reason))
    row.reason = OVS_REASON_NONE;
  func (&row, data);
}

void
ovs_people_read (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsPeopleFunc func, gpointer data)
{
  for (gsize i = 0; i < n_ids; i++)
    {
      OvsRows rows = ovs_rows_open (tx, ROW_COLUMNS "WHERE e.id = ?1", "i", ids[i]);

      if (ovs_rows_next (&rows))
        call_with_row (&rows, func, data);
      ovs_rows_close (&rows);
    }
}

char *
ovs_people_list_name (const OvsPeopleRow *row)
{
  return ovs_employee_list_name (row->initials, row->first_name, row->prefix, row->last_name);
}

void
ovs_people_others (OvsTx *tx, gint64 employee, OvsFinding finding, guint limit, OvsPeopleFunc func, gpointer data)
{
  OvsRows rows;

  if (finding == OVS_FINDING_EMAIL_NOT_UNIQUE)
    rows = ovs_rows_open (tx,
                          ROW_COLUMNS "WHERE e.id <> ?1 AND e.email_key = (SELECT email_key FROM employee WHERE id = ?1) "
                                      "ORDER BY e.sort_key, e.id LIMIT ?2",
                          "ii", employee, (gint64) limit);
  else if (finding == OVS_FINDING_EMAIL_DIFFERS)
    rows = ovs_rows_open (tx,
                          ROW_COLUMNS "JOIN employee o ON o.id = ?1 WHERE e.id <> o.id AND e.person_base = o.person_base "
                                      "AND (e.person_initial = o.person_initial OR '' IN (e.person_initial, o.person_initial)) "
                                      "AND e.email_key <> o.email_key ORDER BY e.sort_key, e.id LIMIT ?2",
                          "ii", employee, (gint64) limit);
  else
    return;
  while (ovs_rows_next (&rows))
    call_with_row (&rows, func, data);
}

gboolean
ovs_people_address_is_taken (OvsTx *tx, gint64 employee, const char *key)
{
  gint64 taken;

  ovs_tx_get_int (tx, &taken,
                  "SELECT EXISTS (SELECT 1 FROM employee o JOIN employee e ON e.id = ?1 LEFT JOIN judgement j ON j.employee = o.id "
                  "LEFT JOIN access a ON a.employee = o.id AND a.portal = 'mijnloket' "
                  "WHERE o.email_key = ?2 AND o.id <> e.id AND (j.disposition IS NOT 'left-out' OR a.status <> 'NoAccessToClient') "
                  "AND (o.person_base IS NULL OR o.person_base IS NOT e.person_base "
                  "OR NOT (o.person_initial = e.person_initial OR '' IN (o.person_initial, e.person_initial))))",
                  "is", employee, key);
  return taken != 0;
}

OvsDay
ovs_people_show_birth_date (OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT birth_date FROM employee WHERE id = ?1", "i", employee);
  OvsDay day = ovs_rows_next (&rows) ? ovs_rows_day (&rows, 0) : OVS_NO_DAY;
  g_autofree char *detail = g_strdup_printf ("{\"employee\": %" G_GINT64_FORMAT "}", employee);

  ovs_rows_close (&rows);
  ovs_trail_end (tx, ovs_trail_begin (tx), "show-birth-date", detail, NULL);
  return day;
}
