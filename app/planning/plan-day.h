/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/plan-reason.h"

G_BEGIN_DECLS

/** Days on which no round goes. @handler: (nullable): of this colleague's clients only. @reason: why. Texts are borrowed. */
typedef struct
{
  OvsDay first;
  OvsDay last; /* that day too */
  const char *handler;
  const char *reason;
} OvsPlanBlocked;

/**
 * Whether no round at all goes on @day: in a weekend, on a Friday, on a public holiday or the day before one, in the last two weeks of
 * December, in a period that the whole office blocked. @blocked: (element-type OvsPlanBlocked). @reason: (out) (optional): why.
 */
gboolean ovs_plan_day_is_barred  (OvsDay day, const GArray *blocked, OvsPlanReason *reason);

/** The period in which this colleague's clients are blocked on @day (nullable). @handler: (nullable). */
const OvsPlanBlocked *ovs_plan_day_find_blocked (OvsDay day, const GArray *blocked, const char *handler);

G_END_DECLS
