/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/plan-calendar.h"

G_BEGIN_DECLS

/** A client with more people is not small; our own advice. */
#define OVS_PILOT_SMALL 25

/** How many clients make a trial, and from how many on one is worth while; our own advice. */
#define OVS_PILOT_LEAST 2
#define OVS_PILOT_MOST 5
#define OVS_PILOT_OF 6

/**
 * The clients with which the conversion is tried on @day: a few small and simple ones, the office itself when it is among them.
 * @units: (element-type OvsPlanUnit) (nullable elements): those without a round. Returns: (transfer full) (element-type guint): their places in
 * @units; empty where no trial can be made of them.
 */
GArray *ovs_plan_pilot_choose (const OvsPlanAsk *ask, OvsPlanCalendar *calendar, const GPtrArray *units, OvsDay day);

G_END_DECLS
