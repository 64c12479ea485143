/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/summary.h"

static gint64
count (OvsTx *tx, const char *sql, const char *handler)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, sql, "s", handler);
  return number;
}

void
ovs_summary_read (OvsTx *tx, const char *handler, OvsSummary *summary)
{
  g_autofree char *as_of = ovs_tx_get_text (tx, "SELECT max(as_of) FROM access WHERE source = 'loket'", "");

  summary->employers = count (tx, "SELECT count(*) FROM employer WHERE ?1 IS NULL OR handler = ?1", handler);
  summary->selected = count (tx, "SELECT count(*) FROM employer WHERE selected AND (?1 IS NULL OR handler = ?1)", handler);
  summary->selected_employees = count (tx,
                                       "SELECT count(*) FROM employee e JOIN employer c ON c.id = e.employer "
                                       "WHERE c.selected AND (?1 IS NULL OR c.handler = ?1)",
                                       handler);
  summary->converted = count (tx,
                              "SELECT count(*) FROM (SELECT c.id FROM employer c JOIN employee e ON e.employer = c.id "
                              "JOIN judgement j ON j.employee = e.id WHERE c.selected AND (?1 IS NULL OR c.handler = ?1) GROUP BY c.id "
                              "HAVING sum(j.disposition IN ('ready', 'decide', 'stopper')) = 0 AND sum(j.disposition = 'done') > 0)",
                              handler);
  summary->converted_employees
      = count (tx,
               "SELECT coalesce(sum(people), 0) FROM (SELECT count(*) AS people FROM employer c JOIN employee e ON e.employer = c.id "
               "LEFT JOIN judgement j ON j.employee = e.id WHERE c.selected AND (?1 IS NULL OR c.handler = ?1) GROUP BY c.id "
               "HAVING coalesce(sum(j.disposition IN ('ready', 'decide', 'stopper')), 0) = 0 AND sum(j.disposition = 'done') > 0)",
               handler);
  summary->without_mijnloket = count (tx, "SELECT count(*) FROM employer WHERE mijnloket = 0 AND (?1 IS NULL OR handler = ?1)", handler);
  summary->without_product = count (tx, "SELECT count(*) FROM employer WHERE product_500 = 0 AND (?1 IS NULL OR handler = ?1)", handler);
  summary->informed = count (
      tx, "SELECT count(*) FROM employer WHERE selected AND informed_on IS NOT NULL AND (?1 IS NULL OR handler = ?1)", handler);
  summary->to_invite = count (tx,
                              "SELECT count(*) FROM judgement j JOIN employee e ON e.id = j.employee JOIN employer c ON c.id = e.employer "
                              "WHERE j.disposition = 'ready' AND c.selected AND (?1 IS NULL OR c.handler = ?1) AND NOT EXISTS "
                              "(SELECT 1 FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.state <> 'planned')",
                              handler);
  ovs_clock_parse_iso (as_of, &summary->as_of);
}

void
ovs_summary_judged (OvsTx *tx, const char *handler, OvsJudgementCounts *counts)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT j.disposition, j.reason, count(*) FROM judgement j JOIN employee e ON e.id = j.employee "
                                "JOIN employer c ON c.id = e.employer WHERE c.selected AND (?1 IS NULL OR c.handler = ?1) GROUP BY 1, 2",
                                "s", handler);

  *counts = (OvsJudgementCounts) { 0 };
  while (ovs_rows_next (&rows))
    {
      OvsDisposition disposition;
      OvsReason reason = OVS_REASON_NONE;
      gint64 number = ovs_rows_int (&rows, 2);

      counts->employees += number;
      if (ovs_disposition_from_code (ovs_rows_text (&rows, 0), &disposition))
        counts->dispositions[disposition] += number;
      if (ovs_rows_text (&rows, 1) != NULL && ovs_reason_from_code (ovs_rows_text (&rows, 1), &reason))
        counts->reasons[reason] += number;
    }

  rows = ovs_rows_open (tx,
                        "SELECT f.code, count(*) FROM finding f JOIN employee e ON e.id = f.employee "
                        "JOIN employer c ON c.id = e.employer WHERE NOT f.accepted AND (?1 IS NULL OR c.handler = ?1) GROUP BY 1",
                        "s", handler);
  while (ovs_rows_next (&rows))
    {
      OvsFinding finding;

      if (ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
        counts->findings[finding] = ovs_rows_int (&rows, 1);
    }
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
