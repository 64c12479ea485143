/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/work-list.h"

#include "dossier/plan-list.h"
#include "dossier/route-people.h"
#include "letters/dutch.h"
#include "rules/rule.h"

typedef struct
{
  OvsTx *tx;
  OvsCsvWriter *writer;
  const OvsRouteClient *client; /* (unowned) */
  GHashTable *warned;           /* (owned) (element-type gint64) of this client */
  gint64 rows;
  GError *error; /* (owned) (nullable) */
} Sheet;

/* Why somebody is not ticked. */
static const char *
say_why (const OvsPlanPerson *person)
{
  OvsFinding finding;

  if (person->disposition == OVS_DISPOSITION_LEFT_OUT)
    return ovs_dutch_reason (person->reason);
  if (!ovs_rule_lookup (person->finding, &finding))
    return ovs_dutch_state (person->disposition, person->reason);
  if (finding == OVS_FINDING_NO_PRIVATE_EMAIL)
    return "Geen privé-e-mailadres: Loket houdt deze medewerker tegen";
  return ovs_dutch_finding_title (finding);
}

static void
add_person (Sheet *sheet, gint64 employee, gboolean tick)
{
  g_autoptr (OvsPlanPerson) person = ovs_plan_person_get (sheet->tx, employee);
  gboolean warned = g_hash_table_contains (sheet->warned, &employee);

  if (person == NULL || sheet->error != NULL)
    return;
  ovs_csv_writer_add_text (sheet->writer, sheet->client->number);
  ovs_csv_writer_add_text (sheet->writer, sheet->client->name);
  ovs_csv_writer_add_text (sheet->writer, person->employee_number);
  ovs_csv_writer_add_text (sheet->writer, person->name);
  ovs_csv_writer_add_text (sheet->writer, tick ? "Ja" : "Nee");
  ovs_csv_writer_add_text (sheet->writer, !tick ? say_why (person) : warned ? "Loket waarschuwt dat het adres niet uniek is: toch aanvinken" : "");
  sheet->rows += ovs_csv_writer_end_row (sheet->writer, &sheet->error);
}

static void
add_client (Sheet *sheet, const OvsRouteScope *scope)
{
  g_autoptr (GArray) tick = ovs_route_people_list (sheet->tx, scope, OVS_ROUTE_READY, "", FALSE, FALSE);
  g_autoptr (GArray) do_not_tick = ovs_route_people_list (sheet->tx, scope, OVS_ROUTE_DO_NOT_TICK, "", FALSE, FALSE);
  g_autoptr (GArray) warned = ovs_route_people_list (sheet->tx, scope, OVS_ROUTE_WARNED, "", FALSE, FALSE);

  g_hash_table_remove_all (sheet->warned);
  for (guint i = 0; i < warned->len; i++)
    g_hash_table_add (sheet->warned, &g_array_index (warned, gint64, i));
  for (guint i = 0; i < tick->len; i++)
    add_person (sheet, g_array_index (tick, gint64, i), TRUE);
  for (guint i = 0; i < do_not_tick->len && tick->len > 0; i++)
    add_person (sheet, g_array_index (do_not_tick, gint64, i), FALSE);
  g_hash_table_remove_all (sheet->warned);
}

gboolean
ovs_work_list_write (OvsTx *tx, gint64 wave, gint64 employer, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Aanvinken", "Let op", NULL };
  OvsRouteScope scope = { OVS_ROUTE_HAND, wave, employer };
  g_autoptr (GPtrArray) clients = ovs_route_clients (tx, &scope);
  g_autoptr (GHashTable) warned = g_hash_table_new (g_int64_hash, g_int64_equal);
  Sheet sheet = { .tx = tx, .writer = writer, .warned = warned };

  if (!ovs_csv_writer_add_row (writer, head, error))
    return FALSE;
  for (guint i = 0; i < clients->len; i++)
    {
      sheet.client = g_ptr_array_index (clients, i);
      scope.employer = sheet.client->id;
      add_client (&sheet, &scope);
    }
  *rows = sheet.rows;
  if (sheet.error == NULL)
    return TRUE;
  g_propagate_error (error, sheet.error);
  return FALSE;
}
