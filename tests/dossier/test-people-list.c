/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include <string.h>

#include "dossier/decisions.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/imports.h"
#include "dossier/judgement.h"
#include "dossier/people-list.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

typedef struct
{
  const char *number;
  const char *name;
  const char *handler;
} Client;

static const Client clients[] = {
  { "10", "Zorgcentrum De Linde", "Petra" },
  { "20", "Álvarez Loodgieters", "Sanne" },
  { "30", "Bakkerij Oosterhuis", "Petra" }, /* not selected */
};

typedef struct
{
  int client;
  const char *number;
  const char *initials;
  const char *prefix;
  const char *last_name;
  const char *email;
  int birth_year;
} Person;

static const Person persons[] = {
  { 0, "0101", "K.", "de", "Boer", NULL, 1980 },                    /* id 1 */
  { 0, "9", "R.", NULL, "Yılmaz", "nvt", 1990 },                    /* 2 */
  { 1, "12", "A.", NULL, "Visser", "samen@gmail.com", 1971 },       /* 3 */
  { 1, "2", "B.", NULL, "Visser", "samen@gmail.com", 1972 },        /* 4 */
  { 1, "7", "C.", "van den", "Berg", "c.vandenberg@gmail.com", 0 }, /* 5 */
  { 1, "8", "D.", NULL, "Çelik", "d.celik@gmail.com", 1985 },       /* 6 */
  { 2, "1", "E.", NULL, "Bakker", NULL, 1999 },                     /* 7 */
  { 0, "15", "K.", "de", "Boer", "boer@gmail.com", 1980 },          /* 8: another K. de Boer on the same day is the same person */
  { 1, "16", "K.", "de", "Boer", "kboer@gmail.com", 1980 },         /* 9 */
};

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, ovs_day_from_ymd (2026, 11, 24), NULL, NULL);
  return TRUE;
}

static gboolean
fill (OvsTx *tx, gpointer data, GError **error)
{
  static const char *const selected[] = { "10", "20", NULL };
  gint64 ids[G_N_ELEMENTS (clients)];
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employees", "medewerkers.csv", "", "{}", "utf-8", ";", &sequence);

  for (gsize i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_auto (OvsEmployer) employer = { .number = g_strdup (clients[i].number),
                                        .number_key = g_strdup (clients[i].number),
                                        .name = g_strdup (clients[i].name),
                                        .handler = g_strdup (clients[i].handler),
                                        .contact_phone = g_strdup ("0182-512340"),
                                        .product_500 = OVS_TOLD_YES,
                                        .mijnloket = OVS_TOLD_YES };

      ovs_employers_add (tx, &employer, import);
      ids[i] = employer.id;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (persons); i++)
    {
      const Person *person = &persons[i];
      OvsEmployment employment = { ovs_day_from_ymd (2020, 1, 1), OVS_NO_DAY };
      g_auto (OvsEmployee) employee = { .employer = ids[person->client],
                                        .number = g_strdup (person->number),
                                        .number_key = g_strdup (person->number + strspn (person->number, "0")),
                                        .initials = g_strdup (person->initials),
                                        .prefix = g_strdup (person->prefix),
                                        .last_name = g_strdup (person->last_name) };

      if (person->birth_year != 0)
        employee.birth_date = ovs_day_from_ymd (person->birth_year, 2, 28);
      ovs_employee_read_email (&employee, person->email);
      employee.employments = g_array_new (FALSE, FALSE, sizeof employment);
      g_array_append_val (employee.employments, employment);
      ovs_employees_add (tx, &employee, import);
    }
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  g_assert_cmpint (ovs_decisions_select (tx, OVS_SELECT_NUMBERS, selected, FALSE, error), ==, 2);
  return judge (tx, NULL, error);
}

static void
write_with (Fixture *fixture, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  write_with (fixture, fill, NULL);
}

typedef struct
{
  const char *what;
  OvsPeopleQuery query;
  const char *ids;
} Case;

#define FINDING(code) .finding = OVS_FINDING_##code
#define DISPOSITION(code) .finding = -1, .disposition = OVS_DISPOSITION_##code

