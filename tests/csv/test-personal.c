/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#include "csv/personal.h"
#include "csv/preview.h"
#include "rules/bsn.h"

/* Passing numbers with the eleven-test's own arithmetic, and their successors, which fail. */
static void
test_eleven (void)
{
  static const char *const passing[] = { "123456782", "111222333", "010464554", "10464554" };
  static const char *const failing[] = { "123456781", "111222334", "000000000", "10464555", "1234567", "1234567820" };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    g_assert_true (ovs_bsn_passes (passing[i], strlen (passing[i])));
  for (guint i = 0; i < G_N_ELEMENTS (failing); i++)
    g_assert_false (ovs_bsn_passes (failing[i], strlen (failing[i])));
}

static void
test_mask (void)
{
  static const struct
  {
    const char *text;
    const char *masked; /* (nullable) */
  } cases[] = {
    { "BSN 123456782 onbekend", "BSN ••• onbekend" },
    { "bsn123456782", "bsn•••" },
    { "1234.56.782", "•••" },
    { "123 456 782", "•••" },
    { "NL91ABNA0417164300", "•••" },
    { "Rek. NL91 ABNA 0417 1643 00 graag", "Rek. ••• graag" },
    { "BE68539007547034, nl91abna0417164300", "•••, •••" },
    { "123456789L01", "•••" },
    { "lhnr 123456789l02.", "lhnr •••." },
    { "123456781", NULL },
    { "NL91ABNA0417164301", NULL },
    { "06-12345678", NULL },
    { "tel. 0612345678", NULL },
    { "20261103", NULL },
    { "123456782@gmail.com", NULL },
    { "1234567820", NULL },
    { "Vries, J.P. de", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ovs_personal_mask (cases[i].text, FALSE);

      g_assert_cmpstr (masked, ==, cases[i].masked);
      g_assert_cmpint (ovs_personal_find (cases[i].text, FALSE) != OVS_PERSONAL_NONE, ==, masked != NULL);
    }
  g_assert_cmpint (ovs_personal_find ("123456782", TRUE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (ovs_personal_find ("123456789L01", TRUE), ==, OVS_PERSONAL_WAGE_TAX);
}

static OvsPersonal
judge (const char *const *cells, gboolean of_people)
{
  OvsPersonalTally tally = { 0 };

  for (guint i = 0; cells[i] != NULL; i++)
    ovs_personal_tally_see (&tally, cells[i]);
  return ovs_personal_tally_judge (&tally, of_people);
}

static void
test_columns (void)
{
  static const char *const bsn[] = { "123456782", "", "111222333", "010464554", "onbekend", "10464554", "1234.56.782", NULL };
  static const char *const formula[] = { "=\"123456782\"", "'111222333", " 010464554", NULL };
  static const char *const two[] = { "123456782", "111222333", NULL };
  static const char *const same[] = { "123456782", "123456782", "123456782", "123456782", "123456782",
                                        "123456782", "123456782", "123456782", "123456782", "123456782", "123456782", "123456782",
                                        "123456782", "123456782", "123456782", "123456782", "123456782", "123456782", "123456782",
                                        "123456789", "123456788", NULL };
  static const char *const some[] = { "123456782", "111222333", "010464554", "123456783", "123456784", NULL };
  static const char *const iban[] = { "NL91ABNA0417164300", "", "-", NULL };
  static const char *const wage_tax[] = { "123456789L01", "987654321L02", NULL };
  static const char *const postcodes[] = { "1234 AB", "9999XX", "1000 AA", NULL };
  static const char *const phones[] = { "0612345678", "06-87654321", "+31 6 12345678", NULL };
  static const char *const dates[] = { "12-05-1985", "20200101", "1.2.1990", "2020-01-01", NULL };
  static const char *const names[] = { "Jansen", "Nl12 straat", "De Vries", NULL };

  /* One client of the office in every row, whose number happens to pass. */
  g_assert_cmpint (judge (same, TRUE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (judge (bsn, TRUE), ==, OVS_PERSONAL_BSN);
  g_assert_cmpint (judge (formula, TRUE), ==, OVS_PERSONAL_BSN);
  g_assert_cmpint (judge (two, TRUE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (judge (some, TRUE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (judge (iban, FALSE), ==, OVS_PERSONAL_IBAN);
  g_assert_cmpint (judge (wage_tax, FALSE), ==, OVS_PERSONAL_WAGE_TAX);
  g_assert_cmpint (judge (postcodes, TRUE), ==, OVS_PERSONAL_ADDRESS);
  g_assert_cmpint (judge (postcodes, FALSE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (judge (phones, TRUE), ==, OVS_PERSONAL_PHONE);
  g_assert_cmpint (judge (phones, FALSE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (judge (dates, TRUE), ==, OVS_PERSONAL_NONE);
  g_assert_cmpint (judge (names, TRUE), ==, OVS_PERSONAL_NONE);
}

/* An office that numbers its people with nine digits: one in eleven passes the test, and all come in. */
static void
test_codes (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GString) text = g_string_new ("Wg nr;Pers.nr;Achternaam;Code\n");
  g_autoptr (OvsCsvReader) reader = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "1;%u;Bakker;%u\n", 100000000 + i, 200000000 + i);
  reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text->str, -1, NULL);
  for (guint i = 0; i < 200; i++)
    {
      const OvsCsvRow *row = scratch_next (reader);
      g_autofree char *shown = ovs_csv_reader_show_cell (reader, row, 3);

      g_assert_false (ovs_csv_row_is_refused (row));
      g_assert_cmpstr (shown, ==, ovs_csv_row_get_cell (row, 3));
    }
  scratch_assert_end (reader);
  g_assert_null (ovs_csv_reader_get_private (reader)[0]);
}

#define PEOPLE "1;123456782;Bakker\n1;111222333;Visser\n1;010464554;Smit\n"

/* Whatever the header says, and whoever says so. */
static void
test_refused (void)
{
  static const char *const by_hand[] = { "first-name=Kenmerk", NULL };
  OvsCsvOptions options = scratch_options ();
  g_autofree char *number = scratch_refused (OVS_CSV_EMPLOYEES, "Wg nr;Pers.nr;Achternaam\n" PEOPLE, -1, NULL, OVS_CSV_ERROR_PRIVATE);
  g_autofree char *chosen = NULL;

  options.mapping = by_hand;
  chosen = scratch_refused (OVS_CSV_EMPLOYEES,
                            "Wg nr;Pers.nr;Kenmerk\n1;1;NL91ABNA0417164300\n1;2;NL91ABNA0417164300\n", -1, &options, OVS_CSV_ERROR_PRIVATE);
  g_assert_nonnull (strstr (number, "Pers.nr"));
  g_assert_nonnull (strstr (chosen, "Kenmerk"));
  g_assert_null (strstr (number, "123456782"));
  g_assert_null (strstr (chosen, "NL91"));
}

static void
test_dropped (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvReader) reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES,
                                                  "Wg nr;Pers.nr;Roepnaam;Extra\n1;1;123456782;NL91ABNA0417164300\n"
                                                  "1;2;111222333;\n1;3;010464554;\n",
                                                  -1, NULL);

  g_assert_null (ovs_csv_reader_get_header (reader, OVS_FIELD_FIRST_NAME));
  g_assert_cmpstr (ovs_csv_reader_get_private (reader)[0], ==, "Roepnaam");
  g_assert_cmpstr (ovs_csv_reader_get_private (reader)[1], ==, "Extra");
  g_assert_true (ovs_csv_reader_drops_column (reader, 2));
  g_assert_cmpint (ovs_csv_reader_get_private_kinds (reader)[0], ==, OVS_PERSONAL_BSN);
  g_assert_cmpint (ovs_csv_reader_get_private_kinds (reader)[1], ==, OVS_PERSONAL_IBAN);
  g_assert_false (ovs_csv_row_has (scratch_next (reader), OVS_FIELD_FIRST_NAME));
}

static void
test_single (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GString) text = g_string_new ("Wg nr;Pers.nr;Achternaam;Privé e-mail\n1;7;Bakker 123456782;NL91ABNA0417164300\n");
  g_autoptr (OvsCsvReader) reader = NULL;
  g_autofree char *shown = NULL;
  const OvsCsvRow *row;

  for (guint i = 100; i < 140; i++)
    g_string_append_printf (text, "1;%u;Visser;a%u@example.com\n", i, i);
  g_string_append (text, "1;123456782;Smit;\n");
  reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text->str, -1, NULL);
  row = scratch_next (reader);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, "Bakker •••");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL), ==, "•••");
  g_assert_nonnull (strstr (ovs_csv_reader_get_notes (reader)[0], "2 cells"));
  for (guint i = 100; i < 140; i++)
    g_assert_false (ovs_csv_row_is_refused (scratch_next (reader)));
  row = scratch_next (reader);
  g_assert_true (ovs_csv_row_is_refused (row));
  g_assert_cmpstr (ovs_csv_row_get_column (row), ==, "Pers.nr");
  shown = ovs_csv_reader_show_cell (reader, row, 1);
  g_assert_cmpstr (shown, ==, "•••");
}

/* Nobody sees in the preview what is never read. */
static void
test_preview (void)
{
  g_auto (Scratch) scratch = { 0 };
  OvsCsvOptions options = scratch_options ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvPreview) preview = NULL;

  scratch_write (&scratch, "Wg nr;Pers.nr;Achternaam;Opm\n" PEOPLE "1;;x;rek NL91ABNA0417164300\n", -1);
  preview = ovs_csv_preview_open (scratch.path, OVS_CSV_EMPLOYEES, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->columns[1].state, ==, OVS_CSV_COLUMN_DROPPED);
  g_assert_cmpint (preview->columns[1].personal, ==, OVS_PERSONAL_BSN);
  g_assert_false (preview->columns[1].choosable);
  g_assert_false (ovs_csv_preview_allows (preview, 1, OVS_FIELD_LAST_NAME));
  g_assert_cmpuint (ovs_csv_preview_count_open (preview), ==, 1);
  for (guint i = 0; i < preview->rows->len; i++)
    {
      const OvsCsvPreviewRow *row = g_ptr_array_index (preview->rows, i);
      const char *remark = g_ptr_array_index (row->cells, 3);

      g_assert_null (g_ptr_array_index (row->cells, 1));
      g_assert_true (remark == NULL || strstr (remark, "NL91") == NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal/eleven-test", test_eleven);
  g_test_add_func ("/personal/mask", test_mask);
  g_test_add_func ("/personal/columns", test_columns);
  g_test_add_func ("/personal/codes-of-nine-digits", test_codes);
  g_test_add_func ("/personal/case-13-refused", test_refused);
  g_test_add_func ("/personal/case-13-dropped", test_dropped);
  g_test_add_func ("/personal/case-13-single-number", test_single);
  g_test_add_func ("/personal/case-13-preview", test_preview);
  return g_test_run ();
}
