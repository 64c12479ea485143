/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#define PEOPLE                                                                                                \
  "Werkgevernummer;Personeelsnummer;Voorletters;Voorvoegsel;Achternaam;Geboortedatum;Privé e-mail;Datum in " \
  "dienst;Datum uit dienst;Werknemerloket\n"

static void
assert_day (const OvsCsvRow *row, OvsField field, const char *expected)
{
  g_autofree char *day = ovs_day_to_iso (ovs_csv_row_get_day (row, field));

  g_assert_cmpstr (day, ==, expected);
}

static void
test_employees (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES,
                    PEOPLE "00123;0045; J.P. ;de;Vries;1-2-1990; \u00a0J@X.nl ;01-03-2020;;Toegang  actief\n"
                           "00123;46;A.;-;Renée;;-;2020-03-01;31-12-9999;\n",
                    -1, NULL);
  const OvsCsvRow *row = scratch_next (reader);

  g_assert_false (ovs_csv_row_is_refused (row));
  g_assert_cmpuint (ovs_csv_row_get_line (row), ==, 2);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYER_NUMBER), ==, "00123");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER), ==, "0045");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_INITIALS), ==, "J.P.");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PREFIX), ==, "de");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL), ==, " \u00a0J@X.nl ");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_WERKNEMERLOKET_STATUS), ==, "Toegang actief");
  assert_day (row, OVS_FIELD_BIRTH_DATE, "1990-02-01");
  assert_day (row, OVS_FIELD_START_DATE, "2020-03-01");
  assert_day (row, OVS_FIELD_END_DATE, NULL);
  g_assert_true (ovs_csv_row_has (row, OVS_FIELD_END_DATE));
  g_assert_false (ovs_csv_row_has (row, OVS_FIELD_WORK_EMAIL));
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_WORK_EMAIL), ==, "");

  row = scratch_next (reader);
  g_assert_cmpuint (ovs_csv_row_get_line (row), ==, 3);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PREFIX), ==, "");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, "Renée");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL), ==, "-");
  assert_day (row, OVS_FIELD_BIRTH_DATE, NULL);
  assert_day (row, OVS_FIELD_END_DATE, NULL);
  scratch_assert_end (reader);
  scratch_assert_end (reader);
  g_assert_cmpstr (ovs_csv_reader_get_encoding (reader), ==, "utf-8");
  g_assert_cmpuint (strlen (ovs_csv_reader_get_sha256 (reader)), ==, 64);
  g_assert_cmpuint (ovs_csv_reader_get_position (reader), ==, ovs_csv_reader_get_size (reader));
}

static void
test_employers (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYERS,
                    "Werkgevernummer;Werkgever;Verloning;Loondatum;Product 500;MijnLoket;Verlof;Datum\n"
                    "10;\"Bakkerij \"\"De Aar\"\"; Zwolle\";4 weken;25;J;nee;;2-11-2026 09:30\n",
                    -1, NULL);
  const OvsCsvRow *row = scratch_next (reader);

  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_NAME), ==, "Bakkerij \"De Aar\"; Zwolle");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PAYROLL), ==, "four-weeks");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PAYDAY), ==, "25");
  g_assert_cmpint (ovs_csv_row_get_yes_no (row, OVS_FIELD_PRODUCT_500), ==, OVS_CSV_YES);
  g_assert_cmpint (ovs_csv_row_get_yes_no (row, OVS_FIELD_MIJNLOKET), ==, OVS_CSV_NO);
  g_assert_cmpint (ovs_csv_row_get_yes_no (row, OVS_FIELD_LEAVE), ==, OVS_CSV_NOT_SAID);
  g_assert_true (ovs_csv_row_has (row, OVS_FIELD_LEAVE));
  g_assert_false (ovs_csv_row_has (row, OVS_FIELD_CHANGES));
  assert_day (row, OVS_FIELD_DATE, "2026-11-02");
}

static void
test_whole_name (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES,
                    "Wg nr;Pers.nr;Naam\n1;2;\"Vries, J.P. de\"\n1;3;A. Bakker\n", -1, NULL);
  const OvsCsvRow *row = scratch_next (reader);

  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_INITIALS), ==, "J.P.");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PREFIX), ==, "de");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, "Vries");
  g_assert_true (ovs_csv_row_has (row, OVS_FIELD_LAST_NAME));
  row = scratch_next (reader);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, "Bakker");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PREFIX), ==, "");
}

