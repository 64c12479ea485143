/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/ask-rights.h"

#include <glib/gi18n.h>

#include "conversion/preflight-selected.h"

gboolean
ovs_ask_rights_can (OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  return figures != NULL && figures->loket_kind != NULL && !ovs_workspace_get_busy (workspace) && !ovs_workspace_get_read_only (workspace);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  g_autoptr (GError) error = NULL;

  ovs_workspace_set_busy (workspace, FALSE);
  if (ovs_preflight_selected_finish (OVS_DOSSIER (source), result, &error))
    {
      ovs_workspace_refresh (workspace);
      ovs_step_page_tell (page, _ ("Loket was asked. What stands in the way shows where a right lacks."), FALSE);
    }
  else
    ovs_step_page_tell_error (page, error);
}

void
ovs_ask_rights (OvsStepPage *page)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);

  if (!ovs_ask_rights_can (workspace))
    {
      ovs_step_page_tell (page, _ ("Loket cannot be asked now: there is no connection, or something else is under way"), FALSE);
      return;
    }
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_preflight_selected_async (ovs_workspace_get_dossier (workspace), NULL, TRUE, NULL, on_asked, g_object_ref (page));
}