static const Case cases[] = {
  { "by client, then by name", { FINDING (NO_PRIVATE_EMAIL) }, "1 2" },
  { "somebody of a client that takes no part is in no list", { DISPOSITION (STOPPER) }, "1 2" },
  { "accents and case do not matter in the order", { DISPOSITION (READY) }, "6" },
  { "shared address", { FINDING (EMAIL_NOT_UNIQUE) }, "3 4" },
  { "two addresses of one person", { FINDING (EMAIL_DIFFERS) }, "9 8" },
  { "to decide", { DISPOSITION (DECIDE) }, "5 9 3 4 8" },
  { "by name", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_NAME }, "5 9 8 3 4" },
  { "by name, backwards", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_NAME, .descending = TRUE }, "4 3 9 8 5" },
  { "by client, backwards", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_CLIENT, .descending = TRUE }, "8 5 9 3 4" },
  { "by number as a number", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_NUMBER }, "4 5 3 8 9" },
  { "by address", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_EMAIL }, "8 5 9 3 4" },
  { "by birth date, unknown first", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_BIRTH_DATE }, "5 3 4 9 8" },
  { "by handler", { DISPOSITION (DECIDE), .sort = OVS_PEOPLE_SORT_HANDLER }, "8 5 9 3 4" },
  { "of one colleague", { DISPOSITION (DECIDE), .handler = "Petra" }, "8" },
  { "a name without its accents", { DISPOSITION (READY), .search = "CELIK" }, "6" },
  { "a client", { DISPOSITION (DECIDE), .search = "alvarez" }, "5 9 3 4" },
  { "an address", { DISPOSITION (DECIDE), .search = "samen@" }, "3 4" },
  { "a number", { DISPOSITION (STOPPER), .search = "0101" }, "1" },
  { "nobody", { DISPOSITION (STOPPER), .search = "%" }, "" },
  { "a reason", { DISPOSITION (LEFT_OUT), .reason = OVS_REASON_EXCLUDED_BY_HAND }, "" },
};

typedef struct
{
  const OvsPeopleQuery *query;
  GArray *ids;
} Find;

static gboolean
find (OvsTx *tx, gpointer data, GError **error)
{
  Find *job = data;

  job->ids = ovs_people_find (tx, job->query);
  return TRUE;
}

static GArray *
find_people (Fixture *fixture, const OvsPeopleQuery *query)
{
  Find job = { query, NULL };
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (fixture->dossier, find, &job, NULL, &error);
  g_assert_no_error (error);
  return job.ids;
}

static char *
join (const GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static void
assert_people (Fixture *fixture, const OvsPeopleQuery *query, const char *expected)
{
  g_autoptr (GArray) ids = find_people (fixture, query);
  g_autofree char *text = join (ids);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_find (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      assert_people (fixture, &cases[i].query, cases[i].ids);
    }
}

static void
add_row (const OvsPeopleRow *row, gpointer data)
{
  g_autofree char *name = ovs_people_list_name (row);

  g_string_append_printf (data, "%s|%s|%s|%s|%s|%d%d%d|%s\n", name, row->employer_name, row->number,
                          row->email_as_read != NULL ? row->email_as_read : "", row->email != NULL ? row->email : "",
                          row->disposition, (row->open & OVS_FINDING_BIT (OVS_FINDING_NO_PRIVATE_EMAIL)) != 0,
                          (row->open & OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_MISSING)) != 0, row->contact_phone);
}

static gboolean
read_rows (OvsTx *tx, gpointer data, GError **error)
{
  static const gint64 ids[] = { 5, 99, 2, 1 };

  ovs_people_read (tx, ids, G_N_ELEMENTS (ids), add_row, data);
  return TRUE;
}

static void
test_rows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ovs_dossier_read (fixture->dossier, read_rows, text, NULL, NULL);
  g_assert_cmpstr (text->str, ==,
                   "Berg, C. van den|Álvarez Loodgieters|7|c.vandenberg@gmail.com|c.vandenberg@gmail.com|101|0182-512340\n"
                   "Yılmaz, R.|Zorgcentrum De Linde|9|nvt||210|0182-512340\n"
                   "Boer, K. de|Zorgcentrum De Linde|0101|||210|0182-512340\n");
}

