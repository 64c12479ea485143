/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/client-history.h"
#include "dossier/client-list.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/* How things about a client are said, in the user's language. Pure functions, for any thread. */

/** A day as short as it stays clear: "28-11" in the year of @today, else "28-11-2025". Returns: (transfer full). */
char       *ovs_client_words_day       (OvsDay day, OvsDay today);

/** "Call back today", "Call back on 28-11" or "Call back since 24-11". Returns: (transfer full). */
char       *ovs_client_words_call_back (OvsDay day, OvsDay today);

/** What stands in the way of a client, in few words. @text: (out) (transfer full). Returns: how it is shown. */
OvsCellKind ovs_client_words_hindrance (const OvsClientRow *client, OvsDay today, char **text);

/** A line of history: "26-11 chosen, by Petra". Returns: (transfer full) (nullable): NULL for what tells nothing. */
char       *ovs_client_words_event     (const OvsClientEvent *event, OvsDay today);

G_END_DECLS
