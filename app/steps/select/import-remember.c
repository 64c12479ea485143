/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-remember.h"

#include <glib/gi18n.h>

#include "steps/select/import-layouts.h"

void
ovs_import_remember_tell_failed (OvsStepPage *host, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("The layouts could not be kept: %s. What was read in is not touched by it."), error->message);

  ovs_step_page_tell (host, text, FALSE);
}

static void
on_remembered (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ovs_import_layouts_finish (async, &error);

  if (list == NULL && gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    ovs_import_remember_tell_failed (OVS_STEP_PAGE (source), error);
}

void
ovs_import_remember (OvsStepPage *host, const OvsImportChoice *choice)
{
  OvsDossier *dossier = ovs_workspace_get_dossier (ovs_step_page_get_workspace (host));
  g_autoptr (OvsCsvProfile) profile = ovs_import_choice_make_profile (choice, ovs_clock_today (ovs_dossier_get_clock (dossier)));
  g_autofree char *text = NULL;

  if (profile == NULL)
    return;
  ovs_import_layouts_remember_async (host, profile, on_remembered, NULL);
  if (choice->profile != NULL)
    return;
  text = g_strdup_printf (_ ("What you chose is kept as layout “%s” for files with these headers."), profile->name);
  ovs_step_page_tell (host, text, FALSE);
}
