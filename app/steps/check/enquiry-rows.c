/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/enquiry-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/enquiries.h"
#include "steps/enquiry-text.h"

typedef enum
{
  COLUMN_NAME,
  COLUMN_CONTACT,
  COLUMN_PHONE,
  COLUMN_ASKED,
  COLUMN_DEADLINE,
  COLUMN_STATE,
  COLUMN_SOLVED,
  COLUMN_OPEN,
  COLUMN_HANDLER,
  N_COLUMNS
} Column;

static const char *const ids[N_COLUMNS] = { "name", "contact", "phone", "asked", "deadline", "state", "solved", "open", "handler" };

const OvsTableColumn *
ovs_enquiry_rows_columns (guint *n)
{
  static OvsTableColumn columns[N_COLUMNS];

  columns[COLUMN_NAME] = (OvsTableColumn){ .title = _ ("Client"), .sortable = TRUE };
  columns[COLUMN_CONTACT] = (OvsTableColumn){ .title = _ ("Contact"), .width = 150, .sortable = TRUE };
  columns[COLUMN_PHONE] = (OvsTableColumn){ .title = _ ("Telephone"), .width = 112, .hidden = TRUE };
  columns[COLUMN_ASKED] = (OvsTableColumn){ .title = _ ("Asked on"), .width = 100, .sortable = TRUE };
  columns[COLUMN_DEADLINE] = (OvsTableColumn){ .title = _ ("Back by"), .width = 100, .sortable = TRUE };
  columns[COLUMN_STATE] = (OvsTableColumn){ .title = _ ("Where it stands"), .width = 180, .sortable = TRUE };
  columns[COLUMN_SOLVED] = (OvsTableColumn){ .title = _ ("Solved"), .width = 88, .numeric = TRUE };
  columns[COLUMN_OPEN] = (OvsTableColumn){ .title = _ ("Still open"), .width = 88, .numeric = TRUE, .sortable = TRUE };
  columns[COLUMN_HANDLER] = (OvsTableColumn){ .title = _ ("Handler"), .width = 120, .hidden = TRUE };
  for (int i = 0; i < N_COLUMNS; i++)
    columns[i].id = ids[i];
  *n = N_COLUMNS;
  return columns;
}

/* --- which ones, in which order -------------------------------------------------------------------------------- */

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
is_on_its_way (const OvsEnquiryRow *row)
{
  return row->state == OVS_ENQUIRY_ASKED || row->state == OVS_ENQUIRY_LATE;
}

static gboolean
passes (const char *filter, const OvsEnquiryRow *row)
{
  if (g_strcmp0 (filter, OVS_ENQUIRY_FILTER_TO_ASK) == 0)
    return row->open > 0 && !is_on_its_way (row);
  if (g_strcmp0 (filter, OVS_ENQUIRY_FILTER_ASKED) == 0)
    return is_on_its_way (row);
  if (g_strcmp0 (filter, OVS_ENQUIRY_FILTER_LATE) == 0)
    return row->state == OVS_ENQUIRY_LATE;
  return g_strcmp0 (filter, OVS_ENQUIRY_FILTER_RETURNED) != 0 || row->state == OVS_ENQUIRY_RETURNED;
}

static gboolean
is_found (const char *search, const OvsEnquiryRow *row)
{
  g_autofree char *words = g_strjoin (" ", row->number, row->name != NULL ? row->name : "", row->contact_name != NULL ? row->contact_name : "", NULL);
  g_autofree char *folded = ovs_text_fold (words);

  return strstr (folded, search) != NULL;
}

