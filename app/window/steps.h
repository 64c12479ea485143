/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/** The steps in their order. */
#define OVS_N_STEPS 5

/** `select` and so on, as in `win.step`. Returns: (transfer none). */
const char  *ovs_steps_get_id   (guint step);

/** Makes the page of a step. Returns: (transfer floating). */
OvsStepPage *ovs_steps_new_page (guint step, OvsWorkspace *workspace);

G_END_DECLS
