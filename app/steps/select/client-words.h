/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/client-history.h"
#include "dossier/client-list.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/* How things about a client are said, in the user's language. Pure functions, for any thread. */

/** A payroll rhythm by its code: "per month". Any other text is returned as it is. @code: (nullable). */
const char *ovs_client_words_payroll   (const char *code);

/** What stands in the way of a client most, in few words, and how much else does. @text: (out) (transfer full). Returns: how it is shown. */
OvsCellKind ovs_client_words_hindrance (const OvsClientRow *client, OvsDay today, char **text);

/** By what the clients are sorted: what asks for work most weighs most. */
gint64      ovs_client_words_weight    (const OvsClientRow *client, OvsDay today);

/** A line of history: "26-11 chosen, by Petra". Returns: (transfer full) (nullable): NULL for what tells nothing. */
char       *ovs_client_words_event     (const OvsClientEvent *event, OvsDay today);

G_END_DECLS
