/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/repair.h"

#include <string.h>

#include "fuzz/fuzz.h"

static GString *
repair_in_pieces (const char *text, gsize most, guint64 *n_repaired)
{
  OvsRepair repair = { 0 };
  GString *out = g_string_new (NULL);
  gsize size = strlen (text);
  guint32 state = (guint32) size | 1;

  for (gsize at = 0; at < size;)
    {
      gsize length = fuzz_piece (&state, most, size - at);

      ovs_repair_feed (&repair, text + at, length, FALSE, out);
      at += length;
    }
  ovs_repair_feed (&repair, "", 0, TRUE, out);
  *n_repaired = repair.n_repaired;
  return out;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_valid_text (data, size);
  g_autofree char *whole = ovs_repair_text (text);
  guint64 n_repaired;
  g_autoptr (GString) pieces = repair_in_pieces (text, 1 + size % 20, &n_repaired);

  g_assert (g_utf8_validate (whole, -1, NULL));
  g_assert (g_str_equal (whole, pieces->str));
  /* What is told is what is done. */
  g_assert (ovs_repair_finds (text) == (n_repaired > 0));
  g_assert (ovs_repair_finds (text) == !g_str_equal (whole, text));
  if (g_str_is_ascii (text))
    g_assert (g_str_equal (whole, text));
  return 0;
}
