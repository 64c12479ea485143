/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/overview.h"

#include "dossier/judgement.h"
#include "dossier/outcomes.h"

/* The numbers of a client, by its number as written. */
static OvsOverviewRow *
find_row (GHashTable *clients, const char *number)
{
  OvsOverviewRow *row = g_hash_table_lookup (clients, number);

  if (row == NULL)
    {
      row = g_new0 (OvsOverviewRow, 1);
      g_hash_table_insert (clients, g_strdup (number), row);
    }
  return row;
}

static void
count_judged (const OvsJudged *judged, gpointer data)
{
  OvsOverviewRow *row = find_row (data, judged->employer_number);

  row->employees++;
  row->ready += judged->verdict.disposition == OVS_DISPOSITION_READY;
  row->decide += judged->verdict.disposition == OVS_DISPOSITION_DECIDE;
  row->stopper += judged->verdict.disposition == OVS_DISPOSITION_STOPPER;
  row->left_out += judged->verdict.disposition == OVS_DISPOSITION_LEFT_OUT;
}

static void
count_outcome (const OvsOutcomeRow *outcome, gpointer data)
{
  OvsOverviewRow *row = find_row (data, outcome->employer_number);

  row->invited += outcome->mijnloket == OVS_ACCESS_INVITE_PENDING;
  row->over += outcome->mijnloket == OVS_ACCESS_ACTIVE;
  row->fallout += outcome->standing.outcome == OVS_OUTCOME_FALLOUT;
}

void
ovs_overview_foreach (OvsTx *tx, OvsDay today, OvsOverviewFunc func, gpointer data)
{
  g_autoptr (GHashTable) clients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  OvsRows rows;

  ovs_judgement_run (tx, today, count_judged, clients);
  ovs_outcomes_foreach (tx, today, count_outcome, clients);

  rows = ovs_rows_open (
      tx,
      "SELECT c.number, c.name, c.handler, c.selected, w.number, w.date, c.id FROM employer c LEFT JOIN wave w ON w.id = c.wave "
      "ORDER BY w.number IS NULL, w.number, length(c.number_key), c.number_key",
      "");
  while (ovs_rows_next (&rows))
    {
      OvsOverviewRow row = *find_row (clients, ovs_rows_text (&rows, 0));

      row.number = ovs_rows_text (&rows, 0);
      row.name = ovs_rows_text (&rows, 1);
      row.handler = ovs_rows_text (&rows, 2);
      row.selected = ovs_rows_int (&rows, 3) != 0;
      row.wave = ovs_rows_int (&rows, 4);
      row.wave_on = ovs_rows_day (&rows, 5);
      row.id = ovs_rows_int (&rows, 6);
      func (&row, data);
    }
}

gint64
ovs_overview_requests (OvsTx *tx)
{
  gint64 requests = 0;

  ovs_tx_get_int (tx, &requests, "SELECT count(*) FROM request", "");
  return requests;
}

gint64
ovs_overview_requests_of_wave (OvsTx *tx, gint64 wave)
{
  gint64 requests = 0;

  ovs_tx_get_int (tx, &requests, "SELECT count(*) FROM request r JOIN employer c ON c.id = r.employer WHERE c.wave = ?1", "i", wave);
  return requests;
}
