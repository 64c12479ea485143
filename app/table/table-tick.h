/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table-columns.h"
#include "table/table-slot.h"

G_BEGIN_DECLS

#define OVS_TYPE_TABLE_TICK (ovs_table_tick_get_type ())
G_DECLARE_FINAL_TYPE (OvsTableTick, ovs_table_tick, OVS, TABLE_TICK, GtkWidget)

/**
 * OvsTableTick:
 *
 * The tick box of a row, named after the row. Where the row cannot be ticked it is insensitive and says why. Signal "ticked" (gint64 id,
 * gboolean ticked): the user did.
 */

/** A column of them. @ticked hears their signal as long as @object lives; @columns has to outlive the column. */
GtkColumnViewColumn *ovs_table_tick_column_new (OvsTableColumns *columns, GCallback ticked, gpointer object);

G_END_DECLS
