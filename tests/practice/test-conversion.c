/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fixture.h"

static void
test_whole_way (Office *office, gconstpointer data)
{
  Client *client = office->client;
  g_autoptr (Reply) kept = NULL;
  guint before = office->ids->len;
  g_autoptr (GPtrArray) left = NULL;
  JsonArray *items = act (office, "essaccessstatus", 0, 3, "SendInvite", &kept);
  JsonObject *mail;
  g_autofree char *id = NULL;
  g_autoptr (Reply) message = NULL;
  g_autoptr (GString) whole = NULL; /* without the soft line breaks */

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (succeeded (items, i));
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (items, i), "entityId"),
                       ==, office->ids->pdata[i]);
      assert_status (office, i, TRUE, "InvitePending");
      /* An invitation alone takes nothing away. */
      assert_status (office, i, FALSE, "HasAccessToClient");
    }
  left = client_to_migrate (client, office->employer);
  g_assert_cmpuint (left->len, ==, before - 3);
  g_assert_cmpuint (client_count_events (client, "invited"), ==, 3);
  g_assert_cmpint (client_count_mail (client, "invitation"), ==, 3);

  mail = json_array_get_object_element (client_list (client, "/practice/mail?kind=invitation", &kept), 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (mail, "link"),
                                   ovs_practice_get_url (client->practice)));
  id = g_strdup_printf ("/practice/mail/%" G_GINT64_FORMAT, json_object_get_int_member (mail, "id"));
  message = client_send (client, "GET", id, NULL);
  g_assert_cmpstr (message->type, ==, "message/rfc822");
  whole = g_string_new (message->text);
  g_string_replace (whole, "=\r\n", "", 0);
  g_assert_nonnull (strstr (whole->str, json_object_get_string_member (mail, "link")));

  act (office, "selfservice", 0, 3, "RevokeAccess", &kept);
  for (guint i = 0; i < 3; i++)
    assert_status (office, i, FALSE, "AccessToClientIsBlocked");
  g_assert_cmpuint (client_count_events (client, "blocked"), ==, 3);
  g_assert_cmpint (client_count_mail (client, "blocked"), ==, 3);

  client_post (client, "/practice/activate", "{\"share\": 1, \"seed\": 1}");
  for (guint i = 0; i < 3; i++)
    assert_status (office, i, TRUE, "HasAccessToClient");
  g_assert_cmpint (client_count_mail (client, "confirmation"), ==, client_count_events (client, "linked"));
  g_assert_cmpint (client_count_mail (client, "activation"), ==, client_count_events (client, "activated"));
}

static void
test_activate_one (Office *office, gconstpointer data)
{
  Client *client = office->client;
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) again = NULL;
  g_autoptr (Reply) nobody = NULL;
  g_autofree char *body = NULL;
  g_autofree char *information =
      g_strdup_printf ("/person/account/person/employees/%s/information", (char *) office->ids->pdata[1]);
  JsonObject *mail, *account;

  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  mail = json_array_get_object_element (client_list (client, "/practice/mail", &kept), 1);
  body = g_strdup_printf ("{\"employerNumber\": %" G_GINT64_FORMAT ", \"employeeNumber\": \"%" G_GINT64_FORMAT
                          "\"}",
                          json_object_get_int_member (mail, "employerNumber"),
                          json_object_get_int_member (mail, "employeeNumber"));
  client_post (client, "/practice/activate", body);
  assert_status (office, 0, TRUE, "InvitePending");
  assert_status (office, 1, TRUE, "HasAccessToClient");
  again = client_send (client, "POST", "/practice/activate", body);
  nobody =
      client_send (client, "POST", "/practice/activate", "{\"employerNumber\": 1, \"employeeNumber\": 1}");
  g_assert_cmpuint (again->status, ==, 409);
  g_assert_cmpuint (nobody->status, ==, 409);

  account = json_object_get_object_member (client_get (client, information, &kept), "content");
  g_assert_nonnull (strstr (json_object_get_string_member (account, "userName"), "@gmail.com"));
}

