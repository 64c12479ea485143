/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/disposition.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * Texts of the files that this program writes. They are data and no translations: a file is Dutch under an
 * English desktop too, since clients and Loket read it.
 */

/** What was found, and what to do about it; for stoppers and warnings. Returns: (transfer none) (nullable):
 * NULL for an info. */
const char *ovs_dutch_finding_title (OvsFinding finding);
const char *ovs_dutch_finding_remedy (OvsFinding finding);

/** How somebody stands who is not over yet. Returns: (transfer none). */
const char *ovs_dutch_state (OvsDisposition disposition, OvsReason reason);

/** Why somebody is left out, for a list that lies on a desk. Returns: (transfer none): "" for none. */
const char *ovs_dutch_reason (OvsReason reason);

/** Why an invitation did not come about, by the codes of dossier/journal.h. Returns: (transfer none): "" for
 * none. */
const char *ovs_dutch_fallout_reason (const char *code);

G_END_DECLS
