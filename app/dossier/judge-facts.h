/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/judge-rows.h"

G_BEGIN_DECLS

/* For this room: what only the whole dossier knows, counted in temporary tables of the connection. */

/** The first pass: the scope of everybody, or of the circle, then who shares an address or is one person. */
void      ovs_judge_facts_prepare (OvsTx *tx, OvsDay date, OvsJudgeWhom whom);

/** The address keys of the same person at other employers, where they differ. Returns: (transfer full) (nullable). */
GStrv     ovs_judge_facts_other_addresses (OvsTx *tx, gint64 employee);

/** The warnings of this employee that were accepted for the present data. */
OvsFindings ovs_judge_facts_accepted (OvsTx *tx, gint64 employee, const OvsJudgeRow *row, const char *const *other_addresses);

G_END_DECLS
