/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#include "csv/preview.h"

static OvsCsvPreview *
look (OvsCsvKind kind, const char *bytes, gssize length, const OvsCsvOptions *options)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GError) error = NULL;
  OvsCsvOptions usual = scratch_options ();
  OvsCsvPreview *preview;

  scratch_write (&scratch, bytes, length);
  preview = ovs_csv_preview_open (scratch.path, kind, options != NULL ? options : &usual, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview);
  return preview;
}

static OvsCsvPreview *
look_with (OvsCsvKind kind, const char *text, const char *const *mapping)
{
  OvsCsvOptions options = scratch_options ();

  options.mapping = mapping;
  return look (kind, text, -1, &options);
}

static const char *
cell (const OvsCsvPreview *preview, guint row, guint column)
{
  const OvsCsvPreviewRow *shown = g_ptr_array_index (preview->rows, row);

  return g_ptr_array_index (shown->cells, column);
}

static const OvsCsvQuestion *
question (const OvsCsvPreview *preview, guint i)
{
  g_assert_cmpuint (i, <, preview->questions->len);
  return g_ptr_array_index (preview->questions, i);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *header;
    OvsCsvKind kind;
  } cases[] = {
    { "Werkgevernummer;Werkgever;Plaats;MijnLoket", OVS_CSV_EMPLOYERS },
    { "Werkgevernummer", OVS_CSV_EMPLOYERS },
    { "Klantnummer;Naam;E-mail", OVS_CSV_EMPLOYERS },
    { "Wg nr;Pers.nr;Voorletters;Achternaam;Privé e-mail;Werknemerloket;MijnLoket", OVS_CSV_EMPLOYEES },
    { "Wg nr;Pers.nr", OVS_CSV_EMPLOYEES },
    /* One unknown header does not make it another kind. */
    { "Wg nr;Nr.;Voorletters;Achternaam;Geboortedatum", OVS_CSV_EMPLOYEES },
    { "Wg nr;Pers.nr;Werknemerloket;MijnLoket", OVS_CSV_STATUS },
    { "Wg nr;Pers.nr;Werknemerloket;MijnLoket;Datum", OVS_CSV_STATUS },
    { "Wg nr;Pers.nr;Naam;Reden", OVS_CSV_FALLOUT },
    { "Werkgevernummer;Personeelsnummer;Naam;Wat ontbreekt;Nieuw privé e-mail;Heeft geen e-mail J/N", OVS_CSV_CORRECTIONS },
    { "Wg nr;Pers.nr;Nieuw adres;Geen e-mail;Reden", OVS_CSV_CORRECTIONS },
    { "Wg nr;Pers.nr;Naam;E-mail", OVS_CSV_EMPLOYEES },
    /* Refused rows that were mended keep their kind. */
    { "Wg nr;Pers.nr;Voorletters;Achternaam;Reden", OVS_CSV_EMPLOYEES },
    { "Werkgevernummer;Werkgever;Reden", OVS_CSV_EMPLOYERS },
    { "Wg nr;Pers.nr;Werknemerloket;MijnLoket;Reden", OVS_CSV_STATUS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].header, "\n20;1;a;b;c\n", NULL);
      g_autoptr (OvsCsvPreview) preview = look (OVS_CSV_ANY_KIND, text, -1, NULL);

      g_test_message ("%s", cases[i].header);
      g_assert_cmpint (preview->kind, ==, cases[i].kind);
    }
}

static void
test_cells (void)
{
  g_autoptr (OvsCsvPreview) preview = look (OVS_CSV_EMPLOYEES,
                                            "Wg nr;Pers.nr;Naam;Geboortedatum;BSN;Afdeling;E-mail\n"
                                            "0020;7; Jansen  A. ;1-2-85;123456782;Kas;x@example.com\n"
                                            "\n"
                                            "0020;8;nvt;31-02-1990;123456782;Kas;-\n"
                                            "Totaal;2\n",
                                            -1, NULL);
  const OvsCsvPreviewRow *refused = g_ptr_array_index (preview->rows, 1);

  g_assert_cmpuint (preview->n_columns, ==, 7);
  g_assert_cmpuint (preview->n_rows, ==, 2);
  g_assert_cmpuint (preview->rows->len, ==, 2);
  g_assert_cmpstr (cell (preview, 0, 0), ==, "0020");
  g_assert_cmpstr (cell (preview, 0, 2), ==, "Jansen A.");
  g_assert_cmpstr (cell (preview, 0, 3), ==, "01-02-1985");
  g_assert_cmpstr (cell (preview, 0, 5), ==, "Kas");
  g_assert_cmpstr (cell (preview, 0, 6), ==, "x@example.com");

  g_assert_cmpuint (refused->line, ==, 4);
  g_assert_cmpint (refused->blamed, ==, 3);
  g_assert_nonnull (refused->reason);
  g_assert_cmpstr (cell (preview, 1, 3), ==, "31-02-1990");
}

