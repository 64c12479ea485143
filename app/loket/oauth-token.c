/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-oauth"
#include "config.h"

#include "loket/oauth-token.h"

#include <glib/gi18n.h>

#include "loket/json-reader.h"
#include "loket/loket-error-private.h"

#define LIFETIME 3599

void
ovs_grant_free (OvsGrant *grant)
{
  ovs_secret_free (grant->access_token);
  ovs_secret_free (grant->refresh_token);
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
        answer, _ ("Loket does not know Overstap as a program that may sign in. Check client id and secret in the "
                   "preferences, or ask Loket to admit it for your office."));
  if (answer->broken == OVS_BREAK_NONE && answer->status == SOUP_STATUS_BAD_REQUEST && answer->json == NULL)
    return sign_in_error (answer, _ ("Loket's answer to the sign-in cannot be read. Sign in anew."));
  if (answer->broken == OVS_BREAK_NONE && answer->status == SOUP_STATUS_BAD_REQUEST)
    return ovs_loket_error_new (OVS_LOKET_ERROR_BAD_REQUEST, answer->status, 0, NULL,
                                _ ("Loket does not accept how Overstap signs in; nothing else was sent. Check the connection with Loket in the "
                                   "preferences, and ask Loket where it does not help."));
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

/* "&NAME=VALUE" where there is a value. */
static void
add_field (GString *form, const char *name, const char *value)
{
  g_autoptr (OvsSecret) field = value != NULL ? soup_form_encode (name, value, NULL) : NULL;

  if (field != NULL)
    g_string_append_printf (form, "%s%s", form->len > 0 ? "&" : "", field);
}

/* Takes over @task and @form. */
static void
ask_token (GTask *task, const char *url, GString *form)
{
  OvsRequest *request = ovs_request_new_get ("token", g_strconcat (url, "/token", NULL));

  request->method = SOUP_METHOD_POST;
  request->accept = g_strdup ("application/json");
  request->content_type = "application/x-www-form-urlencoded";
  request->body = ovs_secret_to_bytes (g_string_free (form, FALSE));
  ovs_wire_send_async (g_task_get_source_object (task), request, g_task_get_cancellable (task), token_cb,
                       task);
}

static GTask *
new_task (OvsWire *wire, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (wire, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What was granted is told, even when somebody cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

void
ovs_oauth_redeem_async (OvsWire *wire,
                        const char *url,
                        const OvsRegistration *registration,
                        const char *code,
                        const char *redirect_uri,
                        const char *verifier,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GString *form = g_string_new (NULL);

  add_field (form, "grant_type", "authorization_code");
  add_field (form, "code", code);
  add_field (form, "redirect_uri", redirect_uri);
  add_field (form, "client_id", registration->client_id);
  add_field (form, "client_secret", registration->client_secret);
  add_field (form, "code_verifier", verifier);
  ask_token (new_task (wire, ovs_oauth_redeem_async, cancellable, callback, user_data), url, form);
}

OvsGrant *
ovs_oauth_redeem_finish (OvsWire *wire, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_oauth_renew_async (OvsWire *wire,
                       const char *url,
                       const OvsRegistration *registration,
                       const char *refresh_token,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GString *form = g_string_new (NULL);

  add_field (form, "grant_type", "refresh_token");
  add_field (form, "refresh_token", refresh_token);
  add_field (form, "client_id", registration->client_id);
  add_field (form, "client_secret", registration->client_secret);
  ask_token (new_task (wire, ovs_oauth_renew_async, cancellable, callback, user_data), url, form);
}

OvsGrant *
ovs_oauth_renew_finish (OvsWire *wire, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
