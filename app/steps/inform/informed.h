/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/list-source.h"

G_BEGIN_DECLS

/** For the table of clients to be informed: query and fetch for ovs_list_source_new(); those that take part. */
GArray    *ovs_informed_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_informed_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

#define OVS_INFORMED_COLUMNS 5

G_END_DECLS
