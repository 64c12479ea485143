/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/work-list.h"

#include "dossier/plan-list.h"
#include "dossier/route-people.h"
#include "letters/dutch.h"
#include "rules/rule.h"

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
line_free (gpointer data)
{
  OvsWorkLine *line = data;

  g_free (line->number);
  g_free (line->name);
  g_free (line);
}

static void
add_people (OvsTx *tx, const GArray *people, gboolean tick, GHashTable *warned, GPtrArray *lines)
{
  for (guint i = 0; i < people->len; i++)
    {
      gint64 employee = g_array_index (people, gint64, i);
      g_autoptr (OvsPlanPerson) person = ovs_plan_person_get (tx, employee);
      gboolean warns = g_hash_table_contains (warned, &employee);
      OvsWorkLine *line;

      if (person == NULL)
        continue;
      line = g_new0 (OvsWorkLine, 1);
      line->number = g_steal_pointer (&person->employee_number);
      line->name = g_steal_pointer (&person->name);
      line->tick = tick;
      line->note = !tick ? say_why (person) : warns ? "Loket waarschuwt dat het adres niet uniek is: toch aanvinken" : "";
      g_ptr_array_add (lines, line);
    }
}

/* Whom to tick and, below them, whom not to. Returns: (transfer full) (element-type OvsWorkLine). */
static GPtrArray *
read_lines (OvsTx *tx, const OvsRouteScope *scope)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) warned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) tick = ovs_route_people_list (tx, scope, OVS_ROUTE_READY, "", FALSE, FALSE);
  g_autoptr (GArray) do_not_tick = ovs_route_people_list (tx, scope, OVS_ROUTE_DO_NOT_TICK, "", FALSE, FALSE);
  g_autoptr (GArray) warns = ovs_route_people_list (tx, scope, OVS_ROUTE_WARNED, "", FALSE, FALSE);

  for (guint i = 0; i < warns->len; i++)
    g_hash_table_add (warned, &g_array_index (warns, gint64, i));
  add_people (tx, tick, TRUE, warned, lines);
  if (tick->len > 0)
    add_people (tx, do_not_tick, FALSE, warned, lines);
  g_hash_table_remove_all (warned);
  return lines;
}

gboolean
ovs_work_list_foreach (OvsTx *tx, gint64 wave, gint64 employer, OvsWorkFunc func, gpointer data, GError **error)
{
  OvsRouteScope scope = { OVS_ROUTE_HAND, wave, employer };
  g_autoptr (GPtrArray) clients = ovs_route_clients (tx, &scope);

  for (guint i = 0; i < clients->len; i++)
    {
      const OvsRouteClient *client = g_ptr_array_index (clients, i);
      g_autoptr (GPtrArray) lines = NULL;
      OvsWorkClient work;

      scope.employer = client->id;
      lines = read_lines (tx, &scope);
      work = (OvsWorkClient) { client->number, client->name, client->handler, lines };
      if (lines->len > 0 && !func (&work, data, error))
        return FALSE;
    }
  return TRUE;
}

/* --- as a table ------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsCsvWriter *writer;
  gint64 rows;
} Table;

static gboolean
write_client (const OvsWorkClient *client, gpointer data, GError **error)
{
  Table *table = data;

  for (guint i = 0; i < client->lines->len; i++)
    {
      const OvsWorkLine *line = g_ptr_array_index (client->lines, i);

      ovs_csv_writer_add_text (table->writer, client->number);
      ovs_csv_writer_add_text (table->writer, client->name);
      ovs_csv_writer_add_text (table->writer, line->number);
      ovs_csv_writer_add_text (table->writer, line->name);
      ovs_csv_writer_add_text (table->writer, line->tick ? "Ja" : "Nee");
      ovs_csv_writer_add_text (table->writer, line->note);
      if (!ovs_csv_writer_end_row (table->writer, error))
        return FALSE;
      table->rows++;
    }
  return TRUE;
}

gboolean
ovs_work_list_write (OvsTx *tx, gint64 wave, gint64 employer, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Aanvinken", "Let op", NULL };
  Table table = { writer, 0 };
  gboolean written = ovs_csv_writer_add_row (writer, head, error) && ovs_work_list_foreach (tx, wave, employer, write_client, &table, error);

  *rows = table.rows;
  return written;
}
