/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#include "dossier/decisions.h"
#include "dossier/journal.h"
#include "dossier/judgement.h"
#include "dossier/rollback.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

#define HEADER "Werkgevernummer;Personeelsnummer;Voorletters;Achternaam;Geboortedatum;Privé e-mail;Datum in dienst;Datum uit dienst;Werknemerloket\n"
#define JANSEN "20;1;A.;Jansen;01-02-1990;a@gmail.com;01-01-2020;;toegang actief\n"
#define BOS "20;2;B.;Bos;03-04-1985;b@gmail.com;01-01-2021;;toegang actief\n"
#define SMIT "30;3;C.;Smit;05-06-1980;c@gmail.com;01-01-2022;;toegang actief\n"

/* All that an office sees of its clients and people, and what is derived of it. */
#define OFFICE                                                                                                                        \
  "SELECT id, number, name, city, product_500, selected FROM employer ORDER BY id;"                                                    \
  "SELECT id, employer, number, initials, last_name, birth_date, email_as_read, email, email_kind, email_key, email_domain, "          \
  "person_base, sort_key, change_in_loket, added_by, missing_since FROM employee ORDER BY id;"                                         \
  "SELECT * FROM employment; SELECT employee, portal, status, source, substr (as_of, 1, 10) FROM access; SELECT id, import, employee, name, reason FROM fallout_entry;"

typedef struct
{
  gint64 import;
  OvsRollback counts;
} Taken;

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  Taken *taken = data;

  if (taken->import == 0)
    ovs_tx_get_int (tx, &taken->import, "SELECT max(id) FROM import WHERE rolled_back IS NULL", "");
  return ovs_rollback_import (tx, taken->import, NULL, NULL, &taken->counts, error);
}

/* Takes an import back (0 for the last) and compares "reversed kept failed". */
static void
expect_back (Fixture *fixture, gint64 import, const char *expected)
{
  Taken taken = { import, { 0 } };
  g_autoptr (GError) error = NULL;
  g_autofree char *counts = NULL;

  ovs_dossier_write (fixture->dossier, take_back, &taken, NULL, &error);
  g_assert_no_error (error);
  counts = g_strdup_printf ("%d %d %d", (int) taken.counts.reversed, (int) taken.counts.kept, (int) taken.counts.failed);
  g_assert_cmpstr (counts, ==, expected);
  fixture_assert (fixture, "PRAGMA foreign_key_check", "");
}

static gboolean
mend (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_decisions_mend (tx, "20", data, "anders@gmail.com", FALSE, error) >= 0;
}

static gboolean
exclude (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_decisions_exclude (tx, "20", data, "op verzoek", error) >= 0;
}

static gboolean
undo (OvsTx *tx, gpointer data, GError **error)
{
  g_autofree char *operation = NULL;

  return ovs_undo_take_back (tx, &operation, NULL, error);
}

static gboolean
select_all (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_decisions_select (tx, OVS_SELECT_ALL, NULL, FALSE, error) >= 0;
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_judgement_refresh (tx, ovs_day_from_ymd (2026, 12, 1), G_MAXINT64);
}

static gboolean
verify (OvsTx *tx, gpointer data, GError **error)
{
  gint64 entries;

  g_assert_cmpint (ovs_trail_verify (tx, &entries), ==, 0);
  return TRUE;
}

static void
write_in (Fixture *fixture, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static void
test_added (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = fixture_query (fixture, OFFICE);

  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS SMIT "30;3;C.;Smit;05-06-1980;c@gmail.com;01-01-2010;31-12-2012;\n", "4 0 0 0 0");
  write_in (fixture, judge, NULL);
  expect_back (fixture, 0, "3 0 0");
  fixture_assert (fixture, OFFICE, before);
  fixture_assert (fixture, "SELECT count(*) FROM judgement; SELECT count(*) FROM history; SELECT count(*) FROM tally", "0\n0\n0\n");
  fixture_assert (fixture, "SELECT operation, detail ->> 'reversed' FROM audit ORDER BY sequence DESC LIMIT 1", "undo-import|3\n");
  fixture_assert (fixture, "SELECT count(*) FROM import WHERE rolled_back IS NOT NULL; SELECT count(*) FROM undo_step WHERE undone IS NOT NULL", "1\n1\n");
  write_in (fixture, verify, NULL);
  /* And it can be read in as if it had never been. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS SMIT, "3 0 0 0 0");
  write_in (fixture, judge, NULL);
  fixture_assert (fixture, "SELECT count(*) FROM judgement WHERE judged_on <> ''", "3\n");
}

static void
test_changed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;

  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS SMIT, "3 0 0 0 0");
  before = fixture_query (fixture, OFFICE);
  office_expect (fixture, OVS_CSV_EMPLOYEES,
                 HEADER "20;1;A.B.;Jansen-Vos;02-02-1990;jansen@ziggo.nl;01-01-2019;31-12-2026;geen toegang\n"
                        "30;3;C.;Smit;05-06-1980;;01-01-2022;;toegang actief\n30;4;D.;Nieuw;;;;;\n",
                 "1 2 0 1 0");
  write_in (fixture, judge, NULL);
  expect_back (fixture, 0, "4 0 0");
  fixture_assert (fixture, OFFICE, before);
  /* Who changed, and who lost somebody with the same client, are judged again. */
  fixture_assert (fixture, "SELECT employee FROM judgement WHERE judged_on = '' ORDER BY 1", "1\n3\n");
}

