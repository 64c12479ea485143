/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/plan-units.h"

G_BEGIN_DECLS

/**
 * OvsPlanCalendar:
 *
 * The days of two years on which rounds could go: who can go when, and how many questions come on each. For making a proposal only.
 */
typedef struct _OvsPlanCalendar OvsPlanCalendar;

OvsPlanCalendar *ovs_plan_calendar_new   (const OvsPlanAsk *ask, guint64 most);
void             ovs_plan_calendar_free  (OvsPlanCalendar *self);

/** The first day that is looked at, and the first one that is not any more. */
OvsDay           ovs_plan_calendar_first (const OvsPlanCalendar *self);
OvsDay           ovs_plan_calendar_end   (const OvsPlanCalendar *self);

/** Why no round at all goes on a day: barred, too near to another round, or no room; %OVS_PLAN_NOTHING where one can. */
OvsPlanReason    ovs_plan_calendar_bar   (OvsPlanCalendar *self, OvsDay day);

/** How many people can go on a day, beside what comes of the rounds before. */
guint64          ovs_plan_calendar_room  (OvsPlanCalendar *self, OvsDay day);

/** Whether so many can. */
gboolean         ovs_plan_calendar_fits  (OvsPlanCalendar *self, OvsDay day, guint64 people);

/** What keeps clients that go together from a day that is not barred; %OVS_PLAN_NOTHING where they can go. */
OvsPlanReason    ovs_plan_calendar_keeps (OvsPlanCalendar *self, const OvsPlanUnit *unit, OvsDay day);

/** A round goes on @day. */
void             ovs_plan_calendar_add   (OvsPlanCalendar *self, gint64 number, OvsDay day, guint64 people);

/** Whether so many more can go in the round that stands with this number, and that they do. */
gboolean         ovs_plan_calendar_can_grow (OvsPlanCalendar *self, gint64 number, guint64 people);
void             ovs_plan_calendar_grow  (OvsPlanCalendar *self, gint64 number, guint64 people);

/** The round that went last before @day: its number and day; FALSE where there is none. */
gboolean         ovs_plan_calendar_last  (const OvsPlanCalendar *self, OvsDay day, gint64 *number, OvsDay *last);

G_END_DECLS
