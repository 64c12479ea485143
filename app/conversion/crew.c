/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/crew.h"

typedef struct
{
  GPtrArray *items; /* (owned) */
  guint at_once;
  OvsCrewStart start;
  OvsCrewFinish finish;
  gpointer data;

  guint next;
  guint under_way;
  GError *error; /* (owned) (nullable) the first one */
} Crew;

typedef struct
{
  GTask *task; /* (owned) */
  gpointer item;
} Member;

static void begin (GTask *task);

static void
crew_free (gpointer data)
{
  Crew *crew = data;

  g_ptr_array_unref (crew->items);
  g_clear_error (&crew->error);
  g_free (crew);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Member *member = user_data;
  g_autoptr (GTask) task = member->task;
  Crew *crew = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!crew->finish (member->item, crew->data, result, &error) && crew->error == NULL)
    crew->error = g_steal_pointer (&error);
  g_free (member);
  crew->under_way--;
  begin (task);
}

static gboolean
may_begin (GTask *task, Crew *crew)
{
  if (crew->error == NULL)
    g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &crew->error);
  return crew->error == NULL && crew->next < crew->items->len && crew->under_way < crew->at_once;
}

static void
begin (GTask *task)
{
  Crew *crew = g_task_get_task_data (task);

  while (may_begin (task, crew))
    {
      Member *member = g_new0 (Member, 1);

      member->task = g_object_ref (task);
      member->item = g_ptr_array_index (crew->items, crew->next++);
      crew->under_way++;
      crew->start (member->item, crew->data, g_task_get_cancellable (task), on_done, member);
    }
  if (crew->under_way > 0 || g_task_get_completed (task))
    return;
  if (crew->error != NULL)
    g_task_return_error (task, g_steal_pointer (&crew->error));
  else
    g_task_return_boolean (task, TRUE);
}

void
ovs_crew_async (GPtrArray *items,
                guint at_once,
                OvsCrewStart start,
                OvsCrewFinish finish,
                gpointer data,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Crew *crew = g_new0 (Crew, 1);

  crew->items = g_ptr_array_ref (items);
  crew->at_once = at_once;
  crew->start = start;
  crew->finish = finish;
  crew->data = data;
  g_task_set_source_tag (task, ovs_crew_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, crew, crew_free);
  begin (task);
}

gboolean
ovs_crew_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
