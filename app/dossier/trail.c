/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/trail.h"

#include <string.h>

#include "dossier/actor.h"

/* The chain begins with the hash of nothing. */
#define FIRST "0000000000000000000000000000000000000000000000000000000000000000"

static char *
random_salt (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *more = g_uuid_string_random ();
  g_autofree char *both = g_strconcat (uuid, more, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
}

/* Stores a text with a salt of its own; a text that was stored before keeps no link to this one. */
static char *
store_text (OvsTx *tx, const char *text)
{
  g_autofree char *salt = random_salt ();
  g_autofree char *salted = g_strconcat (salt, text, NULL);
  char *reference = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);

  ovs_tx_run (tx, "INSERT INTO audit_text (reference, salt, text) VALUES (?1, ?2, ?3)", "sss", reference, salt, text);
  return reference;
}

static char *
chain (const char *previous, gint64 sequence, const char *at, const char *operation, const char *detail, const char *actor, const char *note)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);
  g_autofree char *all
      = g_strjoin ("\n", previous, number, at, operation, detail, actor, note != NULL ? note : "", NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
}

gint64
ovs_trail_begin (OvsTx *tx)
{
  gint64 last;

  ovs_tx_get_int (tx, &last, "SELECT coalesce(max(sequence), 0) FROM audit", "");
  return last + 1;
}

void
ovs_trail_end (OvsTx *tx, gint64 sequence, const char *operation, const char *detail, const char *note)
{
  g_autofree char *previous = ovs_tx_get_text (tx, "SELECT hash FROM audit WHERE sequence = ?1", "i", sequence - 1);
  g_autofree char *name = ovs_actor_get ();
  g_autofree char *actor = store_text (tx, name);
  g_autofree char *note_reference = note != NULL ? store_text (tx, note) : NULL;
  const char *before = previous != NULL ? previous : FIRST;
  g_autofree char *hash = chain (before, sequence, ovs_tx_now_text (tx), operation, detail, actor, note_reference);

  ovs_tx_run (tx,
              "INSERT INTO audit (sequence, at, operation, detail, actor, note, previous, hash) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
              "isssssss", sequence, ovs_tx_now_text (tx), operation, detail, actor, note_reference, before, hash);
}

void
ovs_history_add (OvsTx *tx, gint64 sequence, gint64 employer, gint64 employee, const char *field, const char *old, const char *new_value)
{
  ovs_tx_run (tx,
              "INSERT INTO history (audit, employer, employee, field, old, new) "
              "VALUES (?1, nullif(?2, 0), nullif(?3, 0), ?4, ?5, ?6)",
              "iiisss", sequence, employer, employee, field, old, new_value);
}

void
ovs_trail_foreach (OvsTx *tx, OvsTrailFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.sequence, a.at, a.operation, a.detail, coalesce(who.text, ''), coalesce(why.text, ''), a.hash "
                                "FROM audit a LEFT JOIN audit_text who ON who.reference = a.actor "
                                "LEFT JOIN audit_text why ON why.reference = a.note ORDER BY a.sequence",
                                "");

  while (ovs_rows_next (&rows))
    func (ovs_rows_int (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_text (&rows, 3),
          ovs_rows_text (&rows, 4), ovs_rows_text (&rows, 5), ovs_rows_text (&rows, 6), data);
}

gint64
ovs_trail_verify (OvsTx *tx, gint64 *entries)
{
  g_autofree char *previous = g_strdup (FIRST);
  gint64 broken = 0;
  OvsRows rows = ovs_rows_open (
      tx, "SELECT sequence, at, operation, detail, actor, note, previous, hash FROM audit ORDER BY sequence", "");

  *entries = 0;
  while (broken == 0 && ovs_rows_next (&rows))
    {
      gint64 sequence = ovs_rows_int (&rows, 0);
      g_autofree char *hash = chain (previous, sequence, ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2),
                                     ovs_rows_text (&rows, 3), ovs_rows_text (&rows, 4), ovs_rows_text (&rows, 5));

      *entries += 1;
      if (sequence != *entries || strcmp (ovs_rows_text (&rows, 6), previous) != 0 || strcmp (ovs_rows_text (&rows, 7), hash) != 0)
        broken = sequence;
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
  ovs_rows_close (&rows);
  return broken;
}
