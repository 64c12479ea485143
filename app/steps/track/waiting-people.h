/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "rules/follow-up-step.h"

G_BEGIN_DECLS

/** What there is to do, as the chips of Wachten have it: the first is done first. */
extern const OvsFollowUpStep ovs_waiting_steps[OVS_N_FOLLOW_STEPS];

/** Who waits, and what there is to do is @step. In the reader's thread. Returns: (transfer full) (element-type gint64): ids, ascending. */
GArray  *ovs_waiting_people_find (OvsTx *tx, const char *filter, OvsFollowUpStep step);

/** For OvsOutcomeQuery.keep: whether somebody is among @ids, a #GArray as above. */
gboolean ovs_waiting_people_keep (const OvsOutcomePerson *person, OvsDay today, gpointer ids);

G_END_DECLS