/* Who has an account from another employer only links it. */
/* Who is invited is gone from the list at once: the second page of a reader begins later than its first one ended. */
static void
test_list_shrinks (Office *office, gconstpointer data)
{
  g_autofree char *first = under_employer (office->employer, "/employees/selfservice/migration?pageSize=4&pageNumber=1");
  g_autofree char *second = under_employer (office->employer, "/employees/selfservice/migration?pageSize=4&pageNumber=2");
  g_autoptr (Reply) kept = NULL;
  gint64 size = json_object_get_int_member (client_get (office->client, first, &kept), "totalSize");
  JsonObject *answer;
  JsonObject *employee;

  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  answer = client_get (office->client, second, &kept);
  g_assert_cmpint (json_object_get_int_member (answer, "totalSize"), ==, size - 2);
  employee = json_array_get_object_element (json_object_get_array_member (answer, "_embedded"), 0);
  employee = json_object_get_object_member (employee, "employee");
  g_assert_cmpstr (json_object_get_string_member (employee, "id"), ==, office->ids->pdata[6]);
}

/* The newest action comes first. */
static void
test_actions_are_paged (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *last = NULL;
  JsonObject *answer;
  JsonArray *list;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *body = actions_for (office->ids, i, 1, "SendInvite");

      g_free (last);
      last = client_submit (office->client, office->employer, "essaccessstatus", body);
      client_await (office->client, last, &kept);
    }
  answer = client_get (office->client, "/v2/users/collectiveactions?pageSize=2&pageNumber=1", &kept);
  g_assert_cmpint (json_object_get_int_member (answer, "totalPages"), ==, 3);
  list = json_object_get_array_member (answer, "_embedded");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (list, 0), "collectiveActionId"), ==, last);
  list = client_list (office->client, "/v2/users/collectiveactions?pageSize=2&pageNumber=3", &kept);
  g_assert_cmpuint (json_array_get_length (list), ==, 1);
}

/* RevokeAccess and ReinstateAccess in MijnLoket: only from and to what the state machine allows. */
static void
test_mijnloket_states (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  g_assert_false (succeeded (act (office, "essaccessstatus", 0, 1, "RevokeAccess", &kept), 0));
  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_false (succeeded (act (office, "essaccessstatus", 0, 1, "ReinstateAccess", &kept), 0));
  client_post (office->client, "/practice/activate", "{\"share\": 1}");
  g_assert_false (succeeded (act (office, "essaccessstatus", 0, 1, "ReinstateAccess", &kept), 0));
  g_assert_true (succeeded (act (office, "essaccessstatus", 0, 1, "RevokeAccess", &kept), 0));
  assert_status (office, 0, TRUE, "AccessToClientIsBlocked");
  g_assert_false (succeeded (act (office, "essaccessstatus", 0, 1, "SendInvite", &kept), 0));
  g_assert_true (succeeded (act (office, "essaccessstatus", 0, 1, "ReinstateAccess", &kept), 0));
  assert_status (office, 0, TRUE, "HasAccessToClient");
}

static void
test_second_employer (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  guint activated;

  poke (office, "UPDATE employee SET ess = 'NoAccessToClient', account_id = NULL, invited_at = NULL", NULL);
  poke (office, "UPDATE employee SET email = 'samen@ziggo.nl' WHERE uuid = ?", office->ids->pdata[0]);
  poke (office, "UPDATE employee SET email = 'Samen@ziggo.nl' WHERE uuid = ?", office->ids->pdata[1]);
  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  client_post (office->client, "/practice/activate", "{\"share\": 1}");
  activated = client_count_events (office->client, "activated");
  g_assert_cmpuint (activated, ==, 1);
  g_assert_cmpuint (client_count_events (office->client, "linked"), ==, 2);
}

