/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/plan-lists.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/client-filter.h"
#include "dossier/plan-list.h"
#include "rules/rule.h"

enum
{
  CLIENT_NAME,
  CLIENT_INVITE,
  CLIENT_BEHIND,
  CLIENT_OF_WHICH,
  CLIENT_HAVE,
  N_CLIENT_COLUMNS,
};

enum
{
  PERSON_NAME,
  PERSON_CLIENT,
  PERSON_NUMBER,
  PERSON_EMAIL,
  PERSON_WHY,
  N_PERSON_COLUMNS,
};

static gint64
key_of (const OvsPlanClient *client, const char *sort)
{
  if (g_strcmp0 (sort, OVS_PLAN_COLUMN_INVITE) == 0)
    return client->ready;
  if (g_strcmp0 (sort, OVS_PLAN_COLUMN_BEHIND) == 0)
    return client->decide + client->stopper + client->left_out + client->fallen;
  if (g_strcmp0 (sort, OVS_PLAN_COLUMN_HAVE) == 0)
    return client->done;
  return 0;
}

static int
compare_clients (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 one = key_of (*(const OvsPlanClient *const *) a, data);
  gint64 other = key_of (*(const OvsPlanClient *const *) b, data);

  return (one > other) - (one < other);
}

static gboolean
client_matches (const OvsPlanClient *client, const char *search)
{
  g_autofree char *text = g_strjoin (" ", client->number, client->name, NULL);
  g_autofree char *folded = ovs_text_fold (text);

  return strstr (folded, search) != NULL;
}

GArray *
ovs_plan_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autoptr (GPtrArray) clients = ovs_plan_list_clients (tx, ovs_client_filter_get_wave (handler));
  g_autofree char *search = ovs_text_fold (query->search);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* They come by name; sorting is stable. */
  g_ptr_array_sort_with_data (clients, compare_clients, query->sort);
  for (guint i = 0; i < clients->len; i++)
    {
      guint at = query->descending ? clients->len - 1 - i : i;
      const OvsPlanClient *client = g_ptr_array_index (clients, at);

      if (client_matches (client, search))
        g_array_append_val (ids, client->id);
    }
  return ids;
}

static void
set_number (OvsTableRow *row, guint column, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);

  ovs_table_row_set_cell (row, column, text, number > 0 ? OVS_CELL_PLAIN : OVS_CELL_SOFT);
}

static void
set_of_which (OvsTableRow *row, const OvsPlanClient *client)
{
  g_autofree char *text = NULL;

  if (client->stopper > 0)
    {
      text = g_strdup_printf (ngettext ("%d stopper", "%d stoppers", (gulong) client->stopper), (int) client->stopper);
      ovs_table_row_set_cell (row, CLIENT_OF_WHICH, text, OVS_CELL_STOPPER);
    }
  else if (client->decide > 0)
    {
      text = g_strdup_printf (_ ("%d to decide"), (int) client->decide);
      ovs_table_row_set_cell (row, CLIENT_OF_WHICH, text, OVS_CELL_WARNING);
    }
  else if (client->waiting > 0)
    {
      text = g_strdup_printf (ngettext ("%d waits", "%d wait", (gulong) client->waiting), (int) client->waiting);
      ovs_table_row_set_cell (row, CLIENT_OF_WHICH, text, OVS_CELL_SOFT);
    }
}

GPtrArray *
ovs_plan_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (OvsPlanClient) client = ovs_plan_client_get (tx, ids[i]);
      OvsTableRow *row;

      if (client == NULL)
        continue;
      row = ovs_table_row_new (client->id, N_CLIENT_COLUMNS);
      ovs_table_row_set_cell (row, CLIENT_NAME, client->name != NULL ? client->name : client->number, OVS_CELL_STRONG);
      set_number (row, CLIENT_INVITE, client->ready);
      set_number (row, CLIENT_BEHIND, client->decide + client->stopper + client->left_out + client->fallen);
      set_of_which (row, client);
      set_number (row, CLIENT_HAVE, client->done);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

char *
ovs_plan_people_filter (int people, gint64 employer)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT, people, employer);
}

GArray *
ovs_plan_people_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_auto (GStrv) words = g_strsplit (query->filter != NULL ? query->filter : "0 0", " ", 2);
  g_autofree char *search = ovs_text_fold (query->search);
  OvsPlanQuery asked = {
    .people = atoi (words[0]),
    .employer = g_ascii_strtoll (words[1], NULL, 10),
    .wave = ovs_client_filter_get_wave (handler),
    .search = search,
    .by_employer = g_strcmp0 (query->sort, OVS_PLAN_COLUMN_CLIENT) == 0,
    .descending = query->descending,
  };

  return ovs_plan_list_people (tx, &asked);
}

static void
set_why (OvsTableRow *row, const OvsPlanPerson *person)
{
  OvsFinding finding;

  switch (person->disposition)
    {
    case OVS_DISPOSITION_STOPPER:
    case OVS_DISPOSITION_DECIDE:
      ovs_table_row_set_cell (row, PERSON_WHY, ovs_rule_lookup (person->finding, &finding) ? ovs_rule_title (finding) : "",
                              person->disposition == OVS_DISPOSITION_STOPPER ? OVS_CELL_STOPPER : OVS_CELL_WARNING);
      break;
    case OVS_DISPOSITION_DONE:
      ovs_table_row_set_cell (row, PERSON_WHY, ovs_reason_title (person->reason), OVS_CELL_DONE);
      break;
    case OVS_DISPOSITION_LEFT_OUT:
      ovs_table_row_set_cell (row, PERSON_WHY, ovs_reason_title (person->reason), OVS_CELL_SOFT);
      break;
    case OVS_DISPOSITION_READY:
    default:
      if (person->submitted)
        {
          ovs_table_row_set_cell (row, PERSON_WHY, person->waiting ? _ ("Waits for Loket's answer") : _ ("On the fallout list"),
                                  person->waiting ? OVS_CELL_PLAIN : OVS_CELL_WARNING);
          break;
        }
      ovs_table_row_set_cell (row, PERSON_WHY, ovs_disposition_title (person->disposition), OVS_CELL_PLAIN);
    }
}

GPtrArray *
ovs_plan_people_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (OvsPlanPerson) person = ovs_plan_person_get (tx, ids[i]);
      OvsTableRow *row;

      if (person == NULL)
        continue;
      row = ovs_table_row_new (ids[i], N_PERSON_COLUMNS);
      ovs_table_row_set_cell (row, PERSON_NAME, person->name, OVS_CELL_STRONG);
      ovs_table_row_set_cell (row, PERSON_CLIENT, person->employer_name, OVS_CELL_PLAIN);
      ovs_table_row_set_cell (row, PERSON_NUMBER, person->employee_number, OVS_CELL_PLAIN);
      ovs_table_row_set_cell (row, PERSON_EMAIL, person->email, OVS_CELL_PLAIN);
      set_why (row, person);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
