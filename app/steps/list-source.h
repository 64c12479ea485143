/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"
#include "table/table-source.h"

G_BEGIN_DECLS

#define OVS_TYPE_LIST_SOURCE (ovs_list_source_get_type ())
G_DECLARE_FINAL_TYPE (OvsListSource, ovs_list_source, OVS, LIST_SOURCE, GObject)

/** The ids that match @query, sorted. In the dossier's reader thread. @handler: (nullable): only this colleague's clients. */
typedef GArray *(*OvsListQuery) (OvsTx *tx, const OvsTableQuery *query, const char *handler);

/** The rows of these ids, in any order. In the dossier's reader thread. Returns: (transfer full) of OvsTableRow. */
typedef GPtrArray *(*OvsListFetch) (OvsTx *tx, const gint64 *ids, gsize n_ids);

/** A source of rows for a table out of two functions on the dossier of @workspace; looks again when that changes. */
OvsTableSource *ovs_list_source_new        (OvsWorkspace *workspace, OvsListQuery query, OvsListFetch fetch);

/*
 * Ticks that mean nothing in the dossier: they say for which rows something is to be done. Without these functions @fetch says what is ticked.
 */

/** Ticks a row, or lets it go. */
void            ovs_list_source_tick       (OvsListSource *self, gint64 id, gboolean ticked);

/** Ticks all of @ids (element-type gint64). */
void            ovs_list_source_tick_all   (OvsListSource *self, const GArray *ids);
void            ovs_list_source_untick_all (OvsListSource *self);

/** The ticked ones among @ids (element-type gint64), in that order. Returns: (transfer full) (element-type gint64). */
GArray         *ovs_list_source_get_ticked (OvsListSource *self, const GArray *ids);

/** The table shows ticks of this kind, though nothing is ticked yet. */
void            ovs_list_source_keep_ticks (OvsListSource *self);

G_END_DECLS
