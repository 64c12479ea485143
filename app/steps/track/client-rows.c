/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/client-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "steps/day-words.h"
#include "steps/track/overview-data.h"

typedef enum
{
  COLUMN_CLIENT,
  COLUMN_NUMBER,
  COLUMN_HANDLER,
  COLUMN_ROUND,
  COLUMN_SENT,
  COLUMN_OVER,
  COLUMN_MORE,
  COLUMN_WAITING,
  COLUMN_FALLOUT,
  COLUMN_UNKNOWN,
  COLUMN_STRANDED,
  COLUMN_AS_OF,
  N_COLUMNS
} Column;

static const struct
{
  const char *id;
  const char *title;
  int width;
  gboolean numeric;
  gboolean hidden;
} kinds[N_COLUMNS] = {
  [COLUMN_CLIENT] = { "client", NC_ ("clients", "Client"), 0, FALSE, FALSE },
  [COLUMN_NUMBER] = { "number", NC_ ("clients", "No."), 72, FALSE, TRUE },
  [COLUMN_HANDLER] = { "handler", NC_ ("clients", "Handler"), 120, FALSE, TRUE },
  [COLUMN_ROUND] = { "round", NC_ ("clients", "Round"), 66, TRUE, TRUE },
  [COLUMN_SENT] = { "sent", NC_ ("clients", "Sent"), 98, TRUE, FALSE },
  [COLUMN_OVER] = { "over", NC_ ("clients", "Over"), 60, TRUE, FALSE },
  [COLUMN_MORE] = { "more", NC_ ("clients", "In a week"), 88, TRUE, FALSE },
  [COLUMN_WAITING] = { "waiting", NC_ ("clients", "Waiting"), 76, TRUE, FALSE },
  [COLUMN_FALLOUT] = { "fallout", NC_ ("clients", "Fallout"), 66, TRUE, FALSE },
  [COLUMN_UNKNOWN] = { "unknown", NC_ ("clients", "Unknown"), 92, TRUE, FALSE },
  [COLUMN_STRANDED] = { "stranded", NC_ ("clients", "Without access"), 128, TRUE, FALSE },
  [COLUMN_AS_OF] = { "as-of", NC_ ("clients", "As of day"), 90, FALSE, FALSE },
};

const OvsTableColumn *
ovs_client_rows_columns (guint *n_columns)
{
  static OvsTableColumn columns[N_COLUMNS];

  for (int i = 0; i < N_COLUMNS; i++)
    columns[i] = (OvsTableColumn){ kinds[i].id, g_dpgettext2 (NULL, "clients", kinds[i].title), kinds[i].width, kinds[i].numeric, TRUE, kinds[i].hidden };
  *n_columns = N_COLUMNS;
  return columns;
}

/* --- which, in which order --- */

typedef struct
{
  gint64 id;
  OvsStandingClient client; /* without texts */
  char *key;                /* (owned) (nullable) of a column of texts */
} Item;

typedef struct
{
  GArray *items; /* (element-type Item) */
  Column column; /* %N_COLUMNS for what is most urgent */
  gboolean descending;
  const char *search;
} Query;

static gint64
more_over (const OvsStandingClient *client)
{
  return client->lists[OVS_OUTCOMES_OVER] - client->week_ago[OVS_OUTCOMES_OVER];
}

static gint64
number_of (const OvsStandingClient *client, Column column)
{
  switch (column)
    {
    case COLUMN_ROUND:
      return client->wave;
    case COLUMN_SENT:
      return ovs_standing_sent (client->lists);
    case COLUMN_OVER:
      return client->lists[OVS_OUTCOMES_OVER];
    case COLUMN_MORE:
      return more_over (client);
    case COLUMN_WAITING:
      return client->lists[OVS_OUTCOMES_WAITING];
    case COLUMN_FALLOUT:
      return client->lists[OVS_OUTCOMES_FALLOUT];
    case COLUMN_UNKNOWN:
      return client->lists[OVS_OUTCOMES_UNKNOWN];
    case COLUMN_STRANDED:
      return client->lists[OVS_OUTCOMES_STRANDED];
    case COLUMN_AS_OF:
      return client->as_of;
    case COLUMN_CLIENT:
    case COLUMN_NUMBER:
    case COLUMN_HANDLER:
    case N_COLUMNS:
    default:
      return 0;
    }
}

static const char *
text_of (const OvsStandingClient *client, Column column)
{
  if (column == COLUMN_CLIENT)
    return client->name != NULL ? client->name : client->number;
  if (column == COLUMN_HANDLER)
    return client->handler != NULL ? client->handler : "";
  return column == COLUMN_NUMBER ? client->number : NULL;
}

