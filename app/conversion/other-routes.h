/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/run.h"

G_BEGIN_DECLS

/**
 * TRUE where the client of @reading does not go over the API, so that nothing is asked of Loket for its people. The run then has a problem
 * for it, once, that says what to do instead.
 */
gboolean ovs_other_routes_hold_back (OvsRun *run, OvsTx *tx, const OvsReading *reading);

G_END_DECLS
