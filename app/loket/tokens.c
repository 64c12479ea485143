/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-tokens"
#include "config.h"

#include "loket/tokens.h"

#include <glib/gi18n.h>

#include "base/process-lock.h"
#include "loket/loket-error.h"
#include "loket/oauth.h"

/* An access token is renewed this much before its end, but a short one not before nine tenths of its life. */
#define MARGIN_SECONDS 60

/* So long another process that renews is waited for: longer than that takes with a lost answer. Milliseconds. */
#define LOCK_LIMIT (90 * 1000)

struct _OvsTokens
{
  GObject parent_instance;

  OvsWire *wire;
  char *url;
  OvsLoketKind kind;
  OvsKeyring *keyring;           /* (owned) (nullable) where a person signs in */
  char *name;                    /* (nullable) as the keyring calls this Loket */
  char *provider;                /* (nullable) whose sign-in is in the keyring */
  OvsRegistration *registration; /* (owned) (nullable) until it was read */

  OvsSecret *access;         /* (nullable) */
  OvsSecret *refresh;        /* (nullable) */
  OvsSecret *refresh_before; /* (nullable) the one before it, should its successor be lost */
  gint64 expires_at;         /* by the monotonic clock */

  /* The flight. */
  gboolean in_flight;
  void (*first_step) (OvsTokens *self);
  OvsBrowser *browser;    /* (owned) (nullable) with whom somebody signs in */
  GCancellable *stop;     /* (owned) (nullable) ends the wait for the browser */
  OvsGrant *grant;        /* (owned) (nullable) while it is being stored */
  OvsSecret *refused;     /* (nullable) the refresh token that Loket did not take */
  OvsProcessLock *lock;   /* (owned) (nullable) that no other process renews meanwhile */
  gboolean tried_again;   /* the same token after a lost answer */
  gboolean looked_again;  /* in the keyring, after a refusal */
  GQueue waiting;         /* (owned) GTask, each with a Waiting */
};

typedef struct
{
  gboolean wants_token; /* of a request, and not of who asked to sign in */
  gboolean shows_browser;
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
  g_clear_object (&self->keyring);
  g_free (self->name);
  g_free (self->provider);
  ovs_registration_free (self->registration);
  ovs_secret_free (self->access);
  ovs_secret_free (self->refresh);
  ovs_secret_free (self->refresh_before);
  ovs_secret_free (self->refused);
  g_clear_object (&self->browser);
  g_clear_object (&self->stop);
  g_clear_pointer (&self->grant, ovs_grant_free);
  g_clear_pointer (&self->lock, ovs_process_lock_release);
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

static void
free_secret (gpointer data)
{
  ovs_secret_free (data);
}

static void
set_secret (OvsSecret **slot, const char *secret)
{
  OvsSecret *copy = g_strdup (secret);

  ovs_secret_free (*slot);
  *slot = copy;
}

static gboolean
is_valid (OvsTokens *self)
{
  return self->access != NULL && g_get_monotonic_time () < self->expires_at;
}

/* An answer to the sign-in that would pass for one about the client that a request concerns. */
static gboolean
seems_of_one_client (const GError *error)
{
  return g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BAD_REQUEST) || g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_FORBIDDEN)
         || g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND);
}

/* To who wanted to do something else a failed sign-in means that it was not begun. */
static GError *
error_for (const Waiting *waiting, const GError *error)
{
  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNKNOWN_OUTCOME))
    return g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
                                _ ("The sign-in at Loket broke off; nothing else was sent. Sign in anew."));
  /* Who waited with it did not cancel. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN, _ ("The sign-in was cancelled; nothing was sent. Sign in anew."));
  if (!waiting->wants_token || (ovs_loket_error_nothing_done (error) && !seems_of_one_client (error)))
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
  g_clear_pointer (&self->lock, ovs_process_lock_release);
  g_clear_object (&self->browser);
  g_clear_object (&self->stop);
  g_clear_pointer (&self->refused, ovs_secret_free);
  g_queue_init (&self->waiting);
  for (GList *l = waiting.head; l != NULL; l = l->next)
    drop_source (g_task_get_task_data (l->data));
  while ((next = g_queue_pop_head (&waiting)) != NULL)
    {
      g_autoptr (GTask) task = next;

      if (error != NULL)
        g_task_return_error (task, error_for (g_task_get_task_data (task), error));
      else
        g_task_return_pointer (task, g_strdup (self->access), free_secret);
    }
}

/* --- the keyring --- */

static gboolean
is_kept (OvsTokens *self)
{
  return self->keyring != NULL && self->provider != NULL;
}

static OvsKeyringItem
item_of (OvsTokens *self)
{
  return (OvsKeyringItem){ OVS_KEYRING_REFRESH_TOKEN, self->name, self->provider };
}

/* --- what was granted --- */

