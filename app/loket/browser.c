/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loket/browser.h"

#include <glib/gi18n.h>

#include "loket/loket-error.h"
#include "loket/redirect-listener.h"

struct _OvsBrowser
{
  GObject parent_instance;

  guint limit;
  OvsRedirectListener *listener; /* (owned) (nullable) */
  char *state;                   /* (nullable) */
  char *url;                     /* (nullable) */
  gint64 until;                  /* by the monotonic clock */
  GTask *waiting;                /* (owned) (nullable) */
  GSource *deadline;             /* (owned) (nullable) */
  GSource *on_cancel;            /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsBrowser, ovs_browser, G_TYPE_OBJECT)

enum
{
  OPEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
stop (OvsBrowser *self)
{
  drop_source (&self->deadline);
  drop_source (&self->on_cancel);
  if (self->listener != NULL)
    ovs_redirect_listener_close (self->listener);
  g_clear_object (&self->listener);
  g_clear_pointer (&self->state, ovs_secret_free);
  g_clear_pointer (&self->url, g_free);
}

static void
ovs_browser_dispose (GObject *object)
{
  stop (OVS_BROWSER (object));
  G_OBJECT_CLASS (ovs_browser_parent_class)->dispose (object);
}

static void
ovs_browser_class_init (OvsBrowserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_browser_dispose;
  signals[CLOSED] = g_signal_new ("closed", OVS_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", OVS_TYPE_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ovs_browser_init (OvsBrowser *self)
{
  self->limit = OVS_BROWSER_LIMIT;
}

OvsBrowser *
ovs_browser_new (void)
{
  return g_object_new (OVS_TYPE_BROWSER, NULL);
}

void
ovs_browser_set_limit (OvsBrowser *self, guint seconds)
{
  self->limit = seconds;
}

const char *
ovs_browser_get_url (OvsBrowser *self)
{
  return self->url;
}

guint
ovs_browser_get_left (OvsBrowser *self)
{
  gint64 left = self->waiting != NULL ? self->until - g_get_monotonic_time () : 0;

  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

static void
free_secret (gpointer data)
{
  ovs_secret_free (data);
}

/* Ends the wait with @code, or with @error: takes that over. */
static void
end (OvsBrowser *self, const char *code, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->waiting);

  stop (self);
  g_signal_emit (self, signals[CLOSED], 0);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (code), free_secret);
}

static void
answered_cb (OvsRedirect redirect, const char *code, gpointer user_data)
{
  OvsBrowser *self = user_data;

  if (self->waiting != NULL)
    end (self, code, redirect == OVS_REDIRECT_CODE ? NULL : ovs_redirect_to_error (redirect));
}

gboolean
ovs_browser_paste (OvsBrowser *self, const char *address, GError **error)
{
  g_autofree char *query = ovs_redirect_get_query (address);
  g_autoptr (OvsSecret) code = NULL;
  OvsRedirect redirect;

  g_return_val_if_fail (OVS_IS_BROWSER (self), FALSE);

  if (self->waiting == NULL)
    return TRUE;
  redirect = ovs_redirect_read (query, self->state, &code);
  if (redirect == OVS_REDIRECT_FOREIGN || redirect == OVS_REDIRECT_NOTHING)
    {
      g_propagate_error (error, ovs_redirect_to_error (redirect));
      return FALSE;
    }
  answered_cb (redirect, code, self);
  return TRUE;
}

static gboolean
late_cb (gpointer user_data)
{
  end (user_data, NULL,
       g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
                            _ ("Nobody signed in in the browser in time, so the sign-in was ended. Nothing was changed. Sign in anew.")));
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  end (user_data, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
  return G_SOURCE_REMOVE;
}

const char *
ovs_browser_listen (OvsBrowser *self, guint port, const char *state, GError **error)
{
  if (self->listener != NULL)
    {
      g_set_error_literal (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN, _ ("A sign-in is under way already. Finish that one first."));
      return NULL;
    }
  self->listener = ovs_redirect_listener_new (port, state, answered_cb, self, error);
  if (self->listener == NULL)
    return NULL;
  self->state = g_strdup (state);
  return ovs_redirect_listener_get_uri (self->listener);
}

void
ovs_browser_wait_async (OvsBrowser *self, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (self->listener != NULL && self->waiting == NULL);

  self->waiting = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->waiting, ovs_browser_wait_async);
  g_task_set_check_cancellable (self->waiting, FALSE);
  self->url = g_strdup (url);
  self->until = g_get_monotonic_time () + (gint64) self->limit * G_USEC_PER_SEC;
  self->deadline = g_timeout_source_new (self->limit * 1000);
  g_source_set_callback (self->deadline, late_cb, self, NULL);
  g_source_attach (self->deadline, g_main_context_get_thread_default ());
  if (cancellable != NULL)
    {
      self->on_cancel = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->on_cancel, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->on_cancel, g_main_context_get_thread_default ());
    }
  g_signal_emit (self, signals[OPEN], 0, url);
}

OvsSecret *
ovs_browser_wait_finish (OvsBrowser *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
