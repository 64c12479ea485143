/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-tokens"
#include "config.h"

#include "loket/tokens.h"

#include <glib/gi18n.h>

#include "loket/loket-error.h"
#include "loket/oauth.h"

/* An access token is renewed this much before its end, but a short one not before nine tenths of its life. */
#define MARGIN_SECONDS 60

struct _OvsTokens
{
  GObject parent_instance;

  OvsWire *wire;
  char *url;
  OvsLoketKind kind;

  char *access;         /* (nullable) */
  char *refresh;        /* (nullable) */
  char *refresh_before; /* (nullable) the one before it, should its successor be lost */
  gint64 expires_at;    /* by the monotonic clock */
  gboolean in_flight;
  gboolean tried_again; /* in this flight: the same token after a lost answer */
  GQueue waiting;       /* (owned) GTask, each with a Waiting */
};

typedef struct
{
  gboolean wants_token; /* of a request, and not of who asked to sign in */
  GSource *on_cancel;   /* (owned) (nullable) */
} Waiting;

G_DEFINE_FINAL_TYPE (OvsTokens, ovs_tokens, G_TYPE_OBJECT)

static void
drop_source (Waiting *waiting)
{
  if (waiting->on_cancel == NULL)
    return;
  g_source_destroy (waiting->on_cancel);
  g_clear_pointer (&waiting->on_cancel, g_source_unref);
}

static void
waiting_free (gpointer data)
{
  drop_source (data);
  g_free (data);
}

static void
ovs_tokens_finalize (GObject *object)
{
  OvsTokens *self = OVS_TOKENS (object);

  g_clear_object (&self->wire);
  g_free (self->url);
  g_free (self->access);
  g_free (self->refresh);
  g_free (self->refresh_before);
  g_queue_clear_full (&self->waiting, g_object_unref);
  G_OBJECT_CLASS (ovs_tokens_parent_class)->finalize (object);
}

static void
ovs_tokens_class_init (OvsTokensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_tokens_finalize;
}

static void
ovs_tokens_init (OvsTokens *self)
{
  g_queue_init (&self->waiting);
}

static gboolean
is_valid (OvsTokens *self)
{
  return self->access != NULL && g_get_monotonic_time () < self->expires_at;
}

/* To who wanted to do something else a failed sign-in means that it was not begun. */
static GError *
error_for (const Waiting *waiting, const GError *error)
{
  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNKNOWN_OUTCOME))
    return g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
                                _ ("The sign-in at Loket broke off; nothing else was sent. Sign in anew."));
  if (!waiting->wants_token || ovs_loket_error_nothing_done (error))
    return g_error_copy (error);
  return g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN, error->message);
}

/* Ends the flight: everybody who waits gets the token, or the error. */
static void
land (OvsTokens *self, const GError *error)
{
  g_autoptr (OvsTokens) alive = g_object_ref (self);
  GQueue waiting = self->waiting;
  GTask *next;

  self->in_flight = FALSE;
  g_queue_init (&self->waiting);
  for (GList *l = waiting.head; l != NULL; l = l->next)
    drop_source (g_task_get_task_data (l->data));
  while ((next = g_queue_pop_head (&waiting)) != NULL)
    {
      g_autoptr (GTask) task = next;

      if (error != NULL)
        g_task_return_error (task, error_for (g_task_get_task_data (task), error));
      else
        g_task_return_pointer (task, g_strdup (self->access), g_free);
    }
}

static void
store (OvsTokens *self, const OvsGrant *grant)
{
  guint margin = MIN (MARGIN_SECONDS, grant->expires_in / 10);

  if (grant->refresh_token != NULL)
    {
      g_free (self->refresh_before);
      self->refresh_before = g_steal_pointer (&self->refresh);
      self->refresh = g_strdup (grant->refresh_token);
    }
  g_free (self->access);
  self->access = g_strdup (grant->access_token);
  self->expires_at = g_get_monotonic_time () + (gint64) (grant->expires_in - margin) * G_USEC_PER_SEC;
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsGrant) grant = ovs_oauth_sign_in_finish (OVS_WIRE (source), result, &error);

  if (grant != NULL)
    {
      g_clear_pointer (&self->refresh, g_free);
      store (self, grant);
      g_clear_pointer (&self->refresh_before, g_free);
      g_debug ("signed in");
    }
  land (self, error);
}

