/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/loket-private.h"

typedef struct
{
  char *method;
  char *path;
  guint status;
  char *body;
  char *header; /* (nullable) */
  char *value;  /* (nullable) */
  gboolean raw;
  gboolean once;
} Answer;

struct _FakeLoket
{
  SoupServer *server;
  char *url;
  GPtrArray *answers; /* (element-type Answer) */
  GHashTable *counts; /* "GET /path" → count */
  GHashTable *last;   /* "/path what" → text */
  guint total;
  guint at_once;
  guint most_at_once;
  guint delay;
  guint tokens;    /* given so far; the last ones are access-N and refresh-N */
  guint forgotten; /* refresh tokens up to this one are void */
  gboolean expired;
  gboolean wrong_state;
  int lifetime;
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->method);
  g_free (answer->path);
  g_free (answer->body);
  g_free (answer->header);
  g_free (answer->value);
  g_free (answer);
}

static void
note (FakeLoket *fake, const char *path, const char *what, const char *text)
{
  g_hash_table_insert (fake->last, g_strconcat (path, " ", what, NULL), g_strdup (text));
}

static void
note_request (FakeLoket *fake, SoupServerMessage *message, const char *path)
{
  char *key = g_strconcat (soup_server_message_get_method (message), " ", path, NULL);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr (GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  fake->total++;
  g_hash_table_insert (fake->counts, key,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (fake->counts, key)) + 1));
  note (fake, path, "query", g_uri_get_query (soup_server_message_get_uri (message)));
  note (fake, path, "body", text);
  note (fake, path, "Accept", soup_message_headers_get_one (headers, "Accept"));
  note (fake, path, "Connection", soup_message_headers_get_one (headers, "Connection"));
  note (fake, path, "Content-Type", soup_message_headers_get_one (headers, "Content-Type"));
}

static gboolean
fits (const Answer *answer, const char *method, const char *path)
{
  gsize length = strlen (answer->path);

  if (!g_str_equal (answer->method, method))
    return FALSE;
  if (length > 0 && answer->path[length - 1] == '*')
    return strncmp (answer->path, path, length - 1) == 0;
  return g_str_equal (answer->path, path);
}

static Answer *
find_answer (FakeLoket *fake, const char *method, const char *path, gboolean once)
{
  for (guint i = 0; i < fake->answers->len; i++)
    {
      Answer *answer = g_ptr_array_index (fake->answers, i);
      if (answer->once == once && fits (answer, method, path))
        return answer;
    }
  return NULL;
}

static void
set_body (SoupServerMessage *message, guint status, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  if (body != NULL)
    soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, strlen (body));
}

static void
authorize (FakeLoket *fake, SoupServerMessage *message, GHashTable *query)
{
  g_autofree char *where =
      g_strdup_printf ("%s?state=%s&code=code-%u", (char *) g_hash_table_lookup (query, "redirect_uri"),
                       fake->wrong_state ? "another" : (char *) g_hash_table_lookup (query, "state"),
                       fake->tokens);

  g_assert_cmpstr (g_hash_table_lookup (query, "client_id"), ==, "overstap");
  g_assert_cmpstr (g_hash_table_lookup (query, "response_type"), ==, "code");
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, where);
}

static gboolean
is_grant_good (FakeLoket *fake, GHashTable *form)
{
  const char *refresh = g_hash_table_lookup (form, "refresh_token");

  if (g_strcmp0 (g_hash_table_lookup (form, "grant_type"), "authorization_code") == 0)
    return g_hash_table_lookup (form, "code") != NULL;
  return refresh != NULL && g_ascii_strtoull (refresh + strlen ("refresh-"), NULL, 10) > fake->forgotten;
}

static void
give_token (FakeLoket *fake, SoupServerMessage *message)
{
  g_autofree char *body = g_strdup (g_hash_table_lookup (fake->last, "/token body"));
  g_autoptr (GHashTable) form = soup_form_decode (body);
  g_autofree char *json = NULL;

  if (!is_grant_good (fake, form))
    {
      set_body (message, 400, "{\"error\": \"Invalid_Grant\"}");
      return;
    }
  fake->tokens++;
  fake->expired = FALSE;
  json = g_strdup_printf ("{\"access_token\": \"access-%u\", \"token_type\": \"bearer\", \"expires_in\": %d, "
                          "\"refresh_token\": \"refresh-%u\", \"two_factor_state\": \"None\"}",
                          fake->tokens, fake->lifetime, fake->tokens);
  set_body (message, 200, json);
}

