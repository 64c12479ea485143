/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-intake"

#include "config.h"

#include "intake/fetch.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/fetched.h"
#include "dossier/sunsets.h"
#include "dossier/unknown-fields.h"
#include "intake/fetch-client.h"
#include "intake/run.h"
#include "loket/lists.h"

typedef struct
{
  OvsLoket *loket; /* (owned) */
  const OvsFetchRequest *request;
  OvsIntakeRequest intake;

  GPtrArray *employers; /* (owned) (nullable) those that Loket shows */
  GPtrArray *clients;   /* (owned) those that are fetched */
  guint next;
  guint64 people; /* of the clients that are done */
  OvsIntakeRun *run;       /* (owned) */
  OvsIntakeResult *result; /* (owned) (nullable) when all went well */
  GError *error;           /* (owned) (nullable) otherwise */
} Fetch;

static void read_next (GTask *task);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_object (&fetch->loket);
  g_clear_pointer (&fetch->clients, g_ptr_array_unref);
  g_clear_pointer (&fetch->employers, g_ptr_array_unref);
  g_clear_pointer (&fetch->run, ovs_intake_run_free);
  g_clear_pointer (&fetch->result, ovs_intake_result_unref);
  g_clear_error (&fetch->error);
  g_free (fetch);
}

/* --- the end --- */

/* What Loket announced to stop while it was read, and what it answered that nobody had described. */
static void
note_announced (OvsTx *tx, OvsLoket *loket)
{
  const GPtrArray *obsolete = ovs_loket_get_obsolete (loket);
  const GPtrArray *fields = ovs_loket_get_unknown_fields (loket);

  for (guint i = 0; i < obsolete->len; i++)
    ovs_sunsets_note (tx, ((const OvsLoketObsolete *) g_ptr_array_index (obsolete, i))->resource,
                      ((const OvsLoketObsolete *) g_ptr_array_index (obsolete, i))->on);
  for (guint i = 0; i < fields->len; i++)
    ovs_unknown_fields_note (tx, ((const OvsLoketField *) g_ptr_array_index (fields, i))->resource,
                             ((const OvsLoketField *) g_ptr_array_index (fields, i))->field);
}

static gboolean
drop (OvsTx *tx, gpointer data, GError **error)
{
  Fetch *fetch = data;

  ovs_fetched_drop (tx);
  if (!fetch->request->dry_run)
    note_announced (tx, fetch->loket);
  return !ovs_tx_failed (tx);
}

/* What was put aside is gone with the dossier's connection at the latest: that it could not be dropped now changes nothing. */
static void
on_dropped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);

  ovs_dossier_write_finish (OVS_DOSSIER (source), result, NULL);
  if (fetch->result != NULL)
    g_task_return_pointer (task, g_steal_pointer (&fetch->result), (GDestroyNotify) ovs_intake_result_unref);
  else
    g_task_return_error (task, g_steal_pointer (&fetch->error));
}

/* Takes over @error (nullable). */
static void
end (GTask *task, GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  fetch->error = error;
  ovs_dossier_write_async (g_task_get_source_object (task), drop, fetch, NULL, on_dropped, g_object_ref (task));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    {
      end (task, error);
      return;
    }
  fetch->result = g_steal_pointer (&fetch->run->result);
  if (fetch->request->dry_run)
    fetch->result->import = 0;
  end (task, NULL);
}

/* --- what could not be read --- */

/* Takes over @note. */
static void
tell (OvsIntakeResult *result, const char *employer, const char *what, const char *reason, char *note)
{
  OvsIntakeUnread *unread = g_new0 (OvsIntakeUnread, 1);

  unread->employer = g_strdup (employer);
  unread->what = what;
  unread->reason = g_strdup (reason);
  g_ptr_array_add (result->unread, unread);
  ovs_intake_result_note (result, note);
}

static void
tell_client (OvsIntakeResult *result, const OvsFetchClient *client)
{
  const char *number = client->employer->number;

  if (client->no_people != NULL)
    {
      tell (result, number, "people", client->no_people,
            /* Translators: a number of a client, and a finished sentence. */
            g_strdup_printf (_ ("Client %s was left as it was, because its people may not be read. %s"), number, client->no_people));
      return;
    }
  if (client->no_access != NULL)
    tell (result, number, "access", client->no_access,
          g_strdup_printf (_ ("Of client %s the access to the portals was left as it was. %s"), number, client->no_access));
  if (client->no_products != NULL)
    tell (result, number, "products", client->no_products,
          g_strdup_printf (_ ("Of client %s the products were left as they were. %s"), number, client->no_products));
}

static void
tell_unread (Fetch *fetch)
{
  for (guint i = 0; i < fetch->clients->len; i++)
    tell_client (fetch->run->result, g_ptr_array_index (fetch->clients, i));
}

/* --- reading --- */