static void
test_private (void)
{
  g_autoptr (OvsCsvPreview) preview = look (OVS_CSV_EMPLOYEES,
                                            "Wg nr;Pers.nr;BSN;Postcode;Afdeling\n20;7;123456782;1234 AB;Kas\n"
                                            "20;8;Kas; blauw;123456782;1234 AB;Kas\n",
                                            -1, NULL);

  g_assert_cmpint (preview->columns[2].state, ==, OVS_CSV_COLUMN_DROPPED);
  g_assert_false (preview->columns[2].choosable);
  g_assert_null (cell (preview, 0, 2));
  g_assert_null (cell (preview, 0, 3));
  g_assert_cmpint (preview->columns[4].state, ==, OVS_CSV_COLUMN_IGNORED);
  g_assert_true (preview->columns[4].choosable);
  g_assert_false (ovs_csv_preview_allows (preview, 2, OVS_FIELD_NAME));
  g_assert_true (ovs_csv_preview_allows (preview, 4, OVS_FIELD_NAME));
  g_assert_false (ovs_csv_preview_allows (preview, 4, OVS_FIELD_REASON));
  /* Where a cell too many has moved them, nothing is shown at all. */
  for (guint i = 0; i < 5; i++)
    g_assert_null (cell (preview, 1, i));
}

static void
test_doubt (void)
{
  const char *text = "Wg nr;Pers.nr;E-mailadres;Privé e-mail\n20;7;a@werk.example;b@thuis.example\n";
  const char *second[] = { "private-email=#4", NULL };
  const char *neither[] = { "private-email=#0", NULL };
  g_autoptr (OvsCsvPreview) open = look_with (OVS_CSV_EMPLOYEES, text, NULL);
  g_autoptr (OvsCsvPreview) chosen = look_with (OVS_CSV_EMPLOYEES, text, second);
  g_autoptr (OvsCsvPreview) none = look_with (OVS_CSV_EMPLOYEES, text, neither);

  g_assert_cmpint (open->columns[2].state, ==, OVS_CSV_COLUMN_IN_DOUBT);
  g_assert_cmpint (open->columns[3].state, ==, OVS_CSV_COLUMN_IN_DOUBT);
  g_assert_cmpuint (ovs_csv_preview_count_open (open), ==, 1);
  g_assert_cmpint (question (open, 0)->field, ==, OVS_FIELD_PRIVATE_EMAIL);
  g_assert_cmpuint (question (open, 0)->n_columns, ==, 2);
  g_assert_cmpuint (question (open, 0)->columns[1], ==, 3);

  g_assert_cmpint (chosen->columns[2].state, ==, OVS_CSV_COLUMN_IGNORED);
  g_assert_cmpint (chosen->columns[3].state, ==, OVS_CSV_COLUMN_READ);
  g_assert_cmpint (ovs_csv_preview_find (chosen, OVS_FIELD_PRIVATE_EMAIL), ==, 3);
  g_assert_cmpuint (ovs_csv_preview_count_open (chosen), ==, 0);
  g_assert_cmpint (question (chosen, 0)->column, ==, 3);

  g_assert_cmpint (ovs_csv_preview_find (none, OVS_FIELD_PRIVATE_EMAIL), ==, -1);
  g_assert_true (question (none, 0)->answered);
}

static void
test_missing (void)
{
  const char *text = "Wg nr;Nr.;Achternaam\n20;7;Jansen\n";
  const char *places[] = { "employee-number=#2", NULL };
  const char *without[] = { "employer-number=#0", "employee-number=#2", NULL };
  g_autoptr (OvsCsvPreview) open = look_with (OVS_CSV_EMPLOYEES, text, NULL);
  g_autoptr (OvsCsvPreview) chosen = look_with (OVS_CSV_EMPLOYEES, text, places);
  g_autoptr (OvsCsvPreview) taken_away = look_with (OVS_CSV_EMPLOYEES, text, without);

  g_assert_cmpuint (ovs_csv_preview_count_open (open), ==, 1);
  g_assert_cmpint (question (open, 0)->field, ==, OVS_FIELD_EMPLOYEE_NUMBER);
  g_assert_cmpuint (question (open, 0)->n_columns, ==, 0);
  g_assert_cmpuint (ovs_csv_preview_count_open (chosen), ==, 0);
  g_assert_cmpstr (cell (chosen, 0, 1), ==, "7");
  g_assert_cmpuint (ovs_csv_preview_count_open (taken_away), ==, 1);
  g_assert_cmpint (question (taken_away, 0)->field, ==, OVS_FIELD_EMPLOYER_NUMBER);
}

