/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/**
 * Writes the texts of the tickets to Loket into @folder, and the client list that goes with them; answers with what was written. @wave: number of
 * a round, 0 for all clients that go by Loket.
 */
gboolean ovs_letter_tickets_write (OvsInvocation *invocation, int wave, const char *folder, GError **error);

G_END_DECLS