static void
test_skipped (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES,
                                                  "Medewerkers per 1 november\n\nWg nr;Pers.nr;Achternaam\n"
                                                  "1;2;Bakker\n"
                                                  "\n"
                                                  ";;\n"
                                                  "Totaal;1;\n"
                                                  "Wg nr;Pers.nr;Achternaam\n"
                                                  "wg nr;PersNr;achternaam\n"
                                                  "2;3;Totaal\n"
                                                  "Medewerkers per 1 november;;\n"
                                                  ";;Eindtotaal: 2\n"
                                                  "Totaal 2 medewerkers\n"
                                                  " ; \u00a0;\n",
                                                  -1, NULL);

  g_assert_cmpuint (ovs_csv_row_get_line (scratch_next (reader)), ==, 4);
  g_assert_cmpuint (ovs_csv_row_get_line (scratch_next (reader)), ==, 10);
  scratch_assert_end (reader);
  g_assert_cmpuint (ovs_csv_reader_get_n_rows (reader), ==, 11);
  g_assert_cmpuint (ovs_csv_reader_get_n_skipped (reader), ==, 9);
  g_assert_cmpstr (ovs_csv_reader_get_notes (reader)[0], ==,
                   "Passed over: 2 title lines, 2 repeated headers, 3 lines of totals, 3 blank lines.");
}

static void
test_refused_rows (void)
{
  static const struct
  {
    const char *row;
    const char *column;
    const char *number; /* of the employee, still told */
  } cases[] = {
    { "1;2;J.;;Bakker;31-02-1990;;;;", "Geboortedatum", "2" },
    { "1;2;J.;;Bakker;29-02-2023;;;;", "Geboortedatum", "2" },
    { "1;2;J.;;Bakker;morgen;;;;", "Geboortedatum", "2" },
    { "1;2;J.;;Bakker;1-2-1990;;44927;;", "Datum in dienst", "2" },
    { "1;2;J.;;Bakker;;;;1-1-2020 23:00;", "Datum uit dienst", "2" },
    { "1;2;J.;;#N/B;;;;;", "Achternaam", "2" },
    { "1;2;J.;;Bakker;########;;;;", "Geboortedatum", "2" },
    { "1;2;J.;;Bakker;;#VERW!;;;", "Privé e-mail", "2" },
    { "1;2;J.;;Bakker;;;;;#WAARDE!", "Werknemerloket", "2" },
    { "#N/B;2;J.;;Bakker;;;;;", "Werkgevernummer", "" },
    { ";2;J.;;Bakker;;;;;", "Werkgevernummer", "" },
    { "1;;J.;;Bakker;;;;;", "Personeelsnummer", "" },
    { "1;2;J.;;Bakker;;;;;;teveel", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autofree char *text =
          g_strconcat (PEOPLE "1;1;A.;;Goed;;;1-1-2020;;\n", cases[i].row, "\n1;3;B.;;Goed;;;;;;;\n", NULL);
      g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, NULL);
      const OvsCsvRow *row;

      g_test_message ("%s", cases[i].row);
      g_assert_false (ovs_csv_row_is_refused (scratch_next (reader)));
      row = scratch_next (reader);
      g_assert_true (ovs_csv_row_is_refused (row));
      g_assert_cmpuint (ovs_csv_row_get_line (row), ==, 3);
      g_assert_cmpstr (ovs_csv_row_get_column (row), ==, cases[i].column);
      g_assert_true (g_str_has_suffix (ovs_csv_row_get_reason (row), "."));
      g_assert_false (ovs_csv_row_has (row, OVS_FIELD_LAST_NAME));
      g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER), ==, cases[i].number);
      g_assert_false (ovs_csv_row_is_refused (scratch_next (reader)));
      scratch_assert_end (reader);
      g_assert_cmpuint (ovs_csv_reader_get_n_rows (reader), ==, 3);
    }
}

static void
test_refused_employers (void)
{
  static const char *const rows[] = { "10;A;kwartaal;J", "10;A;maand;misschien", "10;A;#REF!;J" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autofree char *text = g_strconcat ("Wg nr;Klant;Verloning;Product 500\n", rows[i], "\n", NULL);
      g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYERS, text, -1, NULL);

      g_assert_true (ovs_csv_row_is_refused (scratch_next (reader)));
    }
}

