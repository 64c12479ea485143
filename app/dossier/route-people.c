/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/route-people.h"

#include "dossier/routes.h"
#include "dossier/sorted-ids.h"
#include "rules/employment.h"

static const char select_people[] =
    "SELECT e.id, c.id, j.disposition, j.reason, e.email_kind, e.change_in_loket, e.email_as_read, "
    "(SELECT a.status FROM access a WHERE a.employee = e.id AND a.portal = 'werknemerloket'), "
    "EXISTS (SELECT 1 FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.state <> 'planned'), "
    "(SELECT w.date FROM wave w WHERE w.id = c.wave AND w.applied_at IS NULL) FROM employer c CROSS JOIN employee e INDEXED BY employee_order ON e.employer = c.id CROSS JOIN judgement j ON j.employee = e.id "
    "WHERE " OVS_GOES_BY_ROUTE " AND (?3 = 0 OR c.id = ?3) ORDER BY c.id, e.sort_key, e.id";

enum
{
  COLUMN_EMPLOYEE,
  COLUMN_EMPLOYER,
  COLUMN_DISPOSITION,
  COLUMN_REASON,
  COLUMN_EMAIL_KIND,
  COLUMN_MENDED_HERE,
  COLUMN_EMAIL_AS_READ,
  COLUMN_WERKNEMERLOKET,
  COLUMN_SUBMITTED,
  COLUMN_WAVE_ON,
};

/* --- what Loket does with one person --------------------------------------------------------------------------- */

static OvsFindings
read_findings (OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT code FROM finding WHERE employee = ?1", "i", employee);
  OvsFindings findings = 0;
  OvsFinding finding;

  while (ovs_rows_next (&rows))
    if (ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
      findings |= OVS_FINDING_BIT (finding);
  return findings;
}

static gboolean
is_active (OvsTx *tx, gint64 employee, OvsDay day)
{
  g_autoptr (GArray) employments = g_array_new (FALSE, FALSE, sizeof (OvsEmployment));
  OvsRows rows = ovs_rows_open (tx, "SELECT start_date, end_date FROM employment WHERE employee = ?1", "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsEmployment employment = { ovs_rows_day (&rows, 0), ovs_rows_day (&rows, 1) };

      g_array_append_val (employments, employment);
    }
  return ovs_employments_any_active ((const OvsEmployment *) (gpointer) employments->data, employments->len, day);
}

/* An address that was mended here only, Loket does not have yet. */
static OvsAddressKind
email_in_loket (OvsRows *rows)
{
  OvsAddressKind kind = OVS_ADDRESS_ABSENT;
  g_autoptr (OvsAddress) address = NULL;

  if (ovs_rows_int (rows, COLUMN_MENDED_HERE) == 0)
    {
      ovs_address_kind_from_code (ovs_rows_text (rows, COLUMN_EMAIL_KIND), &kind);
      return kind;
    }
  address = ovs_address_parse (ovs_rows_text (rows, COLUMN_EMAIL_AS_READ));
  return address->kind;
}

static OvsByLoketRow
read_row (OvsTx *tx, OvsRows *rows)
{
  OvsByLoketRow row = { .email = email_in_loket (rows), .werknemerloket = ovs_access_from_word (ovs_rows_text (rows, COLUMN_WERKNEMERLOKET)) };
  gint64 employee = ovs_rows_int (rows, COLUMN_EMPLOYEE);
  OvsDay wave_on = ovs_rows_day (rows, COLUMN_WAVE_ON);

  ovs_disposition_from_code (ovs_rows_text (rows, COLUMN_DISPOSITION), &row.disposition);
  ovs_reason_from_code (ovs_rows_text (rows, COLUMN_REASON), &row.reason);
  if (row.disposition == OVS_DISPOSITION_STOPPER || row.disposition == OVS_DISPOSITION_READY)
    row.findings = read_findings (tx, employee);
  if (ovs_by_loket_asks_activity (row.reason))
    row.active = is_active (tx, employee, wave_on != OVS_NO_DAY ? MAX (wave_on, ovs_tx_today (tx)) : ovs_tx_today (tx));
  return row;
}

static OvsRouteList
list_of (OvsByLoket fate)
{
  static const OvsRouteList lists[OVS_N_BY_LOKET] = {
    [OVS_BY_LOKET_AS_DECIDED] = OVS_ROUTE_READY,  [OVS_BY_LOKET_ANYWAY] = OVS_ROUTE_ANYWAY,
    [OVS_BY_LOKET_UNSURE] = OVS_ROUTE_UNSURE,     [OVS_BY_LOKET_FALLOUT] = OVS_ROUTE_FALLOUT,
    [OVS_BY_LOKET_NOT_ALONG] = OVS_ROUTE_NOT_ALONG, [OVS_BY_LOKET_DONE] = OVS_ROUTE_DONE,
  };

  return lists[fate];
}

/* Loket's screen has who has access to Werknemerloket and no MijnLoket yet; who left may be among them. */
static gboolean
is_on_screen (const OvsByLoketRow *row, OvsByLoket fate)
{
  if (fate == OVS_BY_LOKET_DONE || !ovs_access_may_be_active (row->werknemerloket))
    return FALSE;
  return fate != OVS_BY_LOKET_NOT_ALONG || row->werknemerloket == OVS_ACCESS_ACTIVE;
}

static void
find_lists (const OvsByLoketRow *row, gboolean submitted, gboolean *lists)
{
  OvsByLoket fate = ovs_by_loket_judge (row);
  gboolean ready = row->disposition == OVS_DISPOSITION_READY;

  if (submitted)
    {
      lists[OVS_ROUTE_SUBMITTED] = TRUE;
      return;
    }
  lists[ready ? OVS_ROUTE_READY : list_of (fate)] = TRUE;
  lists[OVS_ROUTE_DO_NOT_TICK] = !ready && is_on_screen (row, fate);
  lists[OVS_ROUTE_WARNED] = ready && (row->findings & OVS_FINDING_BIT (OVS_FINDING_EMAIL_NOT_UNIQUE)) != 0;
}

void
ovs_route_people_foreach (OvsTx *tx, const OvsRouteScope *scope, OvsRoutePersonFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, select_people, "sii", ovs_route_code (scope->route), scope->wave, scope->employer);

  while (ovs_rows_next (&rows))
    {
      OvsRoutePerson person = { .employee = ovs_rows_int (&rows, COLUMN_EMPLOYEE), .employer = ovs_rows_int (&rows, COLUMN_EMPLOYER) };
      gboolean submitted = ovs_rows_int (&rows, COLUMN_SUBMITTED) != 0;
      OvsByLoketRow row = read_row (tx, &rows);

      find_lists (&row, submitted, person.lists);
      func (&person, data);
    }
}

