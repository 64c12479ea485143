/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/problem.h"

OvsProblem *
ovs_problem_new (const char *employer_number, const char *employee_number, const char *reason)
{
  OvsProblem *problem = g_new0 (OvsProblem, 1);

  problem->employer_number = g_strdup (employer_number);
  problem->employee_number = g_strdup (employee_number);
  problem->reason = g_strdup (reason);
  return problem;
}

void
ovs_problem_free (OvsProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->employer_number);
  g_free (problem->employee_number);
  g_free (problem->reason);
  g_free (problem);
}