static void
sign_in (OvsTokens *self)
{
  g_autoptr (GError) error = NULL;

  if (self->kind == OVS_LOKET_KIND_PRACTICE)
    {
      ovs_oauth_sign_in_async (self->wire, self->url, NULL, signed_in_cb, g_object_ref (self));
      return;
    }
  error = g_error_new_literal (
      OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
      _ ("Signing in at Loket itself needs a browser and a keyring, which this version of Overstap does not "
         "use yet; nothing "
         "was sent. Work with a practice Loket (overstap practice), or read the office's files."));
  land (self, error);
}

static void renew (OvsTokens *self);

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsGrant) grant = ovs_oauth_renew_finish (OVS_WIRE (source), result, &error);

  if (grant != NULL)
    {
      store (self, grant);
      g_debug ("renewed");
      land (self, NULL);
    }
  else if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNKNOWN_OUTCOME) && !self->tried_again)
    {
      self->tried_again = TRUE;
      renew (self);
    }
  else if (!g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN))
    land (self, error);
  else if (self->refresh_before != NULL)
    {
      g_free (self->refresh);
      self->refresh = g_steal_pointer (&self->refresh_before);
      renew (self);
    }
  else
    sign_in (self);
}

static void
renew (OvsTokens *self)
{
  if (self->refresh != NULL)
    ovs_oauth_renew_async (self->wire, self->url, self->refresh, NULL, renewed_cb, g_object_ref (self));
  else
    sign_in (self);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  OvsTokens *self = g_task_get_source_object (user_data);
  g_autoptr (GTask) task = user_data;

  /* The flight goes on: others may wait for it, and its token must not be lost. */
  g_queue_remove (&self->waiting, task);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static GTask *
wait_for_flight (OvsTokens *self,
                 gboolean wants_token,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->wants_token = wants_token;
  g_task_set_task_data (task, waiting, waiting_free);
  if (cancellable != NULL)
    {
      waiting->on_cancel = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiting->on_cancel, G_SOURCE_FUNC (cancelled_cb), task, NULL);
      g_source_attach (waiting->on_cancel, g_main_context_get_thread_default ());
    }
  g_queue_push_tail (&self->waiting, task);
  return task;
}

static void
take_off (OvsTokens *self, void (*first_step) (OvsTokens *self))
{
  if (self->in_flight)
    return;
  self->in_flight = TRUE;
  self->tried_again = FALSE;
  first_step (self);
}

OvsTokens *
ovs_tokens_new (OvsWire *wire, const char *oauth_url, OvsLoketKind kind)
{
  OvsTokens *self = g_object_new (OVS_TYPE_TOKENS, NULL);

  self->wire = g_object_ref (wire);
  self->url = g_strdup (oauth_url);
  self->kind = kind;
  return self;
}

void
ovs_tokens_sign_in_async (OvsTokens *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = wait_for_flight (self, FALSE, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_tokens_sign_in_async);
  take_off (self, sign_in);
}

gboolean
ovs_tokens_sign_in_finish (OvsTokens *self, GAsyncResult *result, GError **error)
{
  g_autofree char *token = g_task_propagate_pointer (G_TASK (result), error);

  return token != NULL;
}

void
ovs_tokens_obtain_async (OvsTokens *self,
                         const char *refused,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  if (!self->in_flight &&
      (self->access == NULL || (is_valid (self) && g_strcmp0 (refused, self->access) != 0)))
    {
      g_autoptr (GTask) now = g_task_new (self, cancellable, callback, user_data);

      g_task_set_source_tag (now, ovs_tokens_obtain_async);
      if (self->access != NULL)
        g_task_return_pointer (now, g_strdup (self->access), g_free);
      else
        g_task_return_new_error (now, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN, "%s",
                                 _ ("Nobody has signed in at Loket yet; nothing was sent. Sign in first."));
      return;
    }
  task = wait_for_flight (self, TRUE, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_tokens_obtain_async);
  take_off (self, renew);
}

char *
ovs_tokens_obtain_finish (OvsTokens *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