static gboolean
is_admitted (FakeLoket *fake, SoupServerMessage *message)
{
  g_autofree char *wanted = g_strdup_printf ("Bearer access-%u", fake->tokens);

  return !fake->expired &&
         g_strcmp0 (soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                                  "Authorization"),
                    wanted) == 0;
}

static gboolean
close_cb (gpointer user_data)
{
  GIOStream *stream = user_data;

  g_io_stream_close (stream, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
send_raw (SoupServerMessage *message, const char *text)
{
  GIOStream *stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL, NULL, NULL);
  /* Not from within the server's own call. */
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, stream, g_object_unref);
}

static void
give_answer (FakeLoket *fake, SoupServerMessage *message, const char *path)
{
  const char *method = soup_server_message_get_method (message);
  Answer *once = find_answer (fake, method, path, TRUE);
  const Answer *answer = once != NULL ? once : find_answer (fake, method, path, FALSE);

  if (answer == NULL)
    soup_server_message_set_status (message, 404, NULL);
  else if (answer->raw)
    send_raw (message, answer->body);
  else
    {
      set_body (message, answer->status, answer->body);
      if (answer->header != NULL)
        soup_message_headers_replace (soup_server_message_get_response_headers (message), answer->header,
                                      answer->value);
    }
  if (once != NULL)
    g_ptr_array_remove (fake->answers, once);
}

#define FINISHED "fake-loket-finished"

static gboolean
go_on_cb (gpointer user_data)
{
  g_autoptr (SoupServerMessage) message = user_data;

  /* The client may have gone away in the meantime. */
  if (g_object_get_data (G_OBJECT (message), FINISHED) == NULL)
    soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
finished_cb (SoupServerMessage *message, gpointer user_data)
{
  FakeLoket *fake = user_data;

  fake->at_once--;
  g_object_set_data (G_OBJECT (message), FINISHED, fake);
}

static void
disconnected_cb (SoupServerMessage *message, gpointer user_data)
{
  g_object_set_data (G_OBJECT (message), FINISHED, user_data);
}

static void
request_cb (
    SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  FakeLoket *fake = user_data;

  fake->at_once++;
  fake->most_at_once = MAX (fake->most_at_once, fake->at_once);
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), fake);
  g_signal_connect (message, "disconnected", G_CALLBACK (disconnected_cb), fake);
  note_request (fake, message, path);

  if (find_answer (fake, soup_server_message_get_method (message), path, TRUE) == NULL &&
      g_str_equal (path, "/authorize"))
    authorize (fake, message, query);
  else if (find_answer (fake, soup_server_message_get_method (message), path, TRUE) == NULL &&
           g_str_equal (path, "/token"))
    give_token (fake, message);
  else if (!is_admitted (fake, message) && !g_str_has_prefix (path, "/practice/") &&
           !g_str_equal (path, "/authorize") && !g_str_equal (path, "/token"))
    set_body (message, 401, "{\"message\": \"Authorization has been denied for this request.\"}");
  else
    give_answer (fake, message, path);

  if (fake->delay > 0)
    {
      soup_server_message_pause (message);
      g_timeout_add (fake->delay, go_on_cb, g_object_ref (message));
    }
}

FakeLoket *
fake_loket_new (void)
{
  FakeLoket *fake = g_new0 (FakeLoket, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fake->lifetime = 3599;
  fake->answers = g_ptr_array_new_with_free_func (answer_free);
  fake->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fake->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fake->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fake->server, NULL, request_cb, fake, NULL);
  soup_server_listen_local (fake->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fake->server);
  fake->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return fake;
}

void
fake_loket_free (FakeLoket *fake)
{
  soup_server_disconnect (fake->server);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fake->server);
  g_ptr_array_unref (fake->answers);
  g_hash_table_unref (fake->counts);
  g_hash_table_unref (fake->last);
  g_free (fake->url);
  g_free (fake);
}

const char *
fake_loket_get_url (FakeLoket *fake)
{
  return fake->url;
}

static Answer *
add_answer (
    FakeLoket *fake, const char *method, const char *path, guint status, const char *body, gboolean once)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->method = g_strdup (method);
  answer->path = g_strdup (path);
  answer->status = status;
  answer->body = g_strdup (body);
  answer->once = once;
  g_ptr_array_add (fake->answers, answer);
  return answer;
}