static void
import (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  fetch->intake = (OvsIntakeRequest){
    .path = ovs_loket_get_url (fetch->loket),
    .kind = OVS_CSV_EMPLOYEES,
    .sheet_date = OVS_NO_DAY,
    .dry_run = fetch->request->dry_run,
    .from_loket = TRUE,
  };
  fetch->run = ovs_intake_run_new (&fetch->intake, NULL, g_task_get_cancellable (task));
  fetch->run->result->kind = fetch->intake.kind;
  fetch->run->result->from_loket = TRUE;
  fetch->run->result->dry_run = fetch->request->dry_run;
  fetch->run->result->file_day = ovs_clock_today (ovs_dossier_get_clock (g_task_get_source_object (task)));
  fetch->run->result->sha256 = g_strdup ("");
  fetch->run->result->encoding = g_strdup ("");
  fetch->run->result->delimiter = g_strdup ("");
  tell_unread (fetch);
  ovs_dossier_write_async (g_task_get_source_object (task), ovs_intake_import, fetch->run, g_task_get_cancellable (task), on_imported,
                           g_object_ref (task));
}

static void
show_progress (Fetch *fetch, guint under_way)
{
  if (fetch->request->progress != NULL)
    fetch->request->progress (fetch->next, fetch->clients->len, fetch->people + under_way, fetch->request->progress_data);
}

static void
on_grown (OvsFetchClient *client, gpointer data)
{
  show_progress (data, client->people);
}

static void
on_client (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  OvsFetchClient *client = g_ptr_array_index (fetch->clients, fetch->next);
  GError *error = NULL;

  if (!ovs_fetch_client_read_finish (client, result, &error))
    {
      end (task, error);
      return;
    }
  fetch->people += client->people;
  g_clear_pointer (&client->modules, g_ptr_array_unref);
  fetch->next++;
  show_progress (fetch, 0);
  read_next (task);
}

static void
read_next (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->next == fetch->clients->len)
    import (task);
  else
    ovs_fetch_client_read_async (g_ptr_array_index (fetch->clients, fetch->next), g_task_get_source_object (task), fetch->loket, on_grown, fetch,
                                 g_task_get_cancellable (task), on_client, g_object_ref (task));
}

static void
add_client (Fetch *fetch, const OvsLoketEmployer *employer)
{
  g_ptr_array_add (fetch->clients, ovs_fetch_client_new (fetch->clients->len, employer));
}

static gboolean
add_numbered (Fetch *fetch, const char *number, GError **error)
{
  g_autofree char *wanted = ovs_text_number_key (number);

  for (guint i = 0; i < fetch->employers->len; i++)
    {
      const OvsLoketEmployer *employer = g_ptr_array_index (fetch->employers, i);
      g_autofree char *key = ovs_text_number_key (employer->number);

      if (!g_str_equal (key, wanted))
        continue;
      add_client (fetch, employer);
      return TRUE;
    }
  g_set_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NOT_IN_LOKET,
               _ ("Loket shows this user no client with number %s. Check the number, or ask for the right to see it. Nothing was changed."), number);
  return FALSE;
}

static gboolean
is_named_before (const char *const *numbers, gsize index)
{
  g_autofree char *key = ovs_text_number_key (numbers[index]);

  for (gsize i = 0; i < index; i++)
    {
      g_autofree char *other = ovs_text_number_key (numbers[i]);
      if (g_str_equal (key, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
choose_clients (Fetch *fetch, GError **error)
{
  const char *const *numbers = fetch->request->employers;

  for (gsize i = 0; numbers != NULL && numbers[i] != NULL; i++)
    if (!is_named_before (numbers, i) && !add_numbered (fetch, numbers[i], error))
      return FALSE;
  for (guint i = 0; numbers == NULL && i < fetch->employers->len; i++)
    add_client (fetch, g_ptr_array_index (fetch->employers, i));
  return TRUE;
}

static void
on_employers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->employers = ovs_loket_read_employers_finish (OVS_LOKET (source), result, &error);
  if (fetch->employers == NULL || !choose_clients (fetch, &error))
    {
      end (task, error);
      return;
    }
  show_progress (fetch, 0);
  read_next (task);
}

static gboolean
begin (OvsTx *tx, gpointer data, GError **error)
{
  ovs_fetched_begin (tx);
  return !ovs_tx_failed (tx);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    ovs_loket_read_employers_async (fetch->loket, g_task_get_cancellable (task), on_employers, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
ovs_fetch_async (OvsDossier *dossier,
                 OvsLoket *loket,
                 const OvsFetchRequest *request,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->loket = g_object_ref (loket);
  fetch->request = request;
  fetch->clients = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_fetch_client_free);
  g_task_set_source_tag (task, ovs_fetch_async);
  /* What was kept is told, even when somebody cancelled in the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, fetch, fetch_free);
  ovs_dossier_write_async (dossier, begin, NULL, cancellable, on_begun, task);
}

OvsIntakeResult *
ovs_fetch_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, dossier), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
