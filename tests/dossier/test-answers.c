/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/decisions.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/imports.h"
#include "dossier/judgement.h"
#include "dossier/people-list.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

/* What many people are answered at once, as one step that can be taken back. */

static const char *const addresses[] = {
  "",                   /* 1, of client 10 like the two that follow */
  "geen@geen.nl",       /* 2 */
  "anna@gmial.com",     /* 3 */
  "",                   /* 4, of client 20 */
  "info@info.nl",       /* 5: two warnings */
};

static OvsDay
today (void)
{
  return ovs_day_from_ymd (2026, 11, 24);
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_refresh (tx, today (), G_MAXINT64);
  return TRUE;
}

static gboolean
fill (OvsTx *tx, gpointer data, GError **error)
{
  gint64 clients[2];
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employees", "medewerkers.csv", "", "{}", "utf-8", ";", &sequence);

  for (int i = 0; i < 2; i++)
    {
      g_auto (OvsEmployer) employer = { .number = g_strdup_printf ("%d0", i + 1), .number_key = g_strdup_printf ("%d0", i + 1),
                                        .handler = g_strdup (i == 0 ? "Petra" : "Sanne"), .mijnloket = OVS_TOLD_YES };

      ovs_employers_add (tx, &employer, import);
      clients[i] = employer.id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_auto (OvsEmployee) employee = { .employer = clients[i / 3],
                                        .number = g_strdup_printf ("%u", i + 1),
                                        .number_key = g_strdup_printf ("%u", i + 1),
                                        .initials = g_strdup_printf ("%c.", 'A' + (int) i),
                                        .last_name = g_strdup_printf ("Proef%c", 'a' + (int) i),
                                        .work_email = g_strdup_printf ("werk%u@zaak.example", i + 1),
                                        .birth_date = ovs_day_from_ymd (1980, 1, (int) i + 1) };

      ovs_employee_read_email (&employee, addresses[i]);
      ovs_employees_add (tx, &employee, import);
    }
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  ovs_decisions_select (tx, OVS_SELECT_ALL, NULL, FALSE, error);
  return judge (tx, NULL, error);
}

static void
write_with (Fixture *fixture, OvsDossierFunc func)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, NULL, NULL, &error);
  g_assert_no_error (error);
  ovs_dossier_write (fixture->dossier, judge, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  write_with (fixture, fill);
}

static GArray *
people (gint64 first, gint64 last)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = first; id <= last; id++)
    g_array_append_val (ids, id);
  return ids;
}

typedef struct
{
  const OvsPeopleQuery *query;
  GString *found;
} Find;

static gboolean
find (OvsTx *tx, gpointer data, GError **error)
{
  Find *finding = data;
  g_autoptr (GArray) ids = ovs_people_find (tx, finding->query);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (finding->found, "%s%d", i > 0 ? " " : "", (int) g_array_index (ids, gint64, i));
  return TRUE;
}

static void
assert_found (Fixture *fixture, const OvsPeopleQuery *query, const char *expected)
{
  Find finding = { query, g_string_new (NULL) };
  g_autofree char *found = NULL;

  g_assert_true (ovs_dossier_read (fixture->dossier, find, &finding, NULL, NULL));
  found = g_string_free (finding.found, FALSE);
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  g_autofree char *operation = NULL;
  gint64 changed = 0;

  g_assert_true (ovs_undo_take_back (tx, &operation, &changed, error));
  g_assert_cmpint (changed, >, 0);
  return TRUE;
}

static const OvsPeopleQuery by_hand
    = { .finding = -1, .disposition = OVS_DISPOSITION_LEFT_OUT, .reason = OVS_REASON_EXCLUDED_BY_HAND };
static const OvsPeopleQuery on_paper
    = { .finding = -1, .disposition = OVS_DISPOSITION_LEFT_OUT, .reason = OVS_REASON_EXCLUDED_BY_HAND, .on_paper = OVS_ON_PAPER_ONLY };
static const OvsPeopleQuery not_on_paper
    = { .finding = -1, .disposition = OVS_DISPOSITION_LEFT_OUT, .reason = OVS_REASON_EXCLUDED_BY_HAND, .on_paper = OVS_ON_PAPER_NOT };

/* --- on paper -------------------------------------------------------------------------------------------------- */

static gboolean
leave_out (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) without = people (1, 1);
  g_autoptr (GArray) other = people (2, 2);
  g_autoptr (GError) blank = NULL;

  g_assert_cmpint (ovs_decisions_pay_on_paper (tx, without, " ", &blank), ==, -1);
  g_assert_error (blank, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  g_assert_cmpint (ovs_decisions_exclude_people (tx, other, "wil niet", error), ==, 1);
  g_assert_cmpint (ovs_decisions_pay_on_paper (tx, without, "heeft geen e-mail", error), ==, 1);
  g_assert_cmpint (ovs_decisions_pay_on_paper (tx, without, "heeft geen e-mail", error), ==, 0);
  return TRUE;
}

