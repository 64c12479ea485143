/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/links.h"

#include "practice/api/tokens.h"

static const char *const kinds[] = { "invitation", "activation" };
/* As `ended_as`, by OvsPracticeLinkState. */
static const char *const endings[] = { NULL, NULL, "used", "expired", "withdrawn", "replaced" };

char *
ovs_practice_links_issue (OvsPracticeState *state, OvsPracticeLinkKind kind, gint64 employee)
{
  g_autofree char *secret = ovs_practice_tokens_random ();
  g_autofree char *key = ovs_practice_tokens_hash (secret);

  ovs_practice_db_run (state->db, "INSERT INTO link (hash, kind, employee) VALUES (?, ?, ?)", "ttl", key, kinds[kind], employee);
  return g_steal_pointer (&secret);
}

OvsPracticeLink
ovs_practice_links_find (OvsPracticeState *state, OvsPracticeLinkKind kind, const char *secret)
{
  OvsPracticeLink link = { .kind = kind, .state = OVS_PRACTICE_LINK_UNKNOWN };
  g_autofree char *key = ovs_practice_tokens_hash (secret);
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db, "SELECT employee, ended_as FROM link WHERE hash = ? AND kind = ?", "tt", key, kinds[kind]);

  if (!ovs_practice_rows_next (row))
    return link;
  link.employee = ovs_practice_rows_number (row, 0);
  link.state = OVS_PRACTICE_LINK_LIVE;
  for (guint i = OVS_PRACTICE_LINK_USED; i < G_N_ELEMENTS (endings); i++)
    if (g_strcmp0 (ovs_practice_rows_text (row, 1), endings[i]) == 0)
      link.state = i;
  return link;
}

void
ovs_practice_links_end (OvsPracticeState *state, OvsPracticeLinkKind kind, gint64 employee, OvsPracticeLinkState as)
{
  g_return_if_fail (as >= OVS_PRACTICE_LINK_USED && as <= OVS_PRACTICE_LINK_REPLACED);

  ovs_practice_db_run (state->db, "UPDATE link SET ended_as = ? WHERE employee = ? AND kind = ? AND ended_as IS NULL", "tlt",
                       endings[as], employee, kinds[kind]);
}

void
ovs_practice_links_end_passwords (OvsPracticeState *state, gint64 account)
{
  ovs_practice_db_run (state->db,
                       "UPDATE link SET ended_as = 'used' WHERE kind = 'activation' AND ended_as IS NULL"
                       " AND employee IN (SELECT id FROM employee WHERE account_id = ?)",
                       "l", account);
}
