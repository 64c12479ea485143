/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OVS_TYPE_CHART (ovs_chart_get_type ())
G_DECLARE_FINAL_TYPE (OvsChart, ovs_chart, OVS, CHART, GtkWidget)

/**
 * OvsChart:
 *
 * Bars of two parts, one upon the other, beside a line that they should not pass. The lower part is hatched and the upper one filled, and a bar
 * that passes the line gets a mark, so that it is read without colour. It says itself as a table, a line per bar, to a screen reader.
 */
GtkWidget *ovs_chart_new (const char *label);

/** Forgets all bars. @limit: where the line is, 0 for none; @limit_text: (nullable): what stands at it. */
void       ovs_chart_clear (OvsChart *self, guint64 limit, const char *limit_text);

/** Adds a bar. @label: below it, "" for none; @spoken: the whole of it in words. */
void       ovs_chart_add (OvsChart *self, const char *label, const char *spoken, guint64 lower, guint64 upper);

/** Puts a line across the bar that was added last, where something else is to be compared with; 0 for none. */
void       ovs_chart_mark (OvsChart *self, guint64 number);

G_END_DECLS
