/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-lists.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/outcome-list.h"
#include "dossier/plan-list.h"
#include "dossier/routes.h"
#include "rules/rule.h"
#include "steps/apply/plan-lists.h"

typedef struct
{
  OvsRouteScope scope;
  int list;
} Filter;

char *
ovs_route_filter (OvsRoute route, gint64 wave, int list, gint64 employer)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT, route, wave, list, employer);
}

static Filter
read_filter (const OvsTableQuery *query)
{
  g_auto (GStrv) words = g_strsplit (query->filter != NULL ? query->filter : "1 0 0 0", " ", 4);

  return (Filter) { { atoi (words[0]), g_ascii_strtoll (words[1], NULL, 10), g_ascii_strtoll (words[3], NULL, 10) }, atoi (words[2]) };
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);
}

/* --- clients --------------------------------------------------------------------------------------------------- */

static gboolean
client_matches (const OvsRouteClient *client, const char *search)
{
  g_autofree char *text = g_strjoin (" ", client->number, client->name, NULL);
  g_autofree char *folded = ovs_text_fold (text);

  return strstr (folded, search) != NULL;
}

GArray *
ovs_route_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  Filter filter = read_filter (query);
  g_autoptr (GPtrArray) clients = ovs_route_clients (tx, &filter.scope);
  g_autofree char *search = ovs_text_fold (query->search);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < clients->len; i++)
    {
      const OvsRouteClient *client = g_ptr_array_index (clients, query->descending ? clients->len - 1 - i : i);

      if (client_matches (client, search))
        g_array_append_val (ids, client->id);
    }
  return ids;
}

static void
set_number (OvsTableRow *row, guint column, gint64 number, OvsCellKind kind)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);

  ovs_table_row_set_cell (row, column, text, number > 0 ? kind : OVS_CELL_SOFT);
}

static void
set_submitted (OvsTableRow *row, guint column, const OvsRouteClient *client, gboolean by_whom)
{
  g_autofree char *moment = ovs_clock_to_dutch (client->submitted_at);
  g_autofree char *told = NULL;

  if (client->submitted_at == 0)
    {
      ovs_table_row_set_cell (row, column, client->people[OVS_ROUTE_READY] > 0 ? _ ("Not yet") : _ ("Nothing to do"), OVS_CELL_SOFT);
      return;
    }
  if (by_whom && client->submitted_by != NULL && *client->submitted_by != '\0')
    told = g_strdup_printf ("%s, %s", moment, client->submitted_by);
  ovs_table_row_set_cell (row, column, told != NULL ? told : moment, OVS_CELL_DONE);
}

static GPtrArray *
fetch_clients (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsRoute route)
{
  GPtrArray *rows = new_rows ();

  for (gsize i = 0; i < n_ids; i++)
    {
      OvsRouteScope scope = { route, OVS_WAVE_ANY, ids[i] };
      g_autoptr (GPtrArray) found = ovs_route_clients (tx, &scope);
      const OvsRouteClient *client = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
      OvsTableRow *row;

      if (client == NULL)
        continue;
      row = ovs_table_row_new (client->id, 5);
      ovs_table_row_set_cell (row, 0, client->name != NULL ? client->name : client->number, OVS_CELL_STRONG);
      if (route == OVS_ROUTE_HAND)
        {
          set_number (row, 1, client->people[OVS_ROUTE_READY] + client->people[OVS_ROUTE_SUBMITTED], OVS_CELL_PLAIN);
          set_number (row, 2, client->people[OVS_ROUTE_DO_NOT_TICK], OVS_CELL_STOPPER);
          set_number (row, 3, client->people[OVS_ROUTE_WARNED], OVS_CELL_WARNING);
        }
      else
        {
          set_number (row, 1, client->people[OVS_ROUTE_READY] + client->people[OVS_ROUTE_SUBMITTED], OVS_CELL_PLAIN);
          set_number (row, 2, client->people[OVS_ROUTE_ANYWAY], OVS_CELL_WARNING);
          set_number (row, 3, client->people[OVS_ROUTE_FALLOUT], OVS_CELL_PLAIN);
        }
      set_submitted (row, 4, client, route == OVS_ROUTE_HAND);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

GPtrArray *
ovs_by_loket_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  return fetch_clients (tx, ids, n_ids, OVS_ROUTE_LOKET);
}

GPtrArray *
ovs_by_hand_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  return fetch_clients (tx, ids, n_ids, OVS_ROUTE_HAND);
}

/* --- people ---------------------------------------------------------------------------------------------------- */

GArray *
ovs_route_people_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  Filter filter = read_filter (query);
  g_autofree char *search = ovs_text_fold (query->search);

  return ovs_route_people_list (tx, &filter.scope, filter.list, search, g_strcmp0 (query->sort, OVS_PLAN_COLUMN_CLIENT) == 0, query->descending);
}

