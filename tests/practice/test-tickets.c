/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/client-list.h"
#include "practice/store.h"
#include "practice/visitor.h"

/* Conversion by Loket: tickets, client lists and fallout lists. */

static gint64
employer_number (Office *office)
{
  g_autofree char *path = under_employer (office->employer, "");
  g_autoptr (Reply) kept = NULL;

  return json_object_get_int_member (json_object_get_object_member (client_get (office->client, path, &kept), "content"), "employerNumber");
}

static void
set_clock (Office *office, const char *now)
{
  g_autofree char *body = g_strdup_printf ("{\"now\": \"%s\"}", now);

  client_post (office->client, "/practice/clock", body);
}

static void
hand_in (Office *office, const char *date)
{
  g_autofree char *body = g_strdup_printf ("{\"kind\": \"client-list\", \"employers\": [%" G_GINT64_FORMAT "], \"date\": \"%s\"}",
                                           employer_number (office), date);

  client_post (office->client, "/practice/tickets", body);
}

/* The only ticket. */
static JsonObject *
get_ticket (Office *office, Reply **kept)
{
  return json_array_get_object_element (client_list (office->client, "/practice/tickets", kept), 0);
}

/* Everybody is in service and has Werknemerloket and an address, until a test says otherwise. */
static void
even_out (Office *office, gconstpointer data)
{
  set_up (office, data);
  poke (office, "UPDATE employee SET wnl = 'HasAccessToClient', ess = 'NoAccessToClient', death_day = NULL, service_end = NULL,"
                " account_id = NULL", NULL);
  poke (office, "DELETE FROM employment WHERE id NOT IN (SELECT min (id) FROM employment GROUP BY employee)", NULL);
  poke (office, "UPDATE employment SET start_day = 700000, end_day = NULL", NULL);
  set_clock (office, "2026-09-01T09:00:00Z");
  g_ptr_array_unref (office->ids);
  office->ids = client_to_migrate (office->client, office->employer);
}

static void
give_days (Office *office, guint person, OvsDay start, OvsDay end)
{
  g_autofree char *employment = g_strdup_printf (
      "UPDATE employment SET start_day = %d, end_day = nullif (%d, 0) WHERE employee = (SELECT id FROM employee WHERE uuid = ?)", start, end);
  g_autofree char *service = g_strdup_printf ("UPDATE employee SET service_end = nullif (%d, 0) WHERE uuid = ?", end);

  poke (office, employment, office->ids->pdata[person]);
  poke (office, service, office->ids->pdata[person]);
}

enum
{
  LEFT_2025,
  LEFT_2026,
  BEGINS_THAT_DAY,
  BEGINS_LATER,
  WITHOUT_ADDRESS,
  WITHOUT_RIGHTS,
  LAST_DAY,
  INVITED_BEFORE,
  ANYBODY,
};

/* One of each kind that the articles name, for a conversion on 8 September 2026. */
static void
mix (Office *office)
{
  OvsDay long_ago = ovs_day_from_ymd (2015, 1, 1), day = ovs_day_from_ymd (2026, 9, 8);

  give_days (office, LEFT_2025, long_ago, ovs_day_from_ymd (2025, 6, 30));
  give_days (office, LEFT_2026, long_ago, ovs_day_from_ymd (2026, 3, 31));
  give_days (office, BEGINS_THAT_DAY, day, OVS_NO_DAY);
  give_days (office, BEGINS_LATER, day + 1, OVS_NO_DAY);
  give_days (office, LAST_DAY, long_ago, day);
  poke (office, "UPDATE employee SET wnl = 'NoAccessToClient' WHERE uuid = ?", office->ids->pdata[BEGINS_THAT_DAY]);
  poke (office, "UPDATE employee SET wnl = 'NoAccessToClient' WHERE uuid = ?", office->ids->pdata[BEGINS_LATER]);
  poke (office, "UPDATE employee SET email = NULL, formatted_name = '=cmd|calc;\"x\"' WHERE uuid = ?", office->ids->pdata[WITHOUT_ADDRESS]);
  poke (office, "UPDATE employee SET trouble = 'rights' WHERE uuid = ?", office->ids->pdata[WITHOUT_RIGHTS]);
  poke (office, "UPDATE employee SET ess = 'HasAccessToClient' WHERE uuid = ?", office->ids->pdata[INVITED_BEFORE]);
}

static void
assert_both (Office *office, guint person, const char *werknemerloket, const char *mijnloket)
{
  assert_status (office, person, FALSE, werknemerloket);
  assert_status (office, person, TRUE, mijnloket);
}

#define HAS "HasAccessToClient"
#define NONE "NoAccessToClient"
#define BLOCKED "AccessToClientIsBlocked"
#define PENDING "InvitePending"

