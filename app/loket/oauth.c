/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-oauth"
#include "config.h"

#include "loket/oauth.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "loket/json-reader.h"
#include "loket/loket-error-private.h"

/* Nobody listens there: the redirect is read, not followed. A browser will come back to it. */
#define REDIRECT_URI "http://127.0.0.1:48321/"
#define LIFETIME 3599

typedef struct
{
  char *url;
  char *state;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_free (sign_in->url);
  g_free (sign_in->state);
  g_free (sign_in);
}

void
ovs_grant_free (OvsGrant *grant)
{
  g_free (grant->access_token);
  g_free (grant->refresh_token);
  g_free (grant);
}

static GError *
sign_in_error (const OvsAnswer *answer, const char *sentence)
{
  return ovs_loket_error_new (OVS_LOKET_ERROR_SIGN_IN, answer->status, 0, NULL, sentence);
}

/* {"error": "invalid_grant"}, in any case of letters; NULL where there is none. */
static char *
get_error_word (const OvsAnswer *answer)
{
  g_autoptr (OvsJsonReader) reader = NULL;
  g_autofree char *word = NULL;

  if (answer->json == NULL || answer->status < SOUP_STATUS_BAD_REQUEST)
    return NULL;
  reader = ovs_json_reader_new (answer->json, "");
  word = ovs_json_reader_text_or_empty (reader, "error");
  return *word != '\0' ? g_ascii_strdown (word, -1) : NULL;
}

static GError *
judge_token_answer (OvsWire *wire, const OvsAnswer *answer)
{
  g_autofree char *word = get_error_word (answer);

  if (g_strcmp0 (word, "invalid_grant") == 0)
    return sign_in_error (answer, _ ("The sign-in at Loket has ended. Sign in anew."));
  if (g_strcmp0 (word, "invalid_client") == 0 || g_strcmp0 (word, "unauthorized_client") == 0)
    return sign_in_error (
        answer, _ ("Loket does not know Overstap as a program that may sign in. Ask Loket to admit it for "
                   "your office."));
  return ovs_wire_judge (wire, answer, TRUE);
}

static OvsGrant *
read_grant (OvsWire *wire, const OvsAnswer *answer, GError **error)
{
  g_autoptr (OvsGrant) grant = g_new0 (OvsGrant, 1);
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (answer->json, "");
  int lifetime;

  grant->access_token = ovs_json_reader_text (reader, "access_token");
  grant->refresh_token = ovs_json_reader_text_or_empty (reader, "refresh_token");
  lifetime = ovs_json_reader_int (reader, "expires_in", LIFETIME);
  if (!ovs_json_reader_end (reader, NULL))
    {
      /* A token was given, only not to be read. */
      g_propagate_error (
          error, ovs_loket_error_new (OVS_LOKET_ERROR_UNKNOWN_OUTCOME, answer->status, 0, NULL,
                                      _ ("Loket's answer to the sign-in cannot be read. Sign in anew.")));
      return NULL;
    }
  if (*grant->refresh_token == '\0')
    g_clear_pointer (&grant->refresh_token, g_free);
  grant->expires_in = (guint) MAX (lifetime, 0);
  return g_steal_pointer (&grant);
}

static void
token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsWire *wire = OVS_WIRE (source);
  GError *error = NULL;
  g_autoptr (OvsAnswer) answer = ovs_wire_send_finish (wire, result, &error);
  OvsGrant *grant = NULL;

  if (answer != NULL)
    error = judge_token_answer (wire, answer);
  if (error == NULL)
    grant = read_grant (wire, answer, &error);
  if (grant != NULL)
    g_task_return_pointer (task, grant, (GDestroyNotify) ovs_grant_free);
  else
    g_task_return_error (task, error);
}

/* Takes over @task and @form. */
static void
ask_token (GTask *task, const char *url, char *form)
{
  OvsRequest *request = ovs_request_new_get ("token", g_strconcat (url, "/token", NULL));

  request->method = SOUP_METHOD_POST;
  request->accept = g_strdup ("application/json");
  request->content_type = "application/x-www-form-urlencoded";
  request->body = g_bytes_new_take (form, strlen (form));
  ovs_wire_send_async (g_task_get_source_object (task), request, g_task_get_cancellable (task), token_cb,
                       task);
}

