/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/plan-files.h"

#include "letters/plan-paper.h"
#include "letters/save-file.h"
#include "planning/calendar-file.h"

gboolean
ovs_plan_files_save_calendar (const OvsCalendar *calendar, const char *path, guint *n_events, GError **error)
{
  g_autofree char *text = ovs_calendar_file_text (calendar, n_events);

  return ovs_save_file (path, text, -1, error);
}

gboolean
ovs_plan_files_save_paper (const OvsCalendar *calendar, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = ovs_plan_paper_pdf (calendar, error);

  return ovs_save_bytes (path, pdf, error);
}
