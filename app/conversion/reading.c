/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/reading.h"

#include "dossier/access.h"
#include "dossier/employees.h"

typedef struct
{
  OvsReading *reading;     /* (unowned) */
  OvsLoket *loket;         /* (owned) */
  OvsActionWatch *watch;   /* (unowned) */
  OvsReadWhat what;
  guint next_action; /* index into open_actions */
  guint under_way;
  GError *error; /* (owned) (nullable) the first one */
} Read;

static void read_items (GTask *task);

OvsReading *
ovs_reading_new (gint64 employer, const char *number, const char *name, const char *loket_id)
{
  OvsReading *reading = g_new0 (OvsReading, 1);

  reading->employer = employer;
  reading->number = g_strdup (number);
  reading->name = g_strdup (name);
  reading->loket_id = g_strdup (loket_id);
  reading->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_loket_action_item_free);
  return reading;
}

void
ovs_reading_forget (OvsReading *reading)
{
  g_clear_pointer (&reading->werknemerloket, g_ptr_array_unref);
  g_clear_pointer (&reading->mijnloket, g_ptr_array_unref);
  g_clear_pointer (&reading->migration, g_ptr_array_unref);
  g_clear_pointer (&reading->employees, g_ptr_array_unref);
}

void
ovs_reading_free (OvsReading *reading)
{
  if (reading == NULL)
    return;
  ovs_reading_forget (reading);
  g_ptr_array_unref (reading->items);
  g_strfreev (reading->open_actions);
  g_free (reading->number);
  g_free (reading->name);
  g_free (reading->loket_id);
  g_free (reading);
}

static void
read_free (gpointer data)
{
  Read *read = data;

  g_clear_object (&read->loket);
  g_clear_error (&read->error);
  g_free (read);
}

static void
end (GTask *task, Read *read)
{
  if (read->error != NULL)
    g_task_return_error (task, g_steal_pointer (&read->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_employees (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);

  read->reading->employees = ovs_loket_read_employees_finish (OVS_LOKET (source), result, &read->error);
  end (task, read);
}

/* MijnLoket's list has ids only: somebody who is in no other list has no number yet. */
static gboolean
lacks_numbers (const OvsReading *reading)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  if (reading->mijnloket == NULL || reading->werknemerloket == NULL)
    return FALSE;
  for (guint i = 0; i < reading->werknemerloket->len; i++)
    g_hash_table_add (known, ((OvsLoketAccess *) g_ptr_array_index (reading->werknemerloket, i))->employee_id);
  for (guint i = 0; reading->migration != NULL && i < reading->migration->len; i++)
    g_hash_table_add (known, ((OvsLoketMigration *) g_ptr_array_index (reading->migration, i))->employee_id);
  for (guint i = 0; i < reading->mijnloket->len; i++)
    if (!g_hash_table_contains (known, ((OvsLoketAccess *) g_ptr_array_index (reading->mijnloket, i))->employee_id))
      return TRUE;
  return FALSE;
}

static void
one_list_less (GTask *task)
{
  Read *read = g_task_get_task_data (task);

  if (--read->under_way > 0)
    return;
  if (read->error == NULL && (read->what & OVS_READ_MIGRATION) != 0 && lacks_numbers (read->reading))
    ovs_loket_read_employees_async (read->loket, read->reading->loket_id, g_task_get_cancellable (task), on_employees, g_object_ref (task));
  else
    end (task, read);
}

/* Keeps the first error only: one trouble, one sentence. */
static GError **
error_of (Read *read)
{
  return read->error == NULL ? &read->error : NULL;
}

static void
on_werknemerloket (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);

  read->reading->werknemerloket = ovs_loket_read_werknemerloket_finish (OVS_LOKET (source), result, error_of (read));
  one_list_less (task);
}

static void
on_mijnloket (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);

  read->reading->mijnloket = ovs_loket_read_mijnloket_finish (OVS_LOKET (source), result, error_of (read));
  one_list_less (task);
}

static void
on_migration (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);

  read->reading->migration = ovs_loket_read_migration_finish (OVS_LOKET (source), result, error_of (read));
  one_list_less (task);
}