static void
test_refused_files (void)
{
  static const struct
  {
    const char *row;
    OvsCsvError code;
    const char *column;
  } cases[] = {
    { "1;2;J.;;Bakker;12/25/1990;;;;", OVS_CSV_ERROR_AMERICAN, "Geboortedatum" },
    { "1;2;J.;;Bakker;;;1-31-2020;;", OVS_CSV_ERROR_AMERICAN, "Datum in dienst" },
    { "1,23E+11;2;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Werkgevernummer" },
    { "1;1.23E+11;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Personeelsnummer" },
    { "1;10-12-2025;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Personeelsnummer" },
    { "1;10-dec;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Personeelsnummer" },
    { "1;1-mei;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Personeelsnummer" },
    { "1;7,0;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Personeelsnummer" },
    { "20720.00;7;J.;;Bakker;;;;;", OVS_CSV_ERROR_NUMBERS, "Werkgevernummer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (PEOPLE "1;1;A.;;Goed;;;;;\n", cases[i].row, "\n", NULL);
      g_autofree char *message = scratch_refused (OVS_CSV_EMPLOYEES, text, -1, NULL, cases[i].code);

      g_assert_nonnull (strstr (message, cases[i].column));
      g_assert_nonnull (strstr (message, "line 3"));
    }
}

/* Excel's day numbers count only where the whole column is written so. */
static void
test_serial_column (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES,
                    "Wg nr;Pers.nr;Geboortedatum;In dienst\n"
                    "1;1;32874;43831\n1;2;;1-1-2020\n1;3;-;\n1;4;99999;\n1;5;20000;\n",
                    -1, NULL);
  g_auto (Scratch) whole = { 0 };
  g_autoptr (OvsCsvReader) serial =
      scratch_open (&whole, OVS_CSV_EMPLOYEES,
                    "Wg nr;Pers.nr;Geboortedatum\n1;1;32874\n1;2;\n1;3;n.v.t.\n1;4;20000\n", -1, NULL);
  const OvsCsvRow *row = scratch_next (reader);

  g_assert_true (ovs_csv_row_is_refused (row));
  g_assert_cmpstr (ovs_csv_row_get_column (row), ==, "Geboortedatum");
  g_assert_null (ovs_csv_reader_get_notes (reader)[0]);

  assert_day (scratch_next (serial), OVS_FIELD_BIRTH_DATE, "1990-01-01");
  assert_day (scratch_next (serial), OVS_FIELD_BIRTH_DATE, NULL);
  assert_day (scratch_next (serial), OVS_FIELD_BIRTH_DATE, NULL);
  assert_day (scratch_next (serial), OVS_FIELD_BIRTH_DATE, "1954-10-03");
  g_assert_nonnull (strstr (ovs_csv_reader_get_notes (serial)[0], "day numbers"));
}

static void
test_notes (void)
{
  static const struct
  {
    const char *row;
    gssize length;
    const char *note; /* (nullable) */
  } cases[] = {
    { "1;2;J.;;Bakker;1-2-90;;;;", -1, "two digits" },
    { "1;2;J.;;Bakker;;;;31-12-9999;", -1, "no end" },
    { "1;2;J.;;Ren\u00c3\u00a9e;;;;;", -1, "encoded twice" },
    { "1;2;J.;;Bakker;1-2-1990;;;1-1-2020;", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autofree char *text = g_strconcat (PEOPLE, cases[i].row, "\n", NULL);
      g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, NULL);
      const char *const *notes = ovs_csv_reader_get_notes (reader);

      if (cases[i].note == NULL)
        g_assert_null (notes[0]);
      else
        g_assert_nonnull (strstr (notes[0], cases[i].note));
      scratch_next (reader);
    }
}

/* Read as Windows-1252, as it is without a word, but not without a word about it. */
static void
test_dos_letters (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Achternaam\n1;2;Ren\x82" "e\n1;3;\x84" "A\n", -1, NULL);

  g_assert_cmpstr (ovs_csv_reader_get_encoding (reader), ==, "windows-1252");
  g_assert_nonnull (strstr (ovs_csv_reader_get_notes (reader)[0], "1 cell has a sign within a word"));
}

static void
test_header_encoded_twice (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Priv\u00c3\u00a9 e-mail\n1;2;a@b.nl\n", -1,
                    NULL);

  g_assert_null (ovs_csv_reader_get_header (reader, OVS_FIELD_PRIVATE_EMAIL));
  g_assert_nonnull (strstr (ovs_csv_reader_get_notes (reader)[0], "encoded twice"));
}