static gboolean
is_our_redirect (const OvsAnswer *answer)
{
  return answer->broken == OVS_BREAK_NONE && SOUP_STATUS_IS_REDIRECTION (answer->status) &&
         answer->location != NULL && g_str_has_prefix (answer->location, REDIRECT_URI);
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
judge_authorize_answer (OvsWire *wire, const OvsAnswer *answer)
{
  if (is_our_redirect (answer))
    return NULL;
  if (answer->broken == OVS_BREAK_NONE &&
      (answer->status < SOUP_STATUS_BAD_REQUEST || answer->status == SOUP_STATUS_NOT_FOUND ||
       answer->status == SOUP_STATUS_METHOD_NOT_ALLOWED))
    return not_loket (wire, answer);
  return ovs_wire_judge (wire, answer, FALSE);
}

/* The code in the redirect, if it is the answer to our question. */
static char *
read_code (const OvsAnswer *answer, const char *state, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (answer->location, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GHashTable) query = NULL;
  const char *code, *returned;

  if (uri != NULL && g_uri_get_query (uri) != NULL)
    query = soup_form_decode (g_uri_get_query (uri));
  code = query != NULL ? g_hash_table_lookup (query, "code") : NULL;
  returned = query != NULL ? g_hash_table_lookup (query, "state") : NULL;
  if (g_strcmp0 (returned, state) != 0)
    {
      g_propagate_error (
          error,
          sign_in_error (answer, _ ("The answer to the sign-in was not meant for this sign-in, and was "
                                    "not used. Sign in anew.")));
      return NULL;
    }
  if (code == NULL || *code == '\0')
    {
      g_propagate_error (error,
                         sign_in_error (answer,
                                        _ ("Loket refused the sign-in. Sign in anew, with a user who may.")));
      return NULL;
    }
  return g_strdup (code);
}

static void
authorize_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  OvsWire *wire = OVS_WIRE (source);
  GError *error = NULL;
  g_autoptr (OvsAnswer) answer = ovs_wire_send_finish (wire, result, &error);
  g_autofree char *code = NULL;

  if (answer != NULL)
    error = judge_authorize_answer (wire, answer);
  if (error == NULL)
    code = read_code (answer, sign_in->state, &error);
  if (code == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ask_token (g_steal_pointer (&task), sign_in->url,
             soup_form_encode ("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI,
                               "client_id", OVS_OAUTH_CLIENT_ID, NULL));
}

/* Nobody may guess it: it proves that the answer belongs to our question. */
static char *
new_state (void)
{
  guint8 bytes[16];
  GString *text = g_string_new (NULL);

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("No random numbers: %s", g_strerror (errno));
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

void
ovs_oauth_sign_in_async (OvsWire *wire,
                         const char *url,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (wire, cancellable, callback, user_data);
  SignIn *sign_in = g_new0 (SignIn, 1);
  g_autofree char *query = NULL;

  g_task_set_source_tag (task, ovs_oauth_sign_in_async);
  g_task_set_check_cancellable (task, FALSE);
  sign_in->url = g_strdup (url);
  sign_in->state = new_state ();
  g_task_set_task_data (task, sign_in, sign_in_free);

  query = soup_form_encode ("client_id", OVS_OAUTH_CLIENT_ID, "redirect_uri", REDIRECT_URI, "response_type",
                            "code", "scope", "all", "state", sign_in->state, NULL);
  ovs_wire_send_async (wire, ovs_request_new_get ("authorize", g_strconcat (url, "/authorize?", query, NULL)),
                       cancellable, authorize_cb, task);
}

OvsGrant *
ovs_oauth_sign_in_finish (OvsWire *wire, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_oauth_renew_async (OvsWire *wire,
                       const char *url,
                       const char *refresh_token,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (wire, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_oauth_renew_async);
  g_task_set_check_cancellable (task, FALSE);
  ask_token (task, url,
             soup_form_encode ("grant_type", "refresh_token", "refresh_token", refresh_token, "client_id",
                               OVS_OAUTH_CLIENT_ID, NULL));
}

OvsGrant *
ovs_oauth_renew_finish (OvsWire *wire, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