static void
test_fallout (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items;

  poke (office, "UPDATE employee SET email = NULL WHERE uuid = ?", office->ids->pdata[0]);
  poke (office, "UPDATE employee SET email = 'geen adres' WHERE uuid = ?", office->ids->pdata[1]);
  poke (office, "UPDATE employee SET trouble = 'rights' WHERE uuid = ?", office->ids->pdata[2]);
  poke (office, "UPDATE employee SET trouble = 'mail-once' WHERE uuid = ?", office->ids->pdata[3]);
  items = act (office, "essaccessstatus", 0, 5, "SendInvite", &kept);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_false (succeeded (items, i));
      g_assert_cmpstr (message_type (items, i), ==, "BrokenBusinessRule");
      assert_status (office, i, TRUE, "InviteFailed");
      assert_status (office, i, FALSE, "HasAccessToClient");
    }
  g_assert_true (succeeded (items, 4));
  g_assert_cmpuint (client_count_events (office->client, "invite-failed"), ==, 4);
  g_assert_cmpuint (client_count_events (office->client, "invited"), ==, 1);
  g_assert_cmpint (client_count_mail (office->client, "invitation"), ==, 1);

  /* The mail server takes the second one; missing rights stay missing. */
  items = act (office, "essaccessstatus", 2, 2, "SendInvite", &kept);
  g_assert_false (succeeded (items, 0));
  g_assert_true (succeeded (items, 1));
}

static void
test_illegal_actions (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items;
  guint events;

  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  client_post (office->client, "/practice/activate", "{\"share\": 1}");
  items = act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_cmpstr (message_type (items, 0), ==, "BrokenBusinessRule");
  assert_status (office, 0, TRUE, "HasAccessToClient");
  items = act (office, "essaccessstatus", 3, 1, "RevokeAccess", &kept);
  g_assert_false (succeeded (items, 0));
  items = act (office, "essaccessstatus", 3, 1, "ReinstateAccess", &kept);
  g_assert_false (succeeded (items, 0));
  items = act (office, "selfservice", 3, 1, "ReinstateAccess", &kept);
  g_assert_false (succeeded (items, 0));

  act (office, "selfservice", 3, 1, "RevokeAccess", &kept);
  events = client_count_events (office->client, "blocked");
  items = act (office, "selfservice", 3, 1, "RevokeAccess", &kept);
  g_assert_false (succeeded (items, 0));
  g_assert_cmpuint (client_count_events (office->client, "blocked"), ==, events);

  /* Blocked in MijnLoket: not invited, and back when it is reinstated. */
  act (office, "essaccessstatus", 0, 1, "RevokeAccess", &kept);
  assert_status (office, 0, TRUE, "AccessToClientIsBlocked");
  items = act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_false (succeeded (items, 0));
  act (office, "essaccessstatus", 0, 1, "ReinstateAccess", &kept);
  assert_status (office, 0, TRUE, "HasAccessToClient");
}

static void
test_unknown_people (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *items =
      client_do (office->client, office->employer, "essaccessstatus",
                 "[{\"employeeId\":\"33333333-0000-4000-8000-000000000001\",\"action\":\"SendInvite\"}]",
                 &kept);

  g_assert_false (succeeded (items, 0));
  g_assert_cmpstr (message_type (items, 0), ==, "NotFound");
}

static void
test_resend (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonArray *list;

  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  g_assert_true (succeeded (act (office, "essaccessstatus", 0, 1, "SendInvite", &kept), 0));
  assert_status (office, 0, TRUE, "InvitePending");
  list = client_list (office->client, "/practice/mail?kind=invitation", &kept);
  g_assert_cmpuint (json_array_get_length (list), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (list, 0), "link"), !=,
                   json_object_get_string_member (json_array_get_object_element (list, 1), "link"));
}

/* A name with line breaks adds no header, and a subject beyond ASCII is encoded; tests/commands/test-mail.py reads them as others do. */
static void
test_mail_headers (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) message = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *path = NULL;
  JsonObject *mail;

  poke (office,
        "UPDATE employer SET name = 'Eetcafé Zoë' || char (13, 10) || 'Bcc: x@y.nl' || "
        "'ééééééééééééééééééééééééé'",
        NULL);
  act (office, "essaccessstatus", 0, 1, "SendInvite", &kept);
  mail = json_array_get_object_element (client_list (office->client, "/practice/mail", &kept), 0);
  g_assert_nonnull (strstr (json_object_get_string_member (mail, "subject"), "Eetcafé Zoë"));
  path = g_strdup_printf ("/practice/mail/%" G_GINT64_FORMAT, json_object_get_int_member (mail, "id"));
  message = client_send (office->client, "GET", path, NULL);
  lines = g_strsplit (message->text, "\r\n", -1);
  for (int i = 0; *lines[i] != '\0'; i++)
    {
      g_assert_true (g_str_is_ascii (lines[i]));
      g_assert_cmpuint (strlen (lines[i]), <=, 998);
      g_assert_false (g_str_has_prefix (lines[i], "Bcc"));
    }
}

