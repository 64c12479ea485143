/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/letter-state.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *title;
} states[OVS_N_LETTER_STATES] = {
  [OVS_LETTER_WAITING] = { "waiting", N_ ("to be sent") },
  [OVS_LETTER_SENDING] = { "sending", N_ ("being sent") },
  [OVS_LETTER_SENT] = { "sent", N_ ("sent") },
  [OVS_LETTER_REFUSED] = { "refused", N_ ("refused") },
  [OVS_LETTER_UNKNOWN] = { "unknown", N_ ("not known whether it was sent") },
  [OVS_LETTER_DROPPED] = { "dropped", N_ ("not sent any more") },
};

static const char *const ways[OVS_N_WAYS] = {
  [OVS_WAY_MAIL] = "mail",
  [OVS_WAY_DRAFT] = "draft",
  [OVS_WAY_PAPER] = "paper",
  [OVS_WAY_COPY] = "copy",
};

#define TO(state) (1u << (state))

static const guint moves[OVS_N_LETTER_STATES] = {
  /* Sent without being given to a server: somebody says that the draft, the paper or the copy went. */
  [OVS_LETTER_WAITING] = TO (OVS_LETTER_SENDING) | TO (OVS_LETTER_SENT) | TO (OVS_LETTER_DROPPED),
  /* Back to waiting: it is certain that the server does not have it. */
  [OVS_LETTER_SENDING] = TO (OVS_LETTER_WAITING) | TO (OVS_LETTER_SENT) | TO (OVS_LETTER_REFUSED) | TO (OVS_LETTER_UNKNOWN),
  /* Somebody looked whether it arrived, or wants it sent again. */
  [OVS_LETTER_UNKNOWN] = TO (OVS_LETTER_WAITING) | TO (OVS_LETTER_SENT) | TO (OVS_LETTER_DROPPED),
  [OVS_LETTER_REFUSED] = TO (OVS_LETTER_WAITING) | TO (OVS_LETTER_DROPPED),
  [OVS_LETTER_SENT] = 0,
  [OVS_LETTER_DROPPED] = 0,
};

gboolean
ovs_letter_may_move (OvsLetterState from, OvsLetterState to)
{
  return from == to || (moves[from] & TO (to)) != 0;
}

const char *
ovs_letter_state_code (OvsLetterState state)
{
  return states[state].code;
}

OvsLetterState
ovs_letter_state_from_code (const char *code)
{
  for (int state = 0; state < OVS_N_LETTER_STATES; state++)
    if (g_strcmp0 (states[state].code, code) == 0)
      return (OvsLetterState) state;
  return OVS_LETTER_UNKNOWN;
}

const char *
ovs_letter_state_title (OvsLetterState state)
{
  return _ (states[state].title);
}

const char *
ovs_way_code (OvsWay way)
{
  return ways[way];
}

OvsWay
ovs_way_from_code (const char *code)
{
  for (int way = 0; way < OVS_N_WAYS; way++)
    if (g_strcmp0 (ways[way], code) == 0)
      return (OvsWay) way;
  return OVS_WAY_COPY;
}
