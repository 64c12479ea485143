/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-state.h"

#include <glib/gi18n.h>

#include "steps/apply/unfinished-bar.h"
#include "steps/wave-words.h"

/* The round that is looked at, else the next one. */
static char *
say_ready (const OvsFigures *figures, gint64 looked_at, int ready)
{
  for (guint i = 0; looked_at >= 0 && i < figures->waves->len; i++)
    {
      const OvsFiguresWave *wave = &g_array_index (figures->waves, OvsFiguresWave, i);

      if (wave->id == looked_at || (looked_at == 0 && !wave->applied))
        return ovs_wave_words_short (wave->number, wave->date);
    }
  return g_strdup_printf (_ ("ready to apply: %'d"), ready);
}

static char *
say_run (OvsApplyRun *run)
{
  if (ovs_apply_run_get_total (run) == 0)
    return g_strdup (_ ("busy"));
  return g_strdup_printf (_ ("busy: %'u of %'u"), ovs_apply_run_get_done (run), ovs_apply_run_get_total (run));
}

const OvsUnfinishedRun *
ovs_apply_state_find_unfinished (OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  if (figures == NULL || figures->unfinished.run == 0 || ovs_workspace_get_busy (workspace) || ovs_workspace_get_read_only (workspace))
    return NULL;
  return &figures->unfinished;
}

char *
ovs_apply_state_say (OvsWorkspace *workspace, OvsApplyRun *run, OvsStepMark *mark, guint *count)
{
  const OvsUnfinishedRun *left = ovs_apply_state_find_unfinished (workspace);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  int ready, invited;

  *mark = OVS_STEP_MARK_NONE;
  *count = 0;
  if (run != NULL)
    return say_run (run);
  if (figures == NULL)
    return NULL;
  if (left != NULL)
    {
      *mark = OVS_STEP_MARK_WARNING;
      *count = (guint) (left->waiting + left->unsent + left->unblocked + left->reinstates);
      return ovs_unfinished_bar_line (left);
    }
  ready = (int) figures->clients.to_invite;
  invited = (int) figures->all.outcomes.invited;
  if (figures->unjudged)
    return g_strdup (_ ("unknown"));
  if (ready > 0)
    return say_ready (figures, ovs_workspace_get_wave (workspace), ready);
  if (invited == 0)
    return g_strdup (_ ("nobody is ready yet"));
  *mark = OVS_STEP_MARK_DONE;
  return g_strdup_printf (ngettext ("%'d invited", "%'d invited", (gulong) invited), invited);
}
