/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/decisions.h"
#include "dossier/judgement.h"
#include "dossier/withdrawals.h"
#include "steps/figures.h"
#include "steps/select/client-words.h"
#include "steps/select/clients.h"

/* The clients table on the dossier that is kept for version 2: 12 clients, 150 employees. Of these
 * 20001 and 20002 are not chosen, everybody of 20003 is over, 20004 was left out by hand, MijnLoket is off at 20005 and unknown at
 * 20006, and 20007 lacks product 500. */

static gboolean
arrange (OvsTx *tx, gpointer data, GError **error)
{
  const char *const numbers[] = { "20001", "20002", NULL };

  const OvsWithdrawalSaid said = { .reason = "Stopt" };

  return ovs_decisions_deselect (tx, numbers, error) == 2 && ovs_withdrawals_write (tx, "20004", &said, error) == 1;
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, ovs_day_from_ymd (2026, 12, 1), NULL, NULL);
  return TRUE;
}

static void
run (Fixture *fixture, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "fixtures", "dossier-version-2.overstap", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_set_up (fixture, NULL);
  g_clear_object (&fixture->dossier);
  g_file_get_contents (kept, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  run (fixture, arrange, NULL);
  fixture_execute (fixture, "UPDATE employer SET mijnloket = 0 WHERE number = '20005'; UPDATE employer SET mijnloket = NULL WHERE number = '20006'; "
                            "UPDATE employer SET product_500 = 1; UPDATE employer SET product_500 = 0 WHERE number = '20007'; "
                            "INSERT OR REPLACE INTO access (employee, portal, status, source, as_of) "
                            "SELECT e.id, 'mijnloket', 'HasAccessToClient', 'loket', '2026-11-30T09:00:00Z' FROM employee e "
                            "JOIN employer c ON c.id = e.employer WHERE c.number = '20003'");
  run (fixture, judge, NULL);
}

typedef struct
{
  OvsTableQuery query;
  const char *handler;
  GString *numbers;
} Asking;

static void
add_number (const OvsClientRow *row, gpointer data)
{
  g_string_append_printf (data, "%s%s", ((GString *) data)->len > 0 ? " " : "", row->number);
}

static gboolean
ask (OvsTx *tx, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (GArray) ids = ovs_clients_query (tx, &asking->query, asking->handler);

  for (guint i = 0; i < ids->len; i++)
    ovs_client_list_get (tx, g_array_index (ids, gint64, i), add_number, asking->numbers);
  return TRUE;
}

static char *
find (Fixture *fixture, const char *filter, const char *search, const char *sort, gboolean descending)
{
  Asking asking = { .numbers = g_string_new (NULL) };

  asking.query.filter = (char *) filter;
  asking.query.search = (char *) search;
  asking.query.sort = (char *) sort;
  asking.query.descending = descending;
  run (fixture, ask, &asking);
  return g_string_free (asking.numbers, FALSE);
}

static void
expect (Fixture *fixture, const char *filter, const char *search, const char *numbers)
{
  g_autofree char *found = find (fixture, filter, search, NULL, FALSE);

  g_assert_cmpstr (found, ==, numbers);
}

static guint
count (Fixture *fixture, const char *filter)
{
  g_autofree char *found = find (fixture, filter, "", NULL, FALSE);
  g_auto (GStrv) numbers = g_strsplit (found, " ", -1);

  return *found == '\0' ? 0 : g_strv_length (numbers);
}

static void
test_filters (Fixture *fixture, gconstpointer unused)
{
  expect (fixture, OVS_CLIENTS_NOT_CHOSEN, "", "20001 20002 20004");
  expect (fixture, OVS_CLIENTS_OVER, "", "20003");
  expect (fixture, OVS_CLIENTS_WITHOUT_MIJNLOKET, "", "20005");
  expect (fixture, OVS_CLIENTS_WITHOUT_PRODUCT, "", "20007");
  g_assert_cmpuint (count (fixture, OVS_CLIENTS_CHOSEN), ==, 8);
  g_assert_cmpuint (count (fixture, OVS_CLIENTS_ALL), ==, 12);
  g_assert_cmpuint (count (fixture, NULL), ==, 12);
}

static gboolean
read_figures (OvsTx *tx, gpointer data, GError **error)
{
  OvsFigures **figures = data;

  *figures = ovs_figures_read (tx, NULL);
  return TRUE;
}

/* What stands on a chip is what it shows. */
static void
test_counts (Fixture *fixture, gconstpointer unused)
{
  OvsFigures *figures;
  const OvsSummary *clients;

  run (fixture, read_figures, &figures);
  clients = &figures->clients;
  g_assert_cmpint (clients->employers, ==, count (fixture, OVS_CLIENTS_ALL));
  g_assert_cmpint (clients->selected - clients->converted, ==, count (fixture, OVS_CLIENTS_CHOSEN));
  g_assert_cmpint (clients->employers - clients->selected, ==, count (fixture, OVS_CLIENTS_NOT_CHOSEN));
  g_assert_cmpint (clients->converted, ==, count (fixture, OVS_CLIENTS_OVER));
  g_assert_cmpint (clients->without_mijnloket, ==, count (fixture, OVS_CLIENTS_WITHOUT_MIJNLOKET));
  g_assert_cmpint (clients->without_product, ==, count (fixture, OVS_CLIENTS_WITHOUT_PRODUCT));
  ovs_figures_free (figures);
}

/* Unknown is not none: nobody can go over in a dossier in which nobody was judged, and that says nothing. */
static void
test_unjudged (Fixture *fixture, gconstpointer unused)
{
  OvsFigures *figures;

  run (fixture, read_figures, &figures);
  g_assert_false (figures->unjudged);
  ovs_figures_free (figures);
  fixture_execute (fixture, "DELETE FROM judgement");
  run (fixture, read_figures, &figures);
  g_assert_true (figures->unjudged);
  ovs_figures_free (figures);
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  fixture_execute (fixture, "UPDATE employer SET name = 'Café Zuid', city = 'Oude Schans', contact_name = 'Zoë Qvist' WHERE number = '20002'");
  expect (fixture, NULL, "cafe z", "20002");
  expect (fixture, NULL, "OUDE SCHANS", "20002");
  expect (fixture, NULL, "zoe qv", "20002");
  expect (fixture, NULL, "20011", "20011");
  expect (fixture, OVS_CLIENTS_OVER, "zoe qv", "");
}

static void
test_sort (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *up = find (fixture, OVS_CLIENTS_NOT_CHOSEN, "", "number", FALSE);
  g_autofree char *down = find (fixture, OVS_CLIENTS_NOT_CHOSEN, "", "number", TRUE);
  g_autofree char *name = NULL;
  g_autofree char *hindrance = NULL;

  g_assert_cmpstr (up, ==, "20001 20002 20004");
  g_assert_cmpstr (down, ==, "20004 20002 20001");
  fixture_execute (fixture, "UPDATE employer SET name = 'Ébéniste' WHERE number = '20004'; UPDATE employer SET name = 'Zadel' WHERE number = '20001'; "
                            "UPDATE employer SET name = 'fiets' WHERE number = '20002'");
  name = find (fixture, OVS_CLIENTS_NOT_CHOSEN, "", "name", FALSE);
  g_assert_cmpstr (name, ==, "20004 20002 20001");
  hindrance = find (fixture, OVS_CLIENTS_ALL, "", "hindrance", TRUE);
  g_assert_true (g_str_has_prefix (hindrance, "20005 "));
}

static gboolean
fetch (OvsTx *tx, gpointer data, GError **error)
{
  GPtrArray **rows = data;
  OvsTableQuery query = { .search = (char *) "" };
  g_autoptr (GArray) ids = ovs_clients_query (tx, &query, NULL);

  *rows = ovs_clients_fetch (tx, (const gint64 *) (gpointer) ids->data, ids->len);
  return TRUE;
}

static const OvsTableRow *
row_at (GPtrArray *rows, guint index)
{
  return g_ptr_array_index (rows, index);
}

/* Who is over or was left out by hand cannot be ticked, and says why. */
static void
test_ticks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;

  run (fixture, fetch, &rows);
  g_assert_cmpuint (rows->len, ==, 12);
  g_assert_cmpint (row_at (rows, 0)->ticked, ==, 0);
  g_assert_null (row_at (rows, 0)->ticked_reason);
  g_assert_cmpint (row_at (rows, 2)->ticked, ==, -1);
  g_assert_nonnull (row_at (rows, 2)->ticked_reason);
  g_assert_cmpint (row_at (rows, 3)->ticked, ==, -1);
  g_assert_nonnull (strstr (row_at (rows, 3)->ticked_reason, "Stopt"));
  g_assert_cmpint (row_at (rows, 4)->ticked, ==, 1);
}