/* The reader must read what the preview showed. */
static void
test_reader_agrees (void)
{
  g_auto (Scratch) scratch = { 0 };
  const char *mapping[] = { "employer-number=#1", "employee-number=#3", "last-name=#4", NULL };
  const char *text = "Uitdraai van november\n\nA|B||B\n20|x|7|Jansen\n20|y|8|Bakker\n";
  OvsCsvOptions options = scratch_options ();
  g_autoptr (OvsCsvPreview) blank = look (OVS_CSV_EMPLOYEES, text, -1, NULL);
  g_autoptr (OvsCsvPreview) mapped = NULL;
  g_autoptr (OvsCsvReader) reader = NULL;
  const OvsCsvRow *row;

  g_assert_cmpstr (blank->delimiter, ==, "|");
  g_assert_cmpuint (blank->header_line, ==, 3);
  g_assert_cmpuint (ovs_csv_preview_count_open (blank), ==, 2);

  options.mapping = mapping;
  options.delimiter = blank->delimiter;
  options.header_line = blank->header_line;
  mapped = look (OVS_CSV_EMPLOYEES, text, -1, &options);
  g_assert_cmpuint (ovs_csv_preview_count_open (mapped), ==, 0);
  g_assert_cmpuint (mapped->n_rows, ==, 2);

  reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, &options);
  g_assert_cmpuint (ovs_csv_reader_get_n_rows (reader), ==, 2);
  row = scratch_next (reader);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER), ==, cell (mapped, 0, 2));
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, cell (mapped, 0, 3));
}

