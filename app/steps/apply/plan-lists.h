/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/*
 * The lists of Toepassen, for an OvsListSource; run in the reader's thread. Neither looks at one colleague's clients only: a
 * conversion takes everybody along who is ready.
 */

/** Clients that take part. Columns: client, invite, stay behind, of which, have it already. Sorted by the ids below. */
GArray    *ovs_plan_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_plan_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

#define OVS_PLAN_COLUMN_CLIENT "client"
#define OVS_PLAN_COLUMN_INVITE "invite"
#define OVS_PLAN_COLUMN_BEHIND "behind"
#define OVS_PLAN_COLUMN_HAVE   "have"

/** The people behind a number. Columns: name, client, number, e-mail, why. The filter is made by ovs_plan_people_filter(). */
GArray    *ovs_plan_people_query  (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_plan_people_fetch  (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** Everybody of @people (an #OvsPlanPeople), or those of one @employer. Returns: (transfer full). */
char      *ovs_plan_people_filter (int people, gint64 employer);

G_END_DECLS
