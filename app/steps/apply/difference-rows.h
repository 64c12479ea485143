/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "conversion/difference.h"

G_BEGIN_DECLS

/** How many rows are shown at most; the row after them tells how many more there are. */
#define OVS_DIFFERENCE_ROWS 50

/**
 * ovs_difference_row_new:
 * @difference: copied
 *
 * A row about one thing that Loket has otherwise than was judged. Returns: a new widget.
 */
GtkWidget *ovs_difference_row_new  (const OvsDifference *difference);

/** Makes rows of @differences (nullable) for @add, at most %OVS_DIFFERENCE_ROWS and one that tells of the rest. */
typedef void (*OvsDifferenceRowFunc) (GtkWidget *row, gpointer data);
void       ovs_difference_rows_foreach (const GPtrArray *differences, OvsDifferenceRowFunc add, gpointer data);

G_END_DECLS
