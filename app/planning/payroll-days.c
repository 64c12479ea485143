/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/payroll-days.h"

#include "rules/payday.h"

OvsPayrollDay
ovs_payroll_day (const char *payroll, const char *payday, OvsDay day, OvsDay *payday_near)
{
  OvsDay near;
  OvsTold pays = ovs_payday_near (payroll, payday, day, &near);
  int day_of_month;

  if (payday_near != NULL)
    *payday_near = pays == OVS_TOLD_YES ? near : OVS_NO_DAY;
  if (pays == OVS_TOLD_YES)
    return OVS_PAYROLL_PAYS;
  if (pays == OVS_TOLD_NO)
    return OVS_PAYROLL_FREE;
  if (g_strcmp0 (payroll, "month") != 0)
    return OVS_PAYROLL_UNKNOWN;
  ovs_day_to_ymd (day, NULL, NULL, &day_of_month);
  return day_of_month >= OVS_PAYROLL_FIRST_DAY && day_of_month <= OVS_PAYROLL_LAST_DAY ? OVS_PAYROLL_IN_WEEK : OVS_PAYROLL_FREE;
}

gboolean
ovs_payroll_day_blocks (OvsPayrollDay kind)
{
  return kind == OVS_PAYROLL_PAYS || kind == OVS_PAYROLL_IN_WEEK;
}
