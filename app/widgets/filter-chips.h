/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OVS_TYPE_FILTER_CHIPS (ovs_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (OvsFilterChips, ovs_filter_chips, OVS, FILTER_CHIPS, GtkWidget)

/**
 * OvsFilterChips:
 *
 * Filters with their counts, of which one is always chosen. Where there is no room for all, the last ones fold into a menu. Each chip is named
 * with its count: "Chosen, 120".
 *
 * Signal "chosen" (string id): the user, or ovs_filter_chips_choose(), chose another one.
 */

/** @label: what the filters are about, for a screen reader. */
GtkWidget  *ovs_filter_chips_new        (const char *label);

/** Adds a chip; the first one is chosen. @id: what ::chosen tells. @apart: with a line before it: it belongs to another kind. */
void        ovs_filter_chips_add        (OvsFilterChips *self, const char *id, const char *label, gboolean apart);

/** Shows how many the filter would show; unknown ids are ignored. */
void        ovs_filter_chips_set_count  (OvsFilterChips *self, const char *id, gint64 count);

/** Chooses a chip by its id. */
void        ovs_filter_chips_choose     (OvsFilterChips *self, const char *id);

/** The id of the chosen chip (transfer none); NULL before the first one. */
const char *ovs_filter_chips_get_chosen (OvsFilterChips *self);

/** How many are in the menu now. */
guint       ovs_filter_chips_get_folded (OvsFilterChips *self);

G_END_DECLS