static void
test_encodings (void)
{
  g_autoptr (OvsCsvPreview) utf_8 = look (OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n1;Café\n", -1, NULL);
  g_autoptr (OvsCsvPreview) ascii = look (OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n1;Cafe\n", -1, NULL);
  g_autoptr (OvsCsvPreview) doubt =
      look (OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Afdeling;Achternaam;BSN\n1;2;Caf\xe9;Ren\xe9" "e;\xe9\n1;3;;Ruiz;\n", -1, NULL);
  const OvsCsvEncodingChoice *first, *second;

  g_assert_true (utf_8->encoding_certain);
  g_assert_cmpuint (utf_8->encodings->len, ==, 0);
  g_assert_cmpuint (ascii->encodings->len, ==, 0);

  g_assert_false (doubt->encoding_certain);
  g_assert_cmpint (doubt->encoding, ==, OVS_ENCODING_WINDOWS_1252);
  /* ISO 8859-15 reads these names just so, and is no question. */
  g_assert_cmpuint (doubt->encodings->len, ==, 2);
  first = g_ptr_array_index (doubt->encodings, 0);
  second = g_ptr_array_index (doubt->encodings, 1);
  g_assert_cmpint (first->encoding, ==, OVS_ENCODING_WINDOWS_1252);
  g_assert_cmpstr (first->samples[0], ==, "Renée");
  g_assert_null (first->samples[1]);
  g_assert_cmpint (second->encoding, ==, OVS_ENCODING_CP850);
  g_assert_cmpstr (second->samples[0], ==, "RenÚe");
  g_assert_cmpstr (cell (doubt, 0, 3), ==, "Renée");
}

static void
test_utf_16 (void)
{
  g_autofree char *wide = NULL;
  gsize length;
  g_autoptr (OvsCsvPreview) preview = NULL;

  wide = g_convert ("\xef\xbb\xbfWerkgevernummer\tWerkgever\n1\tCafé\n", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  preview = look (OVS_CSV_ANY_KIND, wide, (gssize) length, NULL);
  g_assert_cmpint (preview->encoding, ==, OVS_ENCODING_UTF_16LE);
  g_assert_true (preview->encoding_certain);
  g_assert_cmpstr (cell (preview, 0, 1), ==, "Café");
}

/* Whether that refuses the file hangs on what the columns mean, which is still to be said. */
static void
test_faults_are_shown (void)
{
  g_autoptr (OvsCsvPreview) american =
      look (OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Geboortedatum\n20;7;12/25/1985\n", -1, NULL);
  g_autoptr (OvsCsvPreview) damaged = look (OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Naam\n20;7;Jansen\n20;8;\"Bak\n", -1, NULL);

  g_assert_cmpstr (cell (american, 0, 2), ==, "12/25/1985");
  g_assert_cmpuint (american->n_rows, ==, 0);
  g_assert_cmpstr (cell (damaged, 0, 2), ==, "Jansen");
}

static void
test_refused (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GError) error = NULL;
  OvsCsvOptions options = scratch_options ();

  scratch_write (&scratch, "PK\x03\x04 and so on", -1);
  g_assert_null (ovs_csv_preview_open (scratch.path, OVS_CSV_ANY_KIND, &options, NULL, &error));
  g_assert_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_TEXT);
}

/* One delimiter too few in each row, commas in every row: neither makes the comma the delimiter. */
static void
test_delimiters (void)
{
  static const struct
  {
    const char *header;
    const char *row;
    const char *delimiter;
    guint n_columns;
  } cases[] = {
    { "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u", "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20", ";", 21 },
    { "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t", "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21", ";", 20 },
    { "Nr;Wie;Waar", "1;Vries, J. de;Kade 1, Utrecht, Nederland", ";", 3 },
    { "Nr;Wie, wat;Waar, hoe", "1;Vries, J. de;Kade 1, Utrecht", ";", 3 },
    { "Nr\tWie\tWaar", "1\tA; B\tC, D; E", "\t", 3 },
    { "Nr,Wie,Waar", "1,A; B,C", ",", 3 },
    { "Nr;Wie", "1,5;Jansen, A.", ";", 2 },
    { "\"Nr;a;b;c\",Wie", "1,Jansen", ",", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].header);
      g_autoptr (OvsCsvPreview) preview = NULL;

      for (guint row = 0; row < 30; row++)
        g_string_append_printf (text, "\n%s", cases[i].row);
      preview = look (OVS_CSV_ANY_KIND, text->str, -1, NULL);
      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (preview->delimiter, ==, cases[i].delimiter);
      g_assert_cmpuint (preview->n_columns, ==, cases[i].n_columns);
      g_assert_cmpuint (preview->header_line, ==, 1);
    }
}

/* Excel's Unicode text, of which a mail program or a script has taken the mark away. */
static void
test_utf_16_without_mark (void)
{
  static const char *const texts[] = {
    "Wg nr\tPers.nr\tAchternaam\r\n20\t1\tRen\u00e9e\r\n20\t2\t\u0141ukasz\r\n",
    "Wg nr;Pers.nr\n20;1\n",
  };
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (texts[i / 2], -1, encodings[i % 2], "UTF-8", NULL, &length, NULL);
      g_autoptr (OvsCsvPreview) preview = look (OVS_CSV_ANY_KIND, bytes, (gssize) length, NULL);

      g_assert_cmpint (preview->encoding, ==, i % 2 == 0 ? OVS_ENCODING_UTF_16LE : OVS_ENCODING_UTF_16BE);
      g_assert_true (preview->encoding_certain);
      g_assert_cmpint (preview->kind, ==, OVS_CSV_EMPLOYEES);
      g_assert_cmpstr (cell (preview, 0, 1), ==, "1");
    }
}

#define LEAVERS 12

static char *
list_ends (const char *header, const char *end)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Wg nr;Pers.nr;%s\n", header);
  for (guint i = 0; i < LEAVERS; i++)
    g_string_append_printf (text, "20;%u;%s\n", i + 1, end);
  return g_string_free (text, FALSE);
}