static void
test_rules (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autoptr (Reply) file = NULL;
  JsonObject *employer;
  guint invited = office->ids->len - 6;

  mix (office);
  hand_in (office, "2026-09-08");
  set_clock (office, "2026-09-07T21:59:00Z");
  g_assert_cmpstr (json_object_get_string_member (get_ticket (office, &kept), "status"), ==, "open");
  assert_both (office, ANYBODY, HAS, NONE);

  set_clock (office, "2026-09-08T09:00:00Z");
  assert_both (office, LEFT_2025, HAS, NONE);
  assert_both (office, LEFT_2026, HAS, NONE);
  assert_both (office, BEGINS_THAT_DAY, NONE, PENDING);
  assert_both (office, BEGINS_LATER, NONE, NONE);
  assert_both (office, WITHOUT_ADDRESS, HAS, NONE);
  assert_both (office, WITHOUT_RIGHTS, BLOCKED, "InviteFailed");
  assert_both (office, LAST_DAY, BLOCKED, PENDING);
  assert_both (office, INVITED_BEFORE, HAS, HAS);
  assert_both (office, ANYBODY, BLOCKED, PENDING);

  employer = json_array_get_object_element (json_object_get_array_member (get_ticket (office, &kept), "employers"), 0);
  g_assert_cmpint (json_object_get_int_member (employer, "invited"), ==, invited);
  g_assert_cmpint (json_object_get_int_member (employer, "blocked"), ==, invited);
  g_assert_cmpint (json_object_get_int_member (employer, "fallout"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (employer, "leavers"), ==, 1);
  g_assert_cmpint (client_count_mail (office->client, "invitation"), ==, invited);

  file = client_send (office->client, "GET", "/practice/tickets/1", NULL);
  g_assert_cmpstr (file->type, ==, "text/csv");
  g_assert_true (g_str_has_prefix (file->text, "\xef\xbb\xbf" "Werkgevernummer;Werkgever;Personeelsnummer;Naam;Reden\r\n"));
  g_assert_nonnull (strstr (file->text, ";\"'=cmd|calc;\"\"x\"\"\";Het privé e-mailadres van de medewerker ontbreekt.\r\n"));
  g_assert_nonnull (strstr (file->text, ";Medewerker heeft niet de juiste gebruikersrechten.\r\n"));

  set_clock (office, "2026-10-01T00:00:00Z");
  assert_status (office, LEFT_2025, FALSE, NONE);
  assert_status (office, LEFT_2026, FALSE, HAS);
}

/* A clock that jumps far does everything at its own moment: the invitation on the day, the reminder three days after it. */
static void
test_in_order (Office *office, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  JsonObject *mail;

  hand_in (office, "2026-09-08");
  set_clock (office, "2026-09-12T09:00:00Z");
  mail = json_array_get_object_element (client_list (office->client, "/practice/mail?kind=invitation", &kept), 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (mail, "at"), "2026-09-08T00:00"));
  mail = json_array_get_object_element (client_list (office->client, "/practice/mail?kind=blocked", &kept), 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (mail, "at"), "2026-09-08T00:00"));
  mail = json_array_get_object_element (client_list (office->client, "/practice/mail?kind=reminder", &kept), 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (mail, "at"), "2026-09-11T00:00"));
}

/* Once everybody is over, product 500 goes by itself. */
static void
test_product (Office *office, gconstpointer data)
{
  hand_in (office, "2026-09-01");
  assert_both (office, ANYBODY, BLOCKED, PENDING);
  g_assert_cmpuint (client_count_events (office->client, "product-removed"), ==, 0);
  client_post (office->client, "/practice/activate", "{\"share\": 1, \"seed\": 1}");
  g_assert_cmpuint (client_count_events (office->client, "product-removed"), ==, 1);
}

static void
test_withdrawn (Office *office, gconstpointer data)
{
  g_auto (Visitor) visitor = { 0 };
  g_autofree char *page = NULL;
  g_autofree char *back = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Reply) kept = NULL;

  hand_in (office, "2026-09-08");
  visitor_enter (&visitor, office->client);
  page = visitor_get (&visitor, "/loket/tickets/1");
  back = visitor_post (&visitor, "/loket/tickets/1/intrekken", "", 303);
  set_clock (office, "2026-09-09T09:00:00Z");
  assert_both (office, ANYBODY, HAS, NONE);
  g_assert_cmpstr (json_object_get_string_member (get_ticket (office, &kept), "status"), ==, "withdrawn");
  after = visitor_get (&visitor, "/loket/tickets/1");
  g_assert_nonnull (strstr (after, "Er is niets uitgevoerd."));
}

