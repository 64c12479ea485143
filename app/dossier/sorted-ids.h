/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * For this room: the ids that a query found. Sorting is done here and not in SQL, which sorts a million rows through files, several times
 * slower.
 */

/** The first column of @rows, in their order. Returns: (transfer full) (element-type gint64). */
GArray *ovs_ids        (OvsRows *rows);

/**
 * The same, sorted by the text in the second column, byte by byte; without one first. Who is equal stays in the order of @rows, also
 * when @descending.
 */
GArray *ovs_sorted_ids (OvsRows *rows, gboolean descending);

G_END_DECLS
