/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/repair.h"

#include <string.h>

#include "csv/encoding.h"

/* The longest that one character becomes: three of Windows-1252, of at most three bytes each in UTF-8. */
#define LONGEST 9

G_STATIC_ASSERT (LONGEST + 3 <= sizeof ((OvsRepair *) 0)->pending);

/* The byte of Windows-1252 for the character at *@p, or -1. */
static int
take_byte (const char **p, const char *end)
{
  gunichar c = *p < end ? g_utf8_get_char_validated (*p, end - *p) : (gunichar) -1;
  int byte = c < 0x110000 ? ovs_windows_1252_byte (c) : -1;

  if (byte >= 0)
    *p = g_utf8_next_char (*p);
  return byte;
}

static gunichar
take_continuation (const char **p, const char *end, gunichar lead)
{
  int byte = take_byte (p, end);

  return byte >= 0x80 && byte <= 0xbf ? lead << 6 | ((guint) byte & 0x3f) : 0;
}

static gboolean
is_expected (gunichar c)
{
  return (c >= 0xa0 && c <= 0x17f) || (c >= 0x2010 && c <= 0x2044) || c == 0x20ac || c == 0x2122;
}

/* The character that stands at *@p as several, which are passed; 0 where there is none. */
static gunichar
take_double (const char **p, const char *end)
{
  const char *q = *p;
  int lead = take_byte (&q, end);
  gunichar c = 0;

  if (lead >= 0xc2 && lead <= 0xc5)
    c = take_continuation (&q, end, (gunichar) lead & 0x1f);
  else if (lead == 0xe2)
    {
      c = take_continuation (&q, end, (gunichar) lead & 0x0f);
      c = c != 0 ? take_continuation (&q, end, c) : 0;
    }
  if (!is_expected (c))
    return 0;
  *p = q;
  return c;
}

/* The first byte of a character beyond ASCII, or @end. */
static const char *
skip_ascii (const char *p, const char *end)
{
  while (p < end && (guchar) *p < 0x80)
    p++;
  return p;
}

static const char *
next_character (const char *p, const char *end)
{
  do
    p++;
  while (p < end && ((guchar) *p & 0xc0) == 0x80);
  return p;
}

gboolean
ovs_repair_finds (const char *text)
{
  const char *end;
  const char *p = text;

  while ((guchar) *p < 0x80)
    if (*p++ == '\0')
      return FALSE;
  for (end = p + strlen (p); p < end; p = skip_ascii (next_character (p, end), end))
    if (take_double (&p, end) != 0)
      return TRUE;
  return FALSE;
}

/* Up to @end, or to where more may have to come. Returns: where it stopped. */
static const char *
feed (OvsRepair *repair, const char *p, const char *end, gboolean last, GString *out)
{
  while (p < end)
    {
      const char *start = p;
      gunichar c;

      p = skip_ascii (p, end);
      g_string_append_len (out, start, p - start);
      if (p == end || (!last && end - p < LONGEST))
        return p;
      start = p;
      c = take_double (&p, end);
      if (c != 0)
        {
          g_string_append_unichar (out, c);
          repair->n_repaired++;
          continue;
        }
      p = next_character (p, end);
      g_string_append_len (out, start, p - start);
    }
  return p;
}

void
ovs_repair_feed (OvsRepair *repair, const char *text, gsize length, gboolean last, GString *out)
{
  const char *end = text + length;

  while (repair->n_pending > 0)
    {
      gsize more = MIN (sizeof repair->pending - repair->n_pending, (gsize) (end - text));
      const char *stop;

      memcpy (repair->pending + repair->n_pending, text, more);
      repair->n_pending += more;
      text += more;
      stop = feed (repair, repair->pending, repair->pending + repair->n_pending, last && text == end, out);
      repair->n_pending -= (gsize) (stop - repair->pending);
      memmove (repair->pending, stop, repair->n_pending);
      if (more == 0)
        return;
    }
  text = feed (repair, text, end, last, out);
  repair->n_pending = (gsize) (end - text);
  memcpy (repair->pending, text, repair->n_pending);
}

char *
ovs_repair_text (const char *text)
{
  OvsRepair repair = { 0 };
  GString *out = g_string_new (NULL);

  ovs_repair_feed (&repair, text, strlen (text), TRUE, out);
  return g_string_free (out, FALSE);
}
