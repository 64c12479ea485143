/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/end-state.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *title;
} states[OVS_N_END_STATES] = {
  [OVS_END_OVER] = { "over", N_ ("Over") },
  [OVS_END_NO_ACCESS] = { "no-access", N_ ("No access needed") },
  [OVS_END_LEFT] = { "left", N_ ("Left employment since") },
  [OVS_END_NOT_PART] = { "not-part", N_ ("Took no part") },
  [OVS_END_NOT_INVITED] = { "not-invited", N_ ("Not invited yet") },
  [OVS_END_WAITING] = { "waiting", N_ ("Still waiting") },
  [OVS_END_FALLOUT] = { "fallout", N_ ("On the fallout list") },
  [OVS_END_UNKNOWN] = { "unknown", N_ ("Unknown what became of it") },
};

/* Of whom the conversion asked nothing. */
static OvsEndState
derive_unconcerned (const OvsEndStateRow *row)
{
  switch (row->disposition)
    {
    case OVS_DISPOSITION_READY:
    case OVS_DISPOSITION_DECIDE:
    case OVS_DISPOSITION_STOPPER:
      return OVS_END_NOT_INVITED;
    case OVS_DISPOSITION_DONE:
      /* Invited otherwise, and not over. */
      return row->active ? OVS_END_WAITING : OVS_END_LEFT;
    case OVS_DISPOSITION_LEFT_OUT:
    default:
      return OVS_END_NOT_PART;
    }
}

OvsEndState
ovs_end_state_derive (const OvsEndStateRow *row)
{
  if (row->outcome == OVS_OUTCOME_UNKNOWN)
    return OVS_END_UNKNOWN;
  if (row->mijnloket == OVS_ACCESS_ACTIVE)
    return OVS_END_OVER;
  if (row->no_access_needed)
    return OVS_END_NO_ACCESS;
  if (row->outcome == OVS_OUTCOME_NOT_SUBMITTED && !row->listed)
    return derive_unconcerned (row);
  if (!row->active)
    return OVS_END_LEFT;
  if (row->outcome == OVS_OUTCOME_INVITED || (row->outcome == OVS_OUTCOME_NOT_SUBMITTED && ovs_access_has_or_awaits (row->mijnloket)))
    return OVS_END_WAITING;
  return OVS_END_FALLOUT;
}

gboolean
ovs_end_state_is_open (OvsEndState state)
{
  return state >= OVS_END_NOT_INVITED;
}

const char *
ovs_end_state_code (OvsEndState state)
{
  return states[state].code;
}

const char *
ovs_end_state_title (OvsEndState state)
{
  return _ (states[state].title);
}
