/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/name.h"

#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

/* Every letter of a part stands in the name; spaces may have been forgotten there. Returns: how many there are. */
static gsize
check_part (const char *part, const char *name)
{
  gsize letters = 0;

  g_assert (part != NULL && g_utf8_validate (part, -1, NULL));
  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_assert (*p == ' ' || g_utf8_strchr (name, -1, g_utf8_get_char (p)) != NULL);
      letters += *p != ' ';
    }
  return letters;
}

static void
check_keys (const char *text)
{
  g_autofree char *folded = ovs_text_fold (text);
  g_autofree char *refolded = ovs_text_fold (folded);
  g_autofree char *clean = ovs_text_clean (text);
  g_autofree char *header = ovs_text_header_key (text);
  g_autofree char *header_again = ovs_text_header_key (header);
  g_autofree char *number = ovs_text_number_key (text);
  g_autofree char *number_again = ovs_text_number_key (number);

  /* A key of a key is that key, or what is stored would not be found again. */
  g_assert (g_str_equal (clean, text));
  g_assert (g_str_equal (refolded, folded));
  g_assert (g_str_equal (header_again, header));
  g_assert (g_str_equal (number_again, number));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *raw = fuzz_text (data, size);
  g_autofree char *text = ovs_text_clean (raw);
  g_auto (OvsNameParts) parts = { 0 };
  gsize letters;

  g_assert (g_utf8_validate (text, -1, NULL));
  ovs_name_split (text, &parts);
  letters = check_part (parts.initials, text) + check_part (parts.prefix, text) + check_part (parts.last_name, text);
  g_assert (letters <= (gsize) g_utf8_strlen (text, -1));
  check_keys (text);
  return 0;
}
