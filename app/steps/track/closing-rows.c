/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/closing-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "steps/day-words.h"

typedef enum
{
  COLUMN_CLIENT,
  COLUMN_STATE,
  COLUMN_PEOPLE,
  COLUMN_OVER,
  COLUMN_OPEN,
  COLUMN_PRODUCT,
  COLUMN_MAIL,
  COLUMN_CLOSED,
  COLUMN_NUMBER,
  COLUMN_HANDLER,
  COLUMN_ACCOUNT,
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
  [COLUMN_STATE] = { "state", NC_ ("clients", "What keeps it open"), 0, FALSE, FALSE },
  [COLUMN_PEOPLE] = { "people", NC_ ("clients", "Empl."), 64, TRUE, FALSE },
  [COLUMN_OVER] = { "over", NC_ ("clients", "Over"), 60, TRUE, TRUE },
  [COLUMN_OPEN] = { "open", NC_ ("clients", "Open"), 60, TRUE, FALSE },
  [COLUMN_PRODUCT] = { "product", NC_ ("clients", "Product 500"), 176, FALSE, FALSE },
  [COLUMN_MAIL] = { "mail", NC_ ("clients", "Closing mail"), 100, FALSE, TRUE },
  [COLUMN_CLOSED] = { "closed", NC_ ("clients", "Closed"), 96, FALSE, FALSE },
  [COLUMN_NUMBER] = { "number", NC_ ("clients", "No."), 72, FALSE, TRUE },
  [COLUMN_HANDLER] = { "handler", NC_ ("clients", "Handler"), 120, FALSE, TRUE },
  [COLUMN_ACCOUNT] = { "account", NC_ ("clients", "Verantwoording"), 110, FALSE, TRUE },
};

const OvsTableColumn *
ovs_closing_rows_columns (guint *n_columns)
{
  static OvsTableColumn columns[N_COLUMNS];

  for (int i = 0; i < N_COLUMNS; i++)
    columns[i] = (OvsTableColumn){ kinds[i].id, g_dpgettext2 (NULL, "clients", kinds[i].title), kinds[i].width, kinds[i].numeric, TRUE, kinds[i].hidden };
  *n_columns = N_COLUMNS;
  return columns;
}

/* --- words ----------------------------------------------------------------------------------------------------- */

static gint64
count_open (const OvsClosingClient *client)
{
  gint64 open = 0;

  for (int state = 0; state < OVS_N_END_STATES; state++)
    open += ovs_end_state_is_open ((OvsEndState) state) ? client->facts.ends[state] : 0;
  return open;
}

char *
ovs_closing_words (const OvsClosingClient *client)
{
  g_autofree char *words = ovs_closing_say (&client->facts, client->obstacles);

  if (client->closed)
    return client->reason != NULL ? g_strdup_printf (_ ("closed all the same: %s"), client->reason) : g_strdup (_ ("closed"));
  if (client->closed_on != OVS_NO_DAY)
    return client->obstacles != 0 ? g_strdup_printf (_ ("opened again: %s"), words) : g_strdup (_ ("opened again; can be closed"));
  return client->obstacles != 0 ? g_steal_pointer (&words) : g_strdup (_ ("nothing: can be closed"));
}

static OvsCellKind
kind_of (const OvsClosingClient *client)
{
  OvsObstacles people = client->obstacles & ~OVS_OBSTACLES_TO_OVERRULE;

  if (client->closed)
    return OVS_CELL_DONE;
  if (client->obstacles == 0)
    return OVS_CELL_INFO;
  if (client->closed_on != OVS_NO_DAY || (people & (OVS_OBSTACLE_BIT (OVS_OBSTACLE_FALLOUT) | OVS_OBSTACLE_BIT (OVS_OBSTACLE_QUESTIONS))))
    return OVS_CELL_WARNING;
  return people == OVS_OBSTACLE_BIT (OVS_OBSTACLE_UNKNOWN) ? OVS_CELL_UNKNOWN : OVS_CELL_WAITING;
}

static char *
say_product (const OvsClosingClient *client, OvsDay today)
{
  g_autofree char *day = ovs_day_words (client->product_500_on, today);
  const char *what = client->facts.product_500 == OVS_TOLD_NO ? _ ("gone") : client->facts.product_500 == OVS_TOLD_YES ? _ ("still on") : _ ("unknown");

  return client->product_500_on != OVS_NO_DAY && client->facts.product_500 != OVS_TOLD_UNKNOWN ? g_strdup_printf ("%s, %s", what, day) : g_strdup (what);
}

