/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/preflight.h"

void
ovs_preflight_clear (OvsPreflight *preflight)
{
  g_clear_pointer (&preflight->lacking, g_free);
}

void
ovs_preflight_put (OvsTx *tx, const OvsPreflight *preflight)
{
  g_autofree char *as_of = ovs_clock_to_iso (preflight->as_of);

  ovs_tx_run (tx,
              "INSERT OR REPLACE INTO preflight (employer, as_of, told, lacking, mijnloket, product_500) "
              "VALUES (?1, ?2, ?3, ?4, nullif(?5, -1), nullif(?6, -1))",
              "isisii", preflight->employer, as_of, (gint64) preflight->told,
              preflight->lacking != NULL ? preflight->lacking : "", (gint64) preflight->mijnloket, (gint64) preflight->product_500);
}

#define COLUMNS "p.employer, p.as_of, p.told, p.lacking, coalesce(p.mijnloket, -1), coalesce(p.product_500, -1)"

static void
read_row (OvsRows *rows, OvsPreflight *preflight)
{
  preflight->employer = ovs_rows_int (rows, 0);
  ovs_clock_parse_iso (ovs_rows_text (rows, 1), &preflight->as_of);
  preflight->told = ovs_rows_int (rows, 2) != 0;
  preflight->lacking = preflight->told ? g_strdup (ovs_rows_text (rows, 3)) : NULL;
  preflight->mijnloket = (OvsTold) ovs_rows_int (rows, 4);
  preflight->product_500 = (OvsTold) ovs_rows_int (rows, 5);
}

gboolean
ovs_preflight_get (OvsTx *tx, gint64 employer, OvsPreflight *preflight)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT " COLUMNS " FROM preflight p WHERE p.employer = ?1", "i", employer);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    read_row (&rows, preflight);
  ovs_rows_close (&rows);
  return found;
}

void
ovs_preflight_foreach (OvsTx *tx, OvsPreflightFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT " COLUMNS ", c.number, c.name FROM employer c JOIN preflight p ON p.employer = c.id "
                                "WHERE c.selected ORDER BY c.id",
                                "");

  while (ovs_rows_next (&rows))
    {
      OvsPreflight preflight = { 0 };

      read_row (&rows, &preflight);
      func (&preflight, ovs_rows_text (&rows, 6), ovs_rows_text (&rows, 7), data);
      ovs_preflight_clear (&preflight);
    }
}