static void
gather (const OvsEnquiryRow *row, gpointer data)
{
  Gathering *gathering = data;
  const char *sort = gathering->query->sort;
  Client client = { .id = row->employer };

  if (!passes (gathering->query->filter, row) || (*gathering->search != '\0' && !is_found (gathering->search, row)))
    return;
  if (g_strcmp0 (sort, ids[COLUMN_NAME]) == 0)
    client.key = ovs_text_fold (row->name != NULL ? row->name : row->number);
  else if (g_strcmp0 (sort, ids[COLUMN_CONTACT]) == 0)
    client.key = ovs_text_fold (row->contact_name);
  else if (g_strcmp0 (sort, ids[COLUMN_ASKED]) == 0)
    client.number = row->asked_on;
  else if (g_strcmp0 (sort, ids[COLUMN_DEADLINE]) == 0)
    client.number = row->deadline;
  else if (g_strcmp0 (sort, ids[COLUMN_OPEN]) == 0)
    client.number = row->open;
  else if (g_strcmp0 (sort, ids[COLUMN_STATE]) == 0)
    client.number = (gint64) row->state;
  else
    client.number = gathering->clients->len;
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
ovs_enquiry_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (Client));
  g_autofree char *search = ovs_text_fold (query->search);
  Gathering gathering = { query, search, clients };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_clear_func (clients, client_clear);
  ovs_enquiries_foreach (tx, handler, gather, &gathering);
  g_array_sort (clients, compare);
  for (guint i = 0; i < clients->len; i++)
    g_array_append_val (found, g_array_index (clients, Client, query->descending ? clients->len - 1 - i : i).id);
  return found;
}

/* --- the rows -------------------------------------------------------------------------------------------------- */

static OvsCellKind
kind_of (OvsEnquiryState state)
{
  switch (state)
    {
    case OVS_ENQUIRY_NONE:
      return OVS_CELL_SOFT;
    case OVS_ENQUIRY_LATE:
      return OVS_CELL_WARNING;
    case OVS_ENQUIRY_RETURNED:
    case OVS_ENQUIRY_SOLVED:
      return OVS_CELL_DONE;
    default:
      return OVS_CELL_PLAIN;
    }
}

typedef struct
{
  GPtrArray *rows;
  OvsDay today;
} Fetching;

static void
set_text (OvsTableRow *row, Column column, const char *text, OvsCellKind kind)
{
  ovs_table_row_set_cell (row, column, text != NULL ? text : "", kind);
}

static void
add_row (const OvsEnquiryRow *client, gpointer data)
{
  Fetching *fetching = data;
  OvsTableRow *row = ovs_table_row_new (client->employer, N_COLUMNS);
  g_autofree char *asked_on = ovs_day_to_dutch (client->asked_on);
  g_autofree char *deadline = ovs_day_to_dutch (client->deadline);
  g_autofree char *state = ovs_enquiry_text_state (client, fetching->today);
  g_autofree char *solved = client->asked > 0 ? g_strdup_printf (_ ("%d of %d"), (int) client->solved, (int) client->asked) : NULL;
  g_autofree char *open = g_strdup_printf ("%'d", (int) client->open);

  set_text (row, COLUMN_NAME, client->name != NULL ? client->name : client->number, OVS_CELL_STRONG);
  set_text (row, COLUMN_CONTACT, client->contact_name, OVS_CELL_PLAIN);
  set_text (row, COLUMN_PHONE, client->contact_phone, OVS_CELL_PLAIN);
  set_text (row, COLUMN_ASKED, asked_on, OVS_CELL_PLAIN);
  set_text (row, COLUMN_DEADLINE, deadline, OVS_CELL_PLAIN);
  set_text (row, COLUMN_STATE, state, kind_of (client->state));
  set_text (row, COLUMN_SOLVED, solved, OVS_CELL_PLAIN);
  set_text (row, COLUMN_OPEN, open, client->open > 0 ? OVS_CELL_PLAIN : OVS_CELL_SOFT);
  set_text (row, COLUMN_HANDLER, client->handler, OVS_CELL_PLAIN);
  g_ptr_array_add (fetching->rows, row);
}

GPtrArray *
ovs_enquiry_rows_fetch (OvsTx *tx, const gint64 *wanted, gsize n_wanted)
{
  Fetching fetching = { g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free), ovs_tx_today (tx) };

  for (gsize i = 0; i < n_wanted; i++)
    ovs_enquiries_get (tx, wanted[i], add_row, &fetching);
  return fetching.rows;
}