static void
test_kept (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS, "2 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER "20;1;X.;Jansen;01-02-1990;a@gmail.com;01-01-2020;;toegang actief\n" BOS "20;5;E.;Vijf;;e@gmail.com;;;\n20;6;F.;Zes;;f@gmail.com;;;\n20;7;G.;Zeven;;g@gmail.com;;;\n",
                 "3 1 1 0 0");
  write_in (fixture, mend, (gpointer) "1");
  write_in (fixture, exclude, (gpointer) "5");
  /* A decision that was taken back was none. */
  write_in (fixture, exclude, (gpointer) "6");
  write_in (fixture, undo, NULL);
  expect_back (fixture, 0, "2 2 0");
  fixture_assert (fixture, "SELECT number, initials, email FROM employee ORDER BY id",
                  "1|X.|anders@gmail.com\n2|B.|b@gmail.com\n5|E.|e@gmail.com\n");
  /* The decisions can still be taken back, and then the import before it. */
  write_in (fixture, undo, NULL);
  write_in (fixture, undo, NULL);
  fixture_assert (fixture, "SELECT number, email, excluded_reason FROM employee ORDER BY id", "1|a@gmail.com|\n2|b@gmail.com|\n5|e@gmail.com|\n");
}

static void
test_older_import (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN, "1 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS "20;3;C.;Drie;;c@gmail.com;;;\n", "2 0 1 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN "20;2;Z.;Bos;03-04-1985;b@gmail.com;01-01-2021;;toegang actief\n", "0 1 1 1 0");
  /* The one in the middle: the last one changed Bos, and says no more of the third than that he is not in it. */
  expect_back (fixture, 3, "1 1 0");
  fixture_assert (fixture, "SELECT number, initials FROM employee ORDER BY id", "1|A.\n2|Z.\n");
  /* What was taken back is no change: now both others go. */
  expect_back (fixture, 4, "1 0 0");
  fixture_assert (fixture, "SELECT number, initials FROM employee ORDER BY id", "1|A.\n2|B.\n");
}

static void
test_newest_first (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = fixture_query (fixture, OFFICE);

  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN, "1 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER "20;1;Q.;Jansen;01-02-1990;q@gmail.com;01-01-2020;;toegang actief\n", "0 1 0 0 0");
  expect_back (fixture, 0, "1 0 0");
  fixture_assert (fixture, "SELECT initials, email_key FROM employee", "A.|a@gmail.com\n");
  expect_back (fixture, 0, "1 0 0");
  fixture_assert (fixture, OFFICE, before);
}

static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS, "2 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN, "0 0 1 1 0");
  expect_back (fixture, 0, "1 0 0");
  fixture_assert (fixture, "SELECT missing_since FROM employee ORDER BY id", "\n\n");

  /* He was missing, is found and is missing again as before. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN, "0 0 1 1 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS, "0 0 2 0 0");
  expect_back (fixture, 0, "1 0 0");
  fixture_assert (fixture, "SELECT missing_since FROM employee ORDER BY id", "\n4\n");

  /* And when a later file does not have him either, that one marks him now. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN, "0 0 1 1 0");
  expect_back (fixture, 4, "1 0 0");
  fixture_assert (fixture, "SELECT missing_since FROM employee ORDER BY id", "\n6\n");
}

static void
test_sent (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS, "2 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER "20;1;Q.;Jansen;01-02-1990;q@gmail.com;01-01-2020;;toegang actief\n" BOS "20;3;C.;Drie;;c@gmail.com;;;\n",
                 "1 1 1 0 0");
  fixture_execute (fixture, "INSERT INTO intent (employee, kind, generation, state, planned) "
                            "SELECT id, 'invite', 1, 'confirmed', '9999-01-01T00:00:00Z' FROM employee WHERE number IN ('1', '3')");
  expect_back (fixture, 0, "0 0 2");
  fixture_assert (fixture, "SELECT number, initials FROM employee ORDER BY id", "1|Q.\n2|B.\n3|C.\n");
}

static void
test_clients (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = fixture_query (fixture, OFFICE);

  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever;Plaats;Product 500\n20;Brood & Zo;Ede;J\n30;Garage;;\n40;Nieuw;;\n50;Vol;;\n",
                 "2 1 1 0 0");
  expect_back (fixture, 0, "3 0 0");
  fixture_assert (fixture, OFFICE, before);

  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever;Plaats\n20;Brood & Zo;Ede\n30;Garage;\n40;Nieuw;\n50;Vol;\n", "2 1 1 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER "50;1;A.;Jansen;;;;;\n", "1 0 0 0 0");
  expect_back (fixture, 3, "2 1 0");
  fixture_assert (fixture, "SELECT number, name FROM employer ORDER BY id", "20|Bakkerij\n30|Garage\n50|Vol\n");

  /* Choosing is a decision. */
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n60;Gekozen\n", "1 0 0 0 0");
  write_in (fixture, select_all, NULL);
  expect_back (fixture, 0, "0 1 0");
}

