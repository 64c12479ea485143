/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-day.h"

#include "planning/holidays.h"

#define WEEK 7
#define SUNDAY 0
#define FRIDAY 5
#define SATURDAY 6

#define DECEMBER 12
#define LAST_TWO_WEEKS 18

static gboolean
is_end_of_year (OvsDay day)
{
  int month, day_of_month;

  ovs_day_to_ymd (day, NULL, &month, &day_of_month);
  return month == DECEMBER && day_of_month >= LAST_TWO_WEEKS;
}

const OvsPlanBlocked *
ovs_plan_day_find_blocked (OvsDay day, const GArray *blocked, const char *handler)
{
  for (guint i = 0; i < blocked->len; i++)
    {
      const OvsPlanBlocked *period = &g_array_index (blocked, OvsPlanBlocked, i);

      if (day >= period->first && day <= period->last && g_strcmp0 (period->handler, handler) == 0)
        return period;
    }
  return NULL;
}

static OvsPlanReason
find_reason (OvsDay day, const GArray *blocked)
{
  const OvsPlanBlocked *period;
  OvsHoliday holiday;

  /* What is longest goes first, so that little has to be told; and what is on the calendar of everybody before what is so each Friday. */
  if (day % WEEK == SATURDAY || day % WEEK == SUNDAY)
    return (OvsPlanReason){ OVS_PLAN_WEEKEND, day };
  if (is_end_of_year (day))
    return (OvsPlanReason){ OVS_PLAN_YEAR_END, day };
  if (ovs_holiday_find (day, &holiday))
    return (OvsPlanReason){ OVS_PLAN_HOLIDAY, day, .number = holiday };
  period = ovs_plan_day_find_blocked (day, blocked, NULL);
  if (period != NULL)
    return (OvsPlanReason){ OVS_PLAN_BLOCKED, day, .text = period->reason };
  if (day % WEEK == FRIDAY)
    return (OvsPlanReason){ OVS_PLAN_FRIDAY, day };
  if (ovs_holiday_find (day + 1, &holiday))
    return (OvsPlanReason){ OVS_PLAN_EVE, day, .number = holiday };
  return (OvsPlanReason){ OVS_PLAN_NOTHING };
}

gboolean
ovs_plan_day_is_barred (OvsDay day, const GArray *blocked, OvsPlanReason *reason)
{
  OvsPlanReason found = find_reason (day, blocked);

  if (reason != NULL)
    *reason = found;
  return found.why != OVS_PLAN_NOTHING;
}
