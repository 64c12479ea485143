/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-dossier"

#include "dossier/journal.h"

#include "rules/standing.h"

/* What went by another route is settled by files (file-results.h), and Loket blocks there. */
#define OVER_THE_API "coalesce(r.route, 'api') = 'api'"

static const char *const kinds[] = { [OVS_INTENT_INVITE] = "invite", [OVS_INTENT_BLOCK] = "block", [OVS_INTENT_REINSTATE] = "reinstate" };

const char *
ovs_intent_kind_code (OvsIntentKind kind)
{
  return kinds[kind];
}

OvsIntentKind
ovs_intent_kind_from_code (const char *code)
{
  for (int kind = 0; kind < (int) G_N_ELEMENTS (kinds); kind++)
    if (g_strcmp0 (kinds[kind], code) == 0)
      return kind;
  g_return_val_if_reached (OVS_INTENT_INVITE);
}

void
ovs_intent_free (OvsIntent *intent)
{
  if (intent == NULL)
    return;
  g_free (intent->loket_id);
  g_free (intent->action);
  g_free (intent->mijnloket_before);
  g_free (intent->status);
  g_free (intent);
}

/* As one parameter of a statement, however many they are. */
static char *
list_of (const gint64 *numbers, gsize n_numbers)
{
  GString *list = g_string_sized_new (n_numbers * 8 + 3);

  for (gsize i = 0; i < n_numbers; i++)
    g_string_append_printf (list, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', numbers[i]);
  g_string_append (list, n_numbers == 0 ? "[]" : "]");
  return g_string_free (list, FALSE);
}

void
ovs_journal_plan_all (OvsTx *tx, const gint64 *employees, gsize n_employees, OvsIntentKind kind)
{
  g_autofree char *list = list_of (employees, n_employees);

  ovs_tx_run (tx,
              "INSERT INTO intent (employee, kind, generation, state, werknemerloket_before, mijnloket_before, planned) "
              "SELECT e.value, ?2, coalesce((SELECT max(generation) FROM intent WHERE employee = e.value AND kind = ?2), 0) + 1, 'planned', "
              "(SELECT status FROM access WHERE employee = e.value AND portal = 'werknemerloket'), "
              "(SELECT status FROM access WHERE employee = e.value AND portal = 'mijnloket'), ?3 FROM json_each(?1) e",
              "sss", list, ovs_intent_kind_code (kind), ovs_tx_now_text (tx));
}

void
ovs_journal_plan (OvsTx *tx, gint64 employee, OvsIntentKind kind)
{
  ovs_journal_plan_all (tx, &employee, 1, kind);
}

void
ovs_journal_drop_planned (OvsTx *tx)
{
  ovs_tx_run (tx, "DELETE FROM intent WHERE state = 'planned'", "");
}

GPtrArray *
ovs_journal_list (OvsTx *tx, gint64 employer, OvsIntentKind kind, OvsIntentState state)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_intent_free);
  /* CROSS JOIN: from the people of one employer to their intents, not through all intents of a state. */
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT i.employee, e.employer, i.state, e.loket_id, r.action, i.mijnloket_before, i.id, "
                                "NOT EXISTS (SELECT 1 FROM intent n WHERE n.employee = i.employee AND n.kind = i.kind AND n.generation > i.generation), "
                                "(SELECT a.status FROM access a WHERE a.employee = e.id AND a.portal = "
                                "CASE ?2 WHEN 'invite' THEN 'mijnloket' ELSE 'werknemerloket' END) "
                                "FROM employee e CROSS JOIN intent i ON i.employee = e.id LEFT JOIN request r ON r.id = i.request "
                                "WHERE i.kind = ?2 AND i.state = ?3 AND e.employer = ?1 AND " OVER_THE_API " ORDER BY e.id",
                                "iss", employer, ovs_intent_kind_code (kind), ovs_intent_state_code (state));

  while (ovs_rows_next (&rows))
    {
      OvsIntent *intent = g_new0 (OvsIntent, 1);

      intent->employee = ovs_rows_int (&rows, 0);
      intent->employer = ovs_rows_int (&rows, 1);
      intent->state = ovs_intent_state_from_code (ovs_rows_text (&rows, 2));
      intent->loket_id = g_strdup (ovs_rows_text (&rows, 3));
      intent->action = g_strdup (ovs_rows_text (&rows, 4));
      intent->mijnloket_before = g_strdup (ovs_rows_text (&rows, 5));
      intent->id = ovs_rows_int (&rows, 6);
      intent->kind = kind;
      intent->latest = ovs_rows_int (&rows, 7) != 0;
      intent->status = g_strdup (ovs_rows_text (&rows, 8));
      g_ptr_array_add (list, intent);
    }
  return list;
}

