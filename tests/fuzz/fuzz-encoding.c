/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/encoding.h"

#include <string.h>

#include "fuzz/fuzz.h"

/* The text of the bytes in pieces of at most @most bytes, 0 for all at once; NULL when they are no text. */
static GString *
decode (OvsEncoding encoding, const char *bytes, gsize size, gsize most)
{
  g_autoptr (OvsDecoder) decoder = ovs_decoder_new (encoding);
  g_autoptr (GString) out = g_string_new (NULL);
  guint32 state = (guint32) size | 1;

  for (gsize at = 0; at < size;)
    {
      gsize length = most > 0 ? fuzz_piece (&state, most, size - at) : size;

      if (!ovs_decoder_feed (decoder, bytes + at, length, out))
        return NULL;
      at += length;
    }
  return ovs_decoder_finish (decoder) ? g_steal_pointer (&out) : NULL;
}

static void
try_decoder (OvsEncoding encoding, const char *bytes, gsize size)
{
  g_autoptr (GString) whole = decode (encoding, bytes, size, 0);
  g_autoptr (GString) pieces = decode (encoding, bytes, size, 5);

  g_assert ((whole == NULL) == (pieces == NULL));
  if (whole == NULL)
    return;
  g_assert (g_string_equal (whole, pieces));
  if (encoding == OVS_ENCODING_UTF_8)
    g_assert (whole->len == size && memcmp (whole->str, bytes, size) == 0);
  else
    g_assert (memchr (whole->str, '\0', whole->len) != NULL ||
              g_utf8_validate_len (whole->str, whole->len, NULL));
}

static gboolean
is_utf8 (const char *bytes, gsize size, gsize most)
{
  OvsUtf8Check check = { 0 };
  guint32 state = (guint32) size | 1;

  for (gsize at = 0; at < size;)
    {
      gsize length = most > 0 ? fuzz_piece (&state, most, size - at) : size;

      ovs_utf8_check_feed (&check, bytes + at, length);
      at += length;
    }
  return ovs_utf8_check_finish (&check);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *bytes = (const char *) data;
  OvsEncoding encoding = OVS_N_ENCODINGS;
  gsize bom = ovs_encoding_from_bom (bytes, size, &encoding);
  gboolean whole = is_utf8 (bytes, size, 0);

  g_assert (bom <= MIN (size, OVS_BOM_MAX));
  g_assert ((bom > 0) == (encoding != OVS_N_ENCODINGS));
  g_assert (whole == is_utf8 (bytes, size, 3));
  if (size > 0 && memchr (bytes, '\0', size) == NULL)
    g_assert (whole == g_utf8_validate_len (bytes, size, NULL));
  for (guint i = 0; i < OVS_N_ENCODINGS; i++)
    try_decoder ((OvsEncoding) i, bytes, size);
  return 0;
}
