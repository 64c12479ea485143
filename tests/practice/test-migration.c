/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/visitor.h"

/* Overstappen van Werknemerloket naar MijnLoket in Loket's own pages: one engine with the API. */

typedef struct
{
  Office office;
  Visitor visitor;
  char *list; /* (owned) path of the page */
} Page;

static void
open_page (Page *page, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *path = NULL;

  set_up (&page->office, data);
  path = under_employer (page->office.employer, "");
  page->visitor = (Visitor){ 0 };
  visitor_enter (&page->visitor, page->office.client);
  page->list = g_strdup_printf ("/loket/werkgever/%" G_GINT64_FORMAT "/overstappen",
                                json_object_get_int_member (
                                    json_object_get_object_member (client_get (page->office.client, path, &kept), "content"), "employerNumber"));
}

static void
close_page (Page *page, gconstpointer data)
{
  visitor_clear (&page->visitor);
  g_free (page->list);
  tear_down (&page->office, data);
}

/* Row id of person @i, as the pages name people. */
static char *
row_id (Page *page, guint i)
{
  g_autofree char *path = g_build_filename (page->office.folder, "oefenloket.sqlite", NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;
  char *id;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT id FROM employee WHERE uuid = ?", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, page->office.ids->pdata[i], -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return id;
}

/* Ticks everybody and applies: the path of the message. */
static char *
apply_all (Page *page, guint count)
{
  g_autofree char *list = visitor_get (&page->visitor, page->list);
  g_autofree char *back = visitor_post (&page->visitor, page->list, "doe=alles", 303);
  g_autofree char *question = visitor_post (&page->visitor, page->list, "doe=toepassen", 303);
  g_autofree char *asked = visitor_get (&page->visitor, question);
  g_autofree char *agreed = g_strdup_printf ("aantal=%u", count);

  /* The ticks of a page that showed nobody stay. */
  return visitor_post (&page->visitor, question, agreed, 303);
}

static void
await_completed (Page *page, Reply **kept)
{
  JsonObject *action;

  do
    action = json_array_get_object_element (client_list (page->office.client, "/v2/users/collectiveactions", kept), 0);
  while (!g_str_equal (json_object_get_string_member (action, "status"), "Completed"));
}

/* Where @event stands for the first or for the last time. */
static int
find_place (JsonArray *events, const char *event, gboolean last)
{
  int place = -1;

  for (guint i = 0; i < json_array_get_length (events) && (last || place < 0); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (events, i), "event"), event))
      place = i;
  return place;
}

static void
test_apply (Page *page, gconstpointer data)
{
  Office *office = &page->office;
  Client *client = office->client;
  g_autoptr (Reply) kept = NULL;
  g_autofree char *message = NULL;
  g_autofree char *told = NULL;
  g_autofree char *items_path = NULL;
  JsonObject *action;
  JsonArray *items, *events;
  guint count = office->ids->len - 1;

  poke (office, "UPDATE employee SET email = NULL WHERE uuid = ?", office->ids->pdata[0]);
  poke (office, "UPDATE employee SET trouble = 'rights' WHERE uuid = ?", office->ids->pdata[1]);
  message = apply_all (page, count);

  /* All at once, before the first invitation, also for whom it is going to fail. */
  g_assert_cmpuint (client_count_events (client, "blocked"), ==, count);
  await_completed (page, &kept);
  events = client_list (client, "/practice/events", &kept);
  g_assert_cmpint (find_place (events, "blocked", TRUE), <, find_place (events, "invited", FALSE));
  g_assert_cmpint (find_place (events, "blocked", TRUE), <, find_place (events, "invite-failed", FALSE));

  action = json_array_get_object_element (client_list (client, "/v2/users/collectiveactions", &kept), 0);
  items_path = g_strconcat ("/v2/users/collectiveactions/", json_object_get_string_member (action, "collectiveActionId"), "?pageSize=1000", NULL);
  items = client_list (client, items_path, &kept);
  g_assert_cmpuint (json_array_get_length (items), ==, count);
  g_assert_false (succeeded (items, 0));
  g_assert_true (succeeded (items, 1));
  assert_status (office, 0, FALSE, "HasAccessToClient");
  assert_status (office, 0, TRUE, "NoAccessToClient");
  assert_status (office, 1, FALSE, "AccessToClientIsBlocked");
  assert_status (office, 1, TRUE, "InviteFailed");
  assert_status (office, 2, FALSE, "AccessToClientIsBlocked");
  assert_status (office, 2, TRUE, "InvitePending");
  g_assert_cmpint (client_count_mail (client, "blocked"), ==, count);
  g_assert_cmpint (client_count_mail (client, "invitation"), ==, count - 1);

  told = visitor_get (&page->visitor, message);
  g_assert_nonnull (strstr (told, "Niet gelukt: Medewerker heeft niet de juiste gebruikersrechten."));
  g_assert_nonnull (strstr (told, "Uitnodiging voor MijnLoket verstuurd."));
}

