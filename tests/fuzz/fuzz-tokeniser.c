/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/error.h"
#include "csv/tokeniser.h"

#include <string.h>

#include "fuzz/fuzz.h"

static const char *const encodings[] = { NULL, "utf-8", "windows-1252", "utf-16le", "utf-16be", "cp850", "iso-8859-15" };

/* A cell in quotes, so that it is read back as it is. */
static void
write_cell (GString *out, const char *cell)
{
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

/* All records, each cell in quotes; @lines: where they begin. How it ended is the last line. */
static GString *
read_all (const char *path, const char *encoding, char delimiter, GArray *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvInput) input = ovs_csv_input_open (path, encoding, NULL, &error);
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  const OvsRecord *record;
  GString *out = g_string_new (NULL);
  guint64 before = 0;

  if (input != NULL)
    tokeniser = ovs_tokeniser_new (input, delimiter);
  while (tokeniser != NULL && (record = ovs_tokeniser_next (tokeniser, NULL, &error)) != NULL)
    {
      g_assert (record->n_cells > 0 && record->line > before);
      before = record->line;
      g_array_append_val (lines, record->line);
      for (guint i = 0; i < record->n_cells; i++)
        {
          g_assert (g_utf8_validate (ovs_record_get (record, i), -1, NULL));
          if (i > 0)
            g_string_append_c (out, delimiter);
          write_cell (out, ovs_record_get (record, i));
        }
      g_assert (*ovs_record_get (record, record->n_cells) == '\0');
      g_string_append_c (out, '\n');
    }
  if (error == NULL)
    return out;
  g_assert (error->domain == OVS_CSV_ERROR && g_str_has_suffix (error->message, "."));
  g_string_free (out, TRUE);
  return NULL;
}

static gboolean
is_same (GArray *one, GArray *other)
{
  return one->len == other->len && memcmp (one->data, other->data, one->len * sizeof (guint64)) == 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char delimiters[] = { ';', ',', '\t', '|' };
  guint32 seed = (guint32) size;
  char delimiter = delimiters[fuzz_choose (data, &size, G_N_ELEMENTS (delimiters))];
  const char *encoding = encodings[fuzz_choose (data, &size, G_N_ELEMENTS (encodings))];
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) lines_in_pieces = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) lines_again = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GString) whole = NULL;
  g_autoptr (GString) pieces = NULL;
  g_autoptr (GString) again = NULL;

  fuzz_read_in_pieces (seed, 0);
  whole = read_all (fuzz_file (data, size), encoding, delimiter, lines);

  /* Wherever the blocks end, the records are the same. */
  fuzz_read_in_pieces (seed, 4);
  pieces = read_all (fuzz_file (data, size), encoding, delimiter, lines_in_pieces);
  fuzz_read_in_pieces (seed, 0);
  g_assert ((whole == NULL) == (pieces == NULL));
  if (whole == NULL || whole->len == 0)
    return 0;
  g_assert (g_string_equal (whole, pieces) && is_same (lines, lines_in_pieces));

  /* What is written down as it was read is read as it was. */
  again = read_all (fuzz_file (whole->str, whole->len), "utf-8", delimiter, lines_again);
  g_assert (again != NULL && g_string_equal (whole, again));
  return 0;
}
