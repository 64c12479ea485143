/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/clients.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/client-list.h"

/* A few thousand clients at most: sorted and searched here, in the reader's thread. */
typedef struct
{
  gint64 id;
  char *key;
  gint64 number;
} Sorted;

typedef struct
{
  const OvsTableQuery *query;
  char *search; /* folded */
  GArray *sorted;
} Gather;

static void
sorted_clear (gpointer data)
{
  g_free (((Sorted *) data)->key);
}

static gboolean
passes_filter (const OvsClientRow *row, const char *filter)
{
  if (g_strcmp0 (filter, OVS_CLIENTS_SELECTED) == 0)
    return row->selected;
  if (g_strcmp0 (filter, OVS_CLIENTS_NOT_SELECTED) == 0)
    return !row->selected;
  if (g_strcmp0 (filter, OVS_CLIENTS_WITHOUT_MIJNLOKET) == 0)
    return row->mijnloket == OVS_TOLD_NO;
  return TRUE;
}

static gboolean
passes_search (const OvsClientRow *row, const char *search)
{
  const char *none = "";
  g_autofree char *all = g_strjoin (" ", row->number, row->name != NULL ? row->name : none, row->city != NULL ? row->city : none,
                                    row->contact_name != NULL ? row->contact_name : none, NULL);
  g_autofree char *folded = ovs_text_fold (all);

  return *search == '\0' || strstr (folded, search) != NULL;
}

static void
gather (const OvsClientRow *row, gpointer data)
{
  Gather *state = data;
  const char *sort = state->query->sort;
  Sorted one = { row->id, NULL, 0 };

  if (!passes_filter (row, state->query->filter) || !passes_search (row, state->search))
    return;
  if (g_strcmp0 (sort, "name") == 0)
    one.key = ovs_text_fold (row->name);
  else if (g_strcmp0 (sort, "handler") == 0)
    one.key = ovs_text_fold (row->handler);
  else if (g_strcmp0 (sort, "employees") == 0)
    one.number = row->employees;
  else if (g_strcmp0 (sort, "hindrance") == 0)
    one.number = row->stoppers * 1000000 + row->decide;
  g_array_append_val (state->sorted, one);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a, *second = b;
  int order = g_strcmp0 (first->key, second->key);

  if (order == 0)
    order = (first->number > second->number) - (first->number < second->number);
  return order;
}

GArray *
ovs_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *search = ovs_text_fold (query->search);
  Gather state = { query, search, sorted };

  g_array_set_clear_func (sorted, sorted_clear);
  ovs_client_list_foreach (tx, handler, gather, &state);
  if (query->sort != NULL && g_strcmp0 (query->sort, "number") != 0)
    g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (ids, g_array_index (sorted, Sorted, query->descending ? sorted->len - 1 - i : i).id);
  return ids;
}

static void
set_hindrance (OvsTableRow *row, const OvsClientRow *client)
{
  g_autofree char *text = NULL;

  if (client->mijnloket == OVS_TOLD_NO)
    ovs_table_row_set_cell (row, 4, _ ("First MijnLoket on"), OVS_CELL_WARNING);
  else if (client->stoppers > 0)
    {
      text = g_strdup_printf (ngettext ("%d stopper", "%d stoppers", (gulong) client->stoppers), (int) client->stoppers);
      ovs_table_row_set_cell (row, 4, text, OVS_CELL_STOPPER);
    }
  else if (client->decide > 0)
    {
      text = g_strdup_printf (_ ("%d to decide"), (int) client->decide);
      ovs_table_row_set_cell (row, 4, text, OVS_CELL_WARNING);
    }
  else if (client->selected && client->done > 0 && client->ready == 0)
    ovs_table_row_set_cell (row, 4, _ ("nobody left to go"), OVS_CELL_DONE);
  else
    ovs_table_row_set_cell (row, 4, _ ("nothing"), OVS_CELL_SOFT);
}

static void
make_row (const OvsClientRow *client, gpointer data)
{
  GPtrArray *rows = data;
  OvsTableRow *row = ovs_table_row_new (client->id, 6);
  g_autofree char *employees = g_strdup_printf ("%'d", (int) client->employees);

  row->ticked = client->selected;
  ovs_table_row_set_cell (row, 0, client->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 1, client->name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, 2, employees, OVS_CELL_PLAIN);
  if (client->mijnloket == OVS_TOLD_NO)
    ovs_table_row_set_cell (row, 3, _ ("Off"), OVS_CELL_WARNING);
  else
    ovs_table_row_set_cell (row, 3, client->mijnloket == OVS_TOLD_UNKNOWN ? _ ("unknown") : client->tier != NULL ? client->tier : _ ("On"),
                            client->mijnloket == OVS_TOLD_UNKNOWN ? OVS_CELL_UNKNOWN : OVS_CELL_PLAIN);
  set_hindrance (row, client);
  ovs_table_row_set_cell (row, 5, client->handler, OVS_CELL_PLAIN);
  g_ptr_array_add (rows, row);
}

GPtrArray *
ovs_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    ovs_client_list_get (tx, ids[i], make_row, rows);
  return rows;
}