static gboolean
matches (const Query *query, const OvsStandingClient *client)
{
  g_autofree char *name = ovs_text_fold (text_of (client, COLUMN_CLIENT));

  return *query->search == '\0' || strstr (name, query->search) != NULL || strstr (client->number, query->search) != NULL;
}

static void
add_item (const OvsStandingClient *client, gpointer data)
{
  Query *query = data;
  const char *text = text_of (client, query->column);
  Item item = { .id = client->id, .client = *client };

  if (!matches (query, client))
    return;
  item.key = text != NULL ? ovs_text_fold (text) : NULL;
  g_array_append_val (query->items, item);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const Item *one = a;
  const Item *other = b;
  const Query *query = data;
  gint64 first = number_of (&one->client, query->column);
  gint64 second = number_of (&other->client, query->column);
  int order;

  if (query->column == N_COLUMNS)
    return ovs_overview_compare (&one->client, &other->client);
  order = one->key != NULL && other->key != NULL ? strcmp (one->key, other->key) : (first > second) - (first < second);
  if (order == 0)
    return (one->id > other->id) - (one->id < other->id);
  return query->descending ? -order : order;
}

static Column
column_of (const char *id)
{
  for (int i = 0; i < N_COLUMNS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      return i;
  return N_COLUMNS;
}

static void
item_clear (gpointer data)
{
  g_free (((Item *) data)->key);
}

GArray *
ovs_client_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autofree char *search = ovs_text_fold (query->search);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  Query asked = { items, column_of (query->sort), query->descending, search };
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_clear_func (items, item_clear);
  ovs_standing_clients_foreach (tx, handler, FALSE, add_item, &asked);
  g_array_sort_with_data (items, compare_items, &asked);
  for (guint i = 0; i < items->len; i++)
    g_array_append_val (ids, g_array_index (items, Item, i).id);
  return ids;
}

/* --- what they show --- */

static void
set_number (OvsTableRow *row, const OvsStandingClient *client, Column column, OvsCellKind kind)
{
  gint64 number = number_of (client, column);
  g_autofree char *text = column == COLUMN_MORE && number > 0 ? g_strdup_printf ("+%'" G_GINT64_FORMAT, number)
                                                              : g_strdup_printf ("%'" G_GINT64_FORMAT, number);

  ovs_table_row_set_cell (row, column, number != 0 ? text : "", number != 0 ? kind : OVS_CELL_PLAIN);
}

static OvsTableRow *
make_row (const OvsStandingClient *client, OvsDay today)
{
  OvsTableRow *row = ovs_table_row_new (client->id, N_COLUMNS);
  OvsDay day = client->as_of != 0 ? ovs_clock_day_of (client->as_of) : OVS_NO_DAY;
  g_autofree char *as_of = ovs_day_words (day, today);

  ovs_table_row_set_cell (row, COLUMN_CLIENT, text_of (client, COLUMN_CLIENT), OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, COLUMN_NUMBER, client->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, COLUMN_HANDLER, text_of (client, COLUMN_HANDLER), OVS_CELL_PLAIN);
  set_number (row, client, COLUMN_ROUND, OVS_CELL_PLAIN);
  set_number (row, client, COLUMN_SENT, OVS_CELL_PLAIN);
  set_number (row, client, COLUMN_OVER, OVS_CELL_PLAIN);
  set_number (row, client, COLUMN_MORE, OVS_CELL_SOFT);
  set_number (row, client, COLUMN_WAITING, OVS_CELL_PLAIN);
  set_number (row, client, COLUMN_FALLOUT, OVS_CELL_WARNING);
  set_number (row, client, COLUMN_UNKNOWN, OVS_CELL_UNKNOWN);
  set_number (row, client, COLUMN_STRANDED, OVS_CELL_STOPPER);
  ovs_table_row_set_cell (row, COLUMN_AS_OF, day != OVS_NO_DAY ? as_of : _ ("not read"), day != OVS_NO_DAY ? OVS_CELL_PLAIN : OVS_CELL_UNKNOWN);
  return row;
}

typedef struct
{
  GHashTable *wanted; /* (element-type gint64) */
  GPtrArray *rows;
  OvsDay today;
} Fetch;

static void
fetch_one (const OvsStandingClient *client, gpointer data)
{
  Fetch *fetch = data;

  if (g_hash_table_contains (fetch->wanted, &client->id))
    g_ptr_array_add (fetch->rows, make_row (client, fetch->today));
}

GPtrArray *
ovs_client_rows_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  Fetch fetch = { wanted, g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free), ovs_tx_today (tx) };

  for (gsize i = 0; i < n_ids; i++)
    g_hash_table_add (wanted, (gpointer) &ids[i]);
  ovs_standing_clients_foreach (tx, NULL, FALSE, fetch_one, &fetch);
  return fetch.rows;
}
