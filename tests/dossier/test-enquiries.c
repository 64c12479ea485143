/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/decisions.h"
#include "dossier/enquiries.h"
#include "dossier/error.h"
#include "dossier/follow-up.h"
#include "dossier/judgement.h"
#include "dossier/undo.h"
#include "rules/client-question.h"

/* Clients 1 and 2 take part. Of client 1 person 1 has no address and person 2 no birth date, person 3 is ready; of client 2 person 4 has no
 * address. */
static const char office[]
    = "INSERT INTO audit VALUES (1, '2026-01-01T00:00:00Z', 'import', '{}', '', NULL, '', '');"
      "INSERT INTO import (id, audit, kind, file_name, sha256, mapping, encoding, delimiter) VALUES (1, 1, 'employers', '', '', '{}', '', '');"
      "INSERT INTO employer (id, number, number_key, name, handler, mijnloket, selected, added_by) VALUES "
      "(1, '20', '20', 'Bakkerij', 'Petra', 1, 1, 1), (2, '30', '30', 'Garage', 'Kees', 1, 1, 1), (3, '40', '40', 'Slager', 'Kees', 1, 0, 1);"
      "INSERT INTO employee (id, employer, number, number_key, initials, last_name, birth_date, email, email_kind, email_key, email_domain, "
      "sort_key, first_seen, added_by) VALUES "
      "(1, 1, '1', '1', 'A.', 'Jansen', '1980-01-01', NULL, 'absent', NULL, NULL, 'jansen', '2026-01-01T00:00:00Z', 1),"
      "(2, 1, '2', '2', 'B.', 'Smit', NULL, 'b@gmail.com', 'ok', 'b@gmail.com', 'gmail.com', 'smit', '2026-01-01T00:00:00Z', 1),"
      "(3, 1, '3', '3', 'C.', 'Bos', '1980-01-01', 'c@gmail.com', 'ok', 'c@gmail.com', 'gmail.com', 'bos', '2026-01-01T00:00:00Z', 1),"
      "(4, 2, '1', '1', 'D.', 'Vos', '1980-01-01', NULL, 'absent', NULL, NULL, 'vos', '2026-01-01T00:00:00Z', 1),"
      "(5, 3, '1', '1', 'E.', 'Mol', '1980-01-01', NULL, 'absent', NULL, NULL, 'mol', '2026-01-01T00:00:00Z', 1);"
      "INSERT INTO employment VALUES (1, 0, '2020-01-01', NULL), (2, 0, '2020-01-01', NULL), (3, 0, '2020-01-01', NULL), "
      "(4, 0, '2020-01-01', NULL), (5, 0, '2020-01-01', NULL);";

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, ovs_tx_today (tx), NULL, NULL);
  return TRUE;
}

