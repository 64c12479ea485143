/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/payslip.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"

static const struct
{
  const char *code;
  const char *title;
} kinds[OVS_N_PAYSLIPS] = {
  [OVS_PAYSLIPS_NOT_YET] = { "not-yet", N_ ("No MijnLoket yet") },
  [OVS_PAYSLIPS_LEFT_2025] = { "left-2025", N_ ("Left in 2025") },
  [OVS_PAYSLIPS_LEFT_2026] = { "left-2026", N_ ("Left since 2026") },
};

OvsPayslips
ovs_payslips_judge (const OvsEmployment *employments, gsize n_employments, OvsAccess mijnloket, gboolean deceased, OvsDay today)
{
  OvsDay last;

  if (deceased || mijnloket == OVS_ACCESS_ACTIVE)
    return OVS_PAYSLIPS_NONE;
  if (ovs_employments_any_active (employments, n_employments, today))
    return OVS_PAYSLIPS_NOT_YET;
  if (ovs_employments_any_later (employments, n_employments, today))
    return OVS_PAYSLIPS_NONE;
  last = ovs_employments_last_end (employments, n_employments);
  if (last == OVS_NO_DAY || last < OVS_LEAVERS_2025_FIRST)
    return OVS_PAYSLIPS_NONE;
  return last <= OVS_LEAVERS_2025_LAST ? OVS_PAYSLIPS_LEFT_2025 : OVS_PAYSLIPS_LEFT_2026;
}

const char *
ovs_payslips_code (OvsPayslips payslips)
{
  return kinds[payslips].code;
}

const char *
ovs_payslips_title (OvsPayslips payslips)
{
  return _ (kinds[payslips].title);
}
