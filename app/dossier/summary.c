/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/summary.h"

#include "dossier/client-filter.h"

static gint64
count (OvsTx *tx, const char *sql, const char *handler)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, sql, "s", handler);
  return number;
}

/* Of a client that takes part: nobody has to go any more, and somebody is done. */
#define CONVERTED                                                                                                                   \
  "c.selected AND " OVS_CLIENT_FILTER ("c.", "?1") " AND EXISTS (SELECT 1 FROM tally t WHERE t.employer = c.id AND t.what = 'done') "    \
  "AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.employer = c.id AND t.what IN ('ready', 'decide', 'stopper'))"

void
ovs_summary_read (OvsTx *tx, const char *handler, const OvsTally *selected, OvsSummary *summary)
{
  summary->employers = count (tx, "SELECT count(*) FROM employer WHERE " OVS_CLIENT_FILTER ("", "?1"), handler);
  summary->selected = count (tx, "SELECT count(*) FROM employer WHERE selected AND " OVS_CLIENT_FILTER ("", "?1"), handler);
  summary->selected_employees = count (tx,
                                       "SELECT count(*) FROM employer c CROSS JOIN employee e ON e.employer = c.id "
                                       "WHERE c.selected AND " OVS_CLIENT_FILTER ("c.", "?1"),
                                       handler);
  summary->converted = count (tx, "SELECT count(*) FROM employer c WHERE " CONVERTED, handler);
  summary->converted_employees
      = count (tx, "SELECT count(*) FROM employer c CROSS JOIN employee e ON e.employer = c.id WHERE " CONVERTED, handler);
  summary->without_mijnloket = count (tx, "SELECT count(*) FROM employer WHERE mijnloket = 0 AND " OVS_CLIENT_FILTER ("", "?1"), handler);
  summary->without_product = count (tx, "SELECT count(*) FROM employer WHERE product_500 = 0 AND " OVS_CLIENT_FILTER ("", "?1"), handler);
  summary->informed = count (
      tx, "SELECT count(*) FROM employer WHERE selected AND informed_on IS NOT NULL AND " OVS_CLIENT_FILTER ("", "?1"), handler);
  summary->to_invite = selected->dispositions[OVS_DISPOSITION_READY] - selected->fallen;
}

GStrv
ovs_summary_handlers (OvsTx *tx)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsRows rows = ovs_rows_open (tx, "SELECT DISTINCT handler FROM employer WHERE handler IS NOT NULL ORDER BY handler", "");

  while (ovs_rows_next (&rows))
    g_strv_builder_add (builder, ovs_rows_text (&rows, 0));
  return g_strv_builder_end (builder);
}
