/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every page, whatever it shows: it goes over the tables of routes, so that no page can forget it. */
#include "practice/fixture.h"

#include "practice/routes.h"

#define FORM "application/x-www-form-urlencoded"
#define ACCOUNT 900001
#define BROWSER "text/html,application/xhtml+xml;q=0.9"

static const char *const cookies[] = { "kantoor", "mijnloket", "werknemerloket" };

/* An office whose user, one employee with an account, and one in the old portal are signed in. */
typedef struct
{
  Office office;
  char *secret; /* of an invitation */
  char *cookie;
} Pages;

static char *
newest_secret (Client *client)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *mails = client_list (client, "/practice/mail?kind=invitation", &kept);
  const char *link = json_object_get_string_member (json_array_get_object_element (mails, 0), "link");

  return g_strdup (strrchr (link, '/') + 1);
}

static void
set_up_pages (Pages *pages, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autoptr (GString) cookie = g_string_new (NULL);

  set_up (&pages->office, data);
  act (&pages->office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  pages->secret = newest_secret (pages->office.client);
  poke (&pages->office, "INSERT INTO account (id, email, first_name, made_at, activated_at) VALUES (900001, 'a@example.com', 'A', 1, 1)", NULL);
  poke (&pages->office, "UPDATE employee SET account_id = 900001 WHERE ess = 'InvitePending'", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cookies); i++)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, cookies[i], -1);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO session (hash, kind, who, begun_at, seen_at) VALUES (?, '%s', %d, unixepoch (), unixepoch ())",
                                              cookies[i], g_str_equal (cookies[i], "mijnloket") ? ACCOUNT : 1);
      poke (&pages->office, sql, hash);
      g_string_append_printf (cookie, "%s%s=%s", i > 0 ? "; " : "", cookies[i], cookies[i]);
    }
  pages->cookie = g_string_free (g_steal_pointer (&cookie), FALSE);
}

static void
tear_down_pages (Pages *pages, gconstpointer data)
{
  g_free (pages->secret);
  g_free (pages->cookie);
  tear_down (&pages->office, data);
}

typedef struct
{
  GPtrArray *routes; /* of (not owned) OvsPracticeRoute */
  GPtrArray *paths;  /* of (owned) text: theirs */
} Filled;

static Pages *filling;
static Filled filled;

static void
fill_route (const OvsPracticeRoute *route, gpointer data)
{
  g_autoptr (GString) path = g_string_new (route->pattern);

  if (route->kind != OVS_PRACTICE_ROUTE_PAGE)
    return;
  g_string_replace (path, "{secret}", filling->secret, 0);
  g_string_replace (path, "{number}", "1", 0);
  g_string_replace (path, "{uuid}", filling->office.employer, 0);
  g_ptr_array_add (filled.routes, (gpointer) route);
  g_ptr_array_add (filled.paths, g_string_free (g_steal_pointer (&path), FALSE));
}

/* Calls @check with the path of every page that @method asks for. */
static void
foreach_page (Pages *pages, const char *method, void (*check) (Pages *pages, const char *path))
{
  guint n = 0;

  filling = pages;
  filled.routes = g_ptr_array_new ();
  filled.paths = g_ptr_array_new_with_free_func (g_free);
  ovs_practice_routes_foreach (fill_route, NULL);
  for (guint i = 0; i < filled.paths->len; i++)
    {
      const OvsPracticeRoute *route = filled.routes->pdata[i];

      if (!g_str_equal (route->method, method))
        continue;
      g_test_message ("%s %s", method, route->pattern);
      check (pages, filled.paths->pdata[i]);
      n++;
    }
  g_assert_cmpuint (n, >=, 7);
  g_ptr_array_unref (filled.routes);
  g_ptr_array_unref (filled.paths);
}

/* Everything that the file holds, but who is signed in. */
static char *
dump (Office *office)
{
  g_autofree char *path = g_build_filename (office->folder, "oefenloket.sqlite", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db;
  sqlite3_stmt *tables;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'session' ORDER BY 1", -1, &tables, NULL), ==,
                   SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", sqlite3_column_text (tables, 0));
      sqlite3_stmt *rows;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (rows); i++)
          g_string_append_printf (text, "%s|", (const char *) sqlite3_column_text (rows, i));
      sqlite3_finalize (rows);
    }
  sqlite3_finalize (tables);
  sqlite3_close (db);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_header (Reply *reply, const char *name, const char *part)
{
  const char *value = soup_message_headers_get_list (reply->headers, name);

  g_assert_nonnull (value);
  g_assert_nonnull (strstr (value, part));
}

