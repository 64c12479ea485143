/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#include "csv/headers.h"

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    const char *wanted; /* (nullable) */
    const char *delimiter;
    guint header_line;
  } cases[] = {
    { "Werkgevernummer;Werkgever\n10;A, B en C\n", NULL, ";", 1 },
    { "Werkgevernummer,Werkgever\n10,A; B\n", NULL, ",", 1 },
    { "Werkgevernummer\tWerkgever\n10\tA\n", NULL, "\t", 1 },
    { "Werkgevernummer|Werkgever\n10|A\n", NULL, "|", 1 },
    { "\"Werkgevernummer\",\"Werkgever; naam\",Plaats\n10,A,B\n", NULL, ",", 1 },
    { "sep=;\nWerkgevernummer;Werkgever\n10;A\n", NULL, ";", 2 },
    { "sep=,\r\nWerkgevernummer,Werkgever\r\n10,A\r\n", NULL, ",", 2 },
    { "SEP=|\nWerkgevernummer|Werkgever\n10|A\n", NULL, "|", 2 },
    { "sep=^\nWerkgevernummer^Werkgever\n10^A\n", NULL, "^", 2 },
    { "sep=;\nWerkgevernummer,Werkgever\n10,A\n", ",", ",", 2 },
    { "Werkgevernummer\tWerkgever\n10\tA\n", "tab", "\t", 1 },
    { "Klanten, per 1 november\n\nWerkgevernummer;Werkgever\n10;A\n", NULL, ";", 3 },
    { "Overzicht werkgever\nGemaakt;op;1-11-2026\n\nWerkgevernummer;Werkgever\n10;A\n", NULL, ";", 4 },
    { "Werkgevernummer\n10\n", NULL, ";", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      OvsCsvOptions options = scratch_options ();
      g_autoptr (OvsCsvReader) reader = NULL;

      g_test_message ("%s", cases[i].text);
      options.delimiter = cases[i].wanted;
      reader = scratch_open (&scratch, OVS_CSV_EMPLOYERS, cases[i].text, -1, &options);
      g_assert_cmpstr (ovs_csv_reader_get_delimiter (reader), ==, cases[i].delimiter);
      g_assert_cmpuint (ovs_csv_reader_get_header_line (reader), ==, cases[i].header_line);
      g_assert_cmpstr (ovs_csv_row_get_text (scratch_next (reader), OVS_FIELD_EMPLOYER_NUMBER), ==, "10");
      scratch_assert_end (reader);
      g_assert_cmpuint (ovs_csv_reader_get_n_rows (reader), ==, 1);
    }
}

