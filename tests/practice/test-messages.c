/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/visitor.h"

/* The message centre, and the product without which there is nothing to tell of. */

typedef struct
{
  Office office;
  Visitor visitor;
  gint64 number; /* of the employer */
} Centre;

static void
open_centre (Centre *centre, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *path = NULL;

  set_up (&centre->office, data);
  centre->visitor = (Visitor){ 0 };
  visitor_enter (&centre->visitor, centre->office.client);
  path = under_employer (centre->office.employer, "");
  centre->number =
      json_object_get_int_member (json_object_get_object_member (client_get (centre->office.client, path, &kept), "content"), "employerNumber");
}

static void
close_centre (Centre *centre, gconstpointer data)
{
  visitor_clear (&centre->visitor);
  tear_down (&centre->office, data);
}

static char *
at_employer (Centre *centre, const char *rest)
{
  return g_strdup_printf ("/loket/werkgever/%" G_GINT64_FORMAT "%s", centre->number, rest);
}

static gint64
ask_file (Centre *centre, const char *sql, const char *text)
{
  g_autofree char *path = g_build_filename (centre->office.folder, "oefenloket.sqlite", NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (text != NULL)
    sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

/* The page of the newest message. */
static char *
get_newest (Centre *centre)
{
  g_autofree char *path = g_strdup_printf ("/loket/berichten/%" G_GINT64_FORMAT, ask_file (centre, "SELECT max (id) FROM action", NULL));

  return visitor_get (&centre->visitor, path);
}

static void
assert_says (const char *page, const char *text)
{
  if (strstr (page, text) == NULL)
    g_error ("The page does not say „%s”: %s", text, page);
}

static guint
count (const char *page, const char *text)
{
  guint n = 0;

  for (const char *p = strstr (page, text); p != NULL; p = strstr (p + 1, text))
    n++;
  return n;
}

static char *
path_of (Centre *centre, guint person, const char *rest)
{
  return g_strdup_printf ("/loket/medewerker/%" G_GINT64_FORMAT "%s",
                          ask_file (centre, "SELECT id FROM employee WHERE uuid = ?", centre->office.ids->pdata[person]), rest);
}

/* Presses a button of the page of an employee. */
static void
press (Centre *centre, guint person, const char *deed, guint expected)
{
  g_autofree char *path = path_of (centre, person, deed);
  g_autofree char *location = visitor_post (&centre->visitor, path, "", expected);
}

static guint
count_collective_actions (Centre *centre)
{
  g_autoptr (Reply) kept = NULL;

  return json_array_get_length (client_list (centre->office.client, "/v2/users/collectiveactions", &kept));
}

/* What was done to one person by hand stands there, and is no collective action that a program would wait for. */
static void
test_by_hand (Centre *centre, gconstpointer data)
{
  static const struct
  {
    const char *deed;
    guint status;
    const char *title;
    const char *said;
  } deeds[] = {
    { "/uitnodigen", 303, "<h1>Uitnodigen voor MijnLoket</h1>", "Uitnodiging voor MijnLoket verstuurd." },
    { "/intrekken", 303, "<h1>Uitnodiging voor MijnLoket intrekken</h1>", "Uitnodiging voor MijnLoket ingetrokken." },
    { "/intrekken", 422, "<h1>MijnLoket blokkeren</h1>", "Niet gelukt: De medewerker heeft geen toegang." },
    { "/blokkeren", 303, "<h1>Werknemerloket blokkeren</h1>", "Werknemerloket geblokkeerd." },
    { "/blokkeren", 422, "<h1>Werknemerloket blokkeren</h1>", "Niet gelukt: De medewerker heeft geen toegang." },
    { "/deblokkeren", 303, "<h1>Werknemerloket deblokkeren</h1>", "Werknemerloket gedeblokkeerd." },
  };
  g_autofree char *list = NULL;
  g_autofree char *path = path_of (centre, 0, "");
  g_autofree char *employee = NULL;

  client_post (centre->office.client, "/practice/behaviour", "{\"revokeWithdraws\": true}");
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *page = NULL;

      press (centre, 0, deeds[i].deed, deeds[i].status);
      page = get_newest (centre);
      assert_says (page, deeds[i].said);
      assert_says (page, deeds[i].title);
      assert_says (page, "<dt>Door</dt><dd>het kantoor</dd>");
    }
  employee = visitor_get (&centre->visitor, path);
  g_assert_cmpuint (count (employee, "<a href=\"/loket/berichten/"), ==, G_N_ELEMENTS (deeds));
  assert_says (employee, "Uitnodiging voor MijnLoket ingetrokken.");
  list = visitor_get (&centre->visitor, "/loket/berichten");
  g_assert_cmpuint (count (list, "<a href=\"/loket/berichten/"), ==, G_N_ELEMENTS (deeds));
  g_assert_cmpuint (count (list, "Nieuw"), ==, 0);
  g_assert_cmpuint (count_collective_actions (centre), ==, 0);
}

static void
hand_in (Centre *centre)
{
  g_autofree char *body = g_strdup_printf ("{\"kind\": \"client-list\", \"employers\": [%" G_GINT64_FORMAT "]}", centre->number);

  client_post (centre->office.client, "/practice/tickets", body);
}

static void
assert_blocked (Centre *centre, guint expected)
{
  g_assert_cmpuint (client_count_events (centre->office.client, "blocked"), ==, expected);
}

/* What Loket did for a ticket: for whom, for whom not and why, and who stays as he is. */
static void
test_ticket (Centre *centre, gconstpointer data)
{
  Office *office = &centre->office;
  g_autofree char *page = NULL;
  g_autofree char *list = NULL;
  g_autofree char *read = NULL;
  g_autofree char *ticket = NULL;
  g_autofree char *left = g_strdup_printf ("UPDATE employee SET service_end = %d WHERE uuid = ?", ovs_day_from_ymd (2025, 6, 30));
  g_autofree char *employment = g_strdup_printf (
      "UPDATE employment SET end_day = %d WHERE employee = (SELECT id FROM employee WHERE uuid = ?)", ovs_day_from_ymd (2025, 6, 30));

  client_post (office->client, "/practice/clock", "{\"now\": \"2026-09-01T09:00:00Z\"}");
  poke (office, "UPDATE employee SET email = NULL WHERE uuid = ?", office->ids->pdata[0]);
  poke (office, "UPDATE employee SET trouble = 'rights' WHERE uuid = ?", office->ids->pdata[1]);
  poke (office, left, office->ids->pdata[2]);
  poke (office, employment, office->ids->pdata[2]);
  hand_in (centre);

  page = get_newest (centre);
  assert_says (page, "<h1>Conversie door Loket</h1>");
  assert_says (page, "Loket, voor <a href=\"/loket/tickets/1\">ticket 1</a>");
  assert_says (page, "Niet gelukt: Het privé e-mailadres van de medewerker ontbreekt.</span>");
  g_assert_cmpuint (count (page, "ontbreekt.</span> Werknemerloket"), ==, 0);
  assert_says (page, "Niet gelukt: Medewerker heeft niet de juiste gebruikersrechten.</span> Werknemerloket is wel geblokkeerd.");
  assert_says (page, "Uitnodiging voor MijnLoket verstuurd. Werknemerloket geblokkeerd.");
  assert_says (page, "Niet omgezet: In 2025 uit dienst gegaan: houdt Werknemerloket tot 1 oktober 2026.");
  g_assert_true (strstr (page, "Niet gelukt:") < strstr (page, "Uitnodiging voor"));
  g_assert_true (strstr (page, "Uitnodiging voor") < strstr (page, "Niet omgezet:"));
  g_assert_cmpuint (count_collective_actions (centre), ==, 0);

  ticket = visitor_get (&centre->visitor, "/loket/tickets/1");
  assert_says (ticket, "<a href=\"/loket/berichten/1\"");
  hand_in (centre);
  list = visitor_get (&centre->visitor, "/loket/berichten");
  assert_says (list, "Berichtencentrum (1 nieuw)");
  read = visitor_post (&centre->visitor, "/loket/berichten/gelezen", "", 303);
  g_free (list);
  list = visitor_get (&centre->visitor, read);
  g_assert_cmpuint (count (list, "ieuw"), ==, 0);
}

/* An invitation that blocks by itself is told as such, however it was asked for. */
static void
test_invitation_blocks (Centre *centre, gconstpointer data)
{
  g_autoptr (Reply) kept = NULL;
  g_autofree char *page = NULL;
  g_autofree char *by_hand = NULL;

  client_post (centre->office.client, "/practice/behaviour", "{\"inviteBlocks\": true}");
  poke (&centre->office, "UPDATE employee SET email = 'geen adres' WHERE uuid = ?", centre->office.ids->pdata[1]);
  act (&centre->office, "essaccessstatus", 0, 3, "SendInvite", &kept);
  assert_blocked (centre, 2);
  page = get_newest (centre);
  assert_says (page, "MijnLoket, via de koppeling");
  assert_says (page, "<dt>Werknemerloket geblokkeerd</dt><dd>2</dd>");
  g_assert_cmpuint (count (page, "Uitnodiging voor MijnLoket verstuurd. Werknemerloket geblokkeerd."), ==, 2);
  g_assert_cmpuint (count (page, "Werknemerloket is wel geblokkeerd."), ==, 0);
  press (centre, 4, "/uitnodigen", 303);
  by_hand = get_newest (centre);
  assert_says (by_hand, "Uitnodiging voor MijnLoket verstuurd. Werknemerloket geblokkeerd.");
}

/* Without a collective action, through the API. */
static void
test_at_once (Centre *centre, gconstpointer data)
{
  g_autofree char *body = actions_for (centre->office.ids, 0, 1, "RevokeAccess");
  g_autoptr (Reply) reply = client_send (centre->office.client, "PATCH", "/v2/providers/employers/employees/selfservice", body);
  g_autofree char *page = get_newest (centre);

  g_assert_cmpuint (reply->status, ==, 200);
  assert_says (page, "<h1>Werknemerloket, via de koppeling</h1>");
  assert_says (page, "Werknemerloket geblokkeerd.");
  g_assert_cmpuint (count_collective_actions (centre), ==, 0);
}

/* The order that invitations fail holds for Toepassen and for the page of an employee. */
static void
test_fault_on_order (Centre *centre, gconstpointer data)
{
  g_autofree char *list = at_employer (centre, "/overstappen");
  g_autofree char *question = at_employer (centre, "/overstappen/toepassen");
  g_autofree char *agreed = g_strdup_printf ("aantal=%u", centre->office.ids->len);
  g_autofree char *page = NULL;
  g_autofree char *ticked = NULL;
  g_autofree char *applied = NULL;

  client_post (centre->office.client, "/practice/faults", "{\"path\": \"essaccessstatus\", \"count\": 2, \"kind\": \"item-error\", \"share\": 0.1}");
  press (centre, 0, "/uitnodigen", 422);
  ticked = visitor_post (&centre->visitor, list, "doe=alles", 303);
  applied = visitor_post (&centre->visitor, question, agreed, 303);
  do
    {
      g_free (page);
      page = visitor_get (&centre->visitor, applied);
    }
  while (strstr (page, "Bezig:") != NULL);
  assert_says (page, "Niet gelukt: Oefening: dit is voor deze medewerker niet gelukt.</span> Werknemerloket is wel geblokkeerd.");
  g_assert_cmpuint (count (page, "Niet gelukt:"), <, centre->office.ids->len / 2);
  press (centre, 0, "/uitnodigen", 303);
}

static gboolean
has_module (Centre *centre, const char *name)
{
  g_autofree char *path = under_employer (centre->office.employer, "/modules");
  g_autoptr (Reply) kept = NULL;
  JsonArray *modules = client_list (centre->office.client, path, &kept);

  for (guint i = 0; i < json_array_get_length (modules); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (modules, i), "description"), name))
      return TRUE;
  return FALSE;
}

