/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "conversion/difference.h"

G_BEGIN_DECLS

/** How many people are shown at most; the row after them tells how many more there are. */
#define OVS_DIFFERENCE_ROWS 50

/**
 * ovs_difference_rows_foreach:
 * @differences: (nullable) (element-type OvsDifference)
 *
 * Makes a row for @add of each person about whom Loket has something otherwise than was judged, with what Loket has and what the dossier has: first
 * of those who were held back; at most %OVS_DIFFERENCE_ROWS and one that tells of the rest.
 *
 * Returns: (transfer container) (element-type OvsDifference): all differences of those who were held back and have a row.
 */
typedef void (*OvsDifferenceRowFunc) (GtkWidget *row, gpointer data);
GPtrArray *ovs_difference_rows_foreach (const GPtrArray *differences, OvsDifferenceRowFunc add, gpointer data);

G_END_DECLS
