/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/lint-finding.h"

void
ovs_lint_finding_free (OvsLintFinding *finding)
{
  g_free (finding->sentence);
  g_free (finding);
}

gboolean
ovs_lint_forbids (const OvsLintFinding *finding, OvsDay round_day)
{
  int month, day, round_month, round_day_of_month;

  if (!finding->forbids || finding->day == OVS_NO_DAY || round_day == OVS_NO_DAY)
    return finding->forbids;
  ovs_day_to_ymd (finding->day, NULL, &month, &day);
  ovs_day_to_ymd (round_day, NULL, &round_month, &round_day_of_month);
  return finding->day >= ovs_day_from_ymd (5, 1, 1) ? finding->day != round_day : month != round_month || day != round_day_of_month;
}
