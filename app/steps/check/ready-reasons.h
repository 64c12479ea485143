/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rule.h"

G_BEGIN_DECLS

/**
 * Usual reasons to accept a warning, in the user's language; for what Loket itself warns of, and for several warnings at once (@finding: -1),
 * there are none. Returns: (transfer full).
 */
GStrv ovs_ready_reasons_accept  (int finding);

/** Usual reasons to leave somebody out. Returns: (transfer full). */
GStrv ovs_ready_reasons_exclude (void);

/** The reason of who has no e-mail at all. Returns: (transfer none). */
const char *ovs_ready_reason_no_email (void);

G_END_DECLS
