/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/access.h"
#include "rules/employment.h"

G_BEGIN_DECLS

/** Who does not find his payslips in MijnLoket, so that payroll has to know of him. */
typedef enum
{
  OVS_PAYSLIPS_NOT_YET,   /* employed, and no account in MijnLoket yet */
  OVS_PAYSLIPS_LEFT_2025, /* left in 2025: the access to Werknemerloket ended on 1 October 2026 */
  OVS_PAYSLIPS_LEFT_2026, /* left since: gets no invitation, and what becomes of his access is for Loket to say */
  OVS_PAYSLIPS_NONE,      /* none of these */
} OvsPayslips;

#define OVS_N_PAYSLIPS OVS_PAYSLIPS_NONE

/**
 * Which of these an employee is on @today. Who has an account in MijnLoket is none of them, also after leaving: what is there stays there. Nor is
 * who is @deceased, left before 2025 or begins later.
 */
OvsPayslips ovs_payslips_judge  (const OvsEmployment *employments, gsize n_employments, OvsAccess mijnloket, gboolean deceased, OvsDay today);

/** `not-yet`, `left-2025`, `left-2026`. Returns: (transfer none). */
const char *ovs_payslips_code   (OvsPayslips payslips);

/** In the user's language. Returns: (transfer none). */
const char *ovs_payslips_title  (OvsPayslips payslips);

G_END_DECLS
