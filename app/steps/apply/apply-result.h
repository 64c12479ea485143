/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/apply-outcome.h"
#include "steps/apply/apply-whom.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_RESULT (ovs_apply_result_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyResult, ovs_apply_result, OVS, APPLY_RESULT, AdwBin)

/**
 * OvsApplyResult:
 *
 * Toepassen afterwards: what succeeded, what did not and why, what still asks something.
 *
 * Signal "follow": the tab of Volgen with these people is asked for; "again": the run is to go on where it was;
 * "invite-held": who was held back and has a row here is to be invited all the same, ovs_apply_result_get_held(); "unblock": Werknemerloket is to
 * be given back.
 */
GtkWidget *ovs_apply_result_new  (void);

/** @run: (nullable): the run that just ended. @ready: how many are still to be invited. */
void       ovs_apply_result_show (OvsApplyResult *self, const OvsApplyOutcome *outcome, OvsApplyRun *run, gint64 ready);

/** Who was held back and has a row, with what Loket has otherwise about them. Returns: (transfer full) (nullable): NULL for nobody. */
OvsApplyWhom *ovs_apply_result_get_held (OvsApplyResult *self);

G_END_DECLS
