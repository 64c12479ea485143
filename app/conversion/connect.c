/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/connect.h"

#include <glib/gi18n.h>

#include "conversion/announced.h"
#include "conversion/error.h"
#include "conversion/preflight-selected.h"
#include "dossier/employers.h"
#include "dossier/settings.h"
#include "dossier/trail.h"
#include "loket/lists.h"
#include "loket/practice-door.h"

typedef struct
{
  OvsDossier *dossier;    /* (owned) */
  OvsLoket *loket;        /* (owned) */
  OvsBrowser *browser;    /* (owned) (nullable) */
  char *url;              /* (nullable) until it is read */
  char *provider;         /* (nullable) that the dossier is bound to */
  gboolean again;         /* where it was connected before */
  char *with;             /* (nullable) browser: a person signed in there before */
  GPtrArray *providers;   /* (owned) (nullable) */
  GPtrArray *employers;   /* (owned) (nullable) */
  OvsConnection *outcome; /* (owned) */
  gint64 offset;
} Connect;

void
ovs_connection_free (OvsConnection *connection)
{
  if (connection == NULL)
    return;
  g_free (connection->url);
  g_free (connection->user);
  g_free (connection->firm);
  g_free (connection);
}

static void
connect_free (gpointer data)
{
  Connect *connect = data;

  g_clear_object (&connect->dossier);
  g_clear_object (&connect->loket);
  g_clear_object (&connect->browser);
  g_free (connect->url);
  g_free (connect->provider);
  g_free (connect->with);
  g_clear_pointer (&connect->providers, g_ptr_array_unref);
  g_clear_pointer (&connect->employers, g_ptr_array_unref);
  ovs_connection_free (connect->outcome);
  g_free (connect);
}

static gboolean
check_provider (OvsTx *tx, const char *provider, GError **error)
{
  g_autofree char *bound = ovs_settings_get (tx, OVS_SETTING_PROVIDER);

  if (bound == NULL || g_strcmp0 (bound, provider) == 0)
    return TRUE;
  g_set_error_literal (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_OTHER_PROVIDER,
                       _ ("This Loket belongs to another firm than the one this dossier was connected to. Nothing was changed. "
                          "Make a new dossier for the other firm."));
  return FALSE;
}

static gboolean
bind (OvsTx *tx, gpointer data, GError **error)
{
  Connect *connect = data;
  const OvsLoketProvider *provider = g_ptr_array_index (connect->providers, 0);
  const char *kind = ovs_loket_kind_get_word (ovs_loket_get_kind (connect->loket));
  g_autofree char *detail = NULL;
  gint64 sequence = ovs_trail_begin (tx);

  if (!check_provider (tx, provider->id, error))
    return FALSE;
  ovs_settings_set (tx, OVS_SETTING_PROVIDER, provider->id);
  ovs_settings_set (tx, OVS_SETTING_LOKET_URL, ovs_loket_get_url (connect->loket));
  ovs_settings_set (tx, OVS_SETTING_LOKET_KIND, kind);
  ovs_settings_set (tx, OVS_SETTING_SIGN_IN, ovs_loket_needs_person (connect->loket) ? "browser" : NULL);
  ovs_settings_set (tx, OVS_SETTING_PREFIXES, NULL);
  ovs_announced_keep_prefixes (tx, connect->loket);
  ovs_settings_set_int (tx, OVS_SETTING_CLOCK_OFFSET, connect->offset);
  for (guint i = 0; i < connect->employers->len; i++)
    {
      const OvsLoketEmployer *employer = g_ptr_array_index (connect->employers, i);
      connect->outcome->recognised += ovs_employers_link (tx, employer->number, employer->id);
    }
  ovs_announced_note (tx, connect->loket);
  detail = g_strdup_printf ("{\"kind\": \"%s\", \"employers\": %u, \"recognised\": %u}", kind, connect->employers->len,
                            connect->outcome->recognised);
  ovs_trail_end (tx, sequence, "connect", detail, NULL);
  return TRUE;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  gboolean kept = ovs_loket_keep_finish (OVS_LOKET (source), result, NULL);

  connect->outcome->person = ovs_loket_needs_person (connect->loket);
  connect->outcome->kept = kept && ovs_loket_is_kept (connect->loket);
  g_task_return_pointer (task, g_steal_pointer (&connect->outcome), (GDestroyNotify) ovs_connection_free);
}

/* The dossier is bound, whatever comes of asking what the user may do. */
static void
on_rights (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  const OvsLoketProvider *provider = g_ptr_array_index (connect->providers, 0);

  ovs_preflight_selected_finish (OVS_DOSSIER (source), result, NULL);
  ovs_loket_keep_async (connect->loket, provider->id, on_kept, g_steal_pointer (&task));
}

