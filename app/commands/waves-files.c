/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/waves-files.h"

#include <glib/gi18n.h>

#include "conversion/calendar.h"
#include "letters/plan-files.h"

gboolean
ovs_waves_files_write (OvsTx *tx, OvsWavesFiles *files, GError **error)
{
  g_autoptr (OvsCalendar) calendar = NULL;

  if (files->calendar == NULL && files->plan == NULL)
    return TRUE;
  calendar = ovs_calendar_read (tx);
  return (files->calendar == NULL || ovs_plan_files_save_calendar (calendar, files->calendar, &files->n_events, error))
         && (files->plan == NULL || ovs_plan_files_save_paper (calendar, files->plan, error));
}

void
ovs_waves_files_answer (OvsInvocation *invocation, const OvsWavesFiles *files)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (files->calendar != NULL)
    {
      ovs_json_add_text (json, "calendar", files->calendar);
      ovs_json_add_count (json, "events", files->n_events);
      ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "Wrote %s, with %u event.", "Wrote %s, with %u events.", files->n_events),
                          files->calendar, files->n_events);
    }
  if (files->plan == NULL)
    return;
  ovs_json_add_text (json, "plan", files->plan);
  ovs_invocation_say (invocation, _ ("Wrote %s."), files->plan);
}
