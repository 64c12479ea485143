/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/error.h"
#include "csv/layout.h"

#include <string.h>

#include "fuzz/fuzz.h"

static void
assert_sentence (const GError *error)
{
  g_assert (error != NULL && error->domain == OVS_CSV_ERROR);
  g_assert (g_utf8_validate (error->message, -1, NULL));
  g_assert (g_str_has_suffix (error->message, "."));
}

/* Where @layout says that the header is, there it is. */
static void
check_layout (const OvsCsvLayout *layout, OvsCsvInput *input, const OvsCsvSearch *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsTokeniser) below = NULL;
  const OvsRecord *record;

  g_assert (strchr (";,\t|", layout->delimiter) != NULL || search->delimiter == 0);
  g_assert (layout->n_above < OVS_LAYOUT_DEPTH && layout->header_line > layout->n_above);
  g_assert (layout->mapping->n_columns > 0);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    g_assert (layout->mapping->columns[i] < (int) layout->mapping->n_columns);
  for (guint i = 0; i < layout->mapping->n_columns; i++)
    g_assert (g_utf8_validate (layout->mapping->headers[i], -1, NULL));
  below = ovs_csv_layout_begin (layout, input, NULL, &error);
  g_assert (error == NULL && below != NULL);
  record = ovs_tokeniser_next (below, NULL, NULL);
  if (record != NULL)
    g_assert (record->line > layout->header_line);
}

static OvsCsvLayout *
look (OvsCsvInput *input, const OvsCsvSearch *search, guint *n_known, gboolean *complete)
{
  g_autoptr (GError) error = NULL;
  OvsCsvLayout *layout = ovs_csv_layout_look (input, search, n_known, complete, NULL, &error);

  if (layout == NULL)
    assert_sentence (error);
  else
    check_layout (layout, input, search);
  return layout;
}

static void
compare (const OvsCsvLayout *one, const OvsCsvLayout *other)
{
  g_assert (one->delimiter == other->delimiter && one->n_above == other->n_above);
  g_assert (one->header_line == other->header_line);
  g_assert (g_strv_equal ((const char *const *) one->mapping->headers,
                          (const char *const *) other->mapping->headers));
}

static void
try_kind (OvsCsvInput *input, gsize size, OvsCsvKind kind, char delimiter)
{
  OvsCsvWishes none = { 0 };
  OvsCsvSearch search = { kind, &none, delimiter, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvLayout) seen = NULL;
  g_autoptr (OvsCsvLayout) again = NULL;
  g_autoptr (OvsCsvLayout) found = NULL;
  guint32 seed = (guint32) size;
  guint n_known = 0;
  gboolean complete = FALSE;

  fuzz_read_in_pieces (seed, 0);
  seen = look (input, &search, &n_known, &complete);
  found = ovs_csv_layout_find (input, &search, NULL, &error);
  if (found == NULL)
    assert_sentence (error);
  if (found != NULL)
    {
      /* What is demanded is only more than what is looked at. */
      g_assert (seen != NULL && complete && n_known > 0);
      compare (found, seen);
    }

  fuzz_read_in_pieces (seed, 7 + size / 8);
  again = look (input, &search, NULL, NULL);
  /* A block says how far the first line is looked at; a name for the delimiter may be cut there. */
  if (seen != NULL && again != NULL && delimiter != 0)
    compare (again, seen);
  fuzz_read_in_pieces (seed, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char delimiters[] = { 0, 0, ';', ',', '\t', '|' };
  char delimiter = delimiters[fuzz_choose (data, &size, G_N_ELEMENTS (delimiters))];
  OvsCsvKind kind = (OvsCsvKind) fuzz_choose (data, &size, OVS_CSV_N_KINDS);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvInput) input = NULL;

  fuzz_read_in_pieces (0, 0);
  input = ovs_csv_input_open (fuzz_file (data, size), NULL, NULL, &error);
  if (input == NULL)
    assert_sentence (error);
  else
    try_kind (input, size, kind, delimiter);
  return 0;
}
