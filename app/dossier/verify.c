/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/verify.h"

#include "dossier/trail.h"

static void
look_at_file (OvsTx *tx, OvsVerified *verified)
{
  /* Not the quick one: SQLite 3.40 finds fault with tables without rowid in it where there is none. */
  g_autofree char *said = ovs_tx_get_text (tx, "SELECT integrity_check FROM pragma_integrity_check (1)", "");

  if (g_strcmp0 (said, "ok") != 0)
    verified->damage = g_strdup (said != NULL ? said : "");
  ovs_tx_get_int (tx, &verified->loose, "SELECT count(*) FROM pragma_foreign_key_check", "");
}

static char *
text_at (OvsTx *tx, const char *sql, gint64 sequence)
{
  char *text = ovs_tx_get_text (tx, sql, "i", sequence);

  return text != NULL ? text : g_strdup ("");
}

void
ovs_verify_run (OvsTx *tx, OvsVerified *verified)
{
  gint64 last;

  *verified = (OvsVerified) { 0 };
  verified->broken_at = ovs_trail_verify (tx, &verified->entries);
  last = verified->broken_at != 0 ? verified->entries - 1 : verified->entries;
  verified->last_hash = text_at (tx, "SELECT hash FROM audit ORDER BY sequence LIMIT 1 OFFSET ?1 - 1", last);
  verified->operation = text_at (tx, "SELECT operation FROM audit WHERE sequence = ?1", verified->broken_at);
  verified->at = text_at (tx, "SELECT at FROM audit WHERE sequence = ?1", verified->broken_at);
  look_at_file (tx, verified);
}

gboolean
ovs_verified_intact (const OvsVerified *verified)
{
  return verified->broken_at == 0 && verified->damage == NULL && verified->loose == 0;
}

void
ovs_verified_clear (OvsVerified *verified)
{
  g_clear_pointer (&verified->operation, g_free);
  g_clear_pointer (&verified->at, g_free);
  g_clear_pointer (&verified->last_hash, g_free);
  g_clear_pointer (&verified->damage, g_free);
}