gboolean
ovs_journal_has_open (OvsTx *tx, gint64 employer)
{
  gint64 open;

  ovs_tx_get_int (tx, &open,
                  "SELECT EXISTS (SELECT 1 FROM employee e CROSS JOIN intent i ON i.employee = e.id LEFT JOIN request r ON r.id = i.request "
                  "WHERE i.state IN ('sent', 'unknown') AND e.employer = ?1 AND " OVER_THE_API ")",
                  "i", employer);
  return open != 0;
}

GStrv
ovs_journal_open_actions (OvsTx *tx, gint64 employer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT DISTINCT r.action FROM employee e CROSS JOIN intent i ON i.employee = e.id JOIN request r ON r.id = i.request "
                                "WHERE i.state IN ('sent', 'unknown') AND e.employer = ?1 AND r.action IS NOT NULL",
                                "i", employer);

  while (ovs_rows_next (&rows))
    g_strv_builder_add (builder, ovs_rows_text (&rows, 0));
  return g_strv_builder_end (builder);
}

void
ovs_journal_plan_blocks (OvsTx *tx, gint64 employer)
{
  g_autoptr (GArray) employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT e.id, w.status, m.status FROM employee e "
                                "LEFT JOIN access w ON w.employee = e.id AND w.portal = 'werknemerloket' "
                                "LEFT JOIN access m ON m.employee = e.id AND m.portal = 'mijnloket' "
                                "WHERE e.employer = ?1 AND e.loket_id IS NOT NULL "
                                "AND EXISTS (SELECT 1 FROM intent i LEFT JOIN request r ON r.id = i.request WHERE i.employee = e.id AND i.kind = 'invite' "
                                "AND i.state = 'confirmed' AND " OVER_THE_API ") "
                                "AND NOT EXISTS (SELECT 1 FROM intent i WHERE i.employee = e.id AND i.state IN ('planned', 'sent', 'unknown')) "
                                "AND NOT EXISTS (SELECT 1 FROM intent r WHERE r.employee = e.id AND r.kind = 'reinstate' AND r.state = 'confirmed' "
                                "AND r.id > (SELECT max(i.id) FROM intent i WHERE i.employee = e.id AND i.state = 'confirmed' "
                                "AND i.kind IN ('invite', 'block')))",
                                "i", employer);

  while (ovs_rows_next (&rows))
    {
      gint64 employee = ovs_rows_int (&rows, 0);

      if (ovs_standing_may_block (ovs_access_from_word (ovs_rows_text (&rows, 1)), ovs_access_from_word (ovs_rows_text (&rows, 2))))
        g_array_append_val (employees, employee);
    }
  ovs_journal_plan_all (tx, (const gint64 *) (gpointer) employees->data, employees->len, OVS_INTENT_BLOCK);
}

gint64
ovs_journal_send (OvsTx *tx, gint64 employer, OvsIntentKind kind, const gint64 *employees, gsize n_employees)
{
  g_autofree char *list = list_of (employees, n_employees);
  gint64 request;

  ovs_tx_run (tx, "INSERT INTO request (employer, run, kind, sent) VALUES (?1, (SELECT max(id) FROM run WHERE ended IS NULL), ?2, ?3)", "iss",
              employer, ovs_intent_kind_code (kind), ovs_tx_now_text (tx));
  request = ovs_tx_last_id (tx);
  ovs_tx_run (tx, "UPDATE intent SET state = 'sent', request = ?2 WHERE employee IN (SELECT value FROM json_each(?1)) AND kind = ?3 AND state = 'planned'",
              "sis", list, request, ovs_intent_kind_code (kind));
  return request;
}

static void
answer (OvsTx *tx, gint64 request, const char *result, const char *action)
{
  ovs_tx_run (tx, "UPDATE request SET answered = ?2, answer = ?3, action = ?4 WHERE id = ?1", "isss", request, ovs_tx_now_text (tx), result, action);
}

void
ovs_journal_accepted (OvsTx *tx, gint64 request, const char *action)
{
  answer (tx, request, "accepted", action);
}

void
ovs_journal_nothing_done (OvsTx *tx, gint64 request)
{
  answer (tx, request, "nothing-done", NULL);
  ovs_tx_run (tx, "UPDATE intent SET state = 'planned', request = NULL WHERE request = ?1 AND state = 'sent'", "i", request);
}

