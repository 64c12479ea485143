/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/settle.h"

#include "rules/access.h"

OvsIntentState
ovs_settle_decide_block (const char *after, OvsItem item, OvsSettleWhen when)
{
  OvsAccess is = ovs_access_from_word (after);

  if (!ovs_access_may_be_active (is))
    return OVS_INTENT_CONFIRMED;
  if (item == OVS_ITEM_FAILED)
    return OVS_INTENT_REFUSED;
  if (is != OVS_ACCESS_ACTIVE || item == OVS_ITEM_SUCCEEDED || when == OVS_SETTLE_NOW)
    return OVS_INTENT_UNKNOWN;
  return OVS_INTENT_PLANNED;
}

OvsIntentState
ovs_settle_decide_reinstate (const char *after, OvsItem item, OvsSettleWhen when)
{
  OvsAccess is = ovs_access_from_word (after);

  if (is == OVS_ACCESS_ACTIVE)
    return OVS_INTENT_CONFIRMED;
  if (item == OVS_ITEM_FAILED)
    return OVS_INTENT_REFUSED;
  if (ovs_access_may_be_active (is) || item == OVS_ITEM_SUCCEEDED || when == OVS_SETTLE_NOW)
    return OVS_INTENT_UNKNOWN;
  return OVS_INTENT_PLANNED;
}

static OvsIntentState
decide (const OvsIntent *intent, const char *after, OvsItem item, OvsSettleWhen when, const char **reason)
{
  switch (intent->kind)
    {
    case OVS_INTENT_BLOCK:
      return ovs_settle_decide_block (after, item, when);
    case OVS_INTENT_REINSTATE:
      return ovs_settle_decide_reinstate (after, item, when);
    case OVS_INTENT_INVITE:
    default:
      return ovs_settle_decide_invitation (intent->mijnloket_before, after, item, when, reason);
    }
}

static const OvsLoketActionItem *
find_item (GHashTable *items, const char *loket_id)
{
  return loket_id != NULL ? g_hash_table_lookup (items, loket_id) : NULL;
}

/* Whoever is confirmed, with nothing to be said of it: they are settled together. */
static gboolean
is_plainly_confirmed (const OvsIntent *intent, OvsIntentState state, const char *reason, const char *message)
{
  return state == OVS_INTENT_CONFIRMED && reason == NULL && message == NULL && intent->latest && ovs_intent_may_move (intent->state, state);
}

/* @confirmed: (element-type gint64): who is plainly confirmed is added to it, and not settled yet. */
static void
settle_one (OvsTx *tx, const OvsIntent *intent, const OvsLoketActionItem *item, OvsSettleWhen when, gboolean out_of_patience, GArray *confirmed)
{
  const char *after = intent->status;
  g_autofree char *message = NULL;
  OvsItem told = item == NULL ? OVS_ITEM_NONE : item->succeeded ? OVS_ITEM_SUCCEEDED : OVS_ITEM_FAILED;
  const char *reason = NULL;
  OvsIntentState state;

  /* Without an answer, only reading back after all actions were completed tells. */
  if (intent->action == NULL)
    when = OVS_SETTLE_LATER;
  state = decide (intent, after, told, when, &reason);
  if (out_of_patience && state == OVS_INTENT_PLANNED)
    state = OVS_INTENT_UNKNOWN;
  if (state == OVS_INTENT_UNKNOWN && ovs_access_from_word (after) == OVS_ACCESS_OTHER)
    reason = OVS_FALLOUT_STATUS_UNKNOWN;

  if (told == OVS_ITEM_FAILED)
    message = ovs_loket_messages_to_text (item->messages);
  else if (reason != NULL && g_strcmp0 (reason, OVS_FALLOUT_STATUS_UNKNOWN) == 0)
    message = g_strdup (after);
  if (is_plainly_confirmed (intent, state, reason, message))
    g_array_append_val (confirmed, intent->id);
  else
    ovs_journal_settle_intent (tx, intent, state, reason, message);
}

static void
settle_state (const OvsReading *reading, OvsTx *tx, GHashTable *items, OvsIntentKind kind, OvsIntentState state, OvsSettleWhen when)
{
  g_autoptr (GPtrArray) intents = ovs_journal_list (tx, reading->employer, kind, state);
  g_autoptr (GArray) confirmed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < intents->len; i++)
    {
      const OvsIntent *intent = g_ptr_array_index (intents, i);
      settle_one (tx, intent, find_item (items, intent->loket_id), when, reading->out_of_patience, confirmed);
    }
  if (confirmed->len > 0)
    ovs_journal_confirm_all (tx, (const gint64 *) (gpointer) confirmed->data, confirmed->len);
}

void
ovs_settle_employer (const OvsReading *reading, OvsTx *tx, OvsIntentKind kind, OvsSettleWhen when)
{
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);

  /* A person who was in several actions: the last item holds. */
  for (guint i = 0; i < reading->items->len; i++)
    {
      OvsLoketActionItem *item = g_ptr_array_index (reading->items, i);
      g_hash_table_insert (items, item->entity_id, item);
    }
  settle_state (reading, tx, items, kind, OVS_INTENT_UNKNOWN, when);
  settle_state (reading, tx, items, kind, OVS_INTENT_SENT, when);
}
