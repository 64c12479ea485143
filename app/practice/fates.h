/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* What becomes of an invitation where everyday trouble is on, see trouble.h. */
typedef enum
{
  OVS_PRACTICE_FATE_ACTIVATES,
  OVS_PRACTICE_FATE_SILENT,     /* never reacts */
  OVS_PRACTICE_FATE_FIRST_MAIL, /* makes an account, and never opens the second mail */
  OVS_PRACTICE_FATE_BIRTH_DATE, /* chooses a password, and stops where the birth date is asked for */
  OVS_PRACTICE_FATE_BOUNCES,    /* the mail comes back */
  OVS_PRACTICE_FATE_ASKS,       /* asks for help where he is stuck */
  OVS_PRACTICE_N_FATES
} OvsPracticeFate;

/**
 * Gives @employee, who was invited just now, a fate: most activate within days, some never react, stop halfway, ask for help or have
 * an address that the mail comes back from. The same person has the same fate for the same `troubleSeed`; a further
 * invitation brings a better one, unless the mail comes back again. With `trouble` off the invitation stays as it is until somebody acts.
 */
void            ovs_practice_fates_give  (OvsPracticeState *state, gint64 employee);

/** The same for everybody whose invitation is pending and who has none yet: they were invited while `trouble` was off. */
void            ovs_practice_fates_give_pending (OvsPracticeState *state);

/** The fate of the latest invitation of @employee. */
OvsPracticeFate ovs_practice_fates_load  (OvsPracticeState *state, gint64 employee);

/** Chances of that invitation alone, the same ones every time. Returns: (transfer full). */
GRand          *ovs_practice_fates_chances (OvsPracticeState *state, gint64 employee);

G_END_DECLS