void
ovs_journal_call_off (OvsTx *tx, gint64 request)
{
  ovs_tx_run (tx, "UPDATE intent SET state = 'planned', request = NULL WHERE request = ?1 AND state = 'sent'", "i", request);
  ovs_tx_run (tx, "DELETE FROM request WHERE id = ?1", "i", request);
}

void
ovs_journal_no_answer (OvsTx *tx, gint64 request)
{
  answer (tx, request, "unknown", NULL);
}

static gboolean
move (OvsTx *tx, gint64 id, OvsIntentState state, const char *reason, const char *message)
{
  if (state == OVS_INTENT_PLANNED)
    return ovs_tx_run (tx, "UPDATE intent SET state = 'planned', request = NULL, reason = NULL, message = NULL WHERE id = ?1", "i", id);
  return ovs_tx_run (tx, "UPDATE intent SET state = ?2, reason = ?3, message = ?4, settled = ?5 WHERE id = ?1", "issss", id,
                     ovs_intent_state_code (state), reason, message, ovs_tx_now_text (tx));
}

gboolean
ovs_journal_settle (OvsTx *tx, gint64 employee, OvsIntentKind kind, OvsIntentState state, const char *reason, const char *message)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, state FROM intent WHERE employee = ?1 AND kind = ?2 ORDER BY generation DESC LIMIT 1", "is",
                                employee, ovs_intent_kind_code (kind));
  gboolean allowed = ovs_rows_next (&rows) && ovs_intent_may_move (ovs_intent_state_from_code (ovs_rows_text (&rows, 1)), state);
  gint64 id = allowed ? ovs_rows_int (&rows, 0) : 0;

  ovs_rows_close (&rows);
  return allowed && move (tx, id, state, reason, message);
}

gboolean
ovs_journal_settle_intent (OvsTx *tx, const OvsIntent *intent, OvsIntentState state, const char *reason, const char *message)
{
  if (!intent->latest)
    return ovs_journal_settle (tx, intent->employee, intent->kind, state, reason, message);
  return ovs_intent_may_move (intent->state, state) && move (tx, intent->id, state, reason, message);
}

void
ovs_journal_confirm_all (OvsTx *tx, const gint64 *intents, gsize n_intents)
{
  g_autofree char *list = list_of (intents, n_intents);

  ovs_tx_run (tx,
              "UPDATE intent SET state = 'confirmed', reason = NULL, message = NULL, settled = ?2 "
              "WHERE id IN (SELECT value FROM json_each(?1)) AND state IN ('sent', 'unknown')",
              "ss", list, ovs_tx_now_text (tx));
}

gboolean
ovs_journal_was_submitted (OvsTx *tx, gint64 employee)
{
  gint64 count;

  ovs_tx_get_int (tx, &count, "SELECT count(*) FROM intent WHERE employee = ?1 AND kind = 'invite' AND state <> 'planned'", "i", employee);
  return count > 0;
}

OvsIntentState
ovs_journal_latest (OvsTx *tx, gint64 employee, OvsIntentKind kind, char **reason, char **message)
{
  OvsIntentState state = OVS_INTENT_PLANNED;
  OvsRows rows = ovs_rows_open (
      tx, "SELECT state, reason, message FROM intent WHERE employee = ?1 AND kind = ?2 ORDER BY generation DESC LIMIT 1", "is",
      employee, ovs_intent_kind_code (kind));

  *reason = *message = NULL;
  if (ovs_rows_next (&rows))
    {
      state = ovs_intent_state_from_code (ovs_rows_text (&rows, 0));
      *reason = g_strdup (ovs_rows_text (&rows, 1));
      *message = g_strdup (ovs_rows_text (&rows, 2));
    }
  ovs_rows_close (&rows);
  return state;
}

OvsDay
ovs_journal_last_invited (OvsTx *tx, gint64 employee)
{
  g_autofree char *sent = ovs_tx_get_text (tx,
                                           "SELECT max(r.sent) FROM intent i JOIN request r ON r.id = i.request "
                                           "WHERE i.employee = ?1 AND i.kind = 'invite' AND i.state IN ('sent', 'unknown', 'confirmed')",
                                           "i", employee);
  gint64 instant;

  return ovs_clock_parse_iso (sent, &instant) ? ovs_clock_day_of (instant) : OVS_NO_DAY;
}
