/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/problem.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * TRUE where the client does not go over the API, so that nothing is asked of Loket for its people. @problems (element-type OvsProblem) then
 * has one for it, once, that says what to do instead.
 */
gboolean ovs_other_routes_hold_back (GPtrArray *problems, OvsTx *tx, gint64 employer, const char *number);

/** Only tells so, where somebody is ready there. */
void     ovs_other_routes_tell      (GPtrArray *problems, OvsTx *tx, gint64 employer, const char *number);

G_END_DECLS
