/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

/** Why people fell out, in the user's language or in Loket's own words, and how many. */
typedef struct
{
  const char *advice;
  gint64 people;
} OvsApplyReason;

/**
 * OvsApplyOutcome:
 *
 * What came of the latest conversion, for the clients of the round that is looked at. Free with ovs_apply_outcome_clear().
 */
typedef struct
{
  gint64 wave;         /* as OvsPlanFigures.wave; set before it is read */
  gint64 round;        /* its number, 0 for none, OVS_WITHOUT_WAVE for the clients without one */
  gint64 begun;        /* instant of that conversion, 0 where there was none */
  gint64 lists[OVS_N_OUTCOME_LISTS];
  gint64 blocked;
  gint64 unblocked;    /* invited, and Werknemerloket is still open */
  GHashTable *reasons; /* (owned) (nullable) text → OvsApplyReason */
} OvsApplyOutcome;

/** Reads them. In the reader's thread. */
void ovs_apply_outcome_read  (OvsTx *tx, OvsApplyOutcome *outcome);
void ovs_apply_outcome_clear (OvsApplyOutcome *outcome);

/** Invited, refused and unknown together. */
gint64 ovs_apply_outcome_count_submitted (const OvsApplyOutcome *outcome);

G_END_DECLS
