/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/standing-clients.h"

#include <string.h>

#include "dossier/client-filter.h"
#include "dossier/standing-days.h"

typedef struct
{
  gint64 lists[OVS_N_OUTCOME_LISTS];
  gint64 week_ago[OVS_N_OUTCOME_LISTS];
} Numbers;

gint64
ovs_standing_sent (const gint64 lists[OVS_N_OUTCOME_LISTS])
{
  return lists[OVS_OUTCOMES_INVITED] + lists[OVS_OUTCOMES_REFUSED] + lists[OVS_OUTCOMES_UNKNOWN];
}

static Numbers *
find (GHashTable *clients, gint64 employer)
{
  Numbers *numbers = g_hash_table_lookup (clients, &employer);

  if (numbers == NULL)
    {
      numbers = g_new0 (Numbers, 1);
      g_hash_table_insert (clients, g_memdup2 (&employer, sizeof employer), numbers);
    }
  return numbers;
}

static void
count_one (const OvsOutcomeRow *row, gpointer data)
{
  Numbers *numbers = find (data, row->employer);

  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    numbers->lists[list] += ovs_outcome_list_has (list, row);
}

static void
add_week_ago (gint64 employer, const gint64 lists[OVS_N_OUTCOME_LISTS], gpointer data)
{
  Numbers *numbers = find (data, employer);

  memcpy (numbers->week_ago, lists, sizeof numbers->week_ago);
}

static void
read_counted (OvsTx *tx, GHashTable *clients)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT employer, what, number FROM tally WHERE what >= 'list:' AND what < 'list;'", "");

  while (ovs_rows_next (&rows))
    for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
      if (g_str_equal (ovs_rows_text (&rows, 1), ovs_outcome_list_code (list)))
        find (clients, ovs_rows_int (&rows, 0))->lists[list] = ovs_rows_int (&rows, 2);
}

static gboolean
is_anybody (const Numbers *numbers)
{
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    if (numbers->lists[list] != 0 || numbers->week_ago[list] != 0)
      return TRUE;
  return FALSE;
}

static const char select_clients[]
    = "SELECT c.id, c.number, c.name, c.handler, w.number, w.date, "
      "(SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = 'as-of') "
      "FROM employer c LEFT JOIN wave w ON w.id = c.wave WHERE " OVS_CLIENT_FILTER ("c.", "?1") " "
      "ORDER BY w.number IS NULL, w.number, length(c.number_key), c.number_key";

void
ovs_standing_clients_foreach (OvsTx *tx, const char *filter, gboolean anew, OvsStandingClientFunc func, gpointer data)
{
  g_autoptr (GHashTable) clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  OvsRows rows;

  if (anew)
    ovs_outcomes_foreach_involved (tx, ovs_tx_today (tx), count_one, clients);
  else
    read_counted (tx, clients);
  ovs_standing_days_of (tx, ovs_tx_today (tx) - OVS_STANDING_WEEK, add_week_ago, clients);
  rows = ovs_rows_open (tx, select_clients, "s", filter);
  while (ovs_rows_next (&rows))
    {
      OvsStandingClient client = {
        .id = ovs_rows_int (&rows, 0),
        .number = ovs_rows_text (&rows, 1),
        .name = ovs_rows_text (&rows, 2),
        .handler = ovs_rows_text (&rows, 3),
        .wave = ovs_rows_int (&rows, 4),
        .wave_on = ovs_rows_day (&rows, 5),
        .as_of = ovs_rows_int (&rows, 6),
      };
      const Numbers *numbers = g_hash_table_lookup (clients, &client.id);

      if (numbers == NULL || !is_anybody (numbers))
        continue;
      memcpy (client.lists, numbers->lists, sizeof client.lists);
      memcpy (client.week_ago, numbers->week_ago, sizeof client.week_ago);
      func (&client, data);
    }
}
