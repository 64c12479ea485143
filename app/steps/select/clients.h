/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/list-source.h"

G_BEGIN_DECLS

/** For the clients table: query and fetch for ovs_list_source_new(); the columns are those of ovs_clients_columns. */
GArray    *ovs_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** Filters of the chips, as OvsTableQuery.filter. */
#define OVS_CLIENTS_SELECTED          "selected"
#define OVS_CLIENTS_NOT_SELECTED      "not-selected"
#define OVS_CLIENTS_WITHOUT_MIJNLOKET "without-mijnloket"

G_END_DECLS