/* MijnLoket activeren: before it nobody can be ticked, invited or converted; the API sees it at once. */
static void
test_activate_product (Centre *centre, gconstpointer data)
{
  g_autofree char *list = at_employer (centre, "/overstappen");
  g_autofree char *activate = at_employer (centre, "/mijnloket-activeren");
  g_autofree char *employee = path_of (centre, 0, "");
  g_autofree char *back = NULL;
  g_auto (GStrv) pages = g_new0 (char *, 6);

  poke (&centre->office, "UPDATE employer SET mijnloket = 0, tier = '', uses_leave = 1", NULL);
  pages[0] = visitor_get (&centre->visitor, list);
  assert_says (pages[0], "kan hier niemand worden aangevinkt");
  g_assert_null (strstr (pages[0], "type=\"checkbox\""));
  pages[1] = visitor_get (&centre->visitor, employee);
  assert_says (pages[1], "Het product MijnLoket staat bij deze werkgever uit.");
  press (centre, 0, "/uitnodigen", 422);
  hand_in (centre);
  assert_blocked (centre, 0);
  pages[2] = get_newest (centre);
  assert_says (pages[2], "Niet gelukt: Het product MijnLoket is niet actief bij deze werkgever.");
  g_assert_cmpuint (count (pages[2], "geblokkeerd"), ==, 0);

  pages[3] = visitor_get (&centre->visitor, activate);
  assert_says (pages[3], "De variant wordt <strong>Plus</strong>");
  g_assert_false (has_module (centre, "MijnLoket"));
  back = visitor_post (&centre->visitor, activate, "", 303);
  pages[4] = visitor_get (&centre->visitor, back);
  assert_says (pages[4], "MijnLoket is geactiveerd. Er is nog niemand uitgenodigd.");
  assert_says (pages[4], "aan, Plus");
  g_assert_true (has_module (centre, "MijnLoket"));
  g_assert_cmpuint (client_count_events (centre->office.client, "invited"), ==, 0);
  press (centre, 0, "/uitnodigen", 303);
}

