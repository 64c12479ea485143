/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that want to be markup, a header or a formula, shown and written everywhere: nothing of them works. */
#include "practice/fixture.h"

#include "practice/hostile.h"
#include "practice/routes.h"

#define N_NAMES G_N_ELEMENTS (hostile_names)

static void
poke_name (Office *office, const char *update, const char *number, guint i)
{
  g_autofree char *sql = g_strdup_printf ("%s WHERE %s %% %d = %u", update, number, (int) N_NAMES, i);

  poke (office, sql, hostile_names[i]);
}

static void
invite_everybody (Office *office)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *employers = client_list (office->client, "/v2/providers/employers/minimized", &kept);

  for (guint i = 0; i < json_array_get_length (employers); i++)
    {
      const char *employer = json_object_get_string_member (json_array_get_object_element (employers, i), "id");
      g_autoptr (GPtrArray) ids = client_to_migrate (office->client, employer);
      g_autoptr (Reply) done = NULL;
      g_autofree char *body = actions_for (ids, 0, ids->len, "SendInvite");

      if (ids->len > 0)
        client_do (office->client, employer, "essaccessstatus", body, &done);
    }
}

/* One employer for each name, and everybody in it is called so. */
static void
set_up_hostile (Office *office, gconstpointer data)
{
  *office = (Office){ .folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL) };
  office->client = client_new (office->folder, N_NAMES, 8 * N_NAMES, 5);
  poke (office, "UPDATE employee SET trouble = '', email = 'persoon' || id || '@gmail.com'", NULL);
  poke (office, "UPDATE employer SET mijnloket = 1, product_500 = 1", NULL);
  for (guint i = 0; i < N_NAMES; i++)
    {
      poke_name (office, "UPDATE employer SET name = ?1, contact_name = ?1, contact_email = ?1, contact_phone = ?1, handler = ?1, city = ?1, street = ?1",
                 "id", i);
      poke_name (office, "UPDATE employee SET first_name = ?1, last_name = ?1, prefix = ?1, initials = ?1, formatted_name = ?1, work_email = ?1",
                 "employer", i);
    }
  invite_everybody (office);
  for (guint i = 0; i < N_NAMES; i++)
    {
      poke_name (office, "UPDATE mail SET recipient = ?1", "(CASE WHEN id % 2 = 0 THEN id ELSE -1 END)", i);
      poke_name (office, "UPDATE employee SET email = ?1", "id", i);
    }
}

static void
tear_down_hostile (Office *office, gconstpointer data)
{
  client_free (office->client);
  remove_folder (office->folder);
  g_free (office->folder);
}

/* Whatever would be markup, had a name become it. Our own pages have none of these. */
static void
assert_no_markup (const char *html)
{
  static const char *const markup[] = { "<b>", "<script", "<img", "<svg", "onerror=alert(1)>", " onmouseover='", "<b&gt;", "{csrf}\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (markup); i++)
    if (strstr (html, markup[i]) != NULL)
      g_error ("a name became markup: %s in %.3000s", markup[i], html);
}

static GPtrArray *paths;

static void
collect (const OvsPracticeRoute *route, gpointer data)
{
  Office *office = data;
  g_autoptr (GString) path = NULL;
  g_autoptr (Reply) kept = NULL;
  const char *link;

  if (route->kind != OVS_PRACTICE_ROUTE_PAGE || !g_str_equal (route->method, "GET"))
    return;
  for (guint i = 1; i <= N_NAMES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      JsonArray *mails = client_list (office->client, "/practice/mail?kind=invitation", &kept);

      link = json_object_get_string_member (json_array_get_object_element (mails, i % json_array_get_length (mails)), "link");
      path = g_string_new (route->pattern);
      g_string_replace (path, "{secret}", strrchr (link, '/') + 1, 0);
      g_string_replace (path, "{number}", number, 0);
      if (g_str_equal (path->str, route->pattern) && i > 1)
        return;
      g_ptr_array_add (paths, g_string_free (g_steal_pointer (&path), FALSE));
    }
}

static void
sign_in_as (Office *office, const char *kind, int who)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, kind, -1);
  g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO session (hash, kind, who, begun_at, seen_at) VALUES (?, '%s', %d, unixepoch (), unixepoch ())",
                                          kind, who);

  poke (office, sql, hash);
}

