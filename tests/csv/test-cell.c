/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/cell.h"

#include "csv/value.h"

typedef gboolean (*Judge) (const char *text);

static void
check_all (Judge judge, gboolean expected, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (judge (texts[i]), ==, expected);
    }
}

static void
test_empty_words (void)
{
  static const char *const empty[] = { "", "-", "n.v.t.", "N.V.T.", "nvt", "Onbekend", "geen", "0", NULL };
  static const char *const full[] = { "00", "--", "Geenen", "onbekende", "1", "De Geen", NULL };

  check_all (ovs_cell_is_empty_word, TRUE, empty);
  check_all (ovs_cell_is_empty_word, FALSE, full);
}

static void
test_sheet_errors (void)
{
  static const char *const errors[] = { "#N/B", "#n/b",  "#VERW!",  "#WAARDE!", "#NAAM?", "########",
                                        "#N/A", "#REF!", "#VALUE!", "#DEEL/0!", NULL };
  static const char *const texts[] = { "", "#", "#1", "N/B", "Flat #4", NULL };

  check_all (ovs_cell_is_sheet_error, TRUE, errors);
  check_all (ovs_cell_is_sheet_error, FALSE, texts);
}

static void
test_exponents (void)
{
  static const char *const exponents[] = { "1,23E+11", "1.23E+11", "1E+05", "9,99e+12", NULL };
  static const char *const numbers[] = { "123",  "1E5",      "12E+11", "1,E+11", "1,23E+",
                                         "E+11", "1,23E+1x", "",       NULL };

  check_all (ovs_cell_is_exponent, TRUE, exponents);
  check_all (ovs_cell_is_exponent, FALSE, numbers);
}

static void
test_blank (void)
{
  static const char *const blank[] = { "", " ", "\t \n", "\u00a0", "\x1a", NULL };
  static const char *const texts[] = { "-", "0", " a", NULL };

  check_all (ovs_cell_is_blank, TRUE, blank);
  check_all (ovs_cell_is_blank, FALSE, texts);
}

static void
test_clean (void)
{
  static const struct
  {
    const char *cell;
    const char *expected;
  } cases[] = {
    { "Jansen", "Jansen" },
    { " Jansen ", "Jansen" },
    { "=\"0012\"", "0012" },
    { "=\"\"", "=\"\"" },
    { "a  b", "a b" },
    { "Rene\u0301e", "Renée" },
    { "'=1+1", "=1+1" },
    { "'-3", "-3" },
    { "''=1", "'=1" },
    { "'t Hooft", "'t Hooft" },
    { "'s-Graven", "'s-Graven" },
    { "'@x", "@x" },
    { "regel\neen", "regel een" },
    { "", "" },
  };
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ovs_cell_clean (cases[i].cell, owned), ==, cases[i].expected);
}

static void
test_yes_no (void)
{
  static const struct
  {
    const char *text;
    gboolean read;
    OvsCsvYesNo answer;
  } cases[] = {
    { "J", TRUE, OVS_CSV_YES },
    { "n", TRUE, OVS_CSV_NO },
    { "Ja", TRUE, OVS_CSV_YES },
    { "NEE", TRUE, OVS_CSV_NO },
    { "1", TRUE, OVS_CSV_YES },
    { "0", TRUE, OVS_CSV_NO },
    { "x", TRUE, OVS_CSV_YES },
    { "X", TRUE, OVS_CSV_YES },
    { "WAAR", TRUE, OVS_CSV_YES },
    { "ONWAAR", TRUE, OVS_CSV_NO },
    { "TRUE", TRUE, OVS_CSV_YES },
    { "false", TRUE, OVS_CSV_NO },
    { "", TRUE, OVS_CSV_NOT_SAID },
    { "-", TRUE, OVS_CSV_NOT_SAID },
    { "onbekend", TRUE, OVS_CSV_NOT_SAID },
    { "misschien", FALSE, OVS_CSV_NOT_SAID },
    { "2", FALSE, OVS_CSV_NOT_SAID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsCsvYesNo answer;

      g_assert_cmpint (ovs_value_parse_yes_no (cases[i].text, &answer), ==, cases[i].read);
      g_assert_cmpint (answer, ==, cases[i].answer);
    }
}

static void
test_payroll (void)
{
  static const struct
  {
    const char *text;
    const char *payroll; /* (nullable) */
  } cases[] = {
    { "maand", "month" },
    { "Per maand", "month" },
    { "4 weken", "four-weeks" },
    { "4-wekelijks", "four-weeks" },
    { "vier weken", "four-weeks" },
    { "Week", "week" },
    { "", "" },
    { "-", "" },
    { "n.v.t.", "" },
    { "kwartaal", NULL },
    { "5 weken", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ovs_value_parse_payroll (cases[i].text), ==, cases[i].payroll);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/empty-words", test_empty_words);
  g_test_add_func ("/cell/sheet-errors", test_sheet_errors);
  g_test_add_func ("/cell/exponents", test_exponents);
  g_test_add_func ("/cell/blank", test_blank);
  g_test_add_func ("/cell/clean", test_clean);
  g_test_add_func ("/value/yes-no", test_yes_no);
  g_test_add_func ("/value/payroll", test_payroll);
  return g_test_run ();
}