void
fake_loket_answer (FakeLoket *fake, const char *method, const char *path, guint status, const char *body)
{
  Answer *old = find_answer (fake, method, path, FALSE);

  if (old != NULL)
    g_ptr_array_remove (fake->answers, old);
  add_answer (fake, method, path, status, body, FALSE);
}

void
fake_loket_answer_once (FakeLoket *fake, const char *method, const char *path, guint status, const char *body)
{
  add_answer (fake, method, path, status, body, TRUE);
}

void
fake_loket_answer_header (FakeLoket *fake,
                          const char *method,
                          const char *path,
                          guint status,
                          const char *header,
                          const char *value)
{
  Answer *answer = add_answer (fake, method, path, status, "{}", TRUE);

  answer->header = g_strdup (header);
  answer->value = g_strdup (value);
}

void
fake_loket_answer_raw_once (FakeLoket *fake, const char *method, const char *path, const char *text)
{
  add_answer (fake, method, path, 0, text, TRUE)->raw = TRUE;
}

void
fake_loket_set_delay (FakeLoket *fake, guint milliseconds)
{
  fake->delay = milliseconds;
}

void
fake_loket_expire (FakeLoket *fake)
{
  fake->expired = TRUE;
}

void
fake_loket_forget (FakeLoket *fake)
{
  fake->forgotten = fake->tokens;
}

void
fake_loket_set_wrong_state (FakeLoket *fake)
{
  fake->wrong_state = TRUE;
}

void
fake_loket_set_lifetime (FakeLoket *fake, int seconds)
{
  fake->lifetime = seconds;
}

guint
fake_loket_count (FakeLoket *fake, const char *method, const char *path)
{
  g_autofree char *key = NULL;

  if (method == NULL)
    return fake->total;
  key = g_strconcat (method, " ", path, NULL);
  return GPOINTER_TO_UINT (g_hash_table_lookup (fake->counts, key));
}

guint
fake_loket_get_most_at_once (FakeLoket *fake)
{
  return fake->most_at_once;
}

const char *
fake_loket_get_last (FakeLoket *fake, const char *path, const char *what)
{
  g_autofree char *key = g_strconcat (path, " ", what, NULL);

  return g_hash_table_lookup (fake->last, key);
}

char *
fake_loket_page (int page, int pages, int size, const char *items)
{
  return g_strdup_printf (
      "{\"totalSize\": %d, \"pageSize\": 250, \"totalPages\": %d, \"currentPage\": %d, \"version\": "
      "{\"obsoleteDate\": null, \"resourceVersion\": \"2018-01-01\"}, \"messages\": [], "
      "\"_embedded\": [%s]}",
      size, pages, page, items);
}

OvsLoket *
fake_loket_stranger (FakeLoket *fake)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (GError) error = NULL;
  OvsLoket *loket = ovs_loket_new (fake->url, clock, &error);
  OvsManners *manners;

  g_assert_no_error (error);
  manners = ovs_wire_get_manners (ovs_loket_get_wire (loket));
  manners->back_off_ms = 4;
  manners->connect_ms = 2000;
  manners->answer_ms = 2000;
  return loket;
}

OvsLoket *
fake_loket_client (FakeLoket *fake)
{
  OvsLoket *loket = fake_loket_stranger (fake);
  g_autoptr (GError) error = NULL;

  fake_loket_sign_in (loket, &error);
  g_assert_no_error (error);
  return loket;
}

OvsLoket *
fake_loket_knowing_client (FakeLoket *fake)
{
  OvsLoket *loket = fake_loket_client (fake);

  ovs_loket_set_prefixes (loket, "providers=v2 employers=v2 user=v2 actions=v2");
  return loket;
}

void
fake_loket_done_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  GAsyncResult **filled = slot;

  g_assert_null (*filled);
  *filled = g_object_ref (result);
}

GAsyncResult *
fake_loket_wait (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

GPtrArray *
fake_loket_read (OvsLoket *loket, FakeReadAsync read, FakeReadFinish finish, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  read (loket, id, NULL, fake_loket_done_cb, &result);
  return finish (loket, fake_loket_wait (&result), error);
}

gboolean
fake_loket_sign_in (OvsLoket *loket, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_sign_in_async (loket, NULL, fake_loket_done_cb, &result);
  return ovs_loket_sign_in_finish (loket, fake_loket_wait (&result), error);
}
