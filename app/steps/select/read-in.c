/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/read-in.h"

#include <glib/gi18n.h>

#include "csv/reader.h"
#include "intake/intake.h"

typedef struct
{
  OvsDossier *dossier; /* (owned) */
  char *path;
  gboolean dry_run;
} ReadIn;

static void
read_in_free (gpointer data)
{
  ReadIn *read_in = data;

  g_object_unref (read_in->dossier);
  g_free (read_in->path);
  g_free (read_in);
}

/* A file with employee numbers is about employees; any other is about clients. What is wrong with it the reading itself tells. */
static OvsCsvKind
guess_kind (const char *path, OvsDay today)
{
  OvsCsvOptions options = { .today = today };
  g_autoptr (OvsCsvReader) reader = ovs_csv_reader_open (path, OVS_CSV_EMPLOYEES, &options, NULL, NULL);

  return reader != NULL ? OVS_CSV_EMPLOYEES : OVS_CSV_EMPLOYERS;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadIn *read_in = data;
  OvsDay today = ovs_clock_today (ovs_dossier_get_clock (read_in->dossier));
  OvsIntakeRequest request = { .path = read_in->path, .kind = guess_kind (read_in->path, today), .dry_run = read_in->dry_run };
  g_autoptr (GError) error = NULL;
  OvsIntakeResult *result = ovs_intake_run (read_in->dossier, &request, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ovs_intake_result_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_read_in_async (OvsWorkspace *workspace, const char *path, gboolean dry_run, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  ReadIn *read_in = g_new0 (ReadIn, 1);

  read_in->dossier = g_object_ref (ovs_workspace_get_dossier (workspace));
  read_in->path = g_strdup (path);
  read_in->dry_run = dry_run;
  g_task_set_source_tag (task, ovs_read_in_async);
  g_task_set_task_data (task, read_in, read_in_free);
  g_task_run_in_thread (task, run);
}

OvsIntakeResult *
ovs_read_in_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
ovs_read_in_describe (const OvsIntakeResult *result)
{
  g_autofree char *counts = g_strdup_printf (_ ("%d new, %d changed, %d unchanged, %d no longer in the file, %d refused."), (int) result->added,
                                             (int) result->changed, (int) result->unchanged, (int) result->missing, (int) result->refused->len);
  const OvsIntakeRefusal *first = result->refused->len > 0 ? g_ptr_array_index (result->refused, 0) : NULL;
  g_autofree char *dropped = result->private_columns != NULL && result->private_columns[0] != NULL
                                 ? g_strjoinv (", ", (char **) result->private_columns)
                                 : NULL;
  g_autoptr (GString) text = g_string_new (counts);

  if (dropped != NULL)
    g_string_append_printf (text, _ ("\n\nNever stored, for privacy: %s."), dropped);
  if (first != NULL)
    g_string_append_printf (text, _ ("\n\nFirst refused, line %d: %s"), (int) first->line, first->reason);
  return g_strdup (text->str);
}
