/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/sign-in.h"

#include <glib/gi18n.h>

#include "conversion/error.h"
#include "dossier/settings.h"
#include "loket/practice-door.h"

typedef struct
{
  OvsDossier *dossier; /* (owned) */
  OvsLoket *loket;     /* (owned) (nullable) */
  char *url;
  char *prefixes;
  char *provider;
  char *with; /* (nullable) browser: a person signs in */
  gint64 offset;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_clear_object (&sign_in->loket);
  g_clear_object (&sign_in->dossier);
  g_free (sign_in->url);
  g_free (sign_in->prefixes);
  g_free (sign_in->provider);
  g_free (sign_in->with);
  g_free (sign_in);
}

static gboolean
read_settings (OvsTx *tx, gpointer data, GError **error)
{
  SignIn *sign_in = data;

  sign_in->url = ovs_settings_get (tx, OVS_SETTING_LOKET_URL);
  sign_in->prefixes = ovs_settings_get (tx, OVS_SETTING_PREFIXES);
  sign_in->provider = ovs_settings_get (tx, OVS_SETTING_PROVIDER);
  sign_in->with = ovs_settings_get (tx, OVS_SETTING_SIGN_IN);
  return TRUE;
}

static gboolean
write_clock (OvsTx *tx, gpointer data, GError **error)
{
  SignIn *sign_in = data;

  ovs_settings_set_int (tx, OVS_SETTING_CLOCK_OFFSET, sign_in->offset);
  return TRUE;
}

static void
on_clock_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&sign_in->loket), g_object_unref);
}

static void
on_clock (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  OvsClock *clock = ovs_dossier_get_clock (sign_in->dossier);
  gint64 instant;

  if (ovs_loket_read_practice_clock_finish (OVS_LOKET (source), result, &instant, &error) && ovs_clock_follow (clock, instant))
    {
      sign_in->offset = ovs_clock_get_offset (clock);
      ovs_dossier_write_async (sign_in->dossier, write_clock, sign_in, NULL, on_clock_written, g_steal_pointer (&task));
    }
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&sign_in->loket), g_object_unref);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!ovs_loket_sign_in_finish (OVS_LOKET (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ovs_loket_read_practice_clock_async (OVS_LOKET (source), cancellable, on_clock, g_steal_pointer (&task));
}

/* The Loket of the dossier, with what is kept of its sign-in. Returns: (transfer full) (nullable). */
static OvsLoket *
make_loket (const SignIn *sign_in, GError **error)
{
  OvsLoket *loket;

  if (sign_in->url == NULL)
    {
      g_set_error_literal (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_NOT_CONNECTED,
                           _ ("This dossier is not connected to a Loket yet. Connect it first, with “overstap connect”."));
      return NULL;
    }
  loket = ovs_loket_new (sign_in->url, ovs_dossier_get_clock (sign_in->dossier), error);
  if (loket == NULL)
    return NULL;
  if (sign_in->with != NULL)
    ovs_loket_use_browser (loket, NULL);
  ovs_loket_set_provider (loket, sign_in->provider);
  return loket;
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  sign_in->loket = make_loket (sign_in, &error);
  if (sign_in->loket == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ovs_loket_set_prefixes (sign_in->loket, sign_in->prefixes);
  ovs_loket_sign_in_async (sign_in->loket, cancellable, on_signed_in, g_steal_pointer (&task));
}

void
ovs_sign_in_async (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->dossier = g_object_ref (dossier);
  g_task_set_source_tag (task, ovs_sign_in_async);
  g_task_set_task_data (task, sign_in, sign_in_free);
  ovs_dossier_write_async (dossier, read_settings, sign_in, cancellable, on_settings, task);
}

OvsLoket *
ovs_sign_in_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- signing out --- */

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_loket_sign_out_finish (OVS_LOKET (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_settings_to_sign_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    sign_in->loket = make_loket (sign_in, &error);
  if (sign_in->loket == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!ovs_loket_needs_person (sign_in->loket))
    g_task_return_boolean (task, TRUE);
  else
    ovs_loket_sign_out_async (sign_in->loket, sign_in->provider, on_signed_out, g_steal_pointer (&task));
}

void
ovs_sign_out_async (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->dossier = g_object_ref (dossier);
  g_task_set_source_tag (task, ovs_sign_out_async);
  g_task_set_task_data (task, sign_in, sign_in_free);
  ovs_dossier_read_async (dossier, read_settings, sign_in, cancellable, on_settings_to_sign_out, task);
}

gboolean
ovs_sign_out_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
