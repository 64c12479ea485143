/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-oauth"
#include "config.h"

#include "loket/oauth.h"

#include <glib/gi18n.h>

#include "loket/loket-error-private.h"
#include "loket/redirect.h"

typedef struct
{
  char *url;
  OvsRegistration *registration; /* (owned) */
  OvsSecret *state;
  OvsSecret *verifier; /* (nullable) of PKCE */
  char *redirect_uri;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_free (sign_in->url);
  ovs_registration_free (sign_in->registration);
  ovs_secret_free (sign_in->state);
  ovs_secret_free (sign_in->verifier);
  g_free (sign_in->redirect_uri);
  g_free (sign_in);
}

/* --- trading the code --- */

static void
redeemed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  OvsGrant *grant = ovs_oauth_redeem_finish (OVS_WIRE (source), result, &error);

  if (grant != NULL)
    g_task_return_pointer (task, grant, (GDestroyNotify) ovs_grant_free);
  else
    g_task_return_error (task, error);
}

/* Takes over @task. */
static void
redeem (GTask *task, const char *code)
{
  SignIn *sign_in = g_task_get_task_data (task);

  ovs_oauth_redeem_async (g_task_get_source_object (task), sign_in->url, sign_in->registration, code, sign_in->redirect_uri, sign_in->verifier,
                          NULL, redeemed_cb, task);
}

/* --- where no person is needed --- */

static gboolean
is_our_redirect (const OvsAnswer *answer, const char *redirect_uri)
{
  return answer->broken == OVS_BREAK_NONE && SOUP_STATUS_IS_REDIRECTION (answer->status) &&
         answer->location != NULL && g_str_has_prefix (answer->location, redirect_uri);
}

static GError *
not_loket (OvsWire *wire, const OvsAnswer *answer)
{
  g_autofree char *sentence = g_strdup_printf (
      _ ("What answers at %s is not Loket: it does not know how to sign in. Check the address."),
      ovs_wire_get_host (wire));

  return ovs_loket_error_new (OVS_LOKET_ERROR_NOT_LOKET, answer->status, 0, NULL, sentence);
}

static GError *
judge_authorize_answer (OvsWire *wire, const OvsAnswer *answer, const char *redirect_uri)
{
  if (is_our_redirect (answer, redirect_uri))
    return NULL;
  if (answer->broken == OVS_BREAK_NONE &&
      (answer->status < SOUP_STATUS_BAD_REQUEST || answer->status == SOUP_STATUS_NOT_FOUND ||
       answer->status == SOUP_STATUS_METHOD_NOT_ALLOWED))
    return not_loket (wire, answer);
  return ovs_wire_judge (wire, answer, FALSE);
}

/* The code in the redirect, if it is the answer to our question. */
static OvsSecret *
read_code (const OvsAnswer *answer, const char *state, GError **error)
{
  g_autofree char *query = ovs_redirect_get_query (answer->location);
  OvsSecret *code;
  OvsRedirect redirect = ovs_redirect_read (query, state, &code);

  if (redirect != OVS_REDIRECT_CODE)
    g_propagate_error (error, ovs_redirect_to_error (redirect));
  return code;
}

static void
authorize_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  OvsWire *wire = OVS_WIRE (source);
  GError *error = NULL;
  g_autoptr (OvsAnswer) answer = ovs_wire_send_finish (wire, result, &error);
  g_autoptr (OvsSecret) code = NULL;

  if (answer != NULL)
    error = judge_authorize_answer (wire, answer, sign_in->redirect_uri);
  if (error == NULL)
    code = read_code (answer, sign_in->state, &error);
  if (code != NULL)
    redeem (g_steal_pointer (&task), code);
  else
    g_task_return_error (task, error);
}

/* --- with a browser --- */

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (OvsSecret) code = ovs_browser_wait_finish (OVS_BROWSER (source), result, &error);

  if (code != NULL)
    redeem (g_steal_pointer (&task), code);
  else
    g_task_return_error (task, error);
}

/* --- both --- */

/* RFC 7636: only who has the verifier can have made it. */
static char *
make_challenge (const char *verifier)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) verifier, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return ovs_secret_encode (digest, length);
}

static char *
make_address (const SignIn *sign_in)
{
  g_autofree char *query = soup_form_encode ("client_id", sign_in->registration->client_id, "redirect_uri", sign_in->redirect_uri,
                                             "response_type", "code", "scope", "all", "state", sign_in->state, NULL);
  g_autofree char *challenge = NULL;

  if (sign_in->verifier == NULL)
    return g_strconcat (sign_in->url, "/authorize?", query, NULL);
  challenge = make_challenge (sign_in->verifier);
  return g_strconcat (sign_in->url, "/authorize?", query, "&code_challenge=", challenge, "&code_challenge_method=S256", NULL);
}

static char *
choose_redirect_uri (const SignIn *sign_in, OvsBrowser *browser, GError **error)
{
  /* Nobody listens there: the redirect is read, not followed. */
  if (browser == NULL)
    return g_strdup_printf ("http://127.0.0.1:%u/", sign_in->registration->port);
  return g_strdup (ovs_browser_listen (browser, sign_in->registration->port, sign_in->state, error));
}

void
ovs_oauth_sign_in_async (OvsWire *wire,
                         const char *url,
                         const OvsRegistration *registration,
                         OvsBrowser *browser,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (wire, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);
  GError *error = NULL;
  g_autofree char *address = NULL;

  g_task_set_source_tag (task, ovs_oauth_sign_in_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, sign_in, sign_in_free);
  sign_in->url = g_strdup (url);
  sign_in->registration = ovs_registration_copy (registration);
  sign_in->state = ovs_secret_random ();
  sign_in->verifier = registration->pkce ? ovs_secret_random () : NULL;
  sign_in->redirect_uri = choose_redirect_uri (sign_in, browser, &error);
  if (sign_in->redirect_uri == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  address = make_address (sign_in);
  if (browser != NULL)
    ovs_browser_wait_async (browser, address, cancellable, waited_cb, g_steal_pointer (&task));
  else
    ovs_wire_send_async (wire, ovs_request_new_get ("authorize", g_steal_pointer (&address)), cancellable, authorize_cb, g_steal_pointer (&task));
}

OvsGrant *
ovs_oauth_sign_in_finish (OvsWire *wire, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
