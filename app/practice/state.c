/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/state.h"

char *
ovs_practice_state_get (OvsPracticeState *state, const char *name)
{
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (state->db, "SELECT value FROM setting WHERE name = ?", "t", name);

  return ovs_practice_rows_next (rows) ? g_strdup (ovs_practice_rows_text (rows, 0)) : NULL;
}

void
ovs_practice_state_set (OvsPracticeState *state, const char *name, const char *value)
{
  ovs_practice_db_run (state->db,
                       "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                       "value = excluded.value",
                       "tt", name, value);
}
