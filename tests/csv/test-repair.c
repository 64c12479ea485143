/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#include "csv/repair.h"

#define DOUBLED "Ren\u00c3\u00a9e Zo\u00c3\u00ab, \u00e2\u201a\u00ac 10, D\u00e2\u20ac\u2122Arc, Mi\u00c5\u00a1a, \u00c3\u2030mile, \u00c3\u00a0"
#define RIGHT "Ren\u00e9e Zo\u00eb, \u20ac 10, D\u2019Arc, Mi\u0161a, \u00c9mile, \u00e0"

static void
test_texts (void)
{
  static const char *const real[] = {
    "", "Jansen", "Ren\u00e9e", "JO\u00c3O", "S\u00e3o", "\u00c3", "Angstrom \u00c5", "CAF\u00c9\u2019S", "REN\u00c9\u00a0JANSEN",
    "GRO\u00df\u2013", "\u20ac 10", "\u00c5sa \u00c4rlig", "\u00c2", "\u0141ukasz \u015awi\u0119ty",
  };
  g_autofree char *right = ovs_repair_text (DOUBLED);

  g_assert_cmpstr (right, ==, RIGHT);
  g_assert_true (ovs_repair_finds (DOUBLED));
  for (guint i = 0; i < G_N_ELEMENTS (real); i++)
    {
      g_autofree char *same = ovs_repair_text (real[i]);

      g_assert_cmpstr (same, ==, real[i]);
      g_assert_false (ovs_repair_finds (real[i]));
    }
}

/* Wherever the pieces are cut, also within a character. */
static void
test_pieces (void)
{
  const gsize length = strlen (DOUBLED);

  for (gsize size = 1; size <= length; size++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      OvsRepair repair = { 0 };

      for (gsize i = 0; i < length; i += size)
        ovs_repair_feed (&repair, DOUBLED + i, MIN (size, length - i), FALSE, out);
      ovs_repair_feed (&repair, "", 0, TRUE, out);
      g_assert_cmpstr (out->str, ==, RIGHT);
      g_assert_cmpuint (repair.n_repaired, ==, 7);
    }
}

static void
test_file (void)
{
  static const char *const text = "Wg nr;Pers.nr;Achternaam;Priv\u00c3\u00a9 e-mail\n1;2;Ren\u00c3\u00a9e;a@example.com\n1;3;Zo\u00eb;\n";
  g_auto (Scratch) scratch = { 0 };
  OvsCsvOptions options = scratch_options ();
  g_autoptr (OvsCsvReader) reader = NULL;
  const OvsCsvRow *row;

  options.repair_double = TRUE;
  reader = scratch_open (&scratch, OVS_CSV_EMPLOYEES, text, -1, &options);
  row = scratch_next (reader);
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_LAST_NAME), ==, "Ren\u00e9e");
  g_assert_cmpstr (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL), ==, "a@example.com");
  g_assert_cmpstr (ovs_csv_row_get_text (scratch_next (reader), OVS_FIELD_LAST_NAME), ==, "Zo\u00eb");
  scratch_assert_end (reader);
  g_assert_nonnull (strstr (ovs_csv_reader_get_notes (reader)[0], "2 letters"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repair/texts", test_texts);
  g_test_add_func ("/repair/pieces", test_pieces);
  g_test_add_func ("/repair/case-07-file-encoded-twice", test_file);
  return g_test_run ();
}