static void
test_reinstate (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;

  act (office, "selfservice", 0, 2, "RevokeAccess", &kept);
  act (office, "selfservice", 0, 2, "ReinstateAccess", &kept);
  assert_status (office, 0, FALSE, "HasAccessToClient");
  g_assert_cmpuint (client_count_events (office->client, "reinstated"), ==, 2);
}

/* Without a collective action: done when the answer comes. */
static void
test_at_once (Office *office, gconstpointer data)
{
  g_autofree char *body = actions_for (office->ids, 0, 2, "RevokeAccess");
  g_autoptr (Reply) first = NULL, second = NULL, half = NULL;
  g_autofree char *more = actions_for (office->ids, 1, 2, "RevokeAccess");

  first = client_send (office->client, "PATCH", "/v2/providers/employers/employees/selfservice", body);
  g_assert_cmpuint (first->status, ==, 200);
  assert_status (office, 0, FALSE, "AccessToClientIsBlocked");
  second = client_send (office->client, "PATCH", "/v2/providers/employers/employees/selfservice", body);
  g_assert_cmpuint (second->status, ==, 400);
  half = client_send (office->client, "PATCH", "/v2/providers/employers/employees/selfservice", more);
  g_assert_cmpuint (half->status, ==, 200);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (half->json), "messages")),
                    ==, 1);
  assert_status (office, 2, FALSE, "AccessToClientIsBlocked");
}

static void
test_progress (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *body = actions_for (office->ids, 0, 10, "SendInvite");
  g_autofree char *action = NULL;
  g_autofree char *path = NULL;
  gboolean in_progress = FALSE;
  const char *status = "";

  ovs_practice_set_delays (office->client->practice, 20, 10);
  action = client_submit (office->client, office->employer, "essaccessstatus", body);
  path = g_strdup_printf ("/v2/users/collectiveactions?filter=collectiveActionId%%20eq%%20'%s'", action);
  while (!g_str_equal (status, "Completed"))
    {
      JsonObject *found = json_array_get_object_element (client_list (office->client, path, &kept), 0);
      JsonObject *count = json_object_get_object_member (found, "itemCount");
      gint64 done = json_object_get_int_member (count, "processed") +
                    json_object_get_int_member (count, "processedWithError");

      status = json_object_get_string_member (found, "status");
      in_progress |= g_str_equal (status, "InProgress");
      g_assert_cmpint (json_object_get_int_member (count, "total"), ==, 10);
      g_assert_cmpint (g_str_equal (status, "NotStarted"), ==, done == 0);
      g_assert_cmpint (g_str_equal (status, "Completed"), ==, done == 10);
    }
  g_assert_true (in_progress);
}

/* Stopped in the middle of a collective action and started again: it goes on, nobody twice. */
static void
test_restart (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *body = actions_for (office->ids, 0, 10, "SendInvite");
  g_autofree char *action = NULL;
  JsonArray *items;

  ovs_practice_set_delays (office->client->practice, 5, 20);
  action = client_submit (office->client, office->employer, "essaccessstatus", body);
  while (client_count_events (office->client, "invited") < 3)
    ;
  client_free (office->client);
  office->client = client_new (office->folder, 6, 120, 5);
  items = client_await (office->client, action, &kept);
  g_assert_cmpuint (json_array_get_length (items), ==, 10);
  g_assert_cmpuint (client_count_events (office->client, "invited"), ==, 10);
  g_assert_cmpint (client_count_mail (office->client, "invitation"), ==, 10);
}