/* Twelve people who leave on the same last day of a month to come are rather twelve appointments. */
static void
test_ends (void)
{
  static const char *const no_column[] = { "end-date=#0", NULL };
  static const char *const by_hand[] = { "end-date=#3", NULL };
  g_autofree char *text = list_ends ("Uit dienst", "31-12-2026");
  g_autofree char *past = list_ends ("Uit dienst", "31-10-2026");
  g_autofree char *other = list_ends ("Contract", "31-12-2026");
  g_autofree char *appointed = list_ends ("AanstellingTot", "31-12-2026");
  OvsCsvOptions confirmed = scratch_options ();
  g_autoptr (OvsCsvPreview) asked = look (OVS_CSV_EMPLOYEES, text, -1, NULL);
  g_autoptr (OvsCsvPreview) refused = look_with (OVS_CSV_EMPLOYEES, text, no_column);
  g_autoptr (OvsCsvPreview) chosen = look_with (OVS_CSV_EMPLOYEES, other, by_hand);
  g_autoptr (OvsCsvPreview) unknown = look (OVS_CSV_EMPLOYEES, other, -1, NULL);
  g_autoptr (OvsCsvPreview) gone = look (OVS_CSV_EMPLOYEES, past, -1, NULL);
  g_autoptr (OvsCsvPreview) never = look (OVS_CSV_EMPLOYEES, appointed, -1, NULL);
  g_autoptr (OvsCsvPreview) sure = NULL;

  confirmed.ends_confirmed = TRUE;
  sure = look (OVS_CSV_EMPLOYEES, text, -1, &confirmed);

  g_assert_cmpuint (ovs_csv_preview_count_open (asked), ==, 1);
  g_assert_cmpint (question (asked, 0)->field, ==, OVS_FIELD_END_DATE);
  g_assert_cmpuint (question (asked, 0)->n_columns, ==, 1);
  g_assert_cmpuint (question (asked, 0)->columns[0], ==, 2);
  g_assert_cmpuint (question (asked, 0)->n_doubted, ==, LEAVERS);
  g_assert_cmpint (question (asked, 0)->day, ==, ovs_day_from_ymd (2026, 12, 31));

  g_assert_cmpuint (ovs_csv_preview_count_open (sure), ==, 0);
  g_assert_cmpint (question (sure, 0)->column, ==, 2);
  g_assert_cmpuint (ovs_csv_preview_count_open (refused), ==, 0);
  g_assert_cmpint (question (refused, 0)->column, ==, -1);
  g_assert_cmpuint (ovs_csv_preview_count_open (chosen), ==, 1);
  g_assert_cmpuint (unknown->questions->len, ==, 0);
  g_assert_cmpuint (gone->questions->len, ==, 0);
  g_assert_cmpuint (never->questions->len, ==, 0);
  g_assert_false (ovs_csv_preview_allows (never, 2, OVS_FIELD_END_DATE));
  g_assert_true (ovs_csv_preview_allows (never, 2, OVS_FIELD_START_DATE));
}

static void
test_repairs (void)
{
  static const char *const text = "Wg nr;Pers.nr;Achternaam;Priv\u00c3\u00a9 e-mail;BSN\n20;7;Ren\u00c3\u00a9e;;Jos\u00c3\u00a9\n20;8;Jansen;;\n";
  OvsCsvOptions options = scratch_options ();
  g_autoptr (OvsCsvPreview) offered = look (OVS_CSV_EMPLOYEES, text, -1, NULL);
  g_autoptr (OvsCsvPreview) repaired = NULL;
  const OvsCsvRepair *repair;

  options.repair_double = TRUE;
  repaired = look (OVS_CSV_EMPLOYEES, text, -1, &options);
  g_assert_false (offered->repaired);
  g_assert_cmpuint (offered->repairs->len, ==, 1);
  repair = g_ptr_array_index (offered->repairs, 0);
  g_assert_cmpstr (repair->before, ==, "Ren\u00c3\u00a9e");
  g_assert_cmpstr (repair->after, ==, "Ren\u00e9e");
  g_assert_cmpstr (cell (offered, 0, 2), ==, "Ren\u00c3\u00a9e");

  /* The offer stays, so that it can be taken back. */
  g_assert_true (repaired->repaired);
  g_assert_cmpuint (repaired->repairs->len, ==, 1);
  g_assert_cmpstr (cell (repaired, 0, 2), ==, "Ren\u00e9e");
  g_assert_cmpint (repaired->columns[3].field, ==, OVS_FIELD_PRIVATE_EMAIL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/preview/kinds", test_kinds);
  g_test_add_func ("/csv/preview/cells", test_cells);
  g_test_add_func ("/csv/preview/private", test_private);
  g_test_add_func ("/csv/preview/doubt", test_doubt);
  g_test_add_func ("/csv/preview/missing", test_missing);
  g_test_add_func ("/csv/preview/reader-agrees", test_reader_agrees);
  g_test_add_func ("/csv/preview/encodings", test_encodings);
  g_test_add_func ("/csv/preview/utf-16", test_utf_16);
  g_test_add_func ("/csv/preview/case-07-utf-16-without-mark", test_utf_16_without_mark);
  g_test_add_func ("/csv/preview/delimiters", test_delimiters);
  g_test_add_func ("/csv/preview/case-46-appointments-are-no-end", test_ends);
  g_test_add_func ("/csv/preview/case-07-repair-is-offered", test_repairs);
  g_test_add_func ("/csv/preview/faults-are-shown", test_faults_are_shown);
  g_test_add_func ("/csv/preview/refused", test_refused);
  return g_test_run ();
}
