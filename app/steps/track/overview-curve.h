/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OVS_TYPE_OVERVIEW_CURVE (ovs_overview_curve_get_type ())
G_DECLARE_FINAL_TYPE (OvsOverviewCurve, ovs_overview_curve, OVS, OVERVIEW_CURVE, GtkBox)

/**
 * OvsOverviewCurve:
 *
 * How many went over since the first invitation, as a curve with the experience that the articles tell beside it, and the same numbers as a
 * list of days.
 */
GtkWidget *ovs_overview_curve_new  (void);

/** @days: (element-type OvsStandingDay). */
void       ovs_overview_curve_show (OvsOverviewCurve *self, const GArray *days);

G_END_DECLS