static void
test_product_removed (Office *office, gconstpointer data)
{
  g_autofree char *path = under_employer (office->employer, "/modules");
  g_autoptr (Reply) kept = NULL;
  JsonArray *modules;

  /* Everybody with Werknemerloket is to be migrated, and nobody else has anything. */
  poke (office, "UPDATE employee SET ess = 'NoAccessToClient', account_id = NULL, invited_at = NULL", NULL);
  poke (office, "UPDATE employee SET wnl = 'NoAccessToClient' WHERE wnl <> 'HasAccessToClient'", NULL);
  g_ptr_array_unref (office->ids);
  office->ids = client_to_migrate (office->client, office->employer);
  act (office, "essaccessstatus", 0, office->ids->len, "SendInvite", &kept);
  act (office, "selfservice", 0, office->ids->len, "RevokeAccess", &kept);
  g_assert_cmpuint (client_count_events (office->client, "product-removed"), ==, 0);
  client_post (office->client, "/practice/activate", "{\"share\": 1}");
  g_assert_cmpuint (client_count_events (office->client, "product-removed"), ==, 1);
  modules = client_list (office->client, path, &kept);
  for (guint i = 0; i < json_array_get_length (modules); i++)
    g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (modules, i), "number"), !=,
                     500);
}

/* The mail box for people: newest first, and a name is text whatever stands in it. */
static void
test_mail_page (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) page = NULL;
  g_autoptr (Reply) message = NULL;
  g_autoptr (Reply) nothing = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  JsonArray *list;

  poke (office, "UPDATE employer SET name = '<b>Bakker</b> & {tekst}'", NULL);
  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  list = client_list (office->client, "/practice/mail", &kept);
  first = g_strdup_printf ("/mail/%" G_GINT64_FORMAT, json_object_get_int_member (json_array_get_object_element (list, 0), "id"));
  second = g_strdup_printf ("/mail/%" G_GINT64_FORMAT, json_object_get_int_member (json_array_get_object_element (list, 1), "id"));

  page = client_send (office->client, "GET", "/mail", NULL);
  g_assert_cmpuint (page->status, ==, 200);
  g_assert_cmpstr (page->type, ==, "text/html");
  g_assert_nonnull (strstr (page->text, first));
  g_assert_true (strstr (page->text, second) < strstr (page->text, first));
  g_assert_nonnull (strstr (page->text, "Uitnodiging"));
  g_assert_nonnull (strstr (page->text, json_object_get_string_member (json_array_get_object_element (list, 0), "to")));
  g_assert_nonnull (strstr (page->text, "&lt;b&gt;Bakker&lt;/b&gt; &amp; {tekst}"));
  g_assert_null (strstr (page->text, "<b>"));

  message = client_send (office->client, "GET", first, NULL);
  g_assert_cmpstr (message->type, ==, "text/html");
  g_assert_nonnull (strstr (message->text, json_object_get_string_member (json_array_get_object_element (list, 0), "link")));
  g_assert_nonnull (strstr (message->text, "Dit is een oefenbericht van het Oefenloket."));
  g_assert_null (strstr (message->text, "<b>"));
  nothing = client_send (office->client, "GET", "/mail/999999", NULL);
  g_assert_cmpuint (nothing->status, ==, 404);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Office *, gconstpointer);
  } tests[] = {
    { "/practice/conversion/whole-way", test_whole_way },
    { "/practice/conversion/activate-one", test_activate_one },
    { "/practice/conversion/second-employer", test_second_employer },
    { "/practice/conversion/list-shrinks", test_list_shrinks },
    { "/practice/conversion/actions-are-paged", test_actions_are_paged },
    { "/practice/conversion/mijnloket-states", test_mijnloket_states },
    { "/practice/conversion/fallout", test_fallout },
    { "/practice/conversion/illegal-actions", test_illegal_actions },
    { "/practice/conversion/unknown-people", test_unknown_people },
    { "/practice/conversion/resend", test_resend },
    { "/practice/conversion/mail-headers", test_mail_headers },
    { "/practice/conversion/mail-page", test_mail_page },
    { "/practice/conversion/reinstate", test_reinstate },
    { "/practice/conversion/at-once", test_at_once },
    { "/practice/conversion/progress", test_progress },
    { "/practice/conversion/restart", test_restart },
    { "/practice/conversion/product-removed", test_product_removed },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Office, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
