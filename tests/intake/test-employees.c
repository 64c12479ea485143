/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/office.h"

#define H EMPLOYEES_HEADER
#define PEOPLE                                                                                               \
  H "20;1;A.;Jansen;01-02-1990;a.jansen@example.org;01-01-2020;\n"                                           \
    "20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n"                                                 \
    "30;1;C.;Smit;05-06-1970;c.smit@example.org;01-01-2000;31-12-2025\n"
#define PERIODS                                                                                              \
  "SELECT e.number, p.start_date, p.end_date FROM employment p JOIN employee e ON e.id = p.employee "        \
  "ORDER BY e.id, p.ordinal"

/* What a file does to a dossier that read others before. */
typedef struct
{
  const char *name;
  const char *files[3]; /* (nullable): read in this order */
  const char *counts;   /* of the last: added changed unchanged missing refused */
  const char *query;
  const char *rows;
} Case;

static const Case cases[] = {
  { "first",
    { PEOPLE },
    "3 0 0 0 0",
    "SELECT number, last_name, birth_date, email FROM employee ORDER BY id",
    "1|Jansen|1990-02-01|a.jansen@example.org\n2|Bos|1985-04-03|b.bos@example.org\n1|Smit|1970-06-05|c.smit@"
    "example.org\n" },
  { "again", { PEOPLE, PEOPLE }, "0 0 3 0 0", "SELECT count(*) FROM history", "0\n" },
  { "one-changed",
    { PEOPLE, H "20;1;A.;Janssen;01-02-1990;a.jansen@example.org;01-01-2020;\n"
                "20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n" },
    "0 1 1 0 0",
    "SELECT field, old, new FROM history",
    "last_name|Jansen|Janssen\n" },
  { "two-employments",
    { H "20;1;A.;Jansen;;;01-01-2020;31-12-2022\n20;1;A.;Jansen;;;01-01-2024;\n" },
    "2 0 0 0 0",
    PERIODS,
    "1|2020-01-01|2022-12-31\n1|2024-01-01|\n" },
  { "other-order",
    { H "20;1;A.;Jansen;;;01-01-2020;31-12-2022\n20;1;A.;Jansen;;;01-01-2024;\n",
      H "20;1;A.;Jansen;;;01-01-2024;\n20;1;A.;Jansen;;;01-01-2020;31-12-2022\n" },
    "0 0 2 0 0",
    "SELECT count(*) FROM history",
    "0\n" },
  { "employments-replaced",
    { H "20;1;A.;Jansen;;;01-01-2020;31-12-2022\n20;1;A.;Jansen;;;01-01-2024;\n",
      H "20;1;A.;Jansen;;;01-01-2025;\n" },
    "0 1 0 0 0",
    PERIODS,
    "1|2025-01-01|\n" },
  { "same-employment-twice",
    { H "20;1;A.;Jansen;;;01-01-2020;\n20;1;A.;Jansen;;;01-01-2020;\n" },
    "2 0 0 0 0",
    PERIODS,
    "1|2020-01-01|\n" },
  { "no-dates-in-row", { H "20;1;A.;Jansen;;;;\n" }, "1 0 0 0 0", PERIODS, "1||\n" },
  { "no-date-columns-new", { "Werkgevernummer;Personeelsnummer\n20;1\n" }, "1 0 0 0 0", PERIODS, "1||\n" },
  { "no-date-columns-known",
    { PEOPLE, "Werkgevernummer;Personeelsnummer\n30;1\n" },
    "0 0 1 0 0",
    PERIODS,
    "1|2020-01-01|\n2|2019-05-01|\n1|2000-01-01|2025-12-31\n" },
  { "no-date-columns-twice",
    { PEOPLE, "Werkgevernummer;Personeelsnummer;Achternaam\n30;1;Smits\n20;1;Jansen\n20;2;Bos\n30;1;Smit\n" },
    "0 0 4 0 0",
    PERIODS,
    "1|2020-01-01|\n2|2019-05-01|\n1|2000-01-01|2025-12-31\n" },
  { "last-row-wins",
    { H "20;1;A.;Jansen;;;01-01-2020;\n20;1;A.;Jacobs;;;01-01-2020;\n" },
    "2 0 0 0 0",
    "SELECT last_name FROM employee",
    "Jacobs\n" },
  { "empty-cell-clears",
    { PEOPLE, H "30;1;C.;Smit;;;01-01-2000;31-12-2025\n" },
    "0 1 0 0 0",
    "SELECT birth_date, email, email_kind FROM employee WHERE last_name = 'Smit'",
    "||absent\n" },
  { "absent-column-leaves",
    { PEOPLE, "Werkgevernummer;Personeelsnummer;Achternaam\n30;1;Smit\n" },
    "0 0 1 0 0",
    "SELECT initials, birth_date, email FROM employee WHERE last_name = 'Smit'",
    "C.|1970-06-05|c.smit@example.org\n" },
  { "zeros-between-files",
    { PEOPLE, H "0030;001;C.;Smit;05-06-1970;c.smit@example.org;01-01-2000;31-12-2025\n" },
    "0 0 1 0 0",
    "SELECT c.number, e.number FROM employee e JOIN employer c ON c.id = e.employer WHERE e.last_name = "
    "'Smit'",
    "30|1\n" },
  { "unknown-employer",
    { H "20;1;;Jansen;;;;\n99;1;;Bos;;;;\n" },
    "1 0 0 0 1",
    "SELECT count(*) FROM employee",
    "1\n" },
  { "no-number",
    { H "20;;;Jansen;;;;\n20;2;;Bos;;;;\n" },
    "1 0 0 0 1",
    "SELECT number FROM employee",
    "2\n" },
  { "missing",
    { PEOPLE, H "20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n" },
    "0 0 1 1 0",
    "SELECT last_name, missing_since IS NOT NULL FROM employee",
    "Jansen|1\nBos|0\nSmit|0\n" },
  { "still-missing",
    { PEOPLE, H "20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n",
      H "20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n" },
    "0 0 1 1 0",
    "SELECT field, old, new FROM history",
    "missing||1\n" },
  { "found-again",
    { PEOPLE, H "20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n", PEOPLE },
    "0 0 3 0 0",
    "SELECT count(*) FROM employee WHERE missing_since IS NOT NULL; SELECT field, old, new FROM history "
    "ORDER BY id",
    "0\nmissing||1\nmissing|1|\n" },
  { "unreadable-is-not-missing",
    { PEOPLE, H "20;1;A.;Jansen;31-02-1990;;;\n20;2;B.;Bos;03-04-1985;b.bos@example.org;01-05-2019;\n" },
    "0 0 1 0 1",
    "SELECT last_name, missing_since FROM employee",
    "Jansen|\nBos|\nSmit|\n" },
  { "refused-is-not-missing",
    { PEOPLE "", "Werkgevernummer;Personeelsnummer;MijnLoket\n20;1;iets anders\n20;2;geen toegang\n" },
    "0 1 0 0 1",
    "SELECT count(*) FROM employee WHERE missing_since IS NOT NULL",
    "0\n" },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;

  for (gsize i = 0; i < G_N_ELEMENTS (c->files) && c->files[i] != NULL; i++)
    {
      gboolean last = i + 1 == G_N_ELEMENTS (c->files) || c->files[i + 1] == NULL;

      if (last)
        {
          office_expect (fixture, OVS_CSV_EMPLOYEES, c->files[i], c->counts);
          fixture_assert (fixture, c->query, c->rows);
          office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, c->files[i]);
        }
      else
        ovs_intake_result_unref (office_read (fixture, OVS_CSV_EMPLOYEES, c->files[i]));
    }
}

