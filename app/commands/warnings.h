/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/**
 * Answers `warnings`, what did not stop the command but is to be known: @warnings (nullable) (element-type OvsProblem), and which of Loket's
 * resources will stop, once each; the latter on standard error too.
 */
gboolean ovs_answer_warnings (OvsInvocation *invocation, OvsDossier *dossier, GPtrArray *warnings, GError **error);

/** Answers `problems`: at which clients the user may not do what the conversion needs, as last asked of Loket. */
gboolean ovs_answer_rights (OvsInvocation *invocation, OvsDossier *dossier, GError **error);

G_END_DECLS
