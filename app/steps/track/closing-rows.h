/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/closing.h"
#include "table/table-column.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/* Clients by what keeps them open, for an OvsListSource; run in the reader's thread. What can be closed comes first, what is closed last. */

/** The filters: NULL shows all. */
#define OVS_CLOSING_CLOSABLE "closable"
#define OVS_CLOSING_OPEN "open"
#define OVS_CLOSING_REOPENED "reopened"
#define OVS_CLOSING_CLOSED "closed"

/** The columns, in their order. */
const OvsTableColumn *ovs_closing_rows_columns (guint *n_columns);

GArray    *ovs_closing_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_closing_rows_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** What keeps a client open, or since when it is closed, in a line. Returns: (transfer full). */
char      *ovs_closing_words      (const OvsClosingClient *client);

G_END_DECLS
