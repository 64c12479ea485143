/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/list-source.h"
#include "table/table-column.h"

G_BEGIN_DECLS

/* The clients that were asked, or have something to ask, as rows of a table. */

#define OVS_ENQUIRY_FILTER_ALL "all"
#define OVS_ENQUIRY_FILTER_TO_ASK "to-ask"
#define OVS_ENQUIRY_FILTER_ASKED "asked"
#define OVS_ENQUIRY_FILTER_LATE "late"
#define OVS_ENQUIRY_FILTER_RETURNED "returned"

/** The columns. Returns: (transfer none) (array length=n). */
const OvsTableColumn *ovs_enquiry_rows_columns (guint *n);

/** For ovs_list_source_new(). */
GArray               *ovs_enquiry_rows_query   (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray            *ovs_enquiry_rows_fetch   (OvsTx *tx, const gint64 *ids, gsize n_ids);

G_END_DECLS