static void
test_overview (Office *office, gconstpointer data)
{
  g_autoptr (Reply) early = NULL;
  g_autoptr (Reply) file = NULL;
  g_autofree char *line = NULL;

  mix (office);
  poke (office, "UPDATE employer SET name = 'De Test' WHERE uuid = ?", office->employer);
  client_post (office->client, "/practice/tickets", "{\"kind\": \"overview\"}");
  early = client_send (office->client, "GET", "/practice/tickets/1", NULL);
  g_assert_cmpuint (early->status, ==, 404);
  set_clock (office, "2026-09-02T10:00:00Z");
  file = client_send (office->client, "GET", "/practice/tickets/1", NULL);
  /* Two left, two are to come; one has no address; Werknemerloket is with all but the two who come. */
  line = g_strdup_printf ("\r\n%" G_GINT64_FORMAT ";De Test;%u;%u;%u;1;%u;J\r\n", employer_number (office), office->ids->len,
                          office->ids->len - 4, office->ids->len - 5, office->ids->len - 2);
  g_assert_nonnull (strstr (file->text, line));
}

static void
test_doors_refuse (Office *office, gconstpointer data)
{
  static const char *const bodies[] = {
    "{}",
    "{\"kind\": \"other\"}",
    "{\"kind\": \"client-list\"}",
    "{\"kind\": \"client-list\", \"employers\": 5}",
    "{\"kind\": \"client-list\", \"employers\": [1]}",
    "{\"kind\": \"client-list\", \"employers\": [null, {}]}",
    "{\"kind\": \"client-list\", \"employers\": [20001], \"date\": \"morgen\"}",
    "{\"kind\": \"client-list\", \"employers\": [20001], \"date\": \"2020-01-01\"}",
  };
  g_autoptr (Reply) kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (Reply) reply = client_send (office->client, "POST", "/practice/tickets", bodies[i]);
      g_assert_cmpuint (reply->status, ==, 400);
    }
  g_assert_cmpuint (json_array_get_length (client_list (office->client, "/practice/tickets", &kept)), ==, 0);
}

/* Client lists as they come. */
static void
test_client_lists (void)
{
  static const struct
  {
    const char *text;
    int employers; /* -1: refused */
    guint notes;
    guint line; /* of the first note */
  } lists[] = {
    { "\xef\xbb\xbfWerkgevernummer;Werkgever;Uit te nodigen;Gewenste datum\r\n20001;Een;3;08-12-2026\r\n20002;Twee;1;\r\n", 2, 0, 0 },
    { "Werkgever,Werkgevernummer\n\"Bakker, Zn.\nen nog wat\",20001\nx,abc\n", 1, 1, 4 },
    { "Naam\tWg. nr\nCaf\xe9\t20001\n", 1, 0, 0 },
    { "sep=;\nKlantnummer;x\n\n20001;\n99999;\n20001;\n;leeg\n", 1, 3, 5 },
    { "20001\n20002\n", 2, 0, 0 },
    { "20001\r20002", 2, 0, 0 },
    { "Naam;Plaats\nEen;Twee\n", -1, 0, 0 },
    { "", -1, 0, 0 },
    { "\n\n;;\n", -1, 0, 0 },
    { "Werkgevernummer\n'=1+1\n\"20001", 1, 1, 2 },
  };
  g_autoptr (GError) error = NULL;
  OvsPracticeState state = { .db = ovs_practice_store_open (NULL, &error) };

  g_assert_no_error (error);
  for (int i = 1; i <= 2; i++)
    ovs_practice_db_run (state.db,
                         "INSERT INTO employer (uuid, number, name, branch, legal_form, street, house_number, postal_code, city)"
                         " VALUES (?1, 20000 + ?1, '', '', '', '', 1, '', '')",
                         "i", i);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (lists[i].text, strlen (lists[i].text));
      const char *problem;
      g_autoptr (OvsPracticeClientList) list = ovs_practice_client_list_read (&state, file, &problem);

      g_test_message ("List %u", i);
      g_assert_true ((list == NULL) == (lists[i].employers < 0));
      if (list == NULL)
        continue;
      g_assert_cmpuint (list->employers->len, ==, lists[i].employers);
      g_assert_cmpuint (list->notes->len, ==, lists[i].notes);
      if (lists[i].notes > 0)
        g_assert_cmpuint (((OvsPracticeClientNote *) list->notes->pdata[0])->line, ==, lists[i].line);
    }
  ovs_practice_db_close (state.db);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Office *, gconstpointer);
  } tests[] = {
    { "/practice/tickets/rules", test_rules },
    { "/practice/tickets/in-order", test_in_order },
    { "/practice/tickets/product", test_product },
    { "/practice/tickets/withdrawn", test_withdrawn },
    { "/practice/tickets/overview", test_overview },
    { "/practice/tickets/doors-refuse", test_doors_refuse },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Office, NULL, even_out, tests[i].run, tear_down);
  g_test_add_func ("/practice/tickets/client-lists", test_client_lists);
  return g_test_run ();
}
