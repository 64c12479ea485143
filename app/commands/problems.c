/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/problems.h"

#include "conversion/problem.h"

void
ovs_answer_problems (OvsInvocation *invocation, const char *name, GPtrArray *problems)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_list (json, name);
  for (guint i = 0; i < problems->len; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (problems, i);
      const char *employee = problem->employee_number;

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "employer", problem->employer_number);
      if (employee != NULL)
        ovs_json_add_text (json, "employee", employee);
      ovs_json_add_text (json, "reason", problem->reason);
      ovs_json_end_object (json);
      ovs_invocation_say (invocation, "%-10s %-10s %s", problem->employer_number,
                          employee != NULL ? employee : "", problem->reason);
    }
  ovs_json_end_list (json);
}
