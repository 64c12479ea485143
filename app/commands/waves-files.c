/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/waves-files.h"

#include <glib/gi18n.h>

#include "conversion/calendar.h"
#include "letters/plan-paper.h"
#include "planning/calendar-file.h"

static const char *
say_why (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return _ ("its folder is not there");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return _ ("you have no permission");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return _ ("the disk is full");
  return error->message;
}

static gboolean
write_file (const char *path, const char *data, gssize size, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &why))
    return TRUE;
  g_set_error (error, why->domain, why->code, _ ("The file “%s” could not be written: %s. Choose another folder and try again."), path, say_why (why));
  return FALSE;
}

static gboolean
write_calendar (const OvsCalendar *calendar, OvsWavesFiles *files, GError **error)
{
  g_autofree char *text = ovs_calendar_file_text (calendar, &files->n_events);

  return write_file (files->calendar, text, -1, error);
}

static gboolean
write_plan (const OvsCalendar *calendar, const OvsWavesFiles *files, GError **error)
{
  g_autoptr (GBytes) pdf = ovs_plan_paper_pdf (calendar, error);

  return pdf != NULL && write_file (files->plan, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error);
}

gboolean
ovs_waves_files_write (OvsTx *tx, OvsWavesFiles *files, GError **error)
{
  g_autoptr (OvsCalendar) calendar = NULL;

  if (files->calendar == NULL && files->plan == NULL)
    return TRUE;
  calendar = ovs_calendar_read (tx);
  return (files->calendar == NULL || write_calendar (calendar, files, error)) && (files->plan == NULL || write_plan (calendar, files, error));
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
