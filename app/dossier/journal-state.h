/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The states of an intent in the journal. */
typedef enum
{
  OVS_INTENT_PLANNED,   /* written down, nothing sent */
  OVS_INTENT_SENT,      /* the request may be on its way */
  OVS_INTENT_CONFIRMED, /* Loket did it */
  OVS_INTENT_REFUSED,   /* Loket did not do it */
  OVS_INTENT_UNKNOWN,   /* Loket has not told; to be read back */
} OvsIntentState;

#define OVS_N_INTENT_STATES (OVS_INTENT_UNKNOWN + 1)

/** The only table of transitions. Staying in a state is always allowed. */
gboolean       ovs_intent_may_move         (OvsIntentState from, OvsIntentState to);

/** `planned`, `sent` … as stored. Returns: (transfer none). */
const char    *ovs_intent_state_code       (OvsIntentState state);
OvsIntentState ovs_intent_state_from_code  (const char *code);

G_END_DECLS