static void
test_status (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;

  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS "20;3;C.;Drie;;c@gmail.com;;;\n", "3 0 0 0 0");
  before = fixture_query (fixture, OFFICE);
  office_expect (fixture, OVS_CSV_STATUS,
                 "Werkgevernummer;Personeelsnummer;Werknemerloket;MijnLoket;Datum\n20;1;geblokkeerd;uitnodiging loopt;01-11-2026\n"
                 "20;2;toegang actief;;01-11-2026\n20;3;geen toegang;geen toegang;01-11-2026\n20;3;toegang actief;geen toegang;02-11-2026\n",
                 "0 3 1 0 0");
  expect_back (fixture, 0, "2 0 0");
  fixture_assert (fixture, OFFICE, before);

  /* A later observation stays. */
  office_expect (fixture, OVS_CSV_STATUS, "Werkgevernummer;Personeelsnummer;MijnLoket;Datum\n20;1;uitnodiging loopt;01-11-2026\n", "0 1 0 0 0");
  office_expect (fixture, OVS_CSV_STATUS, "Werkgevernummer;Personeelsnummer;MijnLoket;Datum\n20;1;toegang actief;03-11-2026\n", "0 1 0 0 0");
  expect_back (fixture, 4, "0 1 0");
  fixture_assert (fixture, "SELECT status FROM access WHERE employee = 1 AND portal = 'mijnloket'", "HasAccessToClient\n");
}

static void
test_fallout (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;

  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN BOS, "2 0 0 0 0");
  office_expect (fixture, OVS_CSV_FALLOUT, "Werkgevernummer;Personeelsnummer;Reden\n20;1;Geen adres\n", "1 0 0 0 0");
  before = fixture_query (fixture, OFFICE);
  office_expect (fixture, OVS_CSV_FALLOUT, "Werkgevernummer;Personeelsnummer;Reden\n20;1;Adres fout\n20;2;Geen adres\n20;1;Adres heel fout\n", "1 2 0 0 0");
  expect_back (fixture, 0, "2 0 0");
  fixture_assert (fixture, OFFICE, before);
  /* Somebody on the uitvallijst is not taken out with the file that brought him. */
  expect_back (fixture, 2, "1 1 0");
}

static gboolean
take_unknown (OvsTx *tx, gpointer data, GError **error)
{
  OvsRollback counts;

  return ovs_rollback_import (tx, 99, NULL, NULL, &counts, error);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  Taken again = { 2, { 0 } };
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) unknown = NULL;

  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN, "1 0 0 0 0");
  expect_back (fixture, 2, "1 0 0");
  g_assert_false (ovs_dossier_write (fixture->dossier, take_back, &again, NULL, &twice));
  g_assert_error (twice, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  g_assert_false (ovs_dossier_write (fixture->dossier, take_unknown, NULL, NULL, &unknown));
  g_assert_error (unknown, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND);
}

/* Who shared something with somebody that is taken out, is judged without him. */
static void
test_judged_again (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;

  write_in (fixture, select_all, NULL);
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER JANSEN SMIT, "2 0 0 0 0");
  write_in (fixture, judge, NULL);
  before = fixture_query (fixture, "SELECT employee, disposition FROM judgement; SELECT * FROM finding; SELECT * FROM tally ORDER BY 1, 2");
  office_expect (fixture, OVS_CSV_EMPLOYEES, HEADER "30;3;C.;Smit;05-06-1980;c@gmail.com;01-01-2022;;toegang actief\n30;4;D.;Smid;07-08-1981;a@gmail.com;01-01-2022;;toegang actief\n",
                 "1 0 1 0 0");
  write_in (fixture, judge, NULL);
  fixture_assert (fixture, "SELECT code FROM finding WHERE employee = 1", "email-not-unique\n");
  expect_back (fixture, 0, "1 0 0");
  write_in (fixture, judge, NULL);
  fixture_assert (fixture, "SELECT employee, disposition FROM judgement; SELECT * FROM finding; SELECT * FROM tally ORDER BY 1, 2", before);
}

