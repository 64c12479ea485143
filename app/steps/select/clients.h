/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/client-list.h"
#include "steps/list-source.h"
#include "table/table-column.h"

G_BEGIN_DECLS

/** For the clients table: query and fetch for ovs_list_source_new(); the columns are those of ovs_clients_columns(). */
GArray    *ovs_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** The columns, @n of them (transfer none). For the main thread. */
const OvsTableColumn *ovs_clients_columns (guint *n);

/** Filters of the chips, as OvsTableQuery.filter. Any other word shows all. */
#define OVS_CLIENTS_ALL               "all"
#define OVS_CLIENTS_CHOSEN            "chosen" /* and not over yet */
#define OVS_CLIENTS_NOT_CHOSEN        "not-chosen"
#define OVS_CLIENTS_OVER              "over"
#define OVS_CLIENTS_WITHOUT_MIJNLOKET "without-mijnloket"
#define OVS_CLIENTS_WITHOUT_PRODUCT   "without-product"

/** Why a client can be neither chosen nor let go: it is over, or was left out by hand. NULL when it can. Returns: (transfer full). */
char      *ovs_clients_why_not (const OvsClientRow *row);

G_END_DECLS
