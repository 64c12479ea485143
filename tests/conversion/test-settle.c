/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/settle.h"

typedef struct
{
  const char *before;
  const char *after;
  OvsItem item;
  OvsSettleWhen when;
  OvsIntentState state;
  const char *reason;
} InvitationCase;

#define NOW OVS_SETTLE_NOW
#define LATER OVS_SETTLE_LATER

static const InvitationCase invitations[] = {
  /* The common way. */
  { "NoAccessToClient", "InvitePending", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_CONFIRMED, NULL },
  { "NoAccessToClient", "HasAccessToClient", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_CONFIRMED, NULL },
  { "InviteExpired", "InvitePending", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_CONFIRMED, NULL },
  /* Loket says no. */
  { "NoAccessToClient", "InviteFailed", OVS_ITEM_FAILED, NOW, OVS_INTENT_REFUSED, OVS_FALLOUT_REFUSED_BY_LOKET },
  { "NoAccessToClient", "NoAccessToClient", OVS_ITEM_FAILED, NOW, OVS_INTENT_REFUSED, OVS_FALLOUT_REFUSED_BY_LOKET },
  { "InvitePending", "InvitePending", OVS_ITEM_FAILED, NOW, OVS_INTENT_REFUSED, OVS_FALLOUT_REFUSED_BY_LOKET },
  /* A failed item, but the status shows that the invitation went out: nobody is invited twice for it. */
  { "NoAccessToClient", "InvitePending", OVS_ITEM_FAILED, NOW, OVS_INTENT_CONFIRMED, NULL },
  { "NoAccessToClient", "AccessToClientIsBlocked", OVS_ITEM_NONE, NOW, OVS_INTENT_REFUSED, OVS_FALLOUT_MIJNLOKET_BLOCKED },
  { "NoAccessToClient", "UserIsBlocked", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_REFUSED, OVS_FALLOUT_ACCOUNT_BLOCKED },
  /* What cannot be told is unknown, never guessed. */
  { "NoAccessToClient", "NoAccessToClient", OVS_ITEM_NONE, NOW, OVS_INTENT_UNKNOWN, NULL },
  { "NoAccessToClient", "NoAccessToClient", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_UNKNOWN, NULL },
  { "NoAccessToClient", "NoAccessToClient", OVS_ITEM_SUCCEEDED, LATER, OVS_INTENT_UNKNOWN, NULL },
  { "NoAccessToClient", "InTransit", OVS_ITEM_NONE, LATER, OVS_INTENT_UNKNOWN, NULL },
  { "NoAccessToClient", NULL, OVS_ITEM_NONE, LATER, OVS_INTENT_UNKNOWN, NULL },
  /* Read back after all actions were completed: no trace means that nothing was done. */
  { "NoAccessToClient", "NoAccessToClient", OVS_ITEM_NONE, LATER, OVS_INTENT_PLANNED, NULL },
  { NULL, "NoAccessToClient", OVS_ITEM_NONE, LATER, OVS_INTENT_PLANNED, NULL },
  { "InviteFailed", "InviteFailed", OVS_ITEM_NONE, LATER, OVS_INTENT_PLANNED, NULL },
  { "InviteExpired", "InviteExpired", OVS_ITEM_NONE, LATER, OVS_INTENT_PLANNED, NULL },
  /* Read back much later. */
  { "NoAccessToClient", "InviteExpired", OVS_ITEM_NONE, LATER, OVS_INTENT_CONFIRMED, NULL },
  { "NoAccessToClient", "InviteFailed", OVS_ITEM_NONE, LATER, OVS_INTENT_REFUSED, OVS_FALLOUT_REFUSED_BY_LOKET },
  { "NoAccessToClient", "HasAccessToClient", OVS_ITEM_NONE, LATER, OVS_INTENT_CONFIRMED, NULL },
};

typedef struct
{
  const char *after;
  OvsItem item;
  OvsSettleWhen when;
  OvsIntentState state;
} BlockCase;

