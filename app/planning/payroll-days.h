/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** What a client's pay says of a day. */
typedef enum
{
  OVS_PAYROLL_FREE,     /* no wages are paid around it */
  OVS_PAYROLL_PAYS,     /* wages are paid then, or within a few days: see rules/payday.h */
  OVS_PAYROLL_IN_WEEK,  /* paid each month on a day that is not known: wages are usually made in this part of the month */
  OVS_PAYROLL_UNKNOWN,  /* nothing is known of its pay */
} OvsPayrollDay;

/** The part of the month in which wages are usually made and paid; our own advice. */
#define OVS_PAYROLL_FIRST_DAY 20
#define OVS_PAYROLL_LAST_DAY 28

/**
 * ovs_payroll_day:
 * @payroll, @payday: (nullable): as in ovs_payday_near()
 * @payday_near: (out) (optional): the payday that %OVS_PAYROLL_PAYS is about, else %OVS_NO_DAY
 *
 * Whether @day is one of the days around a client's pay, on which no round of it goes: until employees have linked their account
 * they may not see that payslip, and the office is making wages.
 */
OvsPayrollDay ovs_payroll_day        (const char *payroll, const char *payday, OvsDay day, OvsDay *payday_near);

/** Whether a round of that client is to stay away from such a day. */
gboolean      ovs_payroll_day_blocks (OvsPayrollDay kind);

G_END_DECLS
