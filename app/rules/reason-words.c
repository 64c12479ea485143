/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/reason-words.h"

#include <string.h>

#include "base/text.h"

/* Appends a word; a run of digits in it as one 0. */
static void
add_word (GString *key, const char *word)
{
  if (key->len > 0)
    g_string_append_c (key, ' ');
  if (strchr (word, '@') != NULL)
    {
      g_string_append_c (key, '@');
      return;
    }
  for (const char *at = word; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      g_string_append_c (key, *at);
    else if (at == word || !g_ascii_isdigit (at[-1]))
      g_string_append_c (key, '0');
}

char *
ovs_reason_words_key (const char *words)
{
  g_autofree char *folded = ovs_text_fold (words != NULL ? words : "");
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      add_word (key, parts[i]);
  return g_string_free (key, FALSE);
}