/* With an invitation that blocks by itself nobody is blocked twice. */
static void
test_invitation_blocks (Page *page, gconstpointer data)
{
  Client *client = page->office.client;
  g_autoptr (Reply) kept = NULL;
  g_autofree char *message = NULL;

  client_post (client, "/practice/behaviour", "{\"inviteBlocks\": true}");
  message = apply_all (page, page->office.ids->len);
  await_completed (page, &kept);
  g_assert_cmpuint (client_count_events (client, "blocked"), ==, page->office.ids->len);
  g_assert_cmpuint (client_count_events (client, "invited"), ==, page->office.ids->len);
}

/* A page of the list changes the ticks of those who stood on it, and of nobody else. */
static void
test_ticks_stay (Page *page, gconstpointer data)
{
  g_autofree char *list = visitor_get (&page->visitor, page->list);
  g_autofree char *first = row_id (page, 0);
  g_autofree char *second = row_id (page, 1);
  g_autofree char *one = g_strdup_printf ("getoond=%s&vink=%s&naar=2", first, first);
  g_autofree char *other = g_strdup_printf ("getoond=%s&vink=%s&naar=1", second, second);
  g_autofree char *untick = g_strdup_printf ("getoond=%s&naar=1", first);
  const char *forms[] = { one, other, untick };
  const char *expected[] = { "bewaard: 1.", "bewaard: 2.", "bewaard: 1." };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *where = visitor_post (&page->visitor, page->list, forms[i], 303);
      g_autofree char *shown = visitor_get (&page->visitor, where);

      g_assert_nonnull (strstr (shown, expected[i]));
    }
}

/* To look for somebody keeps the ticks of the page; all that are found can be ticked at once. */
static void
test_search (Page *page, gconstpointer data)
{
  g_autofree char *list = visitor_get (&page->visitor, page->list);
  g_autofree char *first = row_id (page, 0);
  g_autofree char *search = g_strdup_printf ("getoond=%s&vink=%s&zoek=zoek%%20mij&naar=1", first, first);
  g_autofree char *found = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *after = NULL;
  g_autofree char *both = NULL;

  poke (&page->office, "UPDATE employee SET formatted_name = 'Zoek mij 100%' WHERE uuid = ?", page->office.ids->pdata[1]);
  found = visitor_post (&page->visitor, page->list, search, 303);
  shown = visitor_get (&page->visitor, found);
  g_assert_nonnull (strstr (shown, "Gevonden: 1. Aangevinkt en bewaard, in de hele lijst: 1."));
  g_assert_nonnull (strstr (shown, "Zoek mij 100%"));
  after = visitor_post (&page->visitor, page->list, "doe=alles&gezocht=100%25&zoek=100%25", 303);
  both = visitor_get (&page->visitor, after);
  g_assert_nonnull (strstr (both, "Gevonden: 1. Aangevinkt en bewaard, in de hele lijst: 2."));
}

static void
test_stopper_cannot_be_ticked (Page *page, gconstpointer data)
{
  g_autofree char *id = row_id (page, 0);
  g_autofree char *form = g_strdup_printf ("getoond=%s&vink=%s&doe=toepassen", id, id);
  g_autofree char *list = NULL;
  g_autofree char *question = NULL;
  g_autofree char *page_text = NULL;
  guint status;

  poke (&page->office, "UPDATE employee SET email = NULL WHERE uuid = ?", page->office.ids->pdata[0]);
  list = visitor_get (&page->visitor, page->list);
  g_assert_nonnull (strstr (list, "Stopper: geen privé e-mailadres"));
  question = visitor_post (&page->visitor, page->list, form, 303);
  page_text = visitor_send (&page->visitor, "GET", question, NULL, NULL, &status, NULL);
  g_assert_cmpuint (status, ==, 422);
  g_assert_nonnull (strstr (page_text, "Er is niemand aangevinkt."));
}

/* What was agreed to is what is done: another number is asked for again. Twice pressed is once done. */
static void
test_agreed (Page *page, gconstpointer data)
{
  g_autofree char *question = g_strconcat (page->list, "/toepassen", NULL);
  g_autofree char *list = visitor_get (&page->visitor, page->list);
  g_autofree char *back = visitor_post (&page->visitor, page->list, "doe=alles", 303);
  g_autofree char *wrong = visitor_post (&page->visitor, question, "aantal=1", 422);
  g_autofree char *agreed = g_strdup_printf ("aantal=%u", page->office.ids->len);
  g_autofree char *message = NULL;
  g_autofree char *again = NULL;
  g_autoptr (Reply) kept = NULL;

  g_assert_cmpuint (client_count_events (page->office.client, "blocked"), ==, 0);
  message = visitor_post (&page->visitor, question, agreed, 303);
  again = visitor_post (&page->visitor, question, agreed, 422);
  await_completed (page, &kept);
  g_assert_cmpuint (client_count_events (page->office.client, "blocked"), ==, page->office.ids->len);
}

