/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/list-source.h"

G_BEGIN_DECLS

/** The columns of the table of clients to inform, in the order of its cells. */
typedef enum
{
  OVS_INFORM_NAME,
  OVS_INFORM_CONTACT,
  OVS_INFORM_PHONE,
  OVS_INFORM_EMPLOYEES,
  OVS_INFORM_DAY,
  OVS_INFORM_NOTE,
  OVS_N_INFORM_COLUMNS,
} OvsInformColumn;

/** The id of a column. Returns: (transfer none). */
const char *ovs_inform_column_id     (OvsInformColumn column);

/** The filter that shows only who is still to be informed; NULL shows all. */
#define OVS_INFORM_FILTER_OPEN "open"

/** For ovs_list_source_new(). */
GArray     *ovs_inform_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray  *ovs_inform_clients_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids);

G_END_DECLS