static void
read_lists (GTask *task)
{
  Read *read = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char *id = read->reading->loket_id;

  read->under_way = 1;
  ovs_reading_forget (read->reading);
  if (read->what & OVS_READ_WERKNEMERLOKET)
    {
      read->under_way++;
      ovs_loket_read_werknemerloket_async (read->loket, id, cancellable, on_werknemerloket, g_object_ref (task));
    }
  if (read->what & OVS_READ_MIJNLOKET)
    {
      read->under_way++;
      ovs_loket_read_mijnloket_async (read->loket, id, cancellable, on_mijnloket, g_object_ref (task));
    }
  if (read->what & OVS_READ_MIGRATION)
    {
      read->under_way++;
      ovs_loket_read_migration_async (read->loket, id, cancellable, on_migration, g_object_ref (task));
    }
  one_list_less (task);
}

static void
on_items (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ovs_loket_read_action_items_finish (OVS_LOKET (source), result, &error);

  if (items != NULL)
    g_ptr_array_extend_and_steal (read->reading->items, g_steal_pointer (&items));
  else if (!g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  read_items (task);
}

/* Without the items (Loket keeps them for a time that nobody knows) the statuses decide. */
static void
read_items (GTask *task)
{
  Read *read = g_task_get_task_data (task);
  GStrv actions = read->reading->open_actions;

  if (actions == NULL || actions[read->next_action] == NULL || read->reading->out_of_patience)
    read_lists (task);
  else
    ovs_loket_read_action_items_async (read->loket, actions[read->next_action++], g_task_get_cancellable (task), on_items,
                                       g_object_ref (task));
}

static void
on_waited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean completed;

  if (!ovs_action_watch_wait_finish (read->watch, result, &completed, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  read->reading->out_of_patience = !completed;
  read_items (task);
}

void
ovs_reading_read_async (OvsReading *reading,
                        OvsLoket *loket,
                        OvsActionWatch *watch,
                        OvsReadWhat what,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  read->reading = reading;
  read->loket = g_object_ref (loket);
  read->watch = watch;
  read->what = what;
  g_task_set_source_tag (task, ovs_reading_read_async);
  g_task_set_task_data (task, read, read_free);
  if (reading->has_open)
    ovs_action_watch_wait_async (watch, reading->loket_id, NULL, cancellable, on_waited, g_object_ref (task));
  else
    read_lists (task);
}

gboolean
ovs_reading_read_finish (OvsReading *reading, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
record_id (const OvsReading *reading, OvsTx *tx, GHashTable *people, const char *loket_id, const char *number)
{
  gint64 *employee;

  if (*number == 0 || g_hash_table_contains (people, loket_id))
    return;
  employee = g_new (gint64, 1);
  *employee = ovs_employees_link (tx, reading->employer, number, loket_id);
  g_hash_table_insert (people, (gpointer) loket_id, employee);
}

/* Loket's id → id in the dossier; an id that was linked before needs no number now. */
static gint64
person_of (OvsTx *tx, GHashTable *people, const char *loket_id)
{
  gint64 *employee = g_hash_table_lookup (people, loket_id);

  return employee != NULL ? *employee : ovs_employees_find_linked (tx, loket_id);
}

static void
record_accesses (OvsTx *tx, GHashTable *people, const GPtrArray *list, const char *portal, gint64 sequence)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const OvsLoketAccess *access = g_ptr_array_index (list, i);
      gint64 employee = person_of (tx, people, access->employee_id);

      if (employee != 0)
        ovs_access_record (tx, employee, portal, access->status, OVS_ACCESS_FROM_LOKET, ovs_tx_now_text (tx), sequence);
    }
}

void
ovs_reading_record (const OvsReading *reading, OvsTx *tx, gint64 sequence)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; reading->werknemerloket != NULL && i < reading->werknemerloket->len; i++)
    {
      const OvsLoketAccess *access = g_ptr_array_index (reading->werknemerloket, i);
      record_id (reading, tx, people, access->employee_id, access->employee_number);
    }
  for (guint i = 0; reading->employees != NULL && i < reading->employees->len; i++)
    {
      const OvsLoketEmployee *employee = g_ptr_array_index (reading->employees, i);
      record_id (reading, tx, people, employee->id, employee->number);
    }
  for (guint i = 0; reading->migration != NULL && i < reading->migration->len; i++)
    {
      const OvsLoketMigration *migration = g_ptr_array_index (reading->migration, i);
      gint64 employee;

      record_id (reading, tx, people, migration->employee_id, migration->employee_number);
      employee = person_of (tx, people, migration->employee_id);
      if (employee != 0)
        ovs_employees_see_email (tx, employee, migration->email, sequence);
    }
  record_accesses (tx, people, reading->werknemerloket, OVS_PORTAL_WERKNEMERLOKET, sequence);
  record_accesses (tx, people, reading->mijnloket, OVS_PORTAL_MIJNLOKET, sequence);
}