/* The HTML of a mail is shown in a frame of a page of ours, and can do nothing there. */
static void
assert_framed (Reply *reply)
{
  assert_header (reply, "Content-Security-Policy", "default-src 'none'");
  assert_header (reply, "Content-Security-Policy", "form-action 'none'");
  assert_header (reply, "Content-Security-Policy", "frame-ancestors 'self'");
  assert_header (reply, "Content-Security-Policy", "sandbox");
  assert_header (reply, "X-Frame-Options", "SAMEORIGIN");
  assert_header (reply, "X-Content-Type-Options", "nosniff");
}

static void
assert_guarded (Reply *reply)
{
  assert_header (reply, "Content-Security-Policy", "default-src 'none'");
  assert_header (reply, "Content-Security-Policy", "frame-ancestors 'none'");
  assert_header (reply, "Content-Security-Policy", "form-action 'self'");
  assert_header (reply, "X-Content-Type-Options", "nosniff");
  assert_header (reply, "X-Frame-Options", "DENY");
  assert_header (reply, "Referrer-Policy", "no-referrer");
  assert_header (reply, "Cross-Origin-Resource-Policy", "same-origin");
  assert_header (reply, "Cache-Control", g_strcmp0 (reply->type, "text/css") == 0 ? "max-age" : "no-store");
}

static void
check_guarded (Pages *pages, const char *path)
{
  for (int signed_in = 0; signed_in < 2; signed_in++)
    {
      g_autoptr (Reply) reply = NULL;

      pages->office.client->cookie = signed_in ? pages->cookie : NULL;
      reply = client_send (pages->office.client, "GET", path, NULL);
      g_assert_cmpuint (reply->status, <, 500);
      if (g_str_has_prefix (path, "/mail/") && g_str_has_suffix (path, "/html") && reply->status == 200)
        assert_framed (reply);
      else
        assert_guarded (reply);
    }
}

static void
test_headers (Pages *pages, gconstpointer data)
{
  foreach_page (pages, "GET", check_guarded);
}

static char *
token_of (const char *cookie)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) cookie, strlen (cookie), "form", -1);
}

/* What a form of the page would carry. */
static char *
right_token (const char *path)
{
  if (g_str_has_prefix (path, "/mijnloket"))
    return token_of ("mijnloket");
  if (g_str_has_prefix (path, "/werknemerloket"))
    return token_of ("werknemerloket");
  return token_of ("kantoor");
}

/* 403; or sent to where one signs in, or home, where nothing waits to be linked; or a page that says that the link is no good. */
static gboolean
is_refusal (Pages *pages, const char *path, Reply *reply)
{
  gboolean nobody = pages->office.client->cookie == NULL;

  if (reply->status == 303 && nobody && g_str_has_suffix (reply->location, "/inloggen"))
    return TRUE;
  if (reply->status == 303 && g_str_has_prefix (path, "/mijnloket/koppelen/") && g_str_has_suffix (reply->location, "/mijnloket"))
    return TRUE;
  if (reply->status == 404 && g_str_has_prefix (path, "/mijnloket/activeren/"))
    return TRUE;
  return reply->status == 403;
}

/* Whatever is answered: nothing was done. */
static void
assert_refused (Pages *pages, const char *path, const char *body)
{
  g_autofree char *before = dump (&pages->office);
  g_autofree char *after = NULL;
  g_autoptr (Reply) reply = client_send_as (pages->office.client, "POST", path, FORM, body);

  g_assert_true (is_refusal (pages, path, reply));
  assert_guarded (reply);
  after = dump (&pages->office);
  g_assert_cmpstr (after, ==, before);
}

static void
check_form (Pages *pages, const char *path)
{
  Client *client = pages->office.client;
  g_autofree char *token = right_token (path);
  g_autofree char *right = g_strconcat ("csrf=", token, NULL);
  g_autofree char *wrong = g_strdup (right);

  client->cookie = pages->cookie;
  assert_refused (pages, path, "");
  assert_refused (pages, path, "csrf=");
  wrong[strlen (wrong) - 1] ^= 1;
  assert_refused (pages, path, wrong);
  client->origin = "http://elders.example";
  assert_refused (pages, path, right);
  client->origin = NULL;
  client->cookie = NULL;
  assert_refused (pages, path, right);
}

static void
test_forms (Pages *pages, gconstpointer data)
{
  foreach_page (pages, "POST", check_form);
}