#define NUMBERS "Werkgevernummer;Personeelsnummer\n"

static void
test_both_numbers (Fixture *fixture, gconstpointer unused)
{
  static const char *const files[] = {
    NUMBERS "20;12\n20;012\n",
    NUMBERS "20;12\n20;13\n20;012\n",
    NUMBERS "20;1\n020;2\n",
    NUMBERS "20;12\n20;13\n30;12\n20;0012\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = office_dump (fixture);

      g_assert_null (office_try (fixture, OVS_CSV_EMPLOYEES, files[i], &error));
      g_assert_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NUMBERS);
      fixture_assert (fixture, OFFICE_TABLES, before);
      fixture_assert (fixture, "SELECT count(*) FROM import", "1\n");
    }
  /* At another client it is another number. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, NUMBERS "20;12\n30;012\n", "2 0 0 0 0");
}

#define APART_FIRST                                                                                          \
  H "20;1;A.;Jansen;;;01-01-2020;31-12-2022\n20;2;B.;Bos;;;01-01-2020;\n20;1;A.;Jacobs;;;01-01-2024;\n"
#define APART_SECOND                                                                                         \
  H "20;1;A.;Jansen;;;01-01-2020;31-12-2022\n20;2;B.;Bos;;;01-01-2020;\n20;1;A.;Jongen;;;01-01-2025;\n"

static void
test_rows_apart (Fixture *fixture, gconstpointer unused)
{
  office_expect (fixture, OVS_CSV_EMPLOYEES, APART_FIRST, "3 0 0 0 0");
  fixture_assert (fixture, PERIODS, "1|2020-01-01|2022-12-31\n1|2024-01-01|\n2|2020-01-01|\n");
  fixture_assert (fixture, "SELECT last_name FROM employee WHERE number = '1'; SELECT count(*) FROM history",
                  "Jacobs\n0\n");
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, APART_FIRST);

  /* One line of history per field: from before the file to after it. */
  office_expect (fixture, OVS_CSV_EMPLOYEES, APART_SECOND, "0 2 1 0 0");
  fixture_assert (fixture, "SELECT field, old, new FROM history ORDER BY field",
                  "employments|2020-01-01/2022-12-31,2024-01-01/|2020-01-01/2022-12-31,2025-01-01/"
                  "\nlast_name|Jacobs|Jongen\n");
}

#define STATUS "Werkgevernummer;Personeelsnummer;Werknemerloket;MijnLoket\n"