/* Nothing is shown or done to who is not in, or comes from elsewhere. */
static void
test_only_inside (Page *page, gconstpointer data)
{
  g_auto (Visitor) stranger = { .client = page->office.client };
  static const char *const paths[] = { "/loket", "/loket/berichten", "/loket/tickets", "/loket/tickets/nieuw", "/loket/medewerker/1" };
  g_autofree char *refused = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *location = NULL;
      guint status;
      g_autofree char *text = visitor_send (&stranger, "GET", paths[i], NULL, NULL, &status, &location);

      g_assert_cmpuint (status, ==, 303);
      g_assert_cmpstr (location, ==, "/loket/inloggen");
    }
  g_free (page->visitor.csrf);
  page->visitor.csrf = g_strdup ("wrong");
  refused = visitor_post (&page->visitor, page->list, "doe=alles", 403);
}

/* A name is a name on every page, whatever it looks like. */
static void
test_names_are_escaped (Page *page, gconstpointer data)
{
  g_autofree char *id = row_id (page, 0);
  g_autofree char *employee = g_strconcat ("/loket/medewerker/", id, NULL);
  g_autofree char *employees = g_strndup (page->list, strlen (page->list) - strlen ("overstappen"));
  g_autofree char *all = g_strconcat (employees, "medewerkers", NULL);
  g_autofree char *message = NULL;
  const char *paths[] = { page->list, employee, all, NULL };

  poke (&page->office, "UPDATE employee SET formatted_name = 'Jan <b>\"&{csrf}', email = '<i>@voorbeeld.nl' WHERE uuid = ?",
        page->office.ids->pdata[0]);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *shown = NULL;

      if (paths[i] == NULL)
        paths[i] = message = apply_all (page, page->office.ids->len);
      shown = visitor_get (&page->visitor, paths[i]);
      g_assert_nonnull (strstr (shown, "Jan &lt;b&gt;&quot;&amp;{csrf}"));
      g_assert_null (strstr (shown, "<b>"));
      g_assert_null (strstr (shown, "<i>"));
    }
}

/* What the page of an employee does, the API sees. */
static void
test_employee (Page *page, gconstpointer data)
{
  Office *office = &page->office;
  g_autofree char *id = row_id (page, 0);
  g_autofree char *path = g_strconcat ("/loket/medewerker/", id, NULL);
  g_autofree char *invite = g_strconcat (path, "/uitnodigen", NULL);
  g_autofree char *block = g_strconcat (path, "/blokkeren", NULL);
  g_autofree char *unblock = g_strconcat (path, "/deblokkeren", NULL);
  g_autofree char *address = g_strconcat (path, "/adres", NULL);
  g_autofree char *shown = visitor_get (&page->visitor, path);
  g_autofree char *emptied = visitor_post (&page->visitor, address, "email=", 303);
  g_autofree char *refused = visitor_post (&page->visitor, invite, "", 422);
  g_autofree char *no_address = visitor_post (&page->visitor, address, "email=nergens", 422);
  g_autofree char *mended = NULL;
  g_autofree char *invited = NULL;
  g_autofree char *blocked = NULL;
  g_autofree char *unblocked = NULL;

  assert_status (office, 0, TRUE, "InviteFailed");
  mended = visitor_post (&page->visitor, address, "email=nieuw%40voorbeeld.nl", 303);
  invited = visitor_post (&page->visitor, invite, "", 303);
  assert_status (office, 0, TRUE, "InvitePending");
  blocked = visitor_post (&page->visitor, block, "", 303);
  assert_status (office, 0, FALSE, "AccessToClientIsBlocked");
  unblocked = visitor_post (&page->visitor, unblock, "", 303);
  assert_status (office, 0, FALSE, "HasAccessToClient");
  g_assert_cmpuint (client_count_events (office->client, "reinstated"), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Page *, gconstpointer);
  } tests[] = {
    { "/practice/migration/apply", test_apply },
    { "/practice/migration/invitation-blocks", test_invitation_blocks },
    { "/practice/migration/ticks-stay", test_ticks_stay },
    { "/practice/migration/search", test_search },
    { "/practice/migration/stopper", test_stopper_cannot_be_ticked },
    { "/practice/migration/agreed", test_agreed },
    { "/practice/migration/only-inside", test_only_inside },
    { "/practice/migration/names-are-escaped", test_names_are_escaped },
    { "/practice/migration/employee", test_employee },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Page, NULL, open_page, tests[i].run, close_page);
  return g_test_run ();
}