static const BlockCase blocks[] = {
  { "AccessToClientIsBlocked", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_CONFIRMED },
  { "AccessToClientIsBlocked", OVS_ITEM_NONE, LATER, OVS_INTENT_CONFIRMED },
  { "UserIsBlocked", OVS_ITEM_NONE, NOW, OVS_INTENT_CONFIRMED },
  { "NoAccessToClient", OVS_ITEM_FAILED, NOW, OVS_INTENT_CONFIRMED },
  { "HasAccessToClient", OVS_ITEM_FAILED, NOW, OVS_INTENT_REFUSED },
  { "HasAccessToClient", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_UNKNOWN },
  { "HasAccessToClient", OVS_ITEM_NONE, NOW, OVS_INTENT_UNKNOWN },
  { "HasAccessToClient", OVS_ITEM_NONE, LATER, OVS_INTENT_PLANNED },
  { "InTransit", OVS_ITEM_NONE, LATER, OVS_INTENT_UNKNOWN },
  { NULL, OVS_ITEM_NONE, LATER, OVS_INTENT_UNKNOWN },
};

static const BlockCase reinstates[] = {
  { "HasAccessToClient", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_CONFIRMED },
  { "HasAccessToClient", OVS_ITEM_NONE, LATER, OVS_INTENT_CONFIRMED },
  /* What Loket shows weighs more than what it says it did. */
  { "HasAccessToClient", OVS_ITEM_FAILED, NOW, OVS_INTENT_CONFIRMED },
  { "AccessToClientIsBlocked", OVS_ITEM_FAILED, NOW, OVS_INTENT_REFUSED },
  { "AccessToClientIsBlocked", OVS_ITEM_SUCCEEDED, NOW, OVS_INTENT_UNKNOWN },
  { "AccessToClientIsBlocked", OVS_ITEM_NONE, NOW, OVS_INTENT_UNKNOWN },
  { "AccessToClientIsBlocked", OVS_ITEM_NONE, LATER, OVS_INTENT_PLANNED },
  { "NoAccessToClient", OVS_ITEM_SUCCEEDED, LATER, OVS_INTENT_UNKNOWN },
  { "InTransit", OVS_ITEM_NONE, LATER, OVS_INTENT_UNKNOWN },
  { NULL, OVS_ITEM_NONE, LATER, OVS_INTENT_UNKNOWN },
};

static void
test_invitations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invitations); i++)
    {
      const InvitationCase *one = &invitations[i];
      const char *reason;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ovs_settle_decide_invitation (one->before, one->after, one->item, one->when, &reason), ==, one->state);
      g_assert_cmpstr (reason, ==, one->reason);
    }
}

static void
test_blocks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ovs_settle_decide_block (blocks[i].after, blocks[i].item, blocks[i].when), ==, blocks[i].state);
    }
}

static void
test_reinstates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reinstates); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ovs_settle_decide_reinstate (reinstates[i].after, reinstates[i].item, reinstates[i].when), ==, reinstates[i].state);
    }
}

/* Every state the decisions can give is one that a sent or unknown intent may move to. */
static void
test_states_allowed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invitations); i++)
    {
      g_assert_true (ovs_intent_may_move (OVS_INTENT_SENT, invitations[i].state));
      g_assert_true (ovs_intent_may_move (OVS_INTENT_UNKNOWN, invitations[i].state));
      g_assert_true (invitations[i].state == OVS_INTENT_CONFIRMED || !ovs_intent_may_move (OVS_INTENT_CONFIRMED, invitations[i].state));
    }
  g_assert_false (ovs_intent_may_move (OVS_INTENT_CONFIRMED, OVS_INTENT_SENT));
  g_assert_false (ovs_intent_may_move (OVS_INTENT_REFUSED, OVS_INTENT_SENT));
  g_assert_false (ovs_intent_may_move (OVS_INTENT_PLANNED, OVS_INTENT_CONFIRMED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle/invitations", test_invitations);
  g_test_add_func ("/settle/blocks", test_blocks);
  g_test_add_func ("/settle/reinstates", test_reinstates);
  g_test_add_func ("/settle/states-allowed", test_states_allowed);
  return g_test_run ();
}
