/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/*
 * The lists of Volgen, for an OvsListSource; run in the reader's thread.
 */

/** People of one list of the outcome. The filter is made by ovs_outcome_rows_filter(). */
GArray    *ovs_outcome_rows_query  (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_outcome_rows_fetch  (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** The word for @list, or for one group of it (an OvsFalloutGroup; of who waits one of ovs_waiting_steps); -1: all of it. Returns: (transfer full). */
char      *ovs_outcome_rows_filter (OvsOutcomeList list, int group);

/** The columns of these rows, in their order. */
typedef enum
{
  OVS_OUTCOME_COLUMN_NAME,
  OVS_OUTCOME_COLUMN_CLIENT,
  OVS_OUTCOME_COLUMN_NUMBER,
  OVS_OUTCOME_COLUMN_STATUS,
  OVS_OUTCOME_COLUMN_ADVICE,
  OVS_OUTCOME_COLUMN_SENT,
  OVS_OUTCOME_COLUMN_DAYS,
  OVS_OUTCOME_COLUMN_ATTEMPTS,
  OVS_OUTCOME_COLUMN_EMAIL,
  OVS_N_OUTCOME_COLUMNS,
} OvsOutcomeColumn;

/** Ids of the columns, as a table and a query use them. */
const char *ovs_outcome_column_id  (OvsOutcomeColumn column);

/** What Loket said last: requests and their results. Columns: when, name, client, what, Loket's words. */
GArray    *ovs_message_rows_query  (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_message_rows_fetch  (OvsTx *tx, const gint64 *ids, gsize n_ids);

G_END_DECLS
