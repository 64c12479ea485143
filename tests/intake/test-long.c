/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that is long enough for the ways that only long ones take: read ahead, into a dossier without people. */
#include <string.h>

#include "intake/office.h"
#include "intake/sieve.h"

#define ROWS 4000
#define PEOPLE                                                                                                                      \
  "SELECT employer, number, number_key, initials, last_name, birth_date, email_as_read, email, email_key, person_base, sort_key, "  \
  "missing_since IS NULL FROM employee WHERE employer = 1 ORDER BY number_key; "                                                    \
  "SELECT e.number_key, p.ordinal, p.start_date, p.end_date FROM employment p JOIN employee e ON e.id = p.employee "                \
  "WHERE e.employer = 1 ORDER BY 1, 2;"
#define INDEXES "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name; PRAGMA integrity_check; PRAGMA foreign_key_check;"

/* People of client 20, some with letters in their number. */
static char *
make_list (guint rows)
{
  GString *text = g_string_new (EMPLOYEES_HEADER);

  for (guint i = 1; i <= rows; i++)
    g_string_append_printf (text, "20;%s%u;P.;\"Naam %u\";01-02-19%02u;p%u@example.org;01-01-2020;31-12-2020\n", i % 10 == 0 ? "A" : "", i, i,
                            50 + i % 50, i);
  /* Apart from their first rows: a second employment, and one that cannot be read. */
  g_string_append (text, "20;1;P.;Naam 1;01-02-1951;p1@example.org;01-01-2024;\n20;A10;P.;Nieuw;;ander@example.org;01-01-2024;\n"
                         "20;2;P.;Naam 2;31-02-1980;;;\n20;3;P.;Naam 3;01-02-1953;p3@example.org;01-01-2020;31-12-2020\n");
  return g_string_free (text, FALSE);
}

static char *
read_list (Fixture *fixture, const char *before)
{
  g_autofree char *list = make_list (ROWS);

  if (before != NULL)
    office_expect (fixture, OVS_CSV_EMPLOYEES, before, "1 0 0 0 0");
  office_expect (fixture, OVS_CSV_EMPLOYEES, list, "4003 0 0 0 1");
  return fixture_query (fixture, PEOPLE);
}

static void
test_as_one_by_one (Fixture *fixture, gconstpointer unused)
{
  Fixture other = { 0 };
  g_autofree char *first = read_list (fixture, NULL);
  g_autofree char *second = NULL;

  office_set_up (&other, NULL);
  second = read_list (&other, EMPLOYEES_HEADER "30;1;A.;Jansen;;;;\n");
  g_assert_cmpstr (first, ==, second);
  fixture_tear_down (&other, NULL);
  fixture_assert (fixture, "SELECT count(*), sum(start_date = '2024-01-01') FROM employment", "4002|2\n");
}

static void
test_indexes_are_back (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = fixture_query (fixture, INDEXES);
  g_autofree char *people = read_list (fixture, NULL);
  g_autofree char *after = fixture_query (fixture, INDEXES);
  g_autofree char *list = make_list (ROWS);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (strlen (people), >, ROWS);
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, list);
}

/* Who was in the first list and is not in the next one, is missing. */
static void
test_missing_next_time (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *people = read_list (fixture, NULL);
  g_autofree char *shorter = make_list (ROWS - 5);

  office_expect (fixture, OVS_CSV_EMPLOYEES, shorter, "0 0 3998 5 1");
  g_assert_nonnull (people);
  fixture_assert (fixture, "SELECT count(*) FROM employee WHERE missing_since IS NOT NULL", "5\n");
}

static void
cancel (guint64 position, guint64 size, gpointer data)
{
  if (position > 0)
    g_cancellable_cancel (data);
}

/* Half an import is none, and the indexes stand as they stood. */
static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = make_list (ROWS);
  g_autofree char *path = office_write (fixture, list);
  g_autofree char *before = fixture_query (fixture, INDEXES);
  g_autofree char *after = NULL;
  OvsIntakeRequest request = { .path = path, .kind = OVS_CSV_EMPLOYEES, .progress = cancel, .progress_data = cancellable };

  g_assert_null (ovs_intake_run (fixture->dossier, &request, cancellable, &error));
  g_assert_nonnull (error);
  after = fixture_query (fixture, INDEXES);
  g_assert_cmpstr (before, ==, after);
  fixture_assert (fixture, "SELECT count(*) FROM employee", "0\n");
  office_expect (fixture, OVS_CSV_EMPLOYEES, list, "4003 0 0 0 1");
}

static void
test_sieve (void)
{
  OvsSieve *sieve = ovs_sieve_new ();
  guint in_vain = 0;

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *number = g_strdup_printf (i % 3 == 0 ? "x%u" : "%u", i);

      in_vain += ovs_sieve_meet (sieve, i % 200, number);
      g_assert_true (ovs_sieve_meet (sieve, i % 200, number));
    }
  g_assert_cmpuint (in_vain, <, 1000);
  ovs_sieve_free (sieve);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/long/as-one-by-one", Fixture, NULL, office_set_up, test_as_one_by_one, fixture_tear_down);
  g_test_add ("/long/indexes-are-back", Fixture, NULL, office_set_up, test_indexes_are_back, fixture_tear_down);
  g_test_add ("/long/missing-next-time", Fixture, NULL, office_set_up, test_missing_next_time, fixture_tear_down);
  g_test_add ("/long/cancelled", Fixture, NULL, office_set_up, test_cancelled, fixture_tear_down);
  g_test_add_func ("/long/sieve", test_sieve);
  return g_test_run ();
}
