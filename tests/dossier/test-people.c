/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/access.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/imports.h"
#include "dossier/trail.h"

#define SEQUENCE 2

static gboolean
add_people (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsEmployer) employer = { .number = g_strdup ("0020"),
                                    .number_key = g_strdup ("20"),
                                    .name = g_strdup ("Bakkerij") };
  g_auto (OvsEmployee) employee = { 0 };
  OvsEmployment employment = { ovs_day_from_ymd (2020, 1, 1), OVS_NO_DAY };
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employees", "medewerkers.csv", "", "{}", "utf-8", ";", &sequence);

  ovs_employers_add (tx, &employer, import);
  employee.employer = employer.id;
  employee.number = g_strdup ("007");
  employee.number_key = g_strdup ("7");
  employee.initials = g_strdup ("J.P.");
  employee.prefix = g_strdup ("de");
  employee.last_name = g_strdup ("Vriès");
  employee.birth_date = ovs_day_from_ymd (1990, 2, 28);
  ovs_employee_read_email (&employee, " <J.deVries@Example.ORG>; ");
  employee.employments = g_array_new (FALSE, FALSE, sizeof employment);
  g_array_append_val (employee.employments, employment);
  ovs_employees_add (tx, &employee, import);
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  ovs_trail_end (tx, sequence + 1, "import", "{}", NULL);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, add_people, NULL, NULL, NULL));
}

static void
write_with (Fixture *fixture, OvsDossierFunc func)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  fixture_assert (
      fixture,
      "SELECT number, number_key, email_as_read, email, email_kind, email_key, email_domain FROM employee",
      "007|7| <J.deVries@Example.ORG>; |J.deVries@example.org|ok|j.devries@example.org|example.org\n");
  fixture_assert (fixture, "SELECT person_base, person_initial, sort_key, birth_date FROM employee",
                  "vries|1990-02-28|j|vries j.p.|1990-02-28\n");
}

static gboolean
look_up (OvsTx *tx, gpointer data, GError **error)
{
  static const char *const numbers[] = { "20", "0020", "00020", " 20 " };
  g_auto (OvsEmployee) employee = { 0 };
  g_auto (OvsEmployee) nobody = { 0 };
  gint64 employer;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (ovs_employers_require (tx, numbers[i], &employer, error));
      g_assert_cmpint (employer, ==, 1);
    }
  g_assert_true (ovs_employees_require (tx, employer, "0007", &employee, error));
  g_assert_cmpstr (employee.number, ==, "007");
  g_assert_cmpuint (ovs_employee_n_employments (&employee), ==, 1);
  g_assert_false (ovs_employees_find (tx, employer, "8", &nobody));
  g_assert_cmpint (nobody.id, ==, 0);
  return TRUE;
}

static gboolean
look_for_client (OvsTx *tx, gpointer data, GError **error)
{
  gint64 employer;

  return ovs_employers_require (tx, "21", &employer, error);
}

static gboolean
look_for_employee (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsEmployee) employee = { 0 };

  return ovs_employees_require (tx, 1, "8", &employee, error);
}

static void
test_found (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) no_client = NULL;
  g_autoptr (GError) no_employee = NULL;

  write_with (fixture, look_up);
  g_assert_false (ovs_dossier_read (fixture->dossier, look_for_client, NULL, NULL, &no_client));
  g_assert_error (no_client, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND);
  g_assert_false (ovs_dossier_read (fixture->dossier, look_for_employee, NULL, NULL, &no_employee));
  g_assert_error (no_employee, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND);
}

static gboolean
change_twice (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsEmployee) first = { 0 };
  g_auto (OvsEmployee) second = { 0 };
  g_auto (OvsEmployee) third = { 0 };

  ovs_employees_find (tx, 1, "7", &first);
  ovs_employee_copy (&first, &second);
  ovs_employee_set_text (&second.last_name, "Bos");
  second.birth_date = OVS_NO_DAY;
  g_array_set_size (second.employments, 0);
  second.change_in_loket = TRUE;
  g_assert_false (ovs_employee_equal (&first, &second));
  g_assert_true (ovs_employees_update (tx, &first, &second, SEQUENCE));

  /* All is put back but the surname, which becomes another one. */
  ovs_employees_before (tx, &second, SEQUENCE, &third);
  g_assert_true (ovs_employee_equal (&first, &third));
  ovs_employee_set_text (&third.last_name, "Smit");
  g_assert_true (ovs_employees_update_again (tx, &second, &third, SEQUENCE));
  return TRUE;
}

static void
test_changed_twice (Fixture *fixture, gconstpointer unused)
{
  write_with (fixture, change_twice);
  fixture_assert (fixture, "SELECT field, old, new FROM history", "last_name|Vriès|Smit\n");
  fixture_assert (fixture,
                  "SELECT last_name, birth_date, change_in_loket FROM employee; SELECT start_date, end_date "
                  "FROM employment",
                  "Smit|1990-02-28|0\n2020-01-01|\n");
}

static gboolean
miss (OvsTx *tx, gpointer data, GError **error)
{
  ovs_employees_mark_missing (tx, 1, 1, SEQUENCE);
  ovs_employees_mark_missing (tx, 1, 1, SEQUENCE);
  return TRUE;
}

static gboolean
mend (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsEmployee) old = { 0 };
  g_auto (OvsEmployee) mended = { 0 };

  ovs_employees_find (tx, 1, "7", &old);
  ovs_employee_copy (&old, &mended);
  ovs_employee_set_text (&mended.email, "ander@example.org");
  ovs_employees_update (tx, &old, &mended, SEQUENCE);
  return TRUE;
}

