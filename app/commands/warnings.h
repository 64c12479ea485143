/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/**
 * Answers `warnings`, a list of `{code, employer, sentence}`: which of Loket's resources will stop, once each and on standard error too, and @warnings
 * (nullable) (element-type OvsProblem): what the user may not do at a client, but is not needed.
 */
gboolean ovs_answer_warnings (OvsInvocation *invocation, OvsDossier *dossier, GPtrArray *warnings, GError **error);

/** The same into a list that is open. */
gboolean ovs_add_warnings (OvsInvocation *invocation, OvsDossier *dossier, GPtrArray *warnings, GError **error);

/** Answers `problems`: at which clients the user may not do what the conversion needs, as last asked of Loket. */
gboolean ovs_answer_rights (OvsInvocation *invocation, OvsDossier *dossier, GError **error);

G_END_DECLS
