/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-foot.h"

#include <glib/gi18n.h>

#include "rules/load.h"
#include "steps/apply/environment.h"

void
ovs_apply_foot_show_plan (OvsStepPage *page, const OvsPlanFigures *plan)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (page));
  g_autofree char *questions = ovs_load_say_questions ((guint64) plan->ready);
  g_autofree char *totals = g_strdup_printf (_ ("%'d clients · %'d employees · %s"), (int) plan->clients_with_ready,
                                             (int) plan->ready, questions);
  g_autofree char *caption = g_strdup_printf (_ ("%s · you are asked once more first"), ovs_environment_title (figures->loket_kind));
  gboolean possible = plan->ready > 0 && !ovs_workspace_get_read_only (ovs_step_page_get_workspace (page)) && !ovs_workspace_get_busy (ovs_step_page_get_workspace (page));

  ovs_step_page_set_foot (page, totals,
                          ovs_workspace_get_read_only (ovs_step_page_get_workspace (page)) ? _ ("This dossier is open to read only, so nothing can be sent.") : caption,
                          _ ("Apply…"), possible);
}

void
ovs_apply_foot_show_running (OvsStepPage *page, OvsApplyRun *run)
{
  g_autofree char *totals = g_strdup_printf (_ ("Busy: %'u of %'u · %'u of %'u clients done"), ovs_apply_run_get_done (run),
                                             ovs_apply_run_get_total (run),
                                             ovs_apply_run_count_stage (run, OVS_RUN_STAGE_DONE),
                                             ovs_apply_run_get_n_clients (run));

  ovs_step_page_set_foot (page, totals, _ ("You are told when it has ended"), _ ("Follow meanwhile"), TRUE);
}

void
ovs_apply_foot_show_brake (OvsStepPage *page, OvsApplyRun *run, guint approved)
{
  const GArray *wanted;
  const GPtrArray *differences;
  g_autofree char *totals = NULL;

  ovs_apply_run_get_brake (run, &wanted, &differences);
  totals = g_strdup_printf (_ ("Agreed to %'u, now %'u"), approved, wanted->len);
  ovs_step_page_set_foot (page, totals, _ ("Nothing was sent; you are asked once more first"), _ ("Apply…"), wanted->len > 0);
  ovs_step_page_set_plain (page, _ ("Back to the plan"));
}

void
ovs_apply_foot_show_result (OvsStepPage *page, const OvsApplyOutcome *outcome)
{
  const gint64 *lists = outcome->lists;
  g_autofree char *questions = ovs_load_say_questions ((guint64) lists[OVS_OUTCOMES_INVITED]);
  g_autofree char *expected = g_strdup_printf (_ ("To be expected: %s"), questions);
  g_autofree char *totals = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fallout + %'d unknown"), (int) ovs_apply_outcome_count_submitted (outcome),
                                             (int) lists[OVS_OUTCOMES_INVITED], (int) lists[OVS_OUTCOMES_REFUSED],
                                             (int) lists[OVS_OUTCOMES_UNKNOWN]);

  ovs_step_page_set_foot (page, totals, expected, _ ("Continue to Follow"), TRUE);
}

void
ovs_apply_foot_show_ahead (OvsStepPage *page)
{
  ovs_step_page_set_foot (page, _ ("Nothing is due yet"), _ ("A round before its day asks for a reason"), NULL, FALSE);
}