static gboolean
find_again (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsEmployee) old = { 0 };
  g_auto (OvsEmployee) found = { 0 };

  ovs_employees_find (tx, 1, "7", &old);
  ovs_employee_copy (&old, &found);
  found.missing_since = 0;
  g_assert_false (ovs_employees_update (tx, &old, &found, SEQUENCE));
  return TRUE;
}

static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  write_with (fixture, miss);
  fixture_assert (fixture, "SELECT missing_since FROM employee; SELECT field, old, new FROM history",
                  "1\nmissing||1\n");
  /* To mend an address by hand does not find anybody. */
  write_with (fixture, mend);
  fixture_assert (fixture, "SELECT missing_since FROM employee", "1\n");
  write_with (fixture, find_again);
  fixture_assert (
      fixture,
      "SELECT missing_since FROM employee; SELECT old, new FROM history WHERE field = 'missing' ORDER BY id",
      "\n|1\n1|\n");
}

/* One observation after another, and what is known then. */
typedef struct
{
  const char *status;
  OvsAccessSource source;
  const char *as_of;
  gboolean changed;
  const char *known;
} Observation;

static const Observation observations[] = {
  { "", OVS_ACCESS_FROM_LOKET, "2026-01-01T00:00:00Z", FALSE, NULL },
  { "NoAccessToClient", OVS_ACCESS_FROM_EMPLOYEES, "2026-03-01T00:00:00Z", TRUE, "NoAccessToClient" },
  { "InvitePending", OVS_ACCESS_FROM_EMPLOYEES, "2026-02-01T00:00:00Z", FALSE, "NoAccessToClient" },
  { "InvitePending", OVS_ACCESS_FROM_STATUS, "2026-02-01T00:00:00Z", TRUE, "InvitePending" },
  { "NoAccessToClient", OVS_ACCESS_FROM_EMPLOYEES, "2026-04-01T00:00:00Z", FALSE, "InvitePending" },
  { "InvitePending", OVS_ACCESS_FROM_LOKET, "2026-02-03T10:00:00Z", FALSE, "InvitePending" },
  { "InviteFailed", OVS_ACCESS_FROM_STATUS, "2026-02-03T09:59:59Z", FALSE, "InvitePending" },
  { "InviteFailed", OVS_ACCESS_FROM_STATUS, "2026-02-03T10:00:00Z", TRUE, "InviteFailed" },
  { "SomethingNew", OVS_ACCESS_FROM_LOKET, "2026-02-04T00:00:00Z", TRUE, "SomethingNew" },
};

static gboolean
observe (OvsTx *tx, gpointer data, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (observations); i++)
    {
      const Observation *o = &observations[i];
      gboolean changed =
          ovs_access_record (tx, 1, OVS_PORTAL_MIJNLOKET, o->status, o->source, o->as_of, SEQUENCE);
      g_autofree char *known = ovs_access_get (tx, 1, OVS_PORTAL_MIJNLOKET);

      g_assert_cmpint (changed, ==, o->changed);
      g_assert_cmpstr (known, ==, o->known);
    }
  return TRUE;
}

static gboolean
settle (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_true (ovs_access_settle (tx, 1, OVS_PORTAL_MIJNLOKET, SEQUENCE));
  g_assert_false (ovs_access_settle (tx, 1, OVS_PORTAL_WERKNEMERLOKET, SEQUENCE));
  return TRUE;
}

static void
test_access (Fixture *fixture, gconstpointer unused)
{
  write_with (fixture, observe);
  fixture_assert (fixture, "SELECT old, new FROM history ORDER BY id",
                  "|NoAccessToClient\nNoAccessToClient|InvitePending\nInvitePending|"
                  "InviteFailed\nInviteFailed|SomethingNew\n");
  fixture_assert (fixture, "SELECT source, as_of FROM access", "loket|2026-02-04T00:00:00Z\n");
  write_with (fixture, settle);
  fixture_assert (fixture, "SELECT old, new FROM history", "|SomethingNew\n");
}

static const struct
{
  const char *initials;
  const char *first_name;
  const char *prefix;
  const char *last_name;
  const char *shown;
} names[] = {
  { "J.P.", "Jan", "de", "Vries", "J.P. de Vries" },
  { NULL, "Jan", NULL, "Bos", "Jan Bos" },
  { "", "", "", "Bos", "Bos" },
  { NULL, NULL, NULL, NULL, "" },
};

static void
test_names (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shown = ovs_employee_format_name (names[i].initials, names[i].first_name,
                                                         names[i].prefix, names[i].last_name);
      g_assert_cmpstr (shown, ==, names[i].shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/people/keys", Fixture, NULL, set_up, test_keys, fixture_tear_down);
  g_test_add ("/people/found", Fixture, NULL, set_up, test_found, fixture_tear_down);
  g_test_add ("/people/changed-twice", Fixture, NULL, set_up, test_changed_twice, fixture_tear_down);
  g_test_add ("/people/missing", Fixture, NULL, set_up, test_missing, fixture_tear_down);
  g_test_add ("/people/access", Fixture, NULL, set_up, test_access, fixture_tear_down);
  g_test_add ("/people/names", Fixture, NULL, set_up, test_names, fixture_tear_down);
  return g_test_run ();
}
