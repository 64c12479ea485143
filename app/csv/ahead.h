/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "csv/row-private.h"

G_BEGIN_DECLS

/**
 * OvsCsvAhead:
 *
 * For this room: reads rows in a thread of its own, some batches ahead of who takes them, so that reading a long file and working on
 * its rows go on side by side. Its memory does not grow with the file.
 */
typedef struct _OvsCsvAhead OvsCsvAhead;

/**
 * OvsCsvAheadFunc:
 * @position: (out): how far the file was read
 *
 * Fills @row, in the thread. The row must keep what it needs of its record, see ovs_csv_row_keep(). FALSE at the end, or with @error set.
 */
typedef gboolean (*OvsCsvAheadFunc) (gpointer source, OvsCsvRow *row, guint64 *position, GCancellable *cancellable, GError **error);

/** Begins at once. Until ovs_csv_ahead_free() @source belongs to the thread. Returns: (transfer full). */
OvsCsvAhead     *ovs_csv_ahead_new          (OvsCsvAheadFunc func, gpointer source, GCancellable *cancellable);

/** Waits until the thread has ended. */
void             ovs_csv_ahead_free         (OvsCsvAhead *ahead);

/** The next row. Returns: (transfer none) (nullable): valid until the next call; NULL at the end, or with @error set. */
const OvsCsvRow *ovs_csv_ahead_next         (OvsCsvAhead *ahead, GError **error);

/** How far the file was read for the rows that were taken. */
guint64          ovs_csv_ahead_get_position (OvsCsvAhead *ahead);

G_END_DECLS
