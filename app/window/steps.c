/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/steps.h"

#include <glib/gi18n.h>

#include "steps/select/select-page.h"

static const struct
{
  const char *id;
  const char *title;
  GType (*get_type) (void);
} steps[OVS_N_STEPS] = {
  { "select", N_ ("Select"), ovs_select_page_get_type },
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
