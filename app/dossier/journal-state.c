/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/journal-state.h"

#include <string.h>

static const char *const codes[OVS_N_INTENT_STATES] = {
  [OVS_INTENT_PLANNED] = "planned",     [OVS_INTENT_SENT] = "sent",       [OVS_INTENT_CONFIRMED] = "confirmed",
  [OVS_INTENT_REFUSED] = "refused",     [OVS_INTENT_UNKNOWN] = "unknown",
};

#define TO(state) (1u << (state))

static const guint moves[OVS_N_INTENT_STATES] = {
  /* Refused or unknown without a request: Loket's own state forbids it, or has a word that nobody knows. */
  [OVS_INTENT_PLANNED] = TO (OVS_INTENT_SENT) | TO (OVS_INTENT_REFUSED) | TO (OVS_INTENT_UNKNOWN),
  /* Back to planned: it is certain, or was read back, that nothing was done. */
  [OVS_INTENT_SENT] = TO (OVS_INTENT_PLANNED) | TO (OVS_INTENT_CONFIRMED) | TO (OVS_INTENT_REFUSED) | TO (OVS_INTENT_UNKNOWN),
  [OVS_INTENT_UNKNOWN] = TO (OVS_INTENT_PLANNED) | TO (OVS_INTENT_CONFIRMED) | TO (OVS_INTENT_REFUSED),
  [OVS_INTENT_CONFIRMED] = 0,
  [OVS_INTENT_REFUSED] = 0,
};

gboolean
ovs_intent_may_move (OvsIntentState from, OvsIntentState to)
{
  return from == to || (moves[from] & TO (to)) != 0;
}

const char *
ovs_intent_state_code (OvsIntentState state)
{
  return codes[state];
}

OvsIntentState
ovs_intent_state_from_code (const char *code)
{
  for (int state = 0; state < OVS_N_INTENT_STATES; state++)
    if (strcmp (codes[state], code) == 0)
      return state;
  return OVS_INTENT_UNKNOWN;
}
