/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/products.h"

/* Leave, expenses and changes of one's own data need Plus. */
#define TIER "CASE WHEN tier <> '' THEN tier WHEN uses_leave OR uses_expenses OR uses_changes THEN 'Plus' ELSE 'Start' END"

void
ovs_practice_products_set_werknemerloket (OvsPracticeState *state, gint64 employer, gboolean on)
{
  ovs_practice_db_run (state->db, "UPDATE employer SET product_500 = ? WHERE id = ?", "il", on, employer);
}

void
ovs_practice_products_set_mijnloket (OvsPracticeState *state, gint64 employer, gboolean on)
{
  if (on)
    ovs_practice_db_run (state->db, "UPDATE employer SET mijnloket = 1, tier = " TIER " WHERE id = ?", "l", employer);
  else
    ovs_practice_db_run (state->db, "UPDATE employer SET mijnloket = 0 WHERE id = ?", "l", employer);
}

char *
ovs_practice_products_find_tier (OvsPracticeState *state, gint64 employer)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (state->db, "SELECT " TIER " FROM employer WHERE id = ?", "l", employer);

  return g_strdup (ovs_practice_rows_next (row) ? ovs_practice_rows_text (row, 0) : "");
}
