/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mail/encoded-words.h"

#include <string.h>

/* 52 characters in base64: with what stands around it, and the name of the header before the first one, still within 76. */
#define MOST_BYTES 39

/* As many whole characters as go into one word. */
static gsize
take (const char *text)
{
  const char *end = text;

  while (*end != '\0' && g_utf8_next_char (end) - text <= MOST_BYTES)
    end = g_utf8_next_char (end);
  return end - text;
}

char *
ovs_mail_encode_words (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (g_str_is_ascii (text))
    return NULL;
  for (gsize length; *text != '\0'; text += length)
    {
      g_autofree char *encoded = NULL;

      length = take (text);
      encoded = g_base64_encode ((const guchar *) text, length);
      g_string_append_printf (words, "%s =?utf-8?b?%s?=", words->len > 0 ? "\n" : "", encoded);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