/* --- counting and listing -------------------------------------------------------------------------------------- */

static void
count_one (const OvsRoutePerson *person, gpointer data)
{
  gint64 *counts = data;

  for (int list = 0; list < OVS_N_ROUTE_LISTS; list++)
    counts[list] += person->lists[list];
}

void
ovs_route_people_count (OvsTx *tx, const OvsRouteScope *scope, gint64 *counts)
{
  for (int list = 0; list < OVS_N_ROUTE_LISTS; list++)
    counts[list] = 0;
  ovs_route_people_foreach (tx, scope, count_one, counts);
}

typedef struct
{
  OvsTx *tx;
  OvsRouteList list;
} Collect;

static void
collect_one (const OvsRoutePerson *person, gpointer data)
{
  const Collect *collect = data;

  if (person->lists[collect->list])
    ovs_tx_run (collect->tx, "INSERT INTO temp.route_person (employee) VALUES (?1)", "i", person->employee);
}

GArray *
ovs_route_people_list (OvsTx *tx, const OvsRouteScope *scope, OvsRouteList list, const char *search, gboolean by_client, gboolean descending)
{
  Collect collect = { tx, list };
  OvsRows rows;

  ovs_tx_exec (tx, "CREATE TEMP TABLE IF NOT EXISTS route_person (employee INTEGER PRIMARY KEY); DELETE FROM route_person;");
  ovs_route_people_foreach (tx, scope, collect_one, &collect);
  rows = ovs_rows_open (tx,
                        "SELECT e.id, CASE WHEN ?2 THEN lower(coalesce(c.name, c.number)) || char(1) || printf('%08d', c.id) ELSE '' END || e.sort_key "
                        "FROM temp.route_person p CROSS JOIN employee e ON e.id = p.employee JOIN employer c ON c.id = e.employer "
                        "WHERE ?1 = '' OR instr(e.sort_key, ?1) > 0 OR instr(e.number_key, ?1) > 0 OR instr(lower(c.name), ?1) > 0 "
                        "OR instr(c.number_key, ?1) > 0 ORDER BY e.id",
                        "sb", search, by_client);
  return ovs_sorted_ids (&rows, descending);
}

/* --- clients --------------------------------------------------------------------------------------------------- */

static const char select_clients[] =
    "SELECT c.id, c.number, c.name, c.handler, r.sent, t.text FROM employer c "
    "LEFT JOIN request r ON r.id = (SELECT max(q.id) FROM request q WHERE q.employer = c.id AND q.route = ?1) "
    "LEFT JOIN audit u ON u.sequence = r.audit LEFT JOIN audit_text t ON t.reference = u.actor "
    "WHERE " OVS_GOES_BY_ROUTE " AND (?3 = 0 OR c.id = ?3) "
    "ORDER BY lower(coalesce(c.name, c.number)), length(c.number_key), c.number_key";

void
ovs_route_client_free (OvsRouteClient *client)
{
  if (client == NULL)
    return;
  g_free (client->number);
  g_free (client->name);
  g_free (client->handler);
  g_free (client->submitted_by);
  g_free (client);
}

static OvsRouteClient *
read_client (OvsRows *rows)
{
  OvsRouteClient *client = g_new0 (OvsRouteClient, 1);

  client->id = ovs_rows_int (rows, 0);
  client->number = g_strdup (ovs_rows_text (rows, 1));
  client->name = g_strdup (ovs_rows_text (rows, 2));
  client->handler = g_strdup (ovs_rows_text (rows, 3));
  if (ovs_clock_parse_iso (ovs_rows_text (rows, 4), &client->submitted_at))
    client->submitted_by = g_strdup (ovs_rows_text (rows, 5));
  return client;
}

static void
count_for_client (const OvsRoutePerson *person, gpointer data)
{
  OvsRouteClient *client = g_hash_table_lookup (data, &person->employer);

  if (client != NULL)
    count_one (person, client->people);
}

GPtrArray *
ovs_route_clients (OvsTx *tx, const OvsRouteScope *scope)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_route_client_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  OvsRows rows = ovs_rows_open (tx, select_clients, "sii", ovs_route_code (scope->route), scope->wave, scope->employer);

  while (ovs_rows_next (&rows))
    {
      OvsRouteClient *client = read_client (&rows);

      g_ptr_array_add (clients, client);
      g_hash_table_insert (by_id, &client->id, client);
    }
  ovs_route_people_foreach (tx, scope, count_for_client, by_id);
  return clients;
}

gint64
ovs_route_clients_count (OvsTx *tx, OvsRoute route, gint64 wave)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, "SELECT count(*) FROM employer c WHERE " OVS_GOES_BY_ROUTE, "si", ovs_route_code (route), wave);
  return number;
}
