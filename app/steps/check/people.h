/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/list-source.h"

G_BEGIN_DECLS

/**
 * For the people table: query and fetch for ovs_list_source_new(). OvsTableQuery.filter is `disposition CODE`, `reason CODE` or
 * `finding CODE`. Columns: name, client, number, address, what is up.
 */
GArray    *ovs_people_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_people_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

#define OVS_PEOPLE_COLUMNS 5

G_END_DECLS
