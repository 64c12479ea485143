/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/encoding.h"

#include <errno.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *charset; /* (nullable) for iconv */
  const char *bom;     /* (nullable) */
} encodings[OVS_N_ENCODINGS] = {
  [OVS_ENCODING_UTF_8] = { "utf-8", NULL, "\xef\xbb\xbf" },
  [OVS_ENCODING_WINDOWS_1252] = { "windows-1252", NULL, NULL },
  [OVS_ENCODING_UTF_16LE] = { "utf-16le", "UTF-16LE", "\xff\xfe" },
  [OVS_ENCODING_UTF_16BE] = { "utf-16be", "UTF-16BE", "\xfe\xff" },
  [OVS_ENCODING_CP850] = { "cp850", "CP850", NULL },
  [OVS_ENCODING_ISO_8859_15] = { "iso-8859-15", "ISO-8859-15", NULL },
};

/* 0x80 to 0x9f of Windows-1252; the rest is Latin-1. */
static const gunichar windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

struct _OvsDecoder
{
  OvsEncoding encoding;
  GIConv converter; /* (owned) (nullable) */
  char pending[8];  /* the beginning of a character that the next piece ends */
  gsize n_pending;
};

gboolean
ovs_encoding_from_name (const char *name, OvsEncoding *encoding)
{
  for (guint i = 0; i < OVS_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (name, encodings[i].name) == 0)
      {
        *encoding = (OvsEncoding) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_encoding_get_name (OvsEncoding encoding)
{
  return encodings[encoding].name;
}

gsize
ovs_encoding_from_bom (const char *bytes, gsize length, OvsEncoding *encoding)
{
  for (guint i = 0; i < OVS_N_ENCODINGS; i++)
    {
      gsize size = encodings[i].bom != NULL ? strlen (encodings[i].bom) : 0;

      if (size == 0 || length < size || memcmp (bytes, encodings[i].bom, size) != 0)
        continue;
      *encoding = (OvsEncoding) i;
      return size;
    }
  return 0;
}

gboolean
ovs_encoding_from_zeros (const char *bytes, gsize length, OvsEncoding *encoding)
{
  gsize zeros[2] = { 0, 0 };
  gsize controls[2] = { 0, 0 };
  gsize n_units = length / 2;
  guint high;

  if (memchr (bytes, '\0', length) == NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      zeros[i % 2] += bytes[i] == '\0';
      controls[i % 2] += (guchar) bytes[i] < 0x09;
    }
  high = zeros[1] > zeros[0] ? 1 : 0;
  /* Pictures and programs have zeros and controls anywhere. */
  if (n_units < 4 || zeros[high] < n_units * 3 / 4 || controls[1 - high] > n_units / 100)
    return FALSE;
  *encoding = high == 1 ? OVS_ENCODING_UTF_16LE : OVS_ENCODING_UTF_16BE;
  return TRUE;
}

int
ovs_windows_1252_byte (gunichar c)
{
  if (c >= 0x80 && c <= 0xff)
    return (int) c;
  for (guint i = 0; i < G_N_ELEMENTS (windows_1252); i++)
    if (c == windows_1252[i] && c != 0xfffd)
      return (int) (0x80 + i);
  return -1;
}

static gsize
ascii_run (const char *bytes, gsize length)
{
  gsize i = 0;

  for (; i + sizeof (guint64) <= length; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, bytes + i, sizeof word);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (i < length && (guchar) bytes[i] < 0x80)
    i++;
  return i;
}

/* The valid length of the character at @bytes: 0 when it is none, -1 when it goes on behind @length. */
static int
character_length (const char *bytes, gsize length)
{
  gunichar c = g_utf8_get_char_validated (bytes, (gssize) length);

  if (c == (gunichar) -2)
    return -1;
  if (c == (gunichar) -1)
    return 0;
  return g_unichar_to_utf8 (c, NULL);
}

/* Returns how many bytes of @bytes ended the pending character. */
static gsize
feed_pending (OvsUtf8Check *check, const char *bytes, gsize length)
{
  gsize used = 0;

  while (check->n_pending > 0 && !check->invalid && used < length)
    {
      int size;

      check->pending[check->n_pending++] = bytes[used++];
      size = character_length (check->pending, check->n_pending);
      if (size > 0)
        check->n_pending = 0;
      else if (size == 0 || check->n_pending == sizeof check->pending)
        check->invalid = TRUE;
    }
  return used;
}

void
ovs_utf8_check_feed (OvsUtf8Check *check, const char *bytes, gsize length)
{
  gsize i = feed_pending (check, bytes, length);

  while (!check->invalid)
    {
      int size;

      i += ascii_run (bytes + i, length - i);
      if (i >= length)
        return;
      size = character_length (bytes + i, MIN (length - i, sizeof check->pending));
      if (size > 0)
        i += (gsize) size;
      else if (size == 0 || length - i >= sizeof check->pending)
        check->invalid = TRUE;
      else
        {
          check->n_pending = length - i;
          memcpy (check->pending, bytes + i, check->n_pending);
          return;
        }
    }
}

gboolean
ovs_utf8_check_finish (OvsUtf8Check *check)
{
  return !check->invalid && check->n_pending == 0;
}

OvsDecoder *
ovs_decoder_new (OvsEncoding encoding)
{
  OvsDecoder *decoder = g_new0 (OvsDecoder, 1);

  decoder->encoding = encoding;
  if (encodings[encoding].charset != NULL)
    {
      decoder->converter = g_iconv_open ("UTF-8", encodings[encoding].charset);
      g_assert (decoder->converter != (GIConv) -1);
    }
  return decoder;
}

void
ovs_decoder_free (OvsDecoder *decoder)
{
  if (decoder->converter != NULL)
    g_iconv_close (decoder->converter);
  g_free (decoder);
}

static void
feed_windows_1252 (const char *bytes, gsize length, GString *out)
{
  gsize i = 0;

  while (i < length)
    {
      gsize run = ascii_run (bytes + i, length - i);

      g_string_append_len (out, bytes + i, (gssize) run);
      i += run;
      if (i < length)
        {
          guchar c = (guchar) bytes[i++];
          g_string_append_unichar (out, c < 0xa0 ? windows_1252[c - 0x80] : c);
        }
    }
}

/* Converts as much of @bytes as there is whole. Returns how many bytes were used, -1 when they are no text.
 */
static gssize
convert (GIConv converter, const char *bytes, gsize length, GString *out)
{
  char *from = (char *) bytes;
  gsize left = length;

  while (left > 0)
    {
      char buffer[4096];
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &from, &left, &to, &room);
      int reason = errno;

      g_string_append_len (out, buffer, to - buffer);
      if (result != (gsize) -1 || reason == E2BIG)
        continue;
      if (reason == EINVAL)
        break;
      return -1;
    }
  return (gssize) (length - left);
}

static gboolean
feed_converter (OvsDecoder *decoder, const char *bytes, gsize length, GString *out)
{
  gssize used;

  while (decoder->n_pending > 0 && length > 0)
    {
      decoder->pending[decoder->n_pending++] = *bytes++;
      length--;
      used = convert (decoder->converter, decoder->pending, decoder->n_pending, out);
      if (used > 0)
        decoder->n_pending = 0;
      else if (used < 0 || decoder->n_pending == sizeof decoder->pending)
        return FALSE;
    }

  used = convert (decoder->converter, bytes, length, out);
  if (used < 0 || length - (gsize) used >= sizeof decoder->pending)
    return FALSE;
  if (decoder->n_pending == 0)
    {
      decoder->n_pending = length - (gsize) used;
      memcpy (decoder->pending, bytes + used, decoder->n_pending);
    }
  return TRUE;
}

gboolean
ovs_decoder_feed (OvsDecoder *decoder, const char *bytes, gsize length, GString *out)
{
  if (decoder->converter != NULL)
    return feed_converter (decoder, bytes, length, out);
  if (decoder->encoding == OVS_ENCODING_WINDOWS_1252)
    feed_windows_1252 (bytes, length, out);
  else
    g_string_append_len (out, bytes, (gssize) length);
  return TRUE;
}

gboolean
ovs_decoder_finish (OvsDecoder *decoder)
{
  return decoder->n_pending == 0;
}