static void
test_headers (void)
{
  static const struct
  {
    OvsCsvKind kind;
    const char *headers;
    OvsField field;
    const char *found; /* (nullable) */
  } cases[] = {
    { OVS_CSV_EMPLOYERS, "wg nr;Klant", OVS_FIELD_EMPLOYER_NUMBER, "wg nr" },
    { OVS_CSV_EMPLOYERS, "WERKGEVERNR.;Klantnummer", OVS_FIELD_EMPLOYER_NUMBER, "WERKGEVERNR." },
    { OVS_CSV_EMPLOYERS, "Klantnummer;Naam", OVS_FIELD_EMPLOYER_NUMBER, "Klantnummer" },
    { OVS_CSV_EMPLOYERS, "Aansluitnummer;Naam", OVS_FIELD_EMPLOYER_NUMBER, "Aansluitnummer" },
    { OVS_CSV_EMPLOYERS, "Werkgevernummer;E-mail", OVS_FIELD_CONTACT_EMAIL, "E-mail" },
    { OVS_CSV_EMPLOYERS, "Werkgevernummer;Product 500", OVS_FIELD_PRODUCT_500, "Product 500" },
    { OVS_CSV_EMPLOYERS, "Werkgevernummer;Einddatum contract", OVS_FIELD_CONTRACT_END, "Einddatum contract" },
    { OVS_CSV_EMPLOYERS, "Werkgevernummer;MijnLoket variant;MijnLoket", OVS_FIELD_TIER, "MijnLoket variant" },
    { OVS_CSV_EMPLOYERS, "Werkgevernummer;MijnLoket variant;MijnLoket", OVS_FIELD_MIJNLOKET, "MijnLoket" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Voornaam", OVS_FIELD_FIRST_NAME, "Voornaam" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Voornaam;Roepnaam", OVS_FIELD_FIRST_NAME, "Roepnaam" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;E-mailadres privé", OVS_FIELD_PRIVATE_EMAIL, "E-mailadres privé" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;PRIVE EMAIL", OVS_FIELD_PRIVATE_EMAIL, "PRIVE EMAIL" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Email;E-mail zakelijk", OVS_FIELD_PRIVATE_EMAIL, "Email" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Email;E-mail zakelijk", OVS_FIELD_WORK_EMAIL, "E-mail zakelijk" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;AanstellingTot", OVS_FIELD_END_DATE, NULL },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;DatumUitDienst;AanstellingTot", OVS_FIELD_END_DATE,
      "DatumUitDienst" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;HistorischeDatumInDienst", OVS_FIELD_START_DATE, NULL },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Geb.datum", OVS_FIELD_BIRTH_DATE, "Geb.datum" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Tussenvoegsel", OVS_FIELD_PREFIX, "Tussenvoegsel" },
    { OVS_CSV_STATUS, "Wg nr;Werknemernr;Status Werknemerloket", OVS_FIELD_WERKNEMERLOKET_STATUS,
      "Status Werknemerloket" },
    { OVS_CSV_STATUS, "Wg nr;Werknemernr;ESS", OVS_FIELD_WERKNEMERLOKET_STATUS, "ESS" },
    { OVS_CSV_STATUS, "Wg nr;Werknemernr;Status MijnLoket", OVS_FIELD_MIJNLOKET_STATUS, "Status MijnLoket" },
    { OVS_CSV_FALLOUT, "Wg nr;Werknemernr;Melding", OVS_FIELD_REASON, "Melding" },
    { OVS_CSV_FALLOUT, "  Werkgevernummer ;Werknemernr", OVS_FIELD_EMPLOYER_NUMBER, "Werkgevernummer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autoptr (OvsCsvReader) reader = NULL;

      g_test_message ("%s", cases[i].headers);
      reader = scratch_open (&scratch, cases[i].kind, cases[i].headers, -1, NULL);
      g_assert_cmpstr (ovs_csv_reader_get_header (reader, cases[i].field), ==, cases[i].found);
    }
}

/* What the program itself writes, it can read: the header of every field means that field. */
static void
test_own_headers (void)
{
  for (guint kind = 0; kind < OVS_CSV_N_KINDS; kind++)
    for (guint field = 0; field < OVS_N_FIELDS; field++)
      {
        g_auto (Scratch) scratch = { 0 };
        g_autoptr (OvsCsvReader) reader = NULL;
        g_autofree char *text = NULL;
        const char *own = ovs_headers_get_own ((OvsCsvKind) kind, (OvsField) field);

        if (!ovs_field_is_in_kind ((OvsField) field, (OvsCsvKind) kind))
          continue;
        text = g_strconcat ("Werkgevernr;Personeelsnr;", own, NULL);
        if (field == OVS_FIELD_EMPLOYER_NUMBER || field == OVS_FIELD_EMPLOYEE_NUMBER)
          continue;
        reader = scratch_open (&scratch, (OvsCsvKind) kind, text, -1, NULL);
        g_assert_cmpstr (ovs_csv_reader_get_header (reader, (OvsField) field), ==, own);
      }
}

static void
test_mapping (void)
{
  static const char *const mapping[] = { "employer-number=Nr", "private-email=E-mailadres",
                                         "work-email=prive EMAIL", NULL };
  g_auto (Scratch) scratch = { 0 };
  OvsCsvOptions options = scratch_options ();
  g_autoptr (OvsCsvReader) reader = NULL;
  const OvsCsvRow *row;

  options.mapping = mapping;
  reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES,
                    "Nr;Pers.nr;E-mailadres;Privé e-mail;Opmerking\n1;2;a@x.nl;b@x.nl;iets\n", -1, &options);
  row = scratch_next (reader);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYER_NUMBER), ==, "1");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL), ==, "a@x.nl");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_WORK_EMAIL), ==, "b@x.nl");
  g_assert_cmpstr (ovs_csv_reader_get_ignored (reader)[0], ==, "Opmerking");
  g_assert_null (ovs_csv_reader_get_ignored (reader)[1]);
}