static void
adopt (OvsTokens *self, const OvsGrant *grant)
{
  guint margin = MIN (MARGIN_SECONDS, grant->expires_in / 10);

  if (grant->refresh_token != NULL && g_strcmp0 (grant->refresh_token, self->refresh) != 0)
    {
      ovs_secret_free (self->refresh_before);
      self->refresh_before = g_steal_pointer (&self->refresh);
      set_secret (&self->refresh, grant->refresh_token);
    }
  set_secret (&self->access, grant->access_token);
  self->expires_at = g_get_monotonic_time () + (gint64) (grant->expires_in - margin) * G_USEC_PER_SEC;
}

static void
rotated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  g_autoptr (OvsGrant) grant = g_steal_pointer (&self->grant);

  /* Where it could not be stored it lives as long as this object does. */
  if (!ovs_keyring_store_finish (OVS_KEYRING (source), result, NULL))
    g_debug ("renewed, but not kept");
  adopt (self, grant);
  land (self, NULL);
}

/* The new token is stored before anything is done with what came with it. */
static void
take_renewed (OvsTokens *self, OvsGrant *grant)
{
  OvsKeyringItem item = item_of (self);

  g_debug ("renewed");
  if (is_kept (self) && grant->refresh_token != NULL && g_strcmp0 (grant->refresh_token, self->refresh) != 0)
    {
      self->grant = grant;
      ovs_keyring_store_async (self->keyring, &item, grant->refresh_token, NULL, rotated_cb, g_object_ref (self));
      return;
    }
  adopt (self, grant);
  ovs_grant_free (grant);
  land (self, NULL);
}

/* --- signing in --- */

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsGrant) grant = ovs_oauth_sign_in_finish (OVS_WIRE (source), result, &error);

  if (grant != NULL)
    {
      g_clear_pointer (&self->refresh, ovs_secret_free);
      adopt (self, grant);
      g_clear_pointer (&self->refresh_before, ovs_secret_free);
      g_debug ("signed in");
    }
  land (self, error);
}

/* Where a person has to, and is not there; @why: (nullable): what Loket said before. */
static void
land_signed_out (OvsTokens *self, const GError *why)
{
  g_autoptr (GError) error = NULL;

  if (why != NULL)
    error = g_error_copy (why);
  else if (ovs_keyring_is_lasting (self->keyring))
    error = g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
                                 _ ("Nobody is signed in at Loket, so nothing was sent. Sign in first: in the window, or with “overstap connect DOSSIER URL --browser”."));
  else
    error = g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN,
                                 _ ("Nobody is signed in at Loket, so nothing was sent. There is no keyring here that opens, so a sign-in is only kept as long as the window "
                                    "of Overstap is open: sign in and work there."));
  g_clear_pointer (&self->access, ovs_secret_free);
  land (self, error);
}

static void
sign_in (OvsTokens *self)
{
  if (self->keyring != NULL && self->browser == NULL)
    land_signed_out (self, NULL);
  else
    ovs_oauth_sign_in_async (self->wire, self->url, self->registration, self->browser, self->stop, signed_in_cb, g_object_ref (self));
}

/* --- renewing --- */

static void renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask_renewal (OvsTokens *self)
{
  if (self->refresh != NULL)
    ovs_oauth_renew_async (self->wire, self->url, self->registration, self->refresh, NULL, renewed_cb, g_object_ref (self));
  else
    sign_in (self);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  g_autoptr (OvsSecret) kept = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);

  if (kept != NULL && g_strcmp0 (kept, self->refresh) != 0)
    set_secret (&self->refresh, kept);
  ask_renewal (self);
}

/* Without the lock too, where there is none to be had: then a refusal is looked into. */
static void
locked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  OvsKeyringItem item = item_of (self);

  self->lock = ovs_process_lock_take_finish (result, NULL);
  ovs_keyring_lookup_async (self->keyring, &item, NULL, looked_up_cb, g_object_ref (self));
}

/* Where Loket takes each token once only, two processes that renew with the same one would end the sign-in of both. */
static void
renew (OvsTokens *self)
{
  OvsKeyringItem item = item_of (self);
  g_autofree char *name = ovs_keyring_item_to_key (&item);

  if (is_kept (self))
    ovs_process_lock_take_async (name, LOCK_LIMIT, NULL, locked_cb, g_object_ref (self));
  else
    ask_renewal (self);
}

/* Loket did not take the token: the one before it, or nothing more. */
static void
fall_back (OvsTokens *self, const GError *error)
{
  g_clear_pointer (&self->refresh, ovs_secret_free);
  self->refresh = g_steal_pointer (&self->refresh_before);
  if (self->refresh != NULL && g_strcmp0 (self->refresh, self->refused) != 0)
    ask_renewal (self);
  else if (self->keyring != NULL)
    land_signed_out (self, error);
  else
    sign_in (self);
}

typedef struct
{
  OvsTokens *self; /* (owned) */
  GError *error;   /* (owned) */
} Refusal;

