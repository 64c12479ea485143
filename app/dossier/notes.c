/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/notes.h"

#include <glib/gi18n.h>

#include "dossier/client-filter.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/undo.h"

/* The statements of each kind of note: tables cannot be bound. */
static const struct
{
  const char *key; /* in the trail */
  const char *find;
  const char *insert;
  const char *find_call;
  const char *tick;
  const char *list;
  const char *count_due;
  const char *first_due;
} kinds[] = {
#define NOTES(table, about) \
  "SELECT n.id, n.text, n.call_back_on, n.done_on, a.at, coalesce(who.text, '') FROM " table " n " \
  "JOIN audit a ON a.sequence = n.audit LEFT JOIN audit_text who ON who.reference = a.actor " \
  "WHERE n." about " = ?1 ORDER BY n.call_back_on IS NULL OR n.done_on IS NOT NULL, " \
  "CASE WHEN n.done_on IS NULL THEN n.call_back_on END, n.id DESC"
#define DUE "WHERE n.call_back_on <= ?2 AND n.done_on IS NULL AND " OVS_CLIENT_FILTER ("c.", "?1")
#define ON_CLIENT "FROM employer_note n JOIN employer c ON c.id = n.employer " DUE
#define ON_EMPLOYEE "FROM employee_note n JOIN employee e ON e.id = n.employee JOIN employer c ON c.id = e.employer " DUE
#define FIRST "SELECT coalesce(c.name, c.number), n.call_back_on "
#define BY_DAY " ORDER BY n.call_back_on, n.id LIMIT 1"
  [OVS_NOTES_ON_CLIENT] = {
    .key = "employer",
    .find = "SELECT id FROM employer WHERE id = ?1",
    .insert = "INSERT INTO employer_note (employer, text, call_back_on, audit) VALUES (?1, ?2, ?3, ?4)",
    .find_call = "SELECT employer FROM employer_note WHERE id = ?1 AND call_back_on IS NOT NULL",
    .tick = "UPDATE employer_note SET done_on = ?2 WHERE id = ?1 AND (done_on IS NULL) = ?3",
    .list = NOTES ("employer_note", "employer"),
    .count_due = "SELECT count(DISTINCT n.employer) " ON_CLIENT,
    .first_due = FIRST ON_CLIENT BY_DAY,
  },
  [OVS_NOTES_ON_EMPLOYEE] = {
    .key = "employee",
    .find = "SELECT id FROM employee WHERE id = ?1",
    .insert = "INSERT INTO employee_note (employee, text, call_back_on, audit) VALUES (?1, ?2, ?3, ?4)",
    .find_call = "SELECT employee FROM employee_note WHERE id = ?1 AND call_back_on IS NOT NULL",
    .tick = "UPDATE employee_note SET done_on = ?2 WHERE id = ?1 AND (done_on IS NULL) = ?3",
    .list = NOTES ("employee_note", "employee"),
    .count_due = "SELECT count(DISTINCT n.employee) " ON_EMPLOYEE,
    .first_due = FIRST ON_EMPLOYEE BY_DAY,
  },
};

static char *
make_detail (OvsNotesOn on, gint64 whom, gint64 note)
{
  return g_strdup_printf ("{\"%s\": %" G_GINT64_FORMAT ", \"note\": %" G_GINT64_FORMAT "}", kinds[on].key, whom, note);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
check (OvsTx *tx, OvsNotesOn on, gint64 whom, const char *text, GError **error)
{
  gint64 found;

  if (*text == '\0')
    return refuse (error, _ ("A note needs a text: type one. Nothing was changed."));
  if (!ovs_free_text_check (text, error))
    return FALSE;
  if (ovs_tx_get_int (tx, &found, kinds[on].find, "i", whom))
    return TRUE;
  return refuse (error, on == OVS_NOTES_ON_CLIENT ? _ ("This client is no longer in the dossier. Nothing was changed.")
                                                  : _ ("This employee is no longer in the dossier. Nothing was changed."));
}

gint64
ovs_notes_add (OvsTx *tx, OvsNotesOn on, gint64 whom, const char *text, OvsDay call_back_on, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *detail = NULL;
  OvsStep step;
  gint64 note;

  if (!check (tx, on, whom, stripped, error))
    return -1;

  step = ovs_step_begin (tx);
  ovs_tx_run (tx, kinds[on].insert, "isdi", whom, stripped, call_back_on, step.sequence);
  note = ovs_tx_last_id (tx);
  detail = make_detail (on, whom, note);
  ovs_step_end (&step, "note", detail, NULL);
  return note;
}

gboolean
ovs_notes_tick (OvsTx *tx, OvsNotesOn on, gint64 note, gboolean done, GError **error)
{
  g_autofree char *detail = NULL;
  OvsStep step;
  gint64 whom;

  if (!ovs_tx_get_int (tx, &whom, kinds[on].find_call, "i", note))
    return refuse (error, _ ("This note is no longer there, or asks for no call. Nothing was changed."));

  step = ovs_step_begin (tx);
  ovs_tx_run (tx, kinds[on].tick, "idb", note, done ? ovs_tx_today (tx) : OVS_NO_DAY, done);
  detail = make_detail (on, whom, note);
  ovs_step_end (&step, done ? "call-back-done" : "call-back-open", detail, NULL);
  return TRUE;
}

void
ovs_notes_foreach (OvsTx *tx, OvsNotesOn on, gint64 whom, OvsNoteFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, kinds[on].list, "i", whom);

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
ovs_notes_due (OvsTx *tx, OvsNotesOn on, const char *handler, OvsDay day, char **first, OvsDay *since)
{
  OvsRows rows = ovs_rows_open (tx, kinds[on].first_due, "sd", handler, day);
  gboolean found = ovs_rows_next (&rows);
  gint64 number;

  if (first != NULL)
    *first = found ? g_strdup (ovs_rows_text (&rows, 0)) : NULL;
  if (since != NULL)
    *since = found ? ovs_rows_day (&rows, 1) : OVS_NO_DAY;
  ovs_rows_close (&rows);
  ovs_tx_get_int (tx, &number, kinds[on].count_due, "sd", handler, day);
  return number;
}
