/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/clients.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "steps/day-words.h"
#include "steps/select/client-words.h"

enum
{
  NUMBER,
  NAME,
  EMPLOYEES,
  MIJNLOKET,
  WAVE,
  HINDRANCE,
  HANDLER,
  PRODUCT,
  PAYROLL,
  CITY,
  CONTACT,
  INFORMED,
  CONTRACT,
  N_COLUMNS
};

static const OvsTableColumn columns[N_COLUMNS] = {
  [NUMBER] = { "number", N_ ("No."), 72, FALSE, TRUE, FALSE },
  [NAME] = { "name", N_ ("Client"), 0, FALSE, TRUE, FALSE },
  [EMPLOYEES] = { "employees", N_ ("Empl."), 64, TRUE, TRUE, FALSE },
  [MIJNLOKET] = { "mijnloket", "MijnLoket", 104, FALSE, TRUE, FALSE },
  [WAVE] = { "round", N_ ("Round"), 104, FALSE, TRUE, FALSE },
  [HINDRANCE] = { "hindrance", N_ ("Stands in the way"), 196, FALSE, TRUE, FALSE },
  [HANDLER] = { "handler", N_ ("Handler"), 140, FALSE, TRUE, TRUE },
  [PRODUCT] = { "product-500", N_ ("Product 500"), 104, FALSE, TRUE, TRUE },
  [PAYROLL] = { "payroll", N_ ("Payroll"), 110, FALSE, TRUE, TRUE },
  [CITY] = { "city", N_ ("City"), 130, FALSE, TRUE, TRUE },
  [CONTACT] = { "contact", N_ ("Contact"), 160, FALSE, TRUE, TRUE },
  [INFORMED] = { "informed", N_ ("Informed on"), 104, FALSE, TRUE, TRUE },
  [CONTRACT] = { "contract", N_ ("Contract until"), 104, FALSE, TRUE, TRUE },
};

const OvsTableColumn *
ovs_clients_columns (guint *n)
{
  static OvsTableColumn translated[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      translated[i] = columns[i];
      translated[i].title = _ (columns[i].title);
    }
  *n = N_COLUMNS;
  return translated;
}

char *
ovs_clients_why_not (const OvsClientRow *row)
{
  if (row->excluded_reason != NULL)
    return g_strdup_printf (_ ("Does not take part: %s"), row->excluded_reason);
  if (ovs_client_is_over (row))
    return g_strdup (_ ("This client is over already."));
  return NULL;
}

/* --- what matches, in which order ------------------------------------------------------------------------------ */

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
  OvsDay today;
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
  if (g_strcmp0 (filter, OVS_CLIENTS_CHOSEN) == 0)
    return row->selected && !ovs_client_is_over (row);
  if (g_strcmp0 (filter, OVS_CLIENTS_NOT_CHOSEN) == 0)
    return !row->selected;
  if (g_strcmp0 (filter, OVS_CLIENTS_OVER) == 0)
    return ovs_client_is_over (row);
  if (g_strcmp0 (filter, OVS_CLIENTS_WITHOUT_MIJNLOKET) == 0)
    return row->mijnloket == OVS_TOLD_NO;
  if (g_strcmp0 (filter, OVS_CLIENTS_WITHOUT_PRODUCT) == 0)
    return row->product_500 == OVS_TOLD_NO;
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

static const char *
text_to_sort (const OvsClientRow *row, const char *sort)
{
  if (g_strcmp0 (sort, "name") == 0)
    return row->name;
  if (g_strcmp0 (sort, "handler") == 0)
    return row->handler;
  if (g_strcmp0 (sort, "payroll") == 0)
    return row->payroll;
  if (g_strcmp0 (sort, "city") == 0)
    return row->city;
  if (g_strcmp0 (sort, "contact") == 0)
    return row->contact_name;
  if (g_strcmp0 (sort, "mijnloket") == 0)
    return row->mijnloket == OVS_TOLD_NO ? "" : row->tier;
  return NULL;
}

static gint64
number_to_sort (const OvsClientRow *row, const char *sort, OvsDay today)
{
  if (g_strcmp0 (sort, "employees") == 0)
    return row->employees;
  if (g_strcmp0 (sort, "hindrance") == 0)
    return ovs_client_words_weight (row, today);
  if (g_strcmp0 (sort, "product-500") == 0)
    return row->product_500;
  if (g_strcmp0 (sort, "round") == 0)
    return row->wave != 0 ? row->wave : G_MAXINT64;
  if (g_strcmp0 (sort, "informed") == 0)
    return row->informed_on;
  /* What ends first is looked for; what has no known end comes last. */
  if (g_strcmp0 (sort, "contract") == 0)
    return row->contract_ends_on != OVS_NO_DAY ? row->contract_ends_on : G_MAXINT64;
  return 0;
}

