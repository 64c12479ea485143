/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/sent.h"

#include <glib/gi18n.h>

#include "dossier/outbox.h"

/* What the outbox has of each client: the newest message of the piece. */
typedef struct
{
  const OvsPostingOrder *order;
  GHashTable *states;  /* (owned) id of the client → code of the state */
  GHashTable *answers; /* (owned) id of the client → what the server said */
} Outbox;

static void
keep (const OvsLetterRow *row, gpointer data)
{
  Outbox *outbox = data;
  OvsPiece piece;
  gpointer client = GSIZE_TO_POINTER ((gsize) row->employer);

  if (!ovs_piece_from_code (row->piece, &piece) || g_hash_table_contains (outbox->states, client)
      || (piece != outbox->order->text->piece && !(ovs_piece_informs (piece) && ovs_piece_informs (outbox->order->text->piece))))
    return;
  g_hash_table_insert (outbox->states, client, (gpointer) ovs_letter_state_code (row->state));
  g_hash_table_insert (outbox->answers, client, g_strdup (row->answer));
}

static gboolean
read_outbox (OvsTx *tx, gpointer data, GError **error)
{
  ovs_outbox_foreach (tx, 0, NULL, keep, data);
  return TRUE;
}

static gboolean
was_to_go (const OvsPostingItem *item)
{
  return item->verdict == OVS_POSTING_GOES || item->verdict == OVS_POSTING_WAITS;
}

static void
add_row (OvsInvocation *invocation, const OvsPostingItem *item, const char *state, const char *reason)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "employer", item->number);
  ovs_json_add_text (json, "state", state);
  if (item->letter != NULL)
    {
      ovs_json_add_text (json, "piece", ovs_piece_code (item->letter->piece));
      if (item->letter->recipient != NULL)
        ovs_json_add_text (json, "recipient", item->letter->recipient);
      ovs_json_add_text (json, "subject", item->letter->subject);
    }
  if (reason != NULL)
    ovs_json_add_text (json, "reason", reason);
  ovs_json_end_object (json);
}

void
ovs_sent_answer_plan (OvsInvocation *invocation, GPtrArray *plan)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  const guint goes = ovs_posting_count (plan, OVS_POSTING_GOES);

  ovs_json_begin_list (json, "rows");
  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);
      const gboolean named = item->verdict == OVS_POSTING_GOES;

      add_row (invocation, item, ovs_posting_verdict_code (item->verdict), item->reason);
      ovs_invocation_say (invocation, "%-10s %-30s %s", item->number, item->name, named ? item->letter->recipient : item->reason);
    }
  ovs_json_end_list (json);
  ovs_json_add_count (json, "to_send", goes);
  ovs_json_add_count (json, "waiting", ovs_posting_count (plan, OVS_POSTING_WAITS));
  ovs_json_add_count (json, "skipped", plan->len - goes - ovs_posting_count (plan, OVS_POSTING_WAITS));
  ovs_invocation_say_count (invocation, goes, _ ("letters would be sent; give --yes to send them"));
}

static void
add_rows (OvsInvocation *invocation, const Outbox *outbox, GPtrArray *plan)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_list (json, "rows");
  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);
      gpointer client = GSIZE_TO_POINTER ((gsize) item->employer);
      const char *state = was_to_go (item) ? g_hash_table_lookup (outbox->states, client) : NULL;
      const char *reason = state != NULL ? g_hash_table_lookup (outbox->answers, client) : item->reason;

      if (state == NULL)
        state = ovs_posting_verdict_code (item->verdict);
      add_row (invocation, item, state, reason);
      if (!g_str_equal (state, "sent"))
        ovs_invocation_say (invocation, "%-10s %-30s %s", item->number, item->name, reason != NULL ? reason : state);
    }
  ovs_json_end_list (json);
}

static guint
count_skipped (GPtrArray *plan)
{
  guint skipped = 0;

  for (guint i = 0; i < plan->len; i++)
    skipped += !was_to_go (g_ptr_array_index (plan, i));
  return skipped;
}

gboolean
ovs_sent_answer (OvsInvocation *invocation, OvsDossier *dossier, const OvsPostingOrder *order, GPtrArray *plan, const OvsPostResult *result,
                 GError **error)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autoptr (GHashTable) states = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) answers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Outbox outbox = { order, states, answers };
  const guint skipped = count_skipped (plan);
  const guint unknown = result->unknown + result->broken_off;

  if (result->trouble != NULL && result->sent + result->refused + unknown == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, result->trouble);
      return FALSE;
    }
  if (!ovs_dossier_read (dossier, read_outbox, &outbox, NULL, error))
    return FALSE;
  ovs_invocation_say_count (invocation, result->sent, _ ("letters sent"));
  ovs_invocation_say_count (invocation, result->refused, _ ("refused by the mail server"));
  ovs_invocation_say_count (invocation, unknown, _ ("not known whether they went: look whether they arrived, they are not sent again by themselves"));
  ovs_invocation_say_count (invocation, result->waiting, _ ("still to be sent: run the command again"));
  ovs_invocation_say_count (invocation, skipped, _ ("passed over"));
  ovs_json_add_count (json, "sent", result->sent);
  ovs_json_add_count (json, "refused", result->refused);
  ovs_json_add_count (json, "unknown", unknown);
  ovs_json_add_count (json, "skipped", skipped);
  ovs_json_add_count (json, "waiting", result->waiting);
  if (result->trouble != NULL)
    {
      ovs_json_add_text (json, "trouble", result->trouble);
      ovs_invocation_say (invocation, "%s", result->trouble);
    }
  add_rows (invocation, &outbox, plan);
  return TRUE;
}
