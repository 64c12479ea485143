/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/notes.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/undo.h"

static char *
make_detail (gint64 employer, gint64 note)
{
  return g_strdup_printf ("{\"employer\": %" G_GINT64_FORMAT ", \"note\": %" G_GINT64_FORMAT "}", employer, note);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

gint64
ovs_notes_add (OvsTx *tx, gint64 employer, const char *text, OvsDay call_back_on, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *detail = NULL;
  OvsStep step;
  gint64 found, note;

  if (*stripped == '\0')
    {
      refuse (error, _ ("A note needs a text: type one. Nothing was changed."));
      return -1;
    }
  if (!ovs_tx_get_int (tx, &found, "SELECT id FROM employer WHERE id = ?1", "i", employer))
    {
      refuse (error, _ ("This client is no longer in the dossier. Nothing was changed."));
      return -1;
    }

  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "INSERT INTO employer_note (employer, text, call_back_on, audit) VALUES (?1, ?2, ?3, ?4)", "isdi", employer, stripped,
              call_back_on, step.sequence);
  note = ovs_tx_last_id (tx);
  detail = make_detail (employer, note);
  ovs_step_end (&step, "note", detail, NULL);
  return note;
}

gboolean
ovs_notes_tick (OvsTx *tx, gint64 note, gboolean done, GError **error)
{
  g_autofree char *detail = NULL;
  OvsStep step;
  gint64 employer;

  if (!ovs_tx_get_int (tx, &employer, "SELECT employer FROM employer_note WHERE id = ?1 AND call_back_on IS NOT NULL", "i", note))
    return refuse (error, _ ("This note is no longer there, or asks for no call. Nothing was changed."));

  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "UPDATE employer_note SET done_on = ?2 WHERE id = ?1 AND (done_on IS NULL) = ?3", "idb", note,
              done ? ovs_tx_today (tx) : OVS_NO_DAY, done);
  detail = make_detail (employer, note);
  ovs_step_end (&step, done ? "call-back-done" : "call-back-open", detail, NULL);
  return TRUE;
}

void
ovs_notes_foreach (OvsTx *tx, gint64 employer, OvsNoteFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT n.id, n.text, n.call_back_on, n.done_on, a.at, coalesce(who.text, '') FROM employer_note n "
                                "JOIN audit a ON a.sequence = n.audit LEFT JOIN audit_text who ON who.reference = a.actor "
                                "WHERE n.employer = ?1 ORDER BY n.call_back_on IS NULL OR n.done_on IS NOT NULL, "
                                "CASE WHEN n.done_on IS NULL THEN n.call_back_on END, n.id DESC",
                                "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsNote note = {
        .id = ovs_rows_int (&rows, 0),
        .text = ovs_rows_text (&rows, 1),
        .call_back_on = ovs_rows_day (&rows, 2),
        .done_on = ovs_rows_day (&rows, 3),
        .actor = ovs_rows_text (&rows, 5),
      };
      gint64 at;

      if (ovs_clock_parse_iso (ovs_rows_text (&rows, 4), &at))
        note.written_on = ovs_clock_day_of (at);
      func (&note, data);
    }
}

gint64
ovs_notes_due (OvsTx *tx, const char *handler, OvsDay day, char **first)
{
  gint64 clients;

  ovs_tx_get_int (tx, &clients,
                  "SELECT count(DISTINCT n.employer) FROM employer_note n JOIN employer c ON c.id = n.employer "
                  "WHERE n.call_back_on <= ?2 AND n.done_on IS NULL AND (?1 IS NULL OR c.handler = ?1)",
                  "sd", handler, day);
  if (first != NULL)
    *first = ovs_tx_get_text (tx,
                              "SELECT coalesce(c.name, c.number) FROM employer_note n JOIN employer c ON c.id = n.employer "
                              "WHERE n.call_back_on <= ?2 AND n.done_on IS NULL AND (?1 IS NULL OR c.handler = ?1) "
                              "ORDER BY n.call_back_on, n.id LIMIT 1",
                              "sd", handler, day);
  return clients;
}