/* --- rows ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *rows;
  OvsDay today;
} Fetching;

static void
set_number (OvsTableRow *row, Column column, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);

  ovs_table_row_set_cell (row, column, text, number > 0 ? OVS_CELL_PLAIN : OVS_CELL_SOFT);
}

static void
set_day (OvsTableRow *row, Column column, OvsDay day, OvsDay today)
{
  g_autofree char *text = ovs_day_words (day, today);

  ovs_table_row_set_cell (row, column, day != OVS_NO_DAY ? text : "", OVS_CELL_PLAIN);
}

static void
fetch_one (const OvsClosingClient *client, gpointer data)
{
  Fetching *fetching = data;
  OvsTableRow *row = ovs_table_row_new (client->employer, N_COLUMNS);
  g_autofree char *state = ovs_closing_words (client);
  g_autofree char *product = say_product (client, fetching->today);

  ovs_table_row_set_cell (row, COLUMN_CLIENT, client->name != NULL ? client->name : client->number, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, COLUMN_STATE, state, kind_of (client));
  set_number (row, COLUMN_PEOPLE, ovs_closing_people (&client->facts));
  set_number (row, COLUMN_OVER, client->facts.ends[OVS_END_OVER]);
  set_number (row, COLUMN_OPEN, count_open (client));
  ovs_table_row_set_cell (row, COLUMN_PRODUCT, product, client->facts.product_500 == OVS_TOLD_UNKNOWN ? OVS_CELL_SOFT : OVS_CELL_PLAIN);
  set_day (row, COLUMN_MAIL, client->letter_on, fetching->today);
  set_day (row, COLUMN_CLOSED, client->closed ? client->closed_on : OVS_NO_DAY, fetching->today);
  ovs_table_row_set_cell (row, COLUMN_NUMBER, client->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, COLUMN_HANDLER, client->handler != NULL ? client->handler : "", OVS_CELL_PLAIN);
  set_day (row, COLUMN_ACCOUNT, client->accounted_on, fetching->today);
  g_ptr_array_add (fetching->rows, row);
}

GPtrArray *
ovs_closing_rows_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  Fetching fetching = { g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free), ovs_tx_today (tx) };

  for (gsize i = 0; i < n_ids; i++)
    ovs_closing_get (tx, ids[i], fetch_one, &fetching);
  return fetching.rows;
}

/* --- what matches, in which order ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 id;
  gint64 number; /* sorts before the text */
  char *key;
} Client;

typedef struct
{
  const OvsTableQuery *query;
  char *search;
  GArray *clients;
} Gathering;

static void
client_clear (gpointer data)
{
  g_free (((Client *) data)->key);
}

static gboolean
passes_filter (const OvsClosingClient *client, const char *filter)
{
  if (g_strcmp0 (filter, OVS_CLOSING_CLOSABLE) == 0)
    return !client->closed && client->obstacles == 0;
  if (g_strcmp0 (filter, OVS_CLOSING_OPEN) == 0)
    return !client->closed && client->obstacles != 0;
  if (g_strcmp0 (filter, OVS_CLOSING_REOPENED) == 0)
    return !client->closed && client->closed_on != OVS_NO_DAY;
  return g_strcmp0 (filter, OVS_CLOSING_CLOSED) != 0 || client->closed;
}

static gboolean
passes_search (const OvsClosingClient *client, const char *search)
{
  g_autofree char *words = g_strjoin (" ", client->number, client->name != NULL ? client->name : "", NULL);
  g_autofree char *folded = ovs_text_fold (words);

  return *search == '\0' || strstr (folded, search) != NULL;
}

/* What can be closed is the next thing to do; then what somebody has to work at, what opened again before the rest. */
static gint64
rank (const OvsClosingClient *client)
{
  if (client->closed)
    return 100;
  if (client->obstacles == 0)
    return 0;
  return (client->closed_on != OVS_NO_DAY ? 1 : 2) + (client->obstacles & ~OVS_OBSTACLES_TO_OVERRULE ? 0 : 2);
}

static gint64
number_to_sort (const OvsClosingClient *client, const char *sort)
{
  if (sort == NULL || g_str_equal (sort, kinds[COLUMN_STATE].id))
    return rank (client);
  if (g_str_equal (sort, kinds[COLUMN_PEOPLE].id))
    return ovs_closing_people (&client->facts);
  if (g_str_equal (sort, kinds[COLUMN_OVER].id))
    return client->facts.ends[OVS_END_OVER];
  if (g_str_equal (sort, kinds[COLUMN_OPEN].id))
    return count_open (client);
  if (g_str_equal (sort, kinds[COLUMN_PRODUCT].id))
    return client->facts.product_500;
  if (g_str_equal (sort, kinds[COLUMN_MAIL].id))
    return client->letter_on;
  if (g_str_equal (sort, kinds[COLUMN_CLOSED].id))
    return client->closed ? client->closed_on : 0;
  return g_str_equal (sort, kinds[COLUMN_ACCOUNT].id) ? client->accounted_on : 0;
}

static void
gather (const OvsClosingClient *client, gpointer data)
{
  Gathering *gathering = data;
  const char *sort = gathering->query->sort;
  const char *name = client->name != NULL ? client->name : client->number;
  Client found = { .id = client->employer };

  if (!passes_filter (client, gathering->query->filter) || !passes_search (client, gathering->search))
    return;
  found.number = g_strcmp0 (sort, kinds[COLUMN_NUMBER].id) == 0 ? (gint64) gathering->clients->len : number_to_sort (client, sort);
  found.key = ovs_text_fold (g_strcmp0 (sort, kinds[COLUMN_HANDLER].id) == 0 && client->handler != NULL ? client->handler : name);
  g_array_append_val (gathering->clients, found);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Client *one = a;
  const Client *other = b;

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  return g_strcmp0 (one->key, other->key);
}

GArray *
ovs_closing_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (Client));
  g_autofree char *search = ovs_text_fold (query->search);
  Gathering gathering = { query, search, clients };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_clear_func (clients, client_clear);
  ovs_closing_foreach (tx, handler, gather, &gathering);
  g_array_sort (clients, compare);
  for (guint i = 0; i < clients->len; i++)
    g_array_append_val (found, g_array_index (clients, Client, query->descending ? clients->len - 1 - i : i).id);
  return found;
}