static void
gather (const OvsClientRow *row, gpointer data)
{
  Gather *state = data;
  const char *text = text_to_sort (row, state->query->sort);
  Sorted one = { row->id, NULL, 0 };

  if (!passes_filter (row, state->query->filter) || !passes_search (row, state->search))
    return;
  one.key = text != NULL ? ovs_text_fold (text) : NULL;
  one.number = number_to_sort (row, state->query->sort, state->today);
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
  Gather state = { query, search, ovs_tx_today (tx), sorted };

  g_array_set_clear_func (sorted, sorted_clear);
  ovs_client_list_foreach (tx, handler, gather, &state);
  if (query->sort != NULL && g_strcmp0 (query->sort, "number") != 0)
    g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (ids, g_array_index (sorted, Sorted, query->descending ? sorted->len - 1 - i : i).id);
  return ids;
}

/* --- rows ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *rows;
  OvsDay today;
} Making;

static void
set_hindrance (OvsTableRow *row, const OvsClientRow *client, OvsDay today)
{
  g_autofree char *text = NULL;
  OvsCellKind kind = ovs_client_words_hindrance (client, today, &text);

  ovs_table_row_set_cell (row, HINDRANCE, text, kind);
}

static void
set_mijnloket (OvsTableRow *row, const OvsClientRow *client)
{
  if (client->mijnloket == OVS_TOLD_NO)
    ovs_table_row_set_cell (row, MIJNLOKET, _ ("Is off"), OVS_CELL_WARNING);
  else if (client->mijnloket == OVS_TOLD_UNKNOWN)
    ovs_table_row_set_cell (row, MIJNLOKET, _ ("unknown"), OVS_CELL_UNKNOWN);
  else
    ovs_table_row_set_cell (row, MIJNLOKET, client->tier != NULL ? client->tier : _ ("On"), OVS_CELL_PLAIN);
}

static void
set_product (OvsTableRow *row, const OvsClientRow *client)
{
  if (client->product_500 == OVS_TOLD_UNKNOWN)
    ovs_table_row_set_cell (row, PRODUCT, _ ("unknown"), OVS_CELL_UNKNOWN);
  else
    ovs_table_row_set_cell (row, PRODUCT, client->product_500 == OVS_TOLD_YES ? _ ("yes") : _ ("no"), OVS_CELL_PLAIN);
}

static void
set_wave (OvsTableRow *row, const OvsClientRow *client, OvsDay today)
{
  g_autofree char *day = ovs_day_words (client->wave_on, today);
  g_autofree char *text = client->wave_on != OVS_NO_DAY ? g_strdup_printf ("%d · %s", (int) client->wave, day)
                                                        : g_strdup_printf ("%d", (int) client->wave);

  ovs_table_row_set_cell (row, WAVE, client->wave != 0 ? text : NULL, OVS_CELL_PLAIN);
}

static void
make_row (const OvsClientRow *client, gpointer data)
{
  Making *making = data;
  OvsTableRow *row = ovs_table_row_new (client->id, N_COLUMNS);
  g_autofree char *employees = g_strdup_printf ("%'" G_GINT64_FORMAT, client->employees);
  g_autofree char *informed = ovs_day_to_dutch (client->informed_on);
  g_autofree char *contract = ovs_day_to_dutch (client->contract_ends_on);

  row->ticked_reason = ovs_clients_why_not (client);
  row->ticked = row->ticked_reason != NULL ? -1 : client->selected;
  ovs_table_row_set_cell (row, NUMBER, client->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, NAME, client->name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, EMPLOYEES, employees, OVS_CELL_PLAIN);
  set_mijnloket (row, client);
  set_wave (row, client, making->today);
  set_hindrance (row, client, making->today);
  ovs_table_row_set_cell (row, HANDLER, client->handler, OVS_CELL_PLAIN);
  set_product (row, client);
  ovs_table_row_set_cell (row, PAYROLL, ovs_client_words_payroll (client->payroll), OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, CITY, client->city, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, CONTACT, client->contact_name, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, INFORMED, informed, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, CONTRACT, contract, OVS_CELL_PLAIN);
  g_ptr_array_add (making->rows, row);
}

GPtrArray *
ovs_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  Making making = { g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free), ovs_tx_today (tx) };

  for (gsize i = 0; i < n_ids; i++)
    ovs_client_list_get (tx, ids[i], make_row, &making);
  return making.rows;
}
