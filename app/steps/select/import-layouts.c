/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/select/import-layouts.h"

/* What is to be done; nothing but reading where all is NULL. */
typedef struct
{
  OvsCsvProfile *kept; /* (owned) (nullable) */
  char *renamed;       /* (owned) (nullable) an id */
  char *name;          /* (owned) (nullable) */
  char *removed;       /* (owned) (nullable) an id */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->kept, ovs_csv_profile_free);
  g_free (change->renamed);
  g_free (change->name);
  g_free (change->removed);
  g_free (change);
}

static gboolean
apply (OvsCsvProfiles *profiles, const Change *change)
{
  if (change->kept != NULL)
    {
      ovs_csv_profiles_remember (profiles, change->kept);
      return TRUE;
    }
  if (change->renamed != NULL)
    return ovs_csv_profiles_rename (profiles, change->renamed, change->name);
  return change->removed != NULL && ovs_csv_profiles_remove (profiles, change->removed);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *path = ovs_csv_profiles_get_path ();
  g_autoptr (OvsCsvProfiles) profiles = ovs_csv_profiles_load (path);
  g_autoptr (GError) error = NULL;

  if (apply (profiles, data) && !ovs_csv_profiles_save (profiles, path, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, ovs_csv_profiles_list (profiles), (GDestroyNotify) g_ptr_array_unref);
}

static void
begin (gpointer source, gpointer tag, Change *change, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, change, change_free);
  g_task_run_in_thread (task, work);
}

void
ovs_import_layouts_list_async (gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  begin (source, ovs_import_layouts_list_async, g_new0 (Change, 1), callback, user_data);
}

void
ovs_import_layouts_remember_async (gpointer source, const OvsCsvProfile *profile, GAsyncReadyCallback callback, gpointer user_data)
{
  Change *change = g_new0 (Change, 1);

  change->kept = ovs_csv_profile_copy (profile);
  begin (source, ovs_import_layouts_remember_async, change, callback, user_data);
}

void
ovs_import_layouts_rename_async (gpointer source, const char *id, const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  Change *change = g_new0 (Change, 1);

  change->renamed = g_strdup (id);
  change->name = g_strdup (name);
  begin (source, ovs_import_layouts_rename_async, change, callback, user_data);
}

void
ovs_import_layouts_remove_async (gpointer source, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  Change *change = g_new0 (Change, 1);

  change->removed = g_strdup (id);
  begin (source, ovs_import_layouts_remove_async, change, callback, user_data);
}

GPtrArray *
ovs_import_layouts_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
