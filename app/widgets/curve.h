/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

#define OVS_TYPE_CURVE (ovs_curve_get_type ())
G_DECLARE_FINAL_TYPE (OvsCurve, ovs_curve, OVS, CURVE, GtkWidget)

/**
 * OvsCurve:
 *
 * How a number grows over days towards another that it cannot pass: a line with a dot for each day that is known, under a dashed one. A band
 * between two shares of the latest ceiling can be marked. It is read without colour, and says itself as a table, a line per day, to a screen
 * reader.
 */
GtkWidget *ovs_curve_new      (const char *label);

/** Forgets all days. The axis shows at least from @first to @last. */
void       ovs_curve_clear    (OvsCurve *self, OvsDay first, OvsDay last);

/** Adds a day after those that are there. @spoken: the whole of it in words. */
void       ovs_curve_add      (OvsCurve *self, OvsDay day, guint64 number, guint64 ceiling, const char *spoken);

/** What stands at the ceiling. */
void       ovs_curve_set_ceiling_text (OvsCurve *self, const char *text);

/** Marks what lies between these shares of the ceiling, and says what it is. */
void       ovs_curve_set_band (OvsCurve *self, double low, double high, const char *text);

G_END_DECLS
