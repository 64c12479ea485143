/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/run.h"

G_BEGIN_DECLS

/**
 * ovs_brakes_check:
 *
 * For this room: whether a file whose rows have been read looks like the wrong one, see rules/wrong-file.h. What nobody has answered
 * stands in the brakes of the result, what somebody has in its notes. FALSE with %OVS_INTAKE_ERROR_WRONG_FILE where it is no dry run
 * and something was not answered.
 */
gboolean ovs_brakes_check (OvsIntakeRun *run, GError **error);

G_END_DECLS