static void
test_refused (void)
{
  static const struct
  {
    OvsCsvKind kind;
    const char *text;
    const char *mapping; /* (nullable) */
    OvsCsvError code;
    const char *told;
  } cases[] = {
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;E-mailadres;Privé e-mail\n", NULL, OVS_CSV_ERROR_AMBIGUOUS,
      "--mapping \"private-email=E-mailadres\"" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;E-mail;E-mail\n", NULL, OVS_CSV_ERROR_AMBIGUOUS,
      "--mapping private-email=" },
    { OVS_CSV_EMPLOYERS, "Klantnummer;Aansluitnummer\n", NULL, OVS_CSV_ERROR_AMBIGUOUS,
      "employer-number=Klantnummer" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Werkgevernummer;Pers.nr\n", NULL, OVS_CSV_ERROR_AMBIGUOUS,
      "employer-number=Wg nr" },
    { OVS_CSV_EMPLOYEES, "Wg nr;Achternaam\n1;x\n", NULL, OVS_CSV_ERROR_MISSING_COLUMN, "Personeelsnummer" },
    { OVS_CSV_STATUS, "Pers.nr;ESS\n1;x\n", NULL, OVS_CSV_ERROR_MISSING_COLUMN,
      "--mapping employer-number=" },
    { OVS_CSV_EMPLOYERS, "appel;peer\n1;2\n", NULL, OVS_CSV_ERROR_NO_COLUMNS, "Werkgevernummer" },
    { OVS_CSV_EMPLOYERS, "zomaar wat tekst\nen nog meer\n", NULL, OVS_CSV_ERROR_NO_COLUMNS, "bestand.csv" },
    { OVS_CSV_EMPLOYERS, "Wg nr;Klant\n", "employer-numbr=Wg nr", OVS_CSV_ERROR_USAGE, "employer-numbr" },
    { OVS_CSV_EMPLOYERS, "Wg nr;Klant\n", "birth-date=Klant", OVS_CSV_ERROR_USAGE, "birth-date" },
    { OVS_CSV_EMPLOYERS, "Wg nr;Klant\n", "name", OVS_CSV_ERROR_USAGE, "FIELD=HEADER" },
    { OVS_CSV_EMPLOYERS, "Wg nr;Klant\n", "city=Dorp", OVS_CSV_ERROR_UNKNOWN_HEADER, "Dorp" },
    { OVS_CSV_EMPLOYERS, "Wg nr;Klant\n", "employer-number=Dorp", OVS_CSV_ERROR_UNKNOWN_HEADER, "Dorp" },
    { OVS_CSV_EMPLOYEES, "Wg nr;BSN\n", "employee-number=BSN", OVS_CSV_ERROR_PRIVATE, "BSN" },
    { OVS_CSV_EMPLOYERS, " ;\n\n", NULL, OVS_CSV_ERROR_EMPTY, "bestand.csv" },
    { OVS_CSV_EMPLOYERS, "\xef\xbb\xbf", NULL, OVS_CSV_ERROR_EMPTY, "bestand.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *mapping[] = { cases[i].mapping, NULL };
      OvsCsvOptions options = scratch_options ();
      g_autofree char *message = NULL;

      g_test_message ("%s", cases[i].text);
      options.mapping = mapping;
      message = scratch_refused (cases[i].kind, cases[i].text, -1, &options, cases[i].code);
      g_assert_nonnull (strstr (message, cases[i].told));
    }
}

static void
test_twice_mapped (void)
{
  static const char *const mapping[] = { "name=A", "name=B", NULL };
  OvsCsvOptions options = scratch_options ();
  g_autofree char *message = NULL;

  options.mapping = mapping;
  message = scratch_refused (OVS_CSV_EMPLOYERS, "Wg nr;A;B\n", -1, &options, OVS_CSV_ERROR_USAGE);
  options.mapping = NULL;
  options.delimiter = "::";
  g_free (message);
  message = scratch_refused (OVS_CSV_EMPLOYERS, "Wg nr;A;B\n", -1, &options, OVS_CSV_ERROR_USAGE);
}

/* Columns that are never stored are named, and nothing in them reaches a row. */
static void
test_private (void)
{
  static const char *const headers[] = { "BSN",
                                         "Sofinummer",
                                         "SofiNr",
                                         "Burgerservicenummer",
                                         "Loonheffingennummer",
                                         "IBAN",
                                         "Bruto salaris",
                                         "Straatnaam",
                                         "Postcode",
                                         "Woonplaats",
                                         "Uurloon",
                                         "BSN-nummer",
                                         "Adres",
                                         "Bankrekeningnummer" };
  static const char *const others[] = { "Opmerking", "AanstellingTot", "Loondatum", "E-mailadres oud" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autofree char *text =
          g_strdup_printf ("Wg nr;Pers.nr;%s;Achternaam\n1;2;123456782;Bakker\n", headers[i]);
      g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, NULL);
      const OvsCsvRow *row = scratch_next (reader);

      g_assert_cmpstr (ovs_csv_reader_get_private (reader)[0], ==, headers[i]);
      g_assert_cmpstr (ovs_csv_reader_get_ignored (reader)[0], ==, headers[i]);
      for (guint field = 0; field < OVS_N_FIELDS; field++)
        g_assert_null (strstr (ovs_csv_row_get_text (row, (OvsField) field), "123456782"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autofree char *text = g_strdup_printf ("Wg nr;Pers.nr;%s\n", others[i]);
      g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, NULL);

      g_assert_cmpstr (ovs_csv_reader_get_ignored (reader)[0], ==, others[i]);
      g_assert_null (ovs_csv_reader_get_private (reader)[0]);
    }
}

static void
test_missing (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Naam;Geboortedatum\n", -1, NULL);
  const OvsField *missing;
  guint n_missing;

  missing = ovs_csv_reader_get_missing (reader, &n_missing);
  g_assert_cmpuint (n_missing, ==, 8);
  g_assert_cmpint (missing[0], ==, OVS_FIELD_FIRST_NAME);
  g_assert_cmpint (missing[1], ==, OVS_FIELD_PRIVATE_EMAIL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/delimiters", test_delimiters);
  g_test_add_func ("/layout/headers", test_headers);
  g_test_add_func ("/layout/own-headers", test_own_headers);
  g_test_add_func ("/layout/mapping", test_mapping);
  g_test_add_func ("/layout/refused", test_refused);
  g_test_add_func ("/layout/twice-mapped", test_twice_mapped);
  g_test_add_func ("/layout/private", test_private);
  g_test_add_func ("/layout/missing", test_missing);
  return g_test_run ();
}
