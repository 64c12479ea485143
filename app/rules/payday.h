/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "rules/told.h"

G_BEGIN_DECLS

/**
 * ovs_payday_near:
 * @payroll: (nullable): the rhythm, by its code: month, four-weeks, week
 * @payday: (nullable): one payday, or the day of the month: 24-12-2026, 25, de 25e
 * @date: around which is looked
 * @near: (out): the payday nearest to @date; %OVS_NO_DAY where it is not known
 *
 * Whether wages are paid within %OVS_DAYS_AROUND_PAYDAY days of @date: until employees have linked their account they may not see that
 * payslip. Where wages are paid each week, only the day itself and the days beside it count, as one is always near.
 */
OvsTold ovs_payday_near (const char *payroll, const char *payday, OvsDay date, OvsDay *near);

/** The first payday on or after @date; %OVS_NO_DAY where it is not known. @payroll, @payday: (nullable): as above. */
OvsDay  ovs_payday_next (const char *payroll, const char *payday, OvsDay date);

G_END_DECLS
