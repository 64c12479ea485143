/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/track/overview-data.h"

G_BEGIN_DECLS

#define OVS_TYPE_OVERVIEW_ALARM (ovs_overview_alarm_get_type ())
G_DECLARE_FINAL_TYPE (OvsOverviewAlarm, ovs_overview_alarm, OVS, OVERVIEW_ALARM, GtkBox)

/**
 * OvsOverviewAlarm:
 *
 * Who is without any portal, by name, and the way to solve it ("win.show-stranded"). Not there while nobody is.
 */
GtkWidget *ovs_overview_alarm_new  (void);

/** @number: how many there are; @people: (element-type OvsOverviewPerson): the first few of them. */
void       ovs_overview_alarm_show (OvsOverviewAlarm *self, gint64 number, const GPtrArray *people);

G_END_DECLS
