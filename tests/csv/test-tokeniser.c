/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/tokeniser.h"

#include "csv/scratch.h"

/* All records as text: the line, then the cells between bars. */
static char *
dump (const char *bytes, gssize length, const char *encoding, char delimiter, GError **error)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvInput) input = NULL;
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) reason = NULL;
  const OvsRecord *record;

  scratch_write (&scratch, bytes, length);
  input = ovs_csv_input_open (scratch.path, encoding, NULL, error);
  if (input == NULL)
    return NULL;
  tokeniser = ovs_tokeniser_new (input, delimiter);
  while ((record = ovs_tokeniser_next (tokeniser, NULL, &reason)) != NULL)
    {
      g_string_append_printf (out, "%u", (guint) record->line);
      for (guint i = 0; i < record->n_cells; i++)
        g_string_append_printf (out, "|%s", ovs_record_get (record, i));
      g_string_append_c (out, '~');
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  return g_strdup (out->str);
}

static void
test_records (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a;b\n1;2\n", "1|a|b~2|1|2~" },
    { "a;b\r\n1;2\r\n", "1|a|b~2|1|2~" },
    { "a;b\r1;2\r", "1|a|b~2|1|2~" },
    { "a;b\n1;2", "1|a|b~2|1|2~" },
    { "a;b;\n;;\n", "1|a|b|~2|||~" },
    { "a;b\n\n\nc;d\n", "1|a|b~2|~3|~4|c|d~" },
    { "a\r\n\r\nb\r\n", "1|a~2|~3|b~" },
    { "\"a;b\";c\n", "1|a;b|c~" },
    { "\"a \"\"b\"\" c\";d\n", "1|a \"b\" c|d~" },
    { "\"\";\"\"\"\"\n", "1||\"~" },
    { "\"a\nb\";c\nd;e\n", "1|a\nb|c~3|d|e~" },
    { "\"a\r\nb\r\nc\";d\r\ne\r\n", "1|a\r\nb\r\nc|d~4|e~" },
    { "\"a\rb\";c\rd\r", "1|a\rb|c~3|d~" },
    { "\"a\r\";c\r\nd\r\n", "1|a\r|c~3|d~" },
    { "a \"b\" c;d\n", "1|a \"b\" c|d~" },
    { "\"a\"b;c\n", "1|ab|c~" },
    { "\"a\"", "1|a~" },
    { "a;", "1|a|~" },
    { "Ren\xc3\xa9"
      "e;\xe2\x82\xac\n",
      "1|Renée|€~" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *got = dump (cases[i].text, -1, NULL, ';', &error);

      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* Wherever the blocks of the file end, the records are the same. */
static void
test_blocks (void)
{
  for (guint padding = 65520; padding < 65545; padding++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *got = NULL;

      for (guint i = 0; i < padding; i++)
        g_string_append_c (text, 'x');
      g_string_append (text, ";\"a\"\"\r\nb;é\"\r\n\"\";€\r\n");
      got = dump (text->str, (gssize) text->len, NULL, ';', NULL);
      g_assert_nonnull (got);
      g_assert_true (g_str_has_suffix (got, "x|a\"\r\nb;é~3||€~"));
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *encoding; /* (nullable) */
    const char *expected;
  } cases[] = {
    { "Ren\xe9"
      "e;\x80\n",
      8, NULL, "1|Renée|€~" },
    { "\xef\xbb\xbfRen\xc3\xa9"
      "e\n",
      10, NULL, "1|Renée~" },
    { "\xff\xfeR\0\xe9\0;\0\xac\x20\n\0", 12, NULL, "1|Ré|€~" },
    { "\xfe\xff\0R\0\xe9\0;\x20\xac\0\n", 12, NULL, "1|Ré|€~" },
    { "\xff\xfe\x3d\xd8\x00\xde\n\0", 8, NULL, "1|😀~" },
    { "R\0\xe9\0\n\0", 6, "utf-16le", "1|Ré~" },
    { "Ren\x82"
      "e\n",
      6, "cp850", "1|Renée~" },
    { "\xa4 10\n", 5, "ISO-8859-15", "1|€ 10~" },
    { "\xc3\xa9\n", 3, "windows-1252", "1|Ã©~" },
    { "\xc3\xa9\n", 3, "utf-8", "1|é~" },
    { "a\x81"
      "b\n",
      4, NULL, "1|a\uFFFDb~" },
    { "\xc0\xaf\n", 3, NULL, "1|À¯~" },
    { "\xed\xa0\x80\n", 4, NULL, "1|í\u00a0€~" },
    { "Ren\xc3", 4, NULL, "1|RenÃ~" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *got = dump (cases[i].bytes, (gssize) cases[i].length, cases[i].encoding, ';', &error);

      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

/* Characters of two and four bytes over the edges of blocks, and odd pieces of UTF-16. */
static void
test_encoding_blocks (void)
{
  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) bytes = g_string_new ("\xff\xfe");
      g_autofree char *got = NULL;

      for (guint i = 0; i < 32764 + shift; i++)
        g_string_append_len (bytes, "x\0", 2);
      g_string_append_len (bytes, "\x3d\xd8\x00\xde\n\0z\0\n\0", 10);
      got = dump (bytes->str, (gssize) bytes->len, NULL, ';', NULL);
      g_assert_nonnull (got);
      g_assert_true (g_str_has_suffix (got, "x😀~2|z~"));
    }
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *encoding; /* (nullable) */
    OvsCsvError code;
  } cases[] = {
    { "a;\"b\nc;d\n", -1, NULL, OVS_CSV_ERROR_DAMAGED },
    { "a;b\0c\n", 6, NULL, OVS_CSV_ERROR_NOT_TEXT },
    { "Ren\xe9\n", -1, "utf-8", OVS_CSV_ERROR_ENCODING },
    { "\xef\xbb\xbf"
      "Ren\xe9\n",
      -1, NULL, OVS_CSV_ERROR_ENCODING },
    { "\xff\xfe"
      "a\0\x00\xdc"
      "b\0",
      8, NULL, OVS_CSV_ERROR_ENCODING },
    { "\xff\xfe"
      "a\0b",
      5, NULL, OVS_CSV_ERROR_ENCODING },
    { "a\n", -1, "latin-9000", OVS_CSV_ERROR_USAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *got = dump (cases[i].bytes, cases[i].length, cases[i].encoding, ';', &error);

      g_assert_null (got);
      g_assert_error (error, OVS_CSV_ERROR, (int) cases[i].code);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GString) quoted = g_string_new ("\"");
  g_autoptr (GError) plain_error = NULL;
  g_autoptr (GError) quoted_error = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < 3 * OVS_TOKENISER_CELL_MAX; i++)
    {
      g_string_append_c (cell, 'x');
      g_string_append_c (quoted, 'x');
    }
  g_string_append (quoted, "\"");
  got = dump (cell->str, -1, NULL, ';', &plain_error);
  g_assert_null (got);
  g_assert_error (plain_error, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED);
  got = dump (quoted->str, -1, NULL, ';', &quoted_error);
  g_assert_null (got);
  g_assert_error (quoted_error, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokeniser/records", test_records);
  g_test_add_func ("/tokeniser/blocks", test_blocks);
  g_test_add_func ("/tokeniser/encodings", test_encodings);
  g_test_add_func ("/tokeniser/encoding-blocks", test_encoding_blocks);
  g_test_add_func ("/tokeniser/damaged", test_damaged);
  g_test_add_func ("/tokeniser/limits", test_limits);
  return g_test_run ();
}