/* The first accent on line 90,000 decides just as the one on line 2 does. */
static void
test_late_accent (void)
{
  static const struct
  {
    const char *name;
    const char *encoding;
  } cases[] = { { "Ren\xe9"
                  "e",
                  "windows-1252" },
                { "Ren\xc3\xa9"
                  "e",
                  "utf-8" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autoptr (GString) text = g_string_new ("Wg nr;Pers.nr;Achternaam\n");
      g_autoptr (OvsCsvReader) reader = NULL;
      const OvsCsvRow *row = NULL;

      for (guint line = 2; line < 90000; line++)
        g_string_append_printf (text, "1;%u;Bakker\n", line);
      g_string_append_printf (text, "1;1;%s\n", cases[i].name);
      reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text->str, -1, NULL);
      g_assert_cmpstr (ovs_csv_reader_get_encoding (reader), ==, cases[i].encoding);
      g_assert_cmpuint (ovs_csv_reader_get_n_rows (reader), ==, 89999);
      for (guint line = 2; line <= 90000; line++)
        row = scratch_next (reader);
      g_assert_cmpuint (ovs_csv_row_get_line (row), ==, 90000);
      g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, "Renée");
    }
}

/* The lines that are told are those of the file, whatever breaks stand in cells. */
static void
test_lines (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_FALLOUT,
                    "Wg nr;Pers.nr;Reden\r\n1;2;\"een\r\ntwee\r\ndrie\"\r\n3;4;vier\r\n", -1, NULL);
  const OvsCsvRow *row = scratch_next (reader);

  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_REASON), ==, "een twee drie");
  g_assert_cmpuint (ovs_csv_row_get_line (scratch_next (reader)), ==, 5);
}

static char *
write_people (const char *header, const char *cells)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Wg nr;Pers.nr;%s\n", header);
  for (guint i = 0; i < 25; i++)
    g_string_append_printf (text, "20;%u;%s\n", i + 1, cells);
  return g_string_free (text, FALSE);
}

static gboolean
has_note (OvsCsvReader *reader, const char *part)
{
  const char *const *notes = ovs_csv_reader_get_notes (reader);

  for (guint i = 0; notes[i] != NULL; i++)
    if (strstr (notes[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_ends (void)
{
  static const struct
  {
    const char *header;
    const char *cells;
    gboolean nobody_left;
    gboolean doubted;
  } cases[] = {
    { "Uit dienst", "", TRUE, FALSE },
    { "Uit dienst", "31-12-9999", TRUE, FALSE },
    { "Uit dienst", "15-12-2026", TRUE, FALSE },
    { "Uit dienst", "31-12-2026", TRUE, TRUE },
    { "Uit dienst", "31-12-2025", FALSE, FALSE },
    { "AanstellingTot", "31-12-2026", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autofree char *text = write_people (cases[i].header, cases[i].cells);
      g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, NULL);

      g_assert_cmpint (has_note (reader, "Nobody in this file has left"), ==, cases[i].nobody_left);
      g_assert_cmpint (has_note (reader, "25 people would leave"), ==, cases[i].doubted);
    }
}

static void
test_appointed_until (void)
{
  static const char *const by_hand[] = { "end-date=AanstellingTot", NULL };
  OvsCsvOptions options = scratch_options ();
  g_autofree char *message = NULL;

  options.mapping = by_hand;
  message = scratch_refused (OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;AanstellingTot\n20;7;31-12-2026\n", -1, &options, OVS_CSV_ERROR_NEVER);
  g_assert_nonnull (strstr (message, "AanstellingTot"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/employees", test_employees);
  g_test_add_func ("/reader/employers", test_employers);
  g_test_add_func ("/reader/whole-name", test_whole_name);
  g_test_add_func ("/reader/skipped", test_skipped);
  g_test_add_func ("/reader/refused-rows", test_refused_rows);
  g_test_add_func ("/reader/refused-employers", test_refused_employers);
  g_test_add_func ("/reader/case-06-case-08-refused-files", test_refused_files);
  g_test_add_func ("/reader/serial-column", test_serial_column);
  g_test_add_func ("/reader/notes", test_notes);
  g_test_add_func ("/reader/case-07-dos-letters", test_dos_letters);
  g_test_add_func ("/reader/header-encoded-twice", test_header_encoded_twice);
  g_test_add_func ("/reader/late-accent", test_late_accent);
  g_test_add_func ("/reader/lines", test_lines);
  g_test_add_func ("/reader/case-12-and-46-end-dates", test_ends);
  g_test_add_func ("/reader/case-46-appointed-until", test_appointed_until);
  return g_test_run ();
}
