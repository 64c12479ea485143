/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/apply-run.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_BRAKE (ovs_apply_brake_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyBrake, ovs_apply_brake, OVS, APPLY_BRAKE, AdwBin)

/**
 * OvsApplyBrake:
 *
 * Toepassen when it did not begin, since it would have been about other people than the user agreed to: how many then and now, and what
 * differs.
 */
GtkWidget *ovs_apply_brake_new  (void);

/** @approved: how many were agreed to. @run: one that the brake stopped, see ovs_apply_run_get_brake(). */
void       ovs_apply_brake_show (OvsApplyBrake *self, guint approved, OvsApplyRun *run);

G_END_DECLS