static void
on_bound (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    ovs_preflight_selected_async (connect->dossier, connect->loket, FALSE, cancellable, on_rights, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_employers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  connect->employers = ovs_loket_read_employers_finish (OVS_LOKET (source), result, &error);
  if (connect->employers == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  connect->outcome->employers = connect->employers->len;
  connect->outcome->firm = g_strdup (((OvsLoketProvider *) g_ptr_array_index (connect->providers, 0))->name);
  ovs_dossier_write_async (connect->dossier, bind, connect, NULL, on_bound, g_steal_pointer (&task));
}

static void
on_providers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  connect->providers = ovs_loket_read_providers_finish (OVS_LOKET (source), result, &error);
  if (connect->providers == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (connect->providers->len != 1)
    g_task_return_new_error (task, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_NO_FIRM,
                             _ ("This user does not work for exactly one accounting firm in Loket. Sign in as a user of the firm."));
  else
    ovs_loket_read_employers_async (OVS_LOKET (source), cancellable, on_employers, g_steal_pointer (&task));
}

static void
on_user (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  connect->outcome->user = ovs_loket_read_user_finish (OVS_LOKET (source), result, &error);
  if (connect->outcome->user == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_loket_read_providers_async (OVS_LOKET (source), cancellable, on_providers, g_steal_pointer (&task));
}

static void
on_clock (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  OvsClock *clock = ovs_dossier_get_clock (connect->dossier);
  g_autoptr (GError) error = NULL;
  gint64 instant;

  if (ovs_loket_read_practice_clock_finish (OVS_LOKET (source), result, &instant, &error))
    ovs_clock_follow (clock, instant);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  connect->offset = ovs_clock_get_offset (clock);
  ovs_loket_read_user_async (OVS_LOKET (source), cancellable, on_user, g_steal_pointer (&task));
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_loket_sign_in_finish (OVS_LOKET (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_loket_read_practice_clock_async (OVS_LOKET (source), cancellable, on_clock, g_steal_pointer (&task));
}

static gboolean
read_bound (OvsTx *tx, gpointer data, GError **error)
{
  Connect *connect = data;

  connect->provider = ovs_settings_get (tx, OVS_SETTING_PROVIDER);
  if (connect->url != NULL)
    return TRUE;
  connect->url = ovs_settings_get (tx, OVS_SETTING_LOKET_URL);
  connect->with = ovs_settings_get (tx, OVS_SETTING_SIGN_IN);
  if (connect->url != NULL)
    return TRUE;
  g_set_error_literal (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_NOT_CONNECTED,
                       _ ("This dossier is not connected to a Loket yet. Connect it first, with “overstap connect”."));
  return FALSE;
}

/* Where the dossier was connected before, its practice Loket decides whether a person signs in. */
static gboolean
make_loket (Connect *connect, GError **error)
{
  connect->loket = ovs_loket_new (connect->url, ovs_dossier_get_clock (connect->dossier), error);
  if (connect->loket == NULL)
    return FALSE;
  connect->outcome->url = g_strdup (ovs_loket_get_url (connect->loket));
  if (connect->again && connect->with == NULL && !ovs_loket_needs_person (connect->loket))
    g_clear_object (&connect->browser);
  /* Whoever signs in anew may be of another firm: only when that is known, it is kept. */
  if (connect->browser != NULL)
    ovs_loket_use_browser (connect->loket, connect->browser);
  else
    ovs_loket_set_provider (connect->loket, connect->provider);
  return TRUE;
}

static void
on_bound_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Connect *connect = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error) || !make_loket (connect, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_loket_sign_in_async (connect->loket, cancellable, on_signed_in, g_steal_pointer (&task));
}

void
ovs_connect_in_browser_async (
    OvsDossier *dossier, const char *url, OvsBrowser *browser, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Connect *connect = g_new0 (Connect, 1);

  g_task_set_source_tag (task, ovs_connect_in_browser_async);
  g_task_set_task_data (task, connect, connect_free);
  connect->dossier = g_object_ref (dossier);
  g_set_object (&connect->browser, browser);
  connect->outcome = g_new0 (OvsConnection, 1);
  connect->url = g_strdup (url);
  connect->again = url == NULL;
  ovs_dossier_read_async (dossier, read_bound, connect, cancellable, on_bound_read, task);
}

void
ovs_connect_async (OvsDossier *dossier, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ovs_connect_in_browser_async (dossier, url, NULL, cancellable, callback, user_data);
}

OvsConnection *
ovs_connect_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