/* The same with the token is no longer about the token: otherwise the test above would prove nothing. */
static void
check_right_form (Pages *pages, const char *path)
{
  g_autofree char *token = right_token (path);
  g_autofree char *right = g_strconcat ("csrf=", token, NULL);
  g_autoptr (Reply) reply = NULL;

  /* Logging out takes the session away from those that follow. */
  if (g_str_has_suffix (path, "/uitloggen"))
    return;
  pages->office.client->cookie = pages->cookie;
  reply = client_send_as (pages->office.client, "POST", path, FORM, right);
  g_assert_cmpuint (reply->status, !=, 403);
  g_assert_cmpuint (reply->status, <, 500);
}

static void
test_right_forms (Pages *pages, gconstpointer data)
{
  foreach_page (pages, "POST", check_right_form);
}

static void
check_other_methods (Pages *pages, const char *path)
{
  static const char *const methods[] = { "PUT", "DELETE", "PATCH", "HEAD", "TRACE" };

  pages->office.client->accept = BROWSER;
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (Reply) reply = client_send (pages->office.client, methods[i], path, NULL);

      g_assert_cmpuint (reply->status, ==, 405);
      assert_header (reply, "Allow", "GET");
      assert_guarded (reply);
    }
}

static void
test_methods (Pages *pages, gconstpointer data)
{
  foreach_page (pages, "GET", check_other_methods);
}

static void
test_missing (Pages *pages, gconstpointer data)
{
  static const char *const paths[] = { "/nergens", "/mijnloket/", "/mail/", "/data/", "/stijl.css/", "/mijnloket/uitnodiging/%3Cb%3E" };
  static const char *const outside[] = { "/..%2f..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/oefenloket.sqlite", "/oefenloket.sqlite", "/klanten.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Reply) page = NULL;
      g_autoptr (Reply) nothing = NULL;

      pages->office.client->accept = BROWSER;
      page = client_send (pages->office.client, "GET", paths[i], NULL);
      g_assert_cmpuint (page->status, ==, 404);
      g_assert_nonnull (strstr (page->text, "Deze pagina is er niet"));
      assert_guarded (page);
      pages->office.client->accept = "application/json";
      nothing = client_send (pages->office.client, "GET", paths[i], NULL);
      g_assert_cmpuint (nothing->status, ==, 404);
      g_assert_true (nothing->text == NULL || *nothing->text == '\0');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_autoptr (Reply) reply = client_send (pages->office.client, "GET", outside[i], NULL);

      g_assert_true (reply->status == 404 || reply->status == 400);
      g_assert_true (reply->text == NULL || (strstr (reply->text, "root:") == NULL && strstr (reply->text, "SQLite") == NULL));
    }
}

static guint
post_of (Pages *pages, const char *type, gsize length)
{
  g_autofree char *body = g_strnfill (length, 'x');
  g_autoptr (Reply) reply = client_send_as (pages->office.client, "POST", "/mijnloket/inloggen", type, body);

  return reply->status;
}

static void
test_sizes (Pages *pages, gconstpointer data)
{
  g_autofree char *url = g_strconcat (ovs_practice_get_url (pages->office.client->practice), "/mijnloket/inloggen", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("csrf=x", 6, NULL);
  g_autoptr (GBytes) answer = NULL;

  g_assert_cmpuint (post_of (pages, FORM, 60 * 1024), ==, 403);
  g_assert_cmpuint (post_of (pages, FORM, 70 * 1024), ==, 413);
  g_assert_cmpuint (post_of (pages, "multipart/form-data; boundary=y", 70 * 1024), ==, 403);
  g_assert_cmpuint (post_of (pages, "multipart/form-data; boundary=y", 9 * 1024 * 1024), ==, 413);
  /* Without a length nobody knows where it ends. */
  soup_message_set_request_body (message, FORM, stream, -1);
  soup_session_send_and_read_async (pages->office.client->session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (soup_message_get_status (message), ==, 411);
}

static void
test_cookies (Pages *pages, gconstpointer data)
{
  static const char *const paths[] = { "/mijnloket/inloggen", "/werknemerloket" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Reply) reply = client_send (pages->office.client, "GET", paths[i], NULL);

      assert_header (reply, "Set-Cookie", "HttpOnly");
      assert_header (reply, "Set-Cookie", "Secure");
      assert_header (reply, "Set-Cookie", "SameSite=Lax");
      assert_header (reply, "Set-Cookie", "Path=/");
    }
}

/* Guessing at links and passwords is slowed down, and nobody else is by that. */
static void
test_limits (Pages *pages, gconstpointer data)
{
  Client *client = pages->office.client;
  g_autofree char *token = token_of ("mijnloket");
  g_autofree char *guess = g_strdup_printf ("csrf=%s&email=b%%40example.com&wachtwoord=niet%%20goed", token);
  g_autofree char *right = g_strdup_printf ("csrf=%s&email=a%%40example.com&wachtwoord=oefenloket", token);
  g_autofree char *link = g_strconcat ("/mijnloket/uitnodiging/", pages->secret, NULL);
  g_autoptr (Reply) live = NULL;
  g_autoptr (Reply) in = NULL;
  guint too_many = 0;

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (Reply) reply = client_send (client, "GET", "/mijnloket/uitnodiging/0123456789abcdef", NULL);
      too_many += reply->status == 429;
    }
  g_assert_cmpuint (too_many, >, 0);
  live = client_send (client, "GET", link, NULL);
  g_assert_cmpuint (live->status, ==, 200);

  client->cookie = pages->cookie;
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (Reply) reply = client_send_as (client, "POST", "/mijnloket/inloggen", FORM, guess);

      g_assert_cmpuint (reply->status, ==, 422);
      g_assert_true ((strstr (reply->text, "te vaak") != NULL) == (i == 5));
    }
  in = client_send_as (client, "POST", "/mijnloket/inloggen", FORM, right);
  g_assert_cmpuint (in->status, ==, 303);
}

