/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/save-plan.h"

#include <glib/gi18n.h>

#include "conversion/calendar.h"
#include "letters/plan-files.h"
#include "steps/save-as.h"

static gboolean
write_calendar (OvsTx *tx, const char *path, gpointer unused, char **told, GError **error)
{
  g_autoptr (OvsCalendar) calendar = ovs_calendar_read (tx);

  return ovs_plan_files_save_calendar (calendar, path, NULL, error);
}

static gboolean
write_paper (OvsTx *tx, const char *path, gpointer unused, char **told, GError **error)
{
  g_autoptr (OvsCalendar) calendar = ovs_calendar_read (tx);

  return ovs_plan_files_save_paper (calendar, path, error);
}

void
ovs_save_plan_calendar (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace)
{
  ovs_save_as (parent, teller, workspace, _ ("Save the rounds for calendars"), "overstap.ics", write_calendar, NULL, NULL);
}

void
ovs_save_plan_paper (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace)
{
  ovs_save_as (parent, teller, workspace, _ ("Save the plan to print"), "planning-overstap.pdf", write_paper, NULL, NULL);
}