static void
judge_all (Fixture *fixture)
{
  g_assert_true (ovs_dossier_write (fixture->dossier, judge, NULL, NULL, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  fixture_execute (fixture, office);
  judge_all (fixture);
}

/* --- what is shown --- */

static void
list_row (const OvsEnquiryRow *row, gpointer data)
{
  static const char *const states[] = { "none", "asked", "late", "returned", "solved" };

  g_string_append_printf (data, "%s %s %d/%d open %d;", row->number, states[row->state], (int) row->solved, (int) row->asked, (int) row->open);
}

static gboolean
list (OvsTx *tx, gpointer data, GError **error)
{
  ovs_enquiries_foreach (tx, NULL, list_row, data);
  return TRUE;
}

static void
expect (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (ovs_dossier_read (fixture->dossier, list, text, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  const char *handler;
  OvsEnquiryCounts counts;
} Counting;

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  Counting *counting = data;

  ovs_enquiries_count (tx, counting->handler, &counting->counts);
  return TRUE;
}

/* "to ask, asked, late, returned; people". */
static void
expect_counts (Fixture *fixture, const char *handler, const char *expected)
{
  Counting counting = { handler, { 0 } };
  g_autofree char *text = NULL;

  g_assert_true (ovs_dossier_read (fixture->dossier, count, &counting, NULL, NULL));
  text = g_strdup_printf ("%d %d %d %d; %d", (int) counting.counts.to_ask, (int) counting.counts.asked, (int) counting.counts.late,
                          (int) counting.counts.returned, (int) counting.counts.people);
  g_assert_cmpstr (text, ==, expected);
}

/* --- what is done --- */

typedef struct
{
  gint64 employer;
  int in_days;
} Asking;

static void
add_person (const OvsEnquiryPerson *person, gpointer data)
{
  g_array_append_val (data, person->employee);
}

static gboolean
ask (OvsTx *tx, gpointer data, GError **error)
{
  const Asking *asking = data;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsEnquiryMade made = { asking->employer, people };

  ovs_enquiries_people (tx, asking->employer, add_person, people);
  return ovs_enquiries_ask (tx, &made, 1, ovs_tx_today (tx) + asking->in_days) == 1;
}

static void
ask_client (Fixture *fixture, gint64 employer, int in_days)
{
  Asking asking = { employer, in_days };

  g_assert_true (ovs_dossier_write (fixture->dossier, ask, &asking, NULL, NULL));
}

static gboolean
come_back (OvsTx *tx, gpointer employer, GError **error)
{
  g_autoptr (GArray) employers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = GPOINTER_TO_INT (employer);

  g_array_append_val (employers, id);
  return ovs_enquiries_return (tx, employers, error) == 1;
}

static gboolean
take_back (OvsTx *tx, gpointer operation, GError **error)
{
  return ovs_undo_take_back (tx, operation, NULL, error);
}

static void
undo (Fixture *fixture, const char *expected)
{
  g_autofree char *operation = NULL;
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, take_back, &operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (operation, ==, expected);
}

/* --- the tests --- */

static void
test_asked (Fixture *fixture, gconstpointer unused)
{
  expect (fixture, "20 none 0/0 open 2;30 none 0/0 open 1;");
  expect_counts (fixture, NULL, "2 0 0 0; 0");
  ask_client (fixture, 1, 14);
  expect (fixture, "20 asked 0/2 open 2;30 none 0/0 open 1;");
  expect_counts (fixture, NULL, "1 1 0 0; 2");
  expect_counts (fixture, "Kees", "1 0 0 0; 0");
  undo (fixture, "ask-clients");
  expect (fixture, "20 none 0/0 open 2;30 none 0/0 open 1;");
  fixture_assert (fixture, "SELECT count(*) FROM enquiry_person", "0\n");
}

static void
test_solved_as_people_are (Fixture *fixture, gconstpointer unused)
{
  ask_client (fixture, 1, 14);
  fixture_execute (fixture, "UPDATE employee SET birth_date = '1980-01-01' WHERE id = 2");
  judge_all (fixture);
  expect (fixture, "20 asked 1/2 open 1;30 none 0/0 open 1;");
  fixture_execute (fixture, "UPDATE employee SET excluded_reason = 'x' WHERE id = 1");
  judge_all (fixture);
  expect (fixture, "20 solved 2/2 open 0;30 none 0/0 open 1;");
  expect_counts (fixture, NULL, "1 0 0 0; 0");
}

/* Who waits for the office too, does not only wait for his client. */
static void
test_own_work_is_not_with_the_client (Fixture *fixture, gconstpointer unused)
{
  ask_client (fixture, 1, 14);
  fixture_execute (fixture, "UPDATE employee SET change_in_loket = 1 WHERE id = 2");
  judge_all (fixture);
  expect_counts (fixture, NULL, "1 1 0 0; 1");
}

static void
test_late_and_reminded (Fixture *fixture, gconstpointer unused)
{
  ask_client (fixture, 1, -1);
  expect (fixture, "20 late 0/2 open 2;30 none 0/0 open 1;");
  expect_counts (fixture, NULL, "1 1 1 0; 2");
  fixture_execute (fixture, "UPDATE enquiry SET asked_on = '2026-01-01'");
  ask_client (fixture, 1, 7);
  expect (fixture, "20 asked 0/2 open 2;30 none 0/0 open 1;");
  fixture_assert (fixture, "SELECT asked_on, reminded_on IS NOT NULL FROM enquiry", "2026-01-01|1\n");
  undo (fixture, "ask-clients");
  fixture_assert (fixture, "SELECT reminded_on IS NULL FROM enquiry", "1\n");
  expect (fixture, "20 late 0/2 open 2;30 none 0/0 open 1;");
}

static void
test_made_twice_a_day_reminds_nobody (Fixture *fixture, gconstpointer unused)
{
  ask_client (fixture, 1, 7);
  ask_client (fixture, 1, 9);
  fixture_assert (fixture, "SELECT count(*), max(reminded_on) IS NULL FROM enquiry", "1|1\n");
}

static void
test_returned (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ovs_dossier_write (fixture->dossier, come_back, GINT_TO_POINTER (1), NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  ask_client (fixture, 1, -1);
  g_assert_true (ovs_dossier_write (fixture->dossier, come_back, GINT_TO_POINTER (1), NULL, NULL));
  expect (fixture, "20 returned 0/2 open 2;30 none 0/0 open 1;");
  expect_counts (fixture, NULL, "2 0 0 1; 0");
  undo (fixture, "clients-returned");
  expect (fixture, "20 late 0/2 open 2;30 none 0/0 open 1;");
  /* What is still open after that is asked anew. */
  g_assert_true (ovs_dossier_write (fixture->dossier, come_back, GINT_TO_POINTER (1), NULL, NULL));
  ask_client (fixture, 1, 7);
  expect (fixture, "20 asked 0/2 open 2;30 none 0/0 open 1;");
  fixture_assert (fixture, "SELECT count(*) FROM enquiry", "2\n");
}

static void
name_person (const OvsEnquiryPerson *person, gpointer data)
{
  g_string_append_printf (data, "%s %s %x;", person->employer_number, person->last_name, (guint) person->asked);
}

static gboolean
name_people (OvsTx *tx, gpointer data, GError **error)
{
  ovs_enquiries_people (tx, 1, name_person, data);
  ovs_enquiries_people (tx, 3, name_person, data);
  return TRUE;
}

/* One client never sees another's people, and one that takes no part sees nobody. */
static void
test_people_of_one_client (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("20 Jansen %x;20 Smit %x;", OVS_FINDING_BIT (OVS_FINDING_NO_PRIVATE_EMAIL),
                                               OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_MISSING));

  g_assert_true (ovs_dossier_read (fixture->dossier, name_people, text, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static gboolean
mend (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_decisions_mend (tx, "20", "1", "a@gmail.com", FALSE, error) == 1;
}

static gboolean
is_mended_since (OvsTx *tx, gpointer mended, GError **error)
{
  *(gboolean *) mended = ovs_enquiries_is_mended_since (tx, 1, 1);
  return TRUE;
}

static void
expect_mended_since (Fixture *fixture, gboolean expected)
{
  gboolean mended;

  g_assert_true (ovs_dossier_read (fixture->dossier, is_mended_since, &mended, NULL, NULL));
  g_assert_cmpint (mended, ==, expected);
}

static void
test_mended_since (Fixture *fixture, gconstpointer unused)
{
  expect_mended_since (fixture, FALSE);
  g_assert_true (ovs_dossier_write (fixture->dossier, mend, NULL, NULL, NULL));
  expect_mended_since (fixture, TRUE);
  ask_client (fixture, 1, 7);
  expect_mended_since (fixture, FALSE);
  undo (fixture, "ask-clients");
  undo (fixture, "mend");
  expect_mended_since (fixture, FALSE);
}

/* Person 3 is ready, but Loket did not take the address. */
static gboolean
ask_about_address (OvsTx *tx, gpointer changed, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 person = 3;

  g_array_append_val (people, person);
  *(gint64 *) changed = ovs_follow_up_ask_client (tx, people);
  return TRUE;
}

static gboolean
mend_asked (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_decisions_mend (tx, "20", "3", "ander.adres@gmail.com", TRUE, error) == 1;
}

static void
expect_people (Fixture *fixture, gboolean asked_again)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected
      = g_strdup_printf ("%s%x;20 Jansen %x;20 Smit %x;", "20 Bos ", OVS_FINDING_BIT (OVS_FINDING_INVALID_PRIVATE_EMAIL),
                         OVS_FINDING_BIT (OVS_FINDING_NO_PRIVATE_EMAIL), OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_MISSING));

  g_assert_true (ovs_dossier_read (fixture->dossier, name_people, text, NULL, NULL));
  g_assert_cmpstr (text->str, ==, asked_again ? expected : strchr (expected, ';') + 1);
}

static void
test_address_asked_again (Fixture *fixture, gconstpointer unused)
{
  gint64 changed;

  g_assert_true (ovs_dossier_write (fixture->dossier, ask_about_address, &changed, NULL, NULL));
  g_assert_cmpint (changed, ==, 1);
  expect_people (fixture, TRUE);
  expect (fixture, "20 none 0/0 open 3;30 none 0/0 open 1;");
  g_assert_true (ovs_dossier_write (fixture->dossier, ask_about_address, &changed, NULL, NULL));
  g_assert_cmpint (changed, ==, 0);
  ask_client (fixture, 1, 7);
  expect (fixture, "20 asked 0/3 open 3;30 none 0/0 open 1;");
  /* Another address answers it. */
  g_assert_true (ovs_dossier_write (fixture->dossier, mend_asked, NULL, NULL, NULL));
  judge_all (fixture);
  expect (fixture, "20 asked 1/3 open 2;30 none 0/0 open 1;");
  expect_people (fixture, FALSE);
  undo (fixture, "mend");
  undo (fixture, "ask-clients");
  undo (fixture, "ask-client");
  expect (fixture, "20 none 0/0 open 2;30 none 0/0 open 1;");
}

static void
test_every_question_has_a_side (void)
{
  OvsFindings asked = ovs_client_questions (), own = ovs_client_questions_own ();

  g_assert_cmphex (asked & own, ==, 0);
  g_assert_cmphex (asked | own, ==, OVS_FINDINGS_STOPPERS | OVS_FINDINGS_WARNINGS);
  g_assert_cmphex (asked & OVS_FINDINGS_INFOS, ==, 0);
}

#define TEST(path, func) g_test_add ("/dossier/enquiries/" path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("asked", test_asked);
  TEST ("solved", test_solved_as_people_are);
  TEST ("own-work", test_own_work_is_not_with_the_client);
  TEST ("late-and-reminded", test_late_and_reminded);
  TEST ("twice-a-day", test_made_twice_a_day_reminds_nobody);
  TEST ("returned", test_returned);
  TEST ("people-of-one-client", test_people_of_one_client);
  TEST ("mended-since", test_mended_since);
  TEST ("asked-again", test_address_asked_again);
  g_test_add_func ("/dossier/enquiries/sides", test_every_question_has_a_side);
  return g_test_run ();
}