/* At another address than that of this machine alone. */
static void
test_elsewhere (void)
{
  g_autofree char *folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  Office office = { .folder = folder };
  g_autoptr (Reply) page = NULL;
  g_autoptr (Reply) other = NULL;
  g_autoptr (Reply) mails = NULL;
  g_autofree char *own = NULL;

  office.client = g_new0 (Client, 1);
  office.client->practice = ovs_practice_new (folder, 3, 30, 5, &error);
  g_assert_no_error (error);
  g_assert_false (ovs_practice_listen_at (office.client->practice, "0.0.0.0", 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_true (ovs_practice_listen_at (office.client->practice, "127.0.0.2", 0, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (ovs_practice_get_url (office.client->practice), "http://127.0.0.2:"));
  office.client->session = soup_session_new ();

  page = client_send (office.client, "GET", "/mijnloket/inloggen", NULL);
  g_assert_cmpuint (page->status, ==, 200);
  g_assert_null (strstr (soup_message_headers_get_list (page->headers, "Set-Cookie"), "Secure"));
  assert_header (page, "Set-Cookie", "HttpOnly");
  own = g_strdup_printf ("127.0.0.1:%d", atoi (strrchr (ovs_practice_get_url (office.client->practice), ':') + 1));
  office.client->host = g_steal_pointer (&own);
  other = client_send (office.client, "GET", "/mijnloket/inloggen", NULL);
  g_assert_cmpuint (other->status, ==, 403);
  g_clear_pointer (&office.client->host, g_free);

  poke (&office, "INSERT INTO mail (at, kind, recipient, employee, secret) VALUES (1, 'invitation', 'a@example.com', 1, 'abc')", NULL);
  mails = client_send (office.client, "GET", "/practice/mail", NULL);
  g_assert_nonnull (strstr (mails->text, "http://127.0.0.2:"));
  g_assert_null (strstr (mails->text, "127.0.0.1"));
  client_free (office.client);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/practice/pages/headers", Pages, NULL, set_up_pages, test_headers, tear_down_pages);
  g_test_add ("/practice/pages/forms", Pages, NULL, set_up_pages, test_forms, tear_down_pages);
  g_test_add ("/practice/pages/right-forms", Pages, NULL, set_up_pages, test_right_forms, tear_down_pages);
  g_test_add ("/practice/pages/methods", Pages, NULL, set_up_pages, test_methods, tear_down_pages);
  g_test_add ("/practice/pages/missing", Pages, NULL, set_up_pages, test_missing, tear_down_pages);
  g_test_add ("/practice/pages/sizes", Pages, NULL, set_up_pages, test_sizes, tear_down_pages);
  g_test_add ("/practice/pages/cookies", Pages, NULL, set_up_pages, test_cookies, tear_down_pages);
  g_test_add ("/practice/pages/limits", Pages, NULL, set_up_pages, test_limits, tear_down_pages);
  g_test_add_func ("/practice/pages/elsewhere", test_elsewhere);
  return g_test_run ();
}