/* Only what is about the employer that is sought. */
static void
test_search (Centre *centre, gconstpointer data)
{
  g_autofree char *right = g_strdup_printf ("/loket/berichten?zoek=%" G_GINT64_FORMAT, centre->number);
  g_autofree char *found = NULL;
  g_autofree char *missed = NULL;

  press (centre, 0, "/uitnodigen", 303);
  found = visitor_get (&centre->visitor, right);
  g_assert_cmpuint (count (found, "<a href=\"/loket/berichten/"), ==, 1);
  missed = visitor_get (&centre->visitor, "/loket/berichten?zoek=99999");
  assert_says (missed, "Er is geen bericht over die werkgever.");
}

static void
go_back_to_version_3 (Office *office)
{
  static const char *const statements[] = {
    "ALTER TABLE action ADD COLUMN blocked INTEGER",
    "UPDATE action SET blocked = total WHERE origin = 'list'",
    "DROP INDEX action_ticket",
    "ALTER TABLE action DROP COLUMN ticket",
    "ALTER TABLE action DROP COLUMN origin",
    "ALTER TABLE action_item DROP COLUMN blocked",
    "PRAGMA user_version = 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    poke (office, statements[i], NULL);
}

/* A file of the version before keeps its messages, and what they say. */
static void
test_older_file (Centre *centre, gconstpointer data)
{
  Office *office = &centre->office;
  g_autoptr (Reply) kept = NULL;
  g_autofree char *page = NULL;

  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  poke (office, "UPDATE action SET origin = 'list'", NULL);
  client_free (office->client);
  go_back_to_version_3 (office);
  office->client = client_new (office->folder, 6, 120, 5);
  visitor_clear (&centre->visitor);
  centre->visitor = (Visitor){ 0 };
  visitor_enter (&centre->visitor, office->client);
  page = get_newest (centre);
  assert_says (page, "<h1>Overstappen naar MijnLoket</h1>");
  g_assert_cmpuint (count (page, "Uitnodiging voor MijnLoket verstuurd. Werknemerloket geblokkeerd."), ==, 2);
  g_assert_cmpuint (count_collective_actions (centre), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Centre *, gconstpointer);
  } tests[] = {
    { "/practice/messages/by-hand", test_by_hand },
    { "/practice/messages/ticket", test_ticket },
    { "/practice/messages/invitation-blocks", test_invitation_blocks },
    { "/practice/messages/at-once", test_at_once },
    { "/practice/messages/fault-on-order", test_fault_on_order },
    { "/practice/messages/activate-product", test_activate_product },
    { "/practice/messages/search", test_search },
    { "/practice/messages/older-file", test_older_file },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Centre, NULL, open_centre, tests[i].run, close_centre);
  return g_test_run ();
}
