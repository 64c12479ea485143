/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "table/table-column.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/* How each client stands, for an OvsListSource; run in the reader's thread. What is most urgent comes first. */

/** The columns, in their order. */
const OvsTableColumn *ovs_client_rows_columns (guint *n_columns);

GArray    *ovs_client_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_client_rows_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

G_END_DECLS