static void
test_pages (Office *office, gconstpointer data)
{
  paths = g_ptr_array_new_with_free_func (g_free);
  poke (office, "INSERT INTO account (id, email, first_name, made_at, activated_at) VALUES (900001, 'a@example.com', ?, 1, 1)", hostile_names[0]);
  poke (office, "UPDATE employee SET account_id = 900001 WHERE ess = 'InvitePending' AND id % 2 = 0", NULL);
  poke (office, "UPDATE employee SET ess = 'HasAccessToClient', account_id = 900001 WHERE id % 3 = 0", NULL);
  sign_in_as (office, "kantoor", 1);
  sign_in_as (office, "mijnloket", 900001);
  ovs_practice_routes_foreach (collect, office);
  g_assert_cmpuint (paths->len, >, 4 * N_NAMES);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (Reply) reply = NULL;

      sign_in_as (office, "werknemerloket", (int) (i % (8 * N_NAMES)) + 1);
      office->client->cookie = "kantoor=kantoor; mijnloket=mijnloket; werknemerloket=werknemerloket";
      reply = client_send (office->client, "GET", paths->pdata[i], NULL);
      g_assert_cmpuint (reply->status, <, 500);
      if (g_strcmp0 (reply->type, "text/html") == 0)
        assert_no_markup (reply->text);
    }
  g_ptr_array_unref (paths);
}

/* The list of mails says what each mail is, in one line; the mail itself has only the headers that we wrote. */
static void
test_mails (Office *office, gconstpointer data)
{
  static const char *const ours[] = { "date:", "from:", "to:", "subject:", "message-id:", "mime-version:", "content-type:", "content-transfer-encoding:",
                                      "auto-submitted:", "reply-to:", "x-oefenloket" };
  g_autoptr (Reply) kept = NULL;
  JsonArray *mails = client_list (office->client, "/practice/mail?pageSize=1000", &kept);
  guint written = 0;

  g_assert_cmpuint (json_array_get_length (mails), >, N_NAMES);
  for (guint i = 0; i < json_array_get_length (mails); i++)
    {
      JsonObject *mail = json_array_get_object_element (mails, i);
      g_autofree char *path = g_strdup_printf ("/practice/mail/%" G_GINT64_FORMAT, json_object_get_int_member (mail, "id"));
      g_autoptr (Reply) message = client_send (office->client, "GET", path, NULL);
      const char *end = strstr (message->text, "\n\r\n");
      g_autofree char *head = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_null (strpbrk (json_object_get_string_member (mail, "subject"), "\r\n"));
      /* To what is no address there is no message. */
      if (message->status == 404 && !g_str_has_suffix (json_object_get_string_member (mail, "to"), "@gmail.com"))
        continue;
      written++;
      g_assert_cmpuint (message->status, ==, 200);
      if (end == NULL)
        end = strstr (message->text, "\n\n");
      g_assert_nonnull (end);
      head = g_ascii_strdown (message->text, end - message->text);
      lines = g_strsplit (head, "\n", -1);
      for (guint l = 0; lines[l] != NULL; l++)
        {
          gboolean known = g_ascii_isspace (lines[l][0]) && l > 0;

          for (gsize k = 0; k < G_N_ELEMENTS (ours); k++)
            known = known || g_str_has_prefix (lines[l], ours[k]);
          if (!known)
            g_error ("a header that is not ours: %s", lines[l]);
        }
    }
  g_assert_cmpuint (written, >, N_NAMES);
}

/* JSON gives them back as they are. */
static void
test_json (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *employers = client_list (office->client, "/v2/providers/employers/minimized?pageSize=1000", &kept);
  guint found = 0;

  for (guint i = 0; i < json_array_get_length (employers); i++)
    for (gsize k = 0; k < N_NAMES; k++)
      found += g_str_equal (json_object_get_string_member (json_array_get_object_element (employers, i), "companyName"), hostile_names[k]);
  g_assert_cmpuint (found, ==, N_NAMES);
}

/* Each cell as a spreadsheet reads it. Returns: the number of cells. */
static guint
assert_no_formula (const char *text)
{
  guint cells = 0;
  gboolean quoted = FALSE, start = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (start)
        {
          start = FALSE;
          cells++;
          quoted = *p == '"';
          g_assert_null (strchr ("=+-@\t", quoted ? p[1] : *p));
          if (quoted)
            {
              g_assert_cmpint (p[1], !=, '\r');
              continue;
            }
        }
      if (quoted && *p == '"' && p[1] == '"')
        p++;
      else if (quoted && *p == '"')
        quoted = FALSE;
      else if (!quoted && (*p == ';' || *p == '\n'))
        start = p[1] != '\0';
    }
  g_assert_false (quoted);
  return cells;
}

static void
test_files (Office *office, gconstpointer data)
{
  static const char *const names[] = { "klanten.csv", "medewerkers.csv" };
  g_autoptr (GError) error = NULL;

  g_assert_true (ovs_practice_write_files (office->client->practice, office->folder, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (office->folder, names[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_assert_cmpuint (assert_no_formula (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text), >, 10 * N_NAMES);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/practice/hostile/pages", Office, NULL, set_up_hostile, test_pages, tear_down_hostile);
  g_test_add ("/practice/hostile/mails", Office, NULL, set_up_hostile, test_mails, tear_down_hostile);
  g_test_add ("/practice/hostile/json", Office, NULL, set_up_hostile, test_json, tear_down_hostile);
  g_test_add ("/practice/hostile/files", Office, NULL, set_up_hostile, test_files, tear_down_hostile);
  return g_test_run ();
}
