/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-foot.h"

#include <glib/gi18n.h>

#include "rules/load.h"
#include "steps/apply/environment.h"
#include "steps/apply/unfinished-bar.h"

void
ovs_apply_foot_plan (OvsStepPage *page, const OvsPlanFigures *plan)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *questions = ovs_load_say_questions ((guint64) plan->ready);
  g_autofree char *totals = g_strdup_printf (_ ("%'d clients · %'d employees · %s"), (int) plan->clients_with_ready,
                                             (int) plan->ready, questions);
  g_autofree char *caption = g_strdup_printf (_ ("%s · you are asked once more first"), ovs_environment_title (figures->loket_kind));
  gboolean possible = plan->ready > 0 && !ovs_workspace_get_read_only (workspace) && !ovs_workspace_get_busy (workspace);

  ovs_step_page_set_foot (page, totals,
                          ovs_workspace_get_read_only (workspace) ? _ ("This dossier is open to read only, so nothing can be sent.") : caption,
                          _ ("Apply…"), possible);
}

void
ovs_apply_foot_running (OvsStepPage *page, OvsApplyRun *run)
{
  g_autofree char *totals = g_strdup_printf (_ ("Busy: %'u of %'u · %'u of %'u clients done"), ovs_apply_run_get_done (run),
                                             ovs_apply_run_get_total (run),
                                             ovs_apply_run_count_stage (run, OVS_RUN_STAGE_DONE),
                                             ovs_apply_run_get_n_clients (run));

  ovs_step_page_set_foot (page, totals, _ ("You are told when it has ended"), _ ("Follow meanwhile"), TRUE);
}

void
ovs_apply_foot_brake (OvsStepPage *page, OvsApplyRun *run, guint approved)
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
ovs_apply_foot_result (OvsStepPage *page, const OvsApplyOutcome *outcome)
{
  const gint64 *lists = outcome->lists;
  gint64 submitted = lists[OVS_OUTCOMES_INVITED] + lists[OVS_OUTCOMES_REFUSED] + lists[OVS_OUTCOMES_UNKNOWN];
  g_autofree char *questions = ovs_load_say_questions ((guint64) lists[OVS_OUTCOMES_INVITED]);
  g_autofree char *expected = g_strdup_printf (_ ("To be expected: %s"), questions);
  g_autofree char *totals = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fallout + %'d unknown"), (int) submitted,
                                             (int) lists[OVS_OUTCOMES_INVITED], (int) lists[OVS_OUTCOMES_REFUSED],
                                             (int) lists[OVS_OUTCOMES_UNKNOWN]);

  ovs_step_page_set_foot (page, totals, expected, _ ("Continue to Follow"), TRUE);
}

void
ovs_apply_foot_state (OvsStepPage *page, OvsApplyRun *run, const OvsUnfinishedRun *unfinished)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (page));
  g_autofree char *line = NULL;
  int ready;
  int invited;
  int submitted;

  if (run != NULL)
    {
      line = ovs_apply_run_get_total (run) > 0
                 ? g_strdup_printf (_ ("busy: %'u of %'u"), ovs_apply_run_get_done (run), ovs_apply_run_get_total (run))
                 : g_strdup (_ ("busy"));
      ovs_step_page_set_state (page, line, OVS_STEP_MARK_NONE, 0);
      return;
    }
  if (figures == NULL)
    return;
  if (unfinished != NULL)
    {
      line = ovs_unfinished_bar_line (unfinished);
      ovs_step_page_set_state (page, line, OVS_STEP_MARK_WARNING,
                               (guint) (unfinished->waiting + unfinished->unsent + unfinished->unblocked + unfinished->reinstates));
      return;
    }
  ready = (int) figures->clients.to_invite;
  invited = (int) figures->all.outcomes.invited;
  submitted = (int) figures->all.outcomes.submitted;
  if (figures->unjudged)
    line = g_strdup (_ ("unknown"));
  else if (ready > 0)
    line = g_strdup_printf (_ ("ready to apply: %'d"), ready);
  else if (invited > 0)
    line = g_strdup_printf (ngettext ("%'d invited", "%'d invited", (gulong) invited), invited);
  else if (submitted > 0)
    line = g_strdup_printf (_ ("%'d submitted"), submitted);
  else
    line = g_strdup (_ ("nobody is ready yet"));
  ovs_step_page_set_state (page, line, ready == 0 && submitted > 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, 0);
}