static void
looked_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Refusal *refusal = user_data;
  g_autoptr (OvsTokens) self = refusal->self;
  g_autoptr (GError) error = refusal->error;
  g_autoptr (OvsSecret) kept = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);

  g_free (refusal);
  if (kept == NULL || g_strcmp0 (kept, self->refused) == 0)
    {
      fall_back (self, error);
      return;
    }
  set_secret (&self->refresh, kept);
  ask_renewal (self);
}

/* Another process may have renewed it meanwhile. */
static void
look_again (OvsTokens *self, const GError *error)
{
  OvsKeyringItem item = item_of (self);
  Refusal *refusal = g_new0 (Refusal, 1);

  self->looked_again = TRUE;
  refusal->self = g_object_ref (self);
  refusal->error = g_error_copy (error);
  ovs_keyring_lookup_async (self->keyring, &item, NULL, looked_again_cb, refusal);
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;
  g_autoptr (GError) error = NULL;
  OvsGrant *grant = ovs_oauth_renew_finish (OVS_WIRE (source), result, &error);

  if (grant != NULL)
    {
      take_renewed (self, grant);
      return;
    }
  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNKNOWN_OUTCOME) && !self->tried_again)
    {
      self->tried_again = TRUE;
      ask_renewal (self);
      return;
    }
  if (!g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN))
    {
      land (self, error);
      return;
    }
  set_secret (&self->refused, self->refresh);
  if (is_kept (self) && !self->looked_again)
    look_again (self, error);
  else
    fall_back (self, error);
}

/* --- who waits --- */

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  OvsTokens *self = g_task_get_source_object (user_data);
  g_autoptr (GTask) task = user_data;
  const Waiting *waiting = g_task_get_task_data (task);

  if (waiting->shows_browser && self->stop != NULL)
    g_cancellable_cancel (self->stop);
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
registration_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTokens) self = user_data;

  g_clear_pointer (&self->registration, ovs_registration_free);
  self->registration = ovs_registration_read_finish (OVS_KEYRING (source), result);
  self->first_step (self);
}

static void
take_off (OvsTokens *self, OvsBrowser *browser, void (*first_step) (OvsTokens *self))
{
  if (self->in_flight)
    return;
  self->in_flight = TRUE;
  self->tried_again = FALSE;
  self->looked_again = FALSE;
  g_set_object (&self->browser, browser);
  self->stop = browser != NULL ? g_cancellable_new () : NULL;
  self->first_step = first_step;
  if (self->registration == NULL && self->keyring == NULL)
    self->registration = ovs_registration_new_of_practice ();
  /* Whoever signs in anew may have changed it just now. */
  if (self->registration == NULL || browser != NULL)
    ovs_registration_read_async (self->keyring, self->kind, NULL, registration_cb, g_object_ref (self));
  else
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
ovs_tokens_use_keyring (OvsTokens *self, OvsKeyring *keyring, const char *name)
{
  g_set_object (&self->keyring, keyring);
  g_free (self->name);
  self->name = g_strdup (name);
}

void
ovs_tokens_set_provider (OvsTokens *self, const char *provider)
{
  char *copy = g_strdup (provider);

  g_free (self->provider);
  self->provider = copy;
}

void
ovs_tokens_sign_in_async (
    OvsTokens *self, OvsBrowser *browser, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = wait_for_flight (self, FALSE, cancellable, callback, user_data);
  Waiting *waiting = g_task_get_task_data (task);

  g_task_set_source_tag (task, ovs_tokens_sign_in_async);
  waiting->shows_browser = browser != NULL && !self->in_flight;
  take_off (self, browser, browser == NULL && self->keyring != NULL ? renew : sign_in);
}

gboolean
ovs_tokens_sign_in_finish (OvsTokens *self, GAsyncResult *result, GError **error)
{
  g_autoptr (OvsSecret) token = g_task_propagate_pointer (G_TASK (result), error);

  return token != NULL;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_keyring_store_finish (OVS_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_tokens_keep_async (OvsTokens *self, const char *provider, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  OvsKeyringItem item;

  g_task_set_source_tag (task, ovs_tokens_keep_async);
  ovs_tokens_set_provider (self, provider);
  item = item_of (self);
  if (is_kept (self) && self->refresh != NULL)
    {
      ovs_keyring_store_async (self->keyring, &item, self->refresh, NULL, kept_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
ovs_tokens_keep_finish (OvsTokens *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
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
        g_task_return_pointer (now, g_strdup (self->access), free_secret);
      else
        g_task_return_new_error (now, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN, "%s",
                                 _ ("Nobody has signed in at Loket yet; nothing was sent. Sign in first."));
      return;
    }
  task = wait_for_flight (self, TRUE, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_tokens_obtain_async);
  take_off (self, NULL, renew);
}

OvsSecret *
ovs_tokens_obtain_finish (OvsTokens *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
