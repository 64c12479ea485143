/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/informed.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/client-list.h"

typedef struct
{
  char *search; /* folded */
  GArray *ids;
} Gather;

static void
gather (const OvsClientRow *row, gpointer data)
{
  Gather *state = data;
  g_autofree char *folded = ovs_text_fold (row->name);

  if (row->selected && (*state->search == '\0' || strstr (folded, state->search) != NULL || g_str_equal (row->number, state->search)))
    g_array_append_val (state->ids, row->id);
}

GArray *
ovs_informed_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autofree char *search = ovs_text_fold (query->search);
  Gather state = { search, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  ovs_client_list_foreach (tx, handler, gather, &state);
  return state.ids;
}

static void
make_row (const OvsClientRow *client, gpointer data)
{
  OvsTableRow *row = ovs_table_row_new (client->id, OVS_INFORMED_COLUMNS);
  g_autofree char *day = ovs_day_to_dutch (client->informed_on);

  ovs_table_row_set_cell (row, 0, client->name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, 1, client->contact_name, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 2, client->contact_phone, OVS_CELL_PLAIN);
  if (client->informed_on != OVS_NO_DAY)
    ovs_table_row_set_cell (row, 3, day, OVS_CELL_DONE);
  else
    ovs_table_row_set_cell (row, 3, _ ("not yet"), OVS_CELL_WARNING);
  ovs_table_row_set_cell (row, 4, client->informed_note, OVS_CELL_SOFT);
  g_ptr_array_add (data, row);
}

GPtrArray *
ovs_informed_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    ovs_client_list_get (tx, ids[i], make_row, rows);
  return rows;
}