static gboolean
read_others (OvsTx *tx, gpointer data, GError **error)
{
  ovs_people_others (tx, 3, OVS_FINDING_EMAIL_NOT_UNIQUE, 2, add_row, data);
  ovs_people_others (tx, 8, OVS_FINDING_EMAIL_DIFFERS, 2, add_row, data);
  ovs_people_others (tx, 1, OVS_FINDING_NO_PRIVATE_EMAIL, 2, add_row, data);
  return TRUE;
}

static void
test_others (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ovs_dossier_read (fixture->dossier, read_others, text, NULL, NULL);
  g_assert_cmpstr (text->str, ==,
                   "Visser, B.|Álvarez Loodgieters|2|samen@gmail.com|samen@gmail.com|100|0182-512340\n"
                   "Boer, K. de|Álvarez Loodgieters|16|kboer@gmail.com|kboer@gmail.com|100|0182-512340\n");
}

static gboolean
show_birth_date (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_cmpint (ovs_people_show_birth_date (tx, 3), ==, ovs_day_from_ymd (1971, 2, 28));
  return TRUE;
}

static void
test_birth_date_is_on_the_trail (Fixture *fixture, gconstpointer unused)
{
  write_with (fixture, show_birth_date, NULL);
  fixture_assert (fixture, "SELECT operation, detail FROM audit ORDER BY sequence DESC LIMIT 1",
                  "show-birth-date|{\"employee\": 3}\n");
  fixture_assert (fixture, "SELECT count(*) FROM undo_step WHERE changeset IS NULL AND id > 1", "0\n");
}

static const gint64 both[] = { 3, 4, 9 };

static gboolean
accept_two (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), both, G_N_ELEMENTS (both));
  OvsDay day = ovs_day_from_ymd (2026, 11, 24);

  g_assert_cmpint (ovs_decisions_accept_people (tx, "email-not-unique", ids, day, "echtpaar", error), ==, 2);
  return judge (tx, NULL, error);
}

static gboolean
refuse_acceptance (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), both, G_N_ELEMENTS (both));
  g_autoptr (GError) stopper = NULL;
  g_autoptr (GError) blank = NULL;
  OvsDay day = ovs_day_from_ymd (2026, 11, 24);

  g_assert_cmpint (ovs_decisions_accept_people (tx, "no-private-email", ids, day, "toch", &stopper), ==, -1);
  g_assert_error (stopper, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  g_assert_cmpint (ovs_decisions_exclude_people (tx, ids, " ", &blank), ==, -1);
  g_assert_error (blank, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  return TRUE;
}

static gboolean
exclude_three (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), both, G_N_ELEMENTS (both));

  g_assert_cmpint (ovs_decisions_exclude_people (tx, ids, "wil niet", error), ==, 3);
  return judge (tx, NULL, error);
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  g_autofree char *operation = NULL;

  g_assert_true (ovs_undo_take_back (tx, &operation, NULL, error));
  return judge (tx, NULL, error);
}

static void
test_many_at_once (Fixture *fixture, gconstpointer unused)
{
  static const OvsPeopleQuery shared = { FINDING (EMAIL_NOT_UNIQUE) };
  static const OvsPeopleQuery excluded = { DISPOSITION (LEFT_OUT), .reason = OVS_REASON_EXCLUDED_BY_HAND };

  write_with (fixture, accept_two, NULL);
  assert_people (fixture, &shared, "");
  write_with (fixture, exclude_three, NULL);
  assert_people (fixture, &excluded, "9 3 4");
  write_with (fixture, refuse_acceptance, NULL);

  write_with (fixture, take_back, NULL);
  assert_people (fixture, &excluded, "");
  write_with (fixture, take_back, NULL);
  assert_people (fixture, &shared, "3 4");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossier/people-list/find", Fixture, NULL, set_up, test_find, fixture_tear_down);
  g_test_add ("/dossier/people-list/rows", Fixture, NULL, set_up, test_rows, fixture_tear_down);
  g_test_add ("/dossier/people-list/others", Fixture, NULL, set_up, test_others, fixture_tear_down);
  g_test_add ("/dossier/people-list/birth-date", Fixture, NULL, set_up, test_birth_date_is_on_the_trail, fixture_tear_down);
  g_test_add ("/dossier/people-list/many-at-once", Fixture, NULL, set_up, test_many_at_once, fixture_tear_down);
  return g_test_run ();
}