static gboolean
count_on_paper (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_cmpint (ovs_people_count_on_paper (tx, NULL), ==, 1);
  g_assert_cmpint (ovs_people_count_on_paper (tx, "Petra"), ==, 1);
  g_assert_cmpint (ovs_people_count_on_paper (tx, "Sanne"), ==, 0);
  return TRUE;
}

static gboolean
take_along_again (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) without = people (1, 1);

  g_assert_cmpint (ovs_decisions_include_people (tx, without), ==, 1);
  return TRUE;
}

static void
test_on_paper (Fixture *fixture, gconstpointer unused)
{
  write_with (fixture, leave_out);
  assert_found (fixture, &by_hand, "1 2");
  assert_found (fixture, &on_paper, "1");
  assert_found (fixture, &not_on_paper, "2");
  g_assert_true (ovs_dossier_read (fixture->dossier, count_on_paper, NULL, NULL, NULL));

  write_with (fixture, take_along_again);
  assert_found (fixture, &on_paper, "");
  assert_found (fixture, &by_hand, "2");
  write_with (fixture, take_back);
  assert_found (fixture, &on_paper, "1");
  write_with (fixture, take_back);
  assert_found (fixture, &by_hand, "2");
}

/* --- changed in Loket ------------------------------------------------------------------------------------------ */

static gboolean
mend_three (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_cmpint (ovs_decisions_mend (tx, "10", "1", "een@gmail.com", FALSE, error), ==, 1);
  g_assert_cmpint (ovs_decisions_mend (tx, "10", "2", "twee@gmail.com", FALSE, error), ==, 1);
  g_assert_cmpint (ovs_decisions_mend (tx, "20", "4", "vier@gmail.com", FALSE, error), ==, 1);
  return TRUE;
}

static gboolean
tick_off (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = people (2, 4);

  g_assert_cmpint (ovs_decisions_tick_off (tx, ids), ==, 2);
  g_assert_cmpint (ovs_decisions_tick_off (tx, ids), ==, 0);
  return TRUE;
}

static void
test_ticked_off (Fixture *fixture, gconstpointer unused)
{
  static const OvsPeopleQuery to_change = { .finding = OVS_FINDING_CHANGE_IN_LOKET };
  static const OvsPeopleQuery of_one_client = { .finding = OVS_FINDING_CHANGE_IN_LOKET, .employer = 2 };

  write_with (fixture, mend_three);
  assert_found (fixture, &to_change, "1 2 4");
  assert_found (fixture, &of_one_client, "4");
  write_with (fixture, tick_off);
  assert_found (fixture, &to_change, "1");
  fixture_assert (fixture, "SELECT employee, new FROM history WHERE field = 'change_in_loket' AND new IS NULL", "2|\n4|\n");
  write_with (fixture, take_back);
  assert_found (fixture, &to_change, "1 2 4");
}

/* --- every warning --------------------------------------------------------------------------------------------- */

static gboolean
accept_everything (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = people (1, 5);

  g_assert_cmpint (ovs_decisions_accept_people (tx, NULL, ids, today (), "nagevraagd", error), ==, 3);
  return TRUE;
}

static gboolean
mend_one (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_cmpint (ovs_decisions_mend (tx, "20", "5", "info@ziggo.nl", TRUE, error), ==, 1);
  return TRUE;
}

static void
test_every_warning (Fixture *fixture, gconstpointer unused)
{
  static const OvsPeopleQuery decide = { .finding = -1, .disposition = OVS_DISPOSITION_DECIDE };
  static const OvsPeopleQuery ready = { .finding = -1, .disposition = OVS_DISPOSITION_READY };

  assert_found (fixture, &decide, "2 3 5");
  write_with (fixture, accept_everything);
  assert_found (fixture, &decide, "");
  assert_found (fixture, &ready, "2 3 5");
  fixture_assert (fixture, "SELECT code FROM acceptance WHERE employee = 5 ORDER BY code", "email-is-role-address\nemail-placeholder\n");

  /* Another address is asked about anew. */
  write_with (fixture, mend_one);
  assert_found (fixture, &decide, "5");
  write_with (fixture, take_back);
  write_with (fixture, take_back);
  assert_found (fixture, &decide, "2 3 5");
}

static void
take_row (const OvsPeopleRow *row, gpointer data)
{
  g_assert_cmpstr (row->work_email, ==, "werk1@zaak.example");
  g_assert_null (row->email);
}

static gboolean
read_one (OvsTx *tx, gpointer data, GError **error)
{
  gint64 first = 1;

  ovs_people_read (tx, &first, 1, take_row, NULL);
  return TRUE;
}

/* Case 17: the work address is there to be offered, and nothing copies it. */
static void
test_work_address (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (ovs_dossier_read (fixture->dossier, read_one, NULL, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossier/answers/on-paper", Fixture, NULL, set_up, test_on_paper, fixture_tear_down);
  g_test_add ("/dossier/answers/ticked-off", Fixture, NULL, set_up, test_ticked_off, fixture_tear_down);
  g_test_add ("/dossier/answers/every-warning", Fixture, NULL, set_up, test_every_warning, fixture_tear_down);
  g_test_add ("/dossier/answers/case-17-work-address", Fixture, NULL, set_up, test_work_address, fixture_tear_down);
  return g_test_run ();
}