typedef struct
{
  OvsClientRow client;
  OvsCellKind kind;
  const char *text;
} Hindrance;

/* A client of which all is known that a list tells; the case adds to it. */
#define KNOWN .shown_mijnloket = OVS_TOLD_YES, .contact_email = "m@klant.example", .employees = 9, .tier = "Plus", .in_loket = OVS_TOLD_YES, .rights = OVS_TOLD_YES, .addendum = OVS_TOLD_YES

static void
test_hindrances (void)
{
  const OvsDay today = ovs_day_from_ymd (2026, 11, 26);
  const Hindrance cases[] = {
    { { KNOWN, .mijnloket = OVS_TOLD_YES }, OVS_CELL_SOFT, "nothing" },
    { { KNOWN, .mijnloket = OVS_TOLD_UNKNOWN, .decide = 2 }, OVS_CELL_WARNING, "2 to decide +1" },
    { { KNOWN, .mijnloket = OVS_TOLD_UNKNOWN }, OVS_CELL_UNKNOWN, "MijnLoket unknown" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .decide = 2, .stoppers = 1 }, OVS_CELL_STOPPER, "1 stopper +1" },
    { { KNOWN, .mijnloket = OVS_TOLD_NO, .stoppers = 1 }, OVS_CELL_STOPPER, "First MijnLoket on +1" },
    { { KNOWN, .mijnloket = OVS_TOLD_NO, .stoppers = 1, .call_back_on = today }, OVS_CELL_CALL, "Call back today" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .call_back_on = today - 2 }, OVS_CELL_CALL, "Call back since 24-11" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .call_back_on = today + 2 }, OVS_CELL_PLAIN, "Call back on 28-11" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .stoppers = 3, .call_back_on = today + 2 }, OVS_CELL_STOPPER, "3 stoppers" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .call_back_on = ovs_day_from_ymd (2027, 1, 4) }, OVS_CELL_PLAIN, "Call back on 4-1-2027" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .contact_left = TRUE }, OVS_CELL_WARNING, "Contact has left" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .selected = TRUE, .done = 3, .left_out = 1 }, OVS_CELL_DONE, "over already" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .excluded_reason = "Stopt" }, OVS_CELL_SOFT, "does not take part" },
    { { KNOWN, .mijnloket = OVS_TOLD_YES, .excluded_reason = "Stopt", .handed_in_on = today }, OVS_CELL_STOPPER, "Withdrawal open at Loket" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_assert_cmpint (ovs_client_words_hindrance (&cases[i].client, today, &text), ==, cases[i].kind);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What asks for work most is on top when sorted downwards. */
static void
test_weights (void)
{
  const OvsDay today = ovs_day_from_ymd (2026, 11, 26);
  const OvsClientRow rows[] = {
    { KNOWN, .mijnloket = OVS_TOLD_YES, .call_back_on = today },
    { KNOWN, .mijnloket = OVS_TOLD_NO },
    { KNOWN, .mijnloket = OVS_TOLD_YES, .stoppers = 4 },
    { KNOWN, .mijnloket = OVS_TOLD_YES, .stoppers = 1, .decide = 3 },
    { KNOWN, .mijnloket = OVS_TOLD_YES, .decide = 3 },
    { KNOWN, .mijnloket = OVS_TOLD_UNKNOWN },
    { KNOWN, .mijnloket = OVS_TOLD_YES },
  };

  for (gsize i = 1; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ovs_client_words_weight (&rows[i - 1], today), >, ovs_client_words_weight (&rows[i], today));
}

static void
test_events (void)
{
  const OvsDay today = ovs_day_from_ymd (2026, 11, 26);
  const struct
  {
    OvsClientEvent event;
    const char *line;
  } cases[] = {
    { { today, "Petra", "select", "selected", "0", "1" }, "26-11  chosen, by Petra" },
    { { today - 1, "", "select", "selected", "1", "0" }, "25-11  no longer chosen" },
    { { today, "Petra", "exclude", "excluded_reason", NULL, "Stopt" }, "26-11  does not take part: Stopt, by Petra" },
    { { today, "Petra", "include", "excluded_reason", "Stopt", NULL }, "26-11  takes part after all, by Petra" },
    { { today, "Petra", "inform", "informed_on", NULL, "2026-11-20" }, "26-11  informed on 20-11, by Petra" },
    { { today, "Petra", "inform", "informed_on", "2026-11-20", NULL }, "26-11  not informed yet after all, by Petra" },
    { { today, "Petra", "client-day", "employees_informed_on", NULL, "2026-11-21" }, "26-11  employees informed on 21-11, by Petra" },
    { { today, "Petra", "client-day", "flyer_hangs_on", NULL, "2026-11-21" }, "26-11  flyer hangs since 21-11, by Petra" },
    { { today, "Petra", "client-day", "flyer_hangs_on", "2026-11-21", NULL }, "26-11  flyer does not hang yet after all, by Petra" },
    { { today, "Petra", "letter", "sent", "mail", "closing" }, "26-11  sent: Closing mail, by Petra" },
    { { today, "Petra", "letter", "waiting", "mail", "closing" }, "26-11  waits in the outbox: Closing mail, by Petra" },
    { { today, "Petra", "letter", "waiting", "draft", "closing" }, "26-11  made, not sent yet: Closing mail, by Petra" },
    { { today, "Petra", "letter", "refused", "mail", "closing" }, "26-11  refused by the mail server: Closing mail, by Petra" },
    { { today, "Petra", "import", "city", NULL, "Gouda" }, "26-11  data changed by a file, by Petra" },
    { { today, "Petra", "exclude", "withdrawal_said_by", NULL, "Marja" }, "26-11  said by Marja, by Petra" },
    { { today, "Petra", "contact-left", "contact_left", "0", "1" }, "26-11  contact has left, by Petra" },
    { { today, "Petra", "handler-rights", "handler_rights", NULL, "0" }, "26-11  handler has no rights in Loket, by Petra" },
    { { today, "Petra", "client-day", "contract_ends_on", NULL, "2026-12-31" }, "26-11  contract until 31-12-2026, by Petra" },
    { { today, "Petra", "client-day", "contract_ends_on", "2026-12-31", NULL }, "26-11  end of the contract unknown, by Petra" },
    { { today, "Petra", "import", "contract_ends_on", NULL, "2026-12-31" }, "26-11  data changed by a file, by Petra" },
    { { today, "Petra", "later", "unheard-of", NULL, "1" }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = ovs_client_words_event (&cases[i].event, today);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/clients/filters", Fixture, NULL, set_up, test_filters, fixture_tear_down);
  g_test_add ("/clients/counts", Fixture, NULL, set_up, test_counts, fixture_tear_down);
  g_test_add ("/clients/unjudged", Fixture, NULL, set_up, test_unjudged, fixture_tear_down);
  g_test_add ("/clients/search", Fixture, NULL, set_up, test_search, fixture_tear_down);
  g_test_add ("/clients/sort", Fixture, NULL, set_up, test_sort, fixture_tear_down);
  g_test_add ("/clients/ticks", Fixture, NULL, set_up, test_ticks, fixture_tear_down);
  g_test_add_func ("/clients/hindrances", test_hindrances);
  g_test_add_func ("/clients/weights", test_weights);
  g_test_add_func ("/clients/events", test_events);
  return g_test_run ();
}
