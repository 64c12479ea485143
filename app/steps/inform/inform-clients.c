/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-clients.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/inform-list.h"

static const char *const ids[OVS_N_INFORM_COLUMNS] = {
  [OVS_INFORM_NAME] = "name",           [OVS_INFORM_CONTACT] = "contact", [OVS_INFORM_PHONE] = "phone",
  [OVS_INFORM_EMPLOYEES] = "employees", [OVS_INFORM_DAY] = "informed-on", [OVS_INFORM_NOTE] = "note",
};

const char *
ovs_inform_column_id (OvsInformColumn column)
{
  return ids[column];
}

/* A client as it is sorted: some thousands at most, so that is done here. */
typedef struct
{
  gint64 id;
  char *key;     /* folded text, or NULL */
  gint64 number; /* sorts where the keys are equal */
} Client;

typedef struct
{
  const OvsTableQuery *query;
  char *search; /* folded */
  GArray *clients;
} Gathering;

static void
client_clear (gpointer data)
{
  g_free (((Client *) data)->key);
}

static gboolean
matches (const Gathering *gathering, const OvsInformRow *row)
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (g_strcmp0 (gathering->query->filter, OVS_INFORM_FILTER_OPEN) == 0 && row->informed_on != OVS_NO_DAY)
    return FALSE;
  if (*gathering->search == '\0')
    return TRUE;
  words = g_strjoin (" ", row->number, row->name != NULL ? row->name : "", row->contact_name != NULL ? row->contact_name : "", NULL);
  folded = ovs_text_fold (words);
  return strstr (folded, gathering->search) != NULL;
}

static void
gather (const OvsInformRow *row, gpointer data)
{
  Gathering *gathering = data;
  const char *sort = gathering->query->sort;
  Client client = { .id = row->id };

  if (!matches (gathering, row))
    return;
  if (g_strcmp0 (sort, ids[OVS_INFORM_EMPLOYEES]) == 0)
    client.number = row->employees;
  else if (g_strcmp0 (sort, ids[OVS_INFORM_DAY]) == 0)
    client.number = row->informed_on;
  else if (g_strcmp0 (sort, ids[OVS_INFORM_CONTACT]) == 0)
    client.key = ovs_text_fold (row->contact_name);
  else
    client.key = ovs_text_fold (row->name != NULL ? row->name : row->number);
  g_array_append_val (gathering->clients, client);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Client *one = a;
  const Client *other = b;
  int order = g_strcmp0 (one->key, other->key);

  if (order != 0)
    return order;
  return one->number < other->number ? -1 : one->number > other->number;
}

GArray *
ovs_inform_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (Client));
  g_autofree char *search = ovs_text_fold (query->search);
  Gathering gathering = { query, search, clients };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_clear_func (clients, client_clear);
  ovs_inform_list_foreach (tx, handler, gather, &gathering);
  g_array_sort (clients, compare);
  for (guint i = 0; i < clients->len; i++)
    g_array_append_val (found, g_array_index (clients, Client, query->descending ? clients->len - 1 - i : i).id);
  return found;
}

static void
set_text (OvsTableRow *row, OvsInformColumn column, const char *text, OvsCellKind kind)
{
  ovs_table_row_set_cell (row, column, text != NULL ? text : "", kind);
}

static void
add_row (const OvsInformRow *client, gpointer data)
{
  OvsTableRow *row = ovs_table_row_new (client->id, OVS_N_INFORM_COLUMNS);
  g_autofree char *employees = g_strdup_printf ("%'" G_GINT64_FORMAT, client->employees);
  g_autofree char *day = ovs_day_to_dutch (client->informed_on);

  set_text (row, OVS_INFORM_NAME, client->name != NULL ? client->name : client->number, OVS_CELL_STRONG);
  set_text (row, OVS_INFORM_CONTACT, client->contact_name, OVS_CELL_PLAIN);
  set_text (row, OVS_INFORM_PHONE, client->contact_phone, OVS_CELL_PLAIN);
  set_text (row, OVS_INFORM_EMPLOYEES, employees, OVS_CELL_PLAIN);
  if (client->informed_on != OVS_NO_DAY)
    set_text (row, OVS_INFORM_DAY, day, OVS_CELL_DONE);
  else
    set_text (row, OVS_INFORM_DAY, _ ("not yet"), OVS_CELL_SOFT);
  set_text (row, OVS_INFORM_NOTE, client->note, OVS_CELL_SOFT);
  g_ptr_array_add (data, row);
}

GPtrArray *
ovs_inform_clients_fetch (OvsTx *tx, const gint64 *wanted, gsize n_wanted)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  ovs_inform_list_read (tx, wanted, n_wanted, add_row, rows);
  return rows;
}