/* Whom to tick has a positive id, whom not to tick a negative one: the same person is never both. */
GArray *
ovs_route_sheet_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  Filter filter = read_filter (query);
  g_autofree char *search = ovs_text_fold (query->search);
  g_autoptr (GArray) submitted = ovs_route_people_list (tx, &filter.scope, OVS_ROUTE_SUBMITTED, search, FALSE, FALSE);
  g_autoptr (GArray) others = ovs_route_people_list (tx, &filter.scope, OVS_ROUTE_DO_NOT_TICK, search, FALSE, FALSE);
  GArray *ids = ovs_route_people_list (tx, &filter.scope, OVS_ROUTE_READY, search, FALSE, FALSE);

  g_array_append_vals (ids, submitted->data, submitted->len);
  for (guint i = 0; i < others->len; i++)
    {
      gint64 id = -g_array_index (others, gint64, i);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
set_why (OvsTableRow *row, guint column, const OvsPlanPerson *person, gboolean tick)
{
  OvsFinding finding;
  gboolean found = ovs_rule_lookup (person->finding, &finding);

  if (tick)
    ovs_table_row_set_cell (row, column, "", OVS_CELL_PLAIN);
  else if (person->disposition == OVS_DISPOSITION_LEFT_OUT)
    ovs_table_row_set_cell (row, column, ovs_reason_title (person->reason), OVS_CELL_SOFT);
  else if (found && finding == OVS_FINDING_NO_PRIVATE_EMAIL)
    ovs_table_row_set_cell (row, column, _ ("No private e-mail: Loket stops it"), OVS_CELL_STOPPER);
  else
    ovs_table_row_set_cell (row, column, found ? ovs_rule_title (finding) : ovs_disposition_title (person->disposition), OVS_CELL_WARNING);
}

GPtrArray *
ovs_route_sheet_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = new_rows ();

  for (gsize i = 0; i < n_ids; i++)
    {
      gboolean tick = ids[i] > 0;
      g_autoptr (OvsPlanPerson) person = ovs_plan_person_get (tx, ABS (ids[i]));
      OvsTableRow *row;

      if (person == NULL)
        continue;
      row = ovs_table_row_new (ids[i], 5);
      ovs_table_row_set_cell (row, 0, tick ? _ ("Tick") : _ ("Do not tick"), tick ? OVS_CELL_DONE : OVS_CELL_STOPPER);
      ovs_table_row_set_cell (row, 1, person->name, OVS_CELL_STRONG);
      ovs_table_row_set_cell (row, 2, person->employee_number, OVS_CELL_PLAIN);
      ovs_table_row_set_cell (row, 3, person->email, OVS_CELL_PLAIN);
      set_why (row, 4, person, tick);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* --- results --------------------------------------------------------------------------------------------------- */

static OvsTableRow *
make_line (OvsTx *tx, gint64 id)
{
  g_auto (OvsFalloutLine) line = { 0 };
  OvsTableRow *row;

  if (!ovs_fallout_line_get (tx, -id, &line))
    return NULL;
  row = ovs_table_row_new (id, 5);
  ovs_table_row_set_cell (row, 0, *line.name != '\0' ? line.name : _ ("Without a name"), OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, 1, line.employer_number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 2, line.employee_number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 3, _ ("Not in this dossier"), OVS_CELL_UNKNOWN);
  ovs_table_row_set_cell (row, 4, line.reason, OVS_CELL_PLAIN);
  return row;
}

static OvsTableRow *
make_person (OvsTx *tx, gint64 id)
{
  g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, ovs_tx_today (tx), id);
  OvsTableRow *row;

  if (person == NULL)
    return NULL;
  row = ovs_table_row_new (id, 5);
  ovs_table_row_set_cell (row, 0, person->name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, 1, person->employer_name != NULL ? person->employer_name : person->employer_number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 2, person->employee_number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 3, ovs_access_title (person->outcome.mijnloket),
                          person->outcome.mijnloket == OVS_ACCESS_UNKNOWN ? OVS_CELL_UNKNOWN : OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 4, person->message != NULL ? person->message : "", OVS_CELL_PLAIN);
  return row;
}

static OvsTableRow *
make_result (OvsTx *tx, gint64 id)
{
  return id < 0 ? make_line (tx, id) : make_person (tx, id);
}

static gboolean
result_matches (OvsTx *tx, gint64 id, const char *search)
{
  OvsTableRow *row = *search != '\0' ? make_result (tx, id) : NULL;
  gboolean matches = row == NULL;

  for (guint column = 0; row != NULL && column < 3; column++)
    {
      g_autofree char *folded = ovs_text_fold (row->cells[column].text);

      matches = matches || strstr (folded, search) != NULL;
    }
  g_clear_pointer (&row, ovs_table_row_free);
  return matches;
}

GArray *
ovs_route_results_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  Filter filter = read_filter (query);
  g_autoptr (GArray) all = ovs_reconciliation_list (tx, filter.scope.route, filter.scope.wave, filter.list);
  g_autofree char *search = ovs_text_fold (query->search);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = g_array_index (all, gint64, i) * (filter.list == OVS_RECONCILED_STRANGERS ? -1 : 1);

      if (result_matches (tx, id, search))
        g_array_append_val (ids, id);
    }
  return ids;
}

GPtrArray *
ovs_route_results_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = new_rows ();

  for (gsize i = 0; i < n_ids; i++)
    {
      OvsTableRow *row = make_result (tx, ids[i]);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}
