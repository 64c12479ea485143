/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/file-results.h"

#include "dossier/journal.h"
#include "dossier/settlement.h"
#include "rules/access.h"

/*
 * The import n came in after the request r was made; or before it was written down, of which day it then is. The entry of an import
 * at work is not written yet.
 */
#define CAME_AFTER                                                                                                                  \
  "(n.audit > r.audit OR EXISTS (SELECT 1 FROM audit u JOIN audit w ON w.sequence = r.audit WHERE u.sequence = n.audit "           \
  "AND u.at >= r.sent AND r.sent < w.at))"

/* The latest intent of each, but for what is confirmed for good. A list of an earlier conversion is no answer. */
static const char select_open[] =
    "SELECT i.id, i.state, i.reason, i.message, i.mijnloket_before, a.status, "
    "(SELECT max(b.audit) FROM access_before b WHERE b.employee = i.employee AND b.portal = 'mijnloket' AND b.written = a.as_of), "
    "f.reason, m.audit "
    "FROM request r CROSS JOIN intent i ON i.request = r.id "
    "LEFT JOIN access a ON a.employee = i.employee AND a.portal = 'mijnloket' "
    "LEFT JOIN fallout_entry f ON f.id = (SELECT max(l.id) FROM fallout_entry l JOIN import n ON n.id = l.import "
    "WHERE l.employee = i.employee AND " CAME_AFTER ") "
    "LEFT JOIN import m ON m.id = f.import "
    "WHERE r.route <> 'api' AND i.kind = 'invite' AND i.state <> 'confirmed' AND NOT EXISTS "
    "(SELECT 1 FROM intent n WHERE n.employee = i.employee AND n.kind = 'invite' AND n.generation > i.generation)";

enum
{
  COLUMN_ID,
  COLUMN_STATE,
  COLUMN_REASON,
  COLUMN_MESSAGE,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_AFTER_BY,
  COLUMN_LISTED,
  COLUMN_LISTED_BY,
};

typedef struct
{
  gint64 id;
  OvsIntentState state;
  const char *reason; /* (nullable) a constant */
  char *message;      /* (owned) (nullable) */
  gint64 by;          /* the operation that told, 0 for none that can be taken back */
} Result;

static void
result_clear (gpointer data)
{
  g_free (((Result *) data)->message);
}

static Result
derive (OvsRows *rows)
{
  const char *listed = ovs_rows_text (rows, COLUMN_LISTED);
  const char *after = ovs_rows_text (rows, COLUMN_AFTER);
  Result result = { .id = ovs_rows_int (rows, COLUMN_ID), .by = ovs_rows_int (rows, COLUMN_AFTER_BY) };

  result.state = ovs_settle_decide_invitation (ovs_rows_text (rows, COLUMN_BEFORE), after, OVS_ITEM_NONE, OVS_SETTLE_LATER, &result.reason);
  if (result.state == OVS_INTENT_CONFIRMED)
    return result;
  if (listed != NULL)
    return (Result) { result.id, OVS_INTENT_REFUSED, OVS_FALLOUT_REFUSED_BY_LOKET, g_strdup (listed), ovs_rows_int (rows, COLUMN_LISTED_BY) };
  if (result.state == OVS_INTENT_UNKNOWN && ovs_access_from_word (after) == OVS_ACCESS_OTHER)
    {
      result.reason = OVS_FALLOUT_STATUS_UNKNOWN;
      result.message = g_strdup (after);
      return result;
    }
  /* No trace: Loket has perhaps not come to it yet. */
  if (result.state != OVS_INTENT_REFUSED)
    result.state = OVS_INTENT_SENT;
  return result;
}

/* A refusal is only taken back by an invitation, or with the import that told it. */
static gboolean
is_news (OvsRows *rows, const Result *result)
{
  OvsIntentState state = ovs_intent_state_from_code (ovs_rows_text (rows, COLUMN_STATE));

  if (state == OVS_INTENT_REFUSED && result->state != OVS_INTENT_REFUSED && result->state != OVS_INTENT_CONFIRMED)
    return FALSE;
  return state != result->state || g_strcmp0 (ovs_rows_text (rows, COLUMN_REASON), result->reason) != 0
         || g_strcmp0 (ovs_rows_text (rows, COLUMN_MESSAGE), result->message) != 0;
}

static void
write_result (OvsTx *tx, const Result *result, gint64 sequence)
{
  gboolean settled = result->state == OVS_INTENT_CONFIRMED || result->state == OVS_INTENT_REFUSED;

  ovs_tx_run (tx, "UPDATE intent SET state = ?2, reason = ?3, message = ?4, settled = ?5, settled_by = nullif(?6, 0) WHERE id = ?1", "issssi",
              result->id, ovs_intent_state_code (result->state), result->reason, result->message, settled ? ovs_tx_now_text (tx) : NULL,
              settled && result->by != 0 ? result->by : settled ? sequence : 0);
}

gint64
ovs_file_results_settle (OvsTx *tx, gint64 sequence)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (Result));
  OvsRows rows = ovs_rows_open (tx, select_open, "");

  g_array_set_clear_func (results, result_clear);
  while (ovs_rows_next (&rows))
    {
      Result result = derive (&rows);

      if (is_news (&rows, &result))
        g_array_append_val (results, result);
      else
        result_clear (&result);
    }
  for (guint i = 0; i < results->len; i++)
    write_result (tx, &g_array_index (results, Result, i), sequence);
  return results->len;
}

void
ovs_file_results_reopen (OvsTx *tx, gint64 undone)
{
  ovs_tx_run (tx, "UPDATE intent SET state = 'sent', reason = NULL, message = NULL, settled = NULL, settled_by = NULL WHERE settled_by = ?1", "i",
              undone);
}