static void
test_many (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) first = g_string_new (HEADER);
  g_autoptr (GString) second = g_string_new (HEADER);
  g_autofree char *before = NULL;

  for (guint i = 1; i <= 10000; i++)
    {
      g_string_append_printf (first, "20;%u;A.;Jansen%u;01-02-1990;a%u@gmail.com;01-01-2020;;toegang actief\n", i, i, i);
      g_string_append_printf (second, "20;%u;B.;Jansen%u;01-02-1990;b%u@gmail.com;01-01-2020;;geen toegang\n", i + 5000, i, i);
    }
  office_expect (fixture, OVS_CSV_EMPLOYEES, first->str, "10000 0 0 0 0");
  before = fixture_query (fixture, OFFICE);
  office_expect (fixture, OVS_CSV_EMPLOYEES, second->str, "5000 5000 0 5000 0");
  expect_back (fixture, 0, "15000 0 0");
  fixture_assert (fixture, OFFICE, before);
}

typedef struct
{
  GCancellable *cancellable;
  guint calls;
  guint last;
} Watch;

static void
watch (guint thousandths, gpointer data)
{
  Watch *seen = data;

  g_assert_cmpuint (thousandths, >=, seen->last);
  seen->last = thousandths;
  if (++seen->calls == 3 && seen->cancellable != NULL)
    g_cancellable_cancel (seen->cancellable);
}

static gboolean
take_watched (OvsTx *tx, gpointer data, GError **error)
{
  OvsRollback counts;

  return ovs_rollback_import (tx, 2, watch, data, &counts, error);
}

/* Stopped half-way, nothing is changed; after that it goes through. */
static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  Watch seen = { cancellable, 0, 0 };
  Watch whole = { NULL, 0, 0 };

  for (guint i = 1; i <= 3000; i++)
    g_string_append_printf (text, "20;%u;A.;Jansen%u;01-02-1990;a%u@gmail.com;01-01-2020;;toegang actief\n", i, i, i);
  office_expect (fixture, OVS_CSV_EMPLOYEES, text->str, "3000 0 0 0 0");
  before = fixture_query (fixture, OFFICE "SELECT * FROM audit; SELECT * FROM import;");
  g_assert_false (ovs_dossier_write (fixture->dossier, take_watched, &seen, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_assert (fixture, OFFICE "SELECT * FROM audit; SELECT * FROM import;", before);
  g_assert_true (ovs_dossier_write (fixture->dossier, take_watched, &whole, NULL, NULL));
  g_assert_cmpuint (whole.last, ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rollback/added", Fixture, NULL, office_set_up, test_added, fixture_tear_down);
  g_test_add ("/rollback/changed", Fixture, NULL, office_set_up, test_changed, fixture_tear_down);
  g_test_add ("/rollback/kept", Fixture, NULL, office_set_up, test_kept, fixture_tear_down);
  g_test_add ("/rollback/older-import", Fixture, NULL, office_set_up, test_older_import, fixture_tear_down);
  g_test_add ("/rollback/newest-first", Fixture, NULL, office_set_up, test_newest_first, fixture_tear_down);
  g_test_add ("/rollback/case-15-missing", Fixture, NULL, office_set_up, test_missing, fixture_tear_down);
  g_test_add ("/rollback/sent", Fixture, NULL, office_set_up, test_sent, fixture_tear_down);
  g_test_add ("/rollback/clients", Fixture, NULL, office_set_up, test_clients, fixture_tear_down);
  g_test_add ("/rollback/status", Fixture, NULL, office_set_up, test_status, fixture_tear_down);
  g_test_add ("/rollback/fallout", Fixture, NULL, office_set_up, test_fallout, fixture_tear_down);
  g_test_add ("/rollback/refused", Fixture, NULL, office_set_up, test_refused, fixture_tear_down);
  g_test_add ("/rollback/cancelled", Fixture, NULL, office_set_up, test_cancelled, fixture_tear_down);
  g_test_add ("/rollback/judged-again", Fixture, NULL, office_set_up, test_judged_again, fixture_tear_down);
  g_test_add ("/rollback/many", Fixture, NULL, office_set_up, test_many, fixture_tear_down);
  return g_test_run ();
}