static void
test_status_columns (Fixture *fixture, gconstpointer unused)
{
  const char *file = STATUS "20;1;toegang actief;geen toegang\n20;2;HasAccessToClient;\n";

  office_expect (fixture, OVS_CSV_EMPLOYEES, file, "2 0 0 0 0");
  fixture_assert (fixture, "SELECT employee, portal, status, source FROM access ORDER BY 1, 2",
                  "1|mijnloket|NoAccessToClient|employees\n1|werknemerloket|HasAccessToClient|employees\n"
                  "2|werknemerloket|HasAccessToClient|employees\n");
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, file);
  office_expect (fixture, OVS_CSV_EMPLOYEES,
                 STATUS "20;1;geblokkeerd;geen toegang\n20;2;HasAccessToClient;uitgenodigd\n", "0 2 0 0 0");
  fixture_assert (fixture, "SELECT employee, field, old, new FROM history ORDER BY 1",
                  "1|werknemerloket|HasAccessToClient|AccessToClientIsBlocked\n2|mijnloket||InvitePending\n");
}

static void
test_contradicting_status (Fixture *fixture, gconstpointer unused)
{
  const char *apart = STATUS "20;1;geblokkeerd;\n20;2;geblokkeerd;\n20;1;toegang actief;\n";

  office_expect (fixture, OVS_CSV_EMPLOYEES, STATUS "20;1;toegang actief;\n20;2;geblokkeerd;\n", "2 0 0 0 0");
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, apart);
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES,
                           STATUS "20;1;geblokkeerd;\n20;1;toegang actief;\n20;2;geblokkeerd;\n");
  fixture_assert (fixture, "SELECT status FROM access ORDER BY employee",
                  "HasAccessToClient\nAccessToClientIsBlocked\n");
}

static void
test_refusals (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsIntakeResult) result =
      office_read (fixture, OVS_CSV_EMPLOYEES, STATUS "20;1;misschien;\n99;1;;\n20;3;;zeker\n20;4;;\n");
  static const struct
  {
    guint64 line;
    const char *column;
  } expected[] = { { 2, "Werknemerloket" }, { 3, "Werkgevernummer" }, { 4, "MijnLoket" } };

  g_assert_cmpuint (result->refused->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < result->refused->len; i++)
    {
      const OvsIntakeRefusal *refusal = g_ptr_array_index (result->refused, i);

      g_assert_cmpuint (refusal->line, ==, expected[i].line);
      g_assert_cmpstr (refusal->column, ==, expected[i].column);
      g_assert_true (g_str_has_suffix (refusal->reason, "."));
    }
  g_assert_cmpuint (result->added, ==, 1);
}

#define MEND                                                                                                 \
  "UPDATE employee SET email = 'mended@example.org', change_in_loket = 1, email_kind = 'ok', email_key = "   \
  "'mended@example.org', "                                                                                   \
  "email_domain = 'example.org' WHERE number = '1'"
#define MENDED "SELECT email_as_read, email, change_in_loket FROM employee WHERE number = '1'"

static void
test_mended_address (Fixture *fixture, gconstpointer unused)
{
  const char *file = H "20;1;A.;Jansen;;fout@@example.org;;\n20;2;;;;;;\n";
  const char *apart =
      H "20;1;A.;Jansen;;ander@example.org;;\n20;2;;;;;;\n20;1;A.;Jansen;;fout@@example.org;;\n";
  const char *other = H "20;1;A.;Jansen;;nieuw@example.org;;\n20;2;;;;;;\n";

  office_expect (fixture, OVS_CSV_EMPLOYEES, file, "2 0 0 0 0");
  fixture_execute (fixture, MEND);
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, file);
  fixture_assert (fixture, MENDED, "fout@@example.org|mended@example.org|1\n");
  /* The last of two rows says the same as before, so it is kept then too. */
  office_expect_no_change (fixture, OVS_CSV_EMPLOYEES, apart);
  fixture_assert (fixture, MENDED, "fout@@example.org|mended@example.org|1\n");

  office_expect (fixture, OVS_CSV_EMPLOYEES, other, "0 1 1 0 0");
  fixture_assert (fixture, MENDED, "nieuw@example.org|nieuw@example.org|0\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/employees/", cases[i].name, NULL);
      g_test_add (path, Fixture, &cases[i], office_set_up, test_case, fixture_tear_down);
    }
  g_test_add ("/employees/both-numbers", Fixture, NULL, office_set_up, test_both_numbers, fixture_tear_down);
  g_test_add ("/employees/rows-apart", Fixture, NULL, office_set_up, test_rows_apart, fixture_tear_down);
  g_test_add ("/employees/status-columns", Fixture, NULL, office_set_up, test_status_columns,
              fixture_tear_down);
  g_test_add ("/employees/contradicting-status", Fixture, NULL, office_set_up, test_contradicting_status,
              fixture_tear_down);
  g_test_add ("/employees/refusals", Fixture, NULL, office_set_up, test_refusals, fixture_tear_down);
  g_test_add ("/employees/mended-address", Fixture, NULL, office_set_up, test_mended_address,
              fixture_tear_down);
  return g_test_run ();
}
