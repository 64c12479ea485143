/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/steps.h"

#include <glib/gi18n.h>

#include "steps/apply/apply-page.h"
#include "steps/check/check-page.h"
#include "steps/inform/inform-page.h"
#include "steps/select/select-page.h"
#include "steps/track/track-page.h"

static const struct
{
  const char *id;
  const char *title;
  GType (*get_type) (void);
} steps[OVS_N_STEPS] = {
  { "select", N_ ("Select"), ovs_select_page_get_type },
  { "check", N_ ("Check"), ovs_check_page_get_type },
  { "inform", N_ ("Inform"), ovs_inform_page_get_type },
  { "apply", N_ ("Apply"), ovs_apply_page_get_type },
  { "track", N_ ("Follow"), ovs_track_page_get_type },
};

const char *
ovs_steps_get_id (guint step)
{
  return steps[step].id;
}

OvsStepPage *
ovs_steps_new_page (guint step, OvsWorkspace *workspace)
{
  return g_object_new (steps[step].get_type (), "workspace", workspace, "title", _ (steps[step].title), NULL);
}
