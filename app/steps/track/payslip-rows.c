/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/payslip-rows.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "steps/track/outcome-words.h"

/* A payday as near as this is worked for now. */
#define SOON 7

char *
ovs_payslip_rows_filter (OvsPayslips list, gint64 employer)
{
  return g_strdup_printf ("%d:%" G_GINT64_FORMAT, (int) list, employer);
}

static OvsPayslips
read_filter (const OvsTableQuery *query, gint64 *employer)
{
  const char *colon = query->filter != NULL ? strchr (query->filter, ':') : NULL;

  *employer = colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;
  return query->filter != NULL ? (OvsPayslips) atoi (query->filter) : OVS_PAYSLIPS_NOT_YET;
}

/* --- clients ----------------------------------------------------------------------------------------------------- */

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const OvsPayslipClient *one = *(OvsPayslipClient *const *) a;
  const OvsPayslipClient *other = *(OvsPayslipClient *const *) b;

  return (one->people > other->people) - (one->people < other->people);
}

static int
compare_without (gconstpointer a, gconstpointer b)
{
  const OvsPayslipClient *one = *(OvsPayslipClient *const *) a;
  const OvsPayslipClient *other = *(OvsPayslipClient *const *) b;

  return (one->without_portal > other->without_portal) - (one->without_portal < other->without_portal);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const OvsPayslipClient *one = *(OvsPayslipClient *const *) a;
  const OvsPayslipClient *other = *(OvsPayslipClient *const *) b;
  g_autofree char *key = ovs_text_fold (one->name);
  g_autofree char *other_key = ovs_text_fold (other->name);

  return strcmp (key, other_key);
}

static gboolean
matches (const OvsPayslipClient *client, const char *search)
{
  g_autofree char *text = g_strjoin (" ", client->number, client->name != NULL ? client->name : "", client->handler, NULL);
  g_autofree char *folded = ovs_text_fold (text);

  return strstr (folded, search) != NULL;
}

GArray *
ovs_payslip_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  gint64 employer;
  g_autoptr (GPtrArray) clients = ovs_payslip_clients (tx, read_filter (query, &employer), handler);
  g_autofree char *search = ovs_text_fold (query->search);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* Without another wish they come as they are: who pays next first. */
  if (g_strcmp0 (query->sort, "people") == 0)
    g_ptr_array_sort (clients, compare_people);
  else if (g_strcmp0 (query->sort, "without") == 0)
    g_ptr_array_sort (clients, compare_without);
  else if (g_strcmp0 (query->sort, "name") == 0)
    g_ptr_array_sort (clients, compare_names);
  for (guint i = 0; i < clients->len; i++)
    {
      const OvsPayslipClient *client = g_ptr_array_index (clients, query->descending ? clients->len - 1 - i : i);

      if (matches (client, search))
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

static OvsTableRow *
client_row (const OvsPayslipClient *client, OvsPayslips list, OvsDay today)
{
  OvsTableRow *row = ovs_table_row_new (client->id, OVS_N_PAYSLIP_CLIENT_COLUMNS);
  g_autofree char *payday = ovs_day_to_dutch (client->next_payday);
  gboolean known = client->next_payday != OVS_NO_DAY;
  gboolean soon = known && client->next_payday <= today + SOON && client->without_portal > 0;

  ovs_table_row_set_cell (row, OVS_PAYSLIP_CLIENT_NAME, client->name != NULL ? client->name : client->number, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, OVS_PAYSLIP_CLIENT_NUMBER, client->number, OVS_CELL_PLAIN);
  if (list == OVS_PAYSLIPS_NOT_YET)
    ovs_table_row_set_cell (row, OVS_PAYSLIP_CLIENT_PAYDAY, known ? payday : _ ("unknown"), soon ? OVS_CELL_WARNING : known ? OVS_CELL_PLAIN : OVS_CELL_SOFT);
  set_number (row, OVS_PAYSLIP_CLIENT_PEOPLE, client->people, OVS_CELL_PLAIN);
  set_number (row, OVS_PAYSLIP_CLIENT_WITHOUT, client->without_portal, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_PAYSLIP_CLIENT_HANDLER, client->handler != NULL ? client->handler : "", OVS_CELL_PLAIN);
  return row;
}

static GPtrArray *
fetch_clients (OvsTx *tx, OvsPayslips list, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (OvsPayslipClient) client = ovs_payslip_client_get (tx, list, ids[i]);

      if (client != NULL)
        g_ptr_array_add (rows, client_row (client, list, ovs_tx_today (tx)));
    }
  return rows;
}

GPtrArray *
ovs_payslip_clients_fetch_not_yet (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  return fetch_clients (tx, OVS_PAYSLIPS_NOT_YET, ids, n_ids);
}

GPtrArray *
ovs_payslip_clients_fetch_2025 (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  return fetch_clients (tx, OVS_PAYSLIPS_LEFT_2025, ids, n_ids);
}

GPtrArray *
ovs_payslip_clients_fetch_2026 (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  return fetch_clients (tx, OVS_PAYSLIPS_LEFT_2026, ids, n_ids);
}

/* --- people ------------------------------------------------------------------------------------------------------ */

static gboolean
person_matches (OvsTx *tx, gint64 id, const char *search)
{
  g_autoptr (OvsOutcomePerson) person = *search != '\0' ? ovs_outcome_person_get (tx, ovs_tx_today (tx), id) : NULL;
  g_autofree char *text = person != NULL ? g_strjoin (" ", person->employee_number, person->name, NULL) : NULL;
  g_autofree char *folded = ovs_text_fold (text);

  return *search == '\0' || strstr (folded, search) != NULL;
}

GArray *
ovs_payslip_people_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  gint64 employer;
  OvsPayslips list = read_filter (query, &employer);
  g_autoptr (GArray) people = ovs_payslip_ids (tx, list, employer);
  g_autofree char *search = ovs_text_fold (query->search);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < people->len; i++)
    {
      gint64 id = g_array_index (people, gint64, query->descending ? people->len - 1 - i : i);

      if (person_matches (tx, id, search))
        g_array_append_val (ids, id);
    }
  return ids;
}

GPtrArray *
ovs_payslip_people_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, ovs_tx_today (tx), ids[i]);
      g_autofree char *sent = NULL;
      OvsTableRow *row;

      if (person == NULL)
        continue;
      row = ovs_table_row_new (ids[i], OVS_N_PAYSLIP_PERSON_COLUMNS);
      sent = ovs_day_to_dutch (person->sent != 0 ? ovs_clock_day_of (person->sent) : OVS_NO_DAY);
      ovs_table_row_set_cell (row, OVS_PAYSLIP_PERSON_NAME, person->name, OVS_CELL_STRONG);
      ovs_table_row_set_cell (row, OVS_PAYSLIP_PERSON_NUMBER, person->employee_number, OVS_CELL_PLAIN);
      ovs_table_row_set_cell (row, OVS_PAYSLIP_PERSON_STATUS, ovs_outcome_words_status (person), ovs_outcome_words_kind (person));
      ovs_table_row_set_cell (row, OVS_PAYSLIP_PERSON_WERKNEMERLOKET, ovs_access_title (person->outcome.werknemerloket), OVS_CELL_PLAIN);
      ovs_table_row_set_cell (row, OVS_PAYSLIP_PERSON_SENT, sent, OVS_CELL_PLAIN);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
