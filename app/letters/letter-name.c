/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter-name.h"

#include "base/text.h"

char *
ovs_letter_file_name (const OvsLetter *letter)
{
  g_autofree char *number = ovs_text_file_word (letter->employer_number);
  g_autofree char *client = ovs_text_file_word (letter->employer_name);
  g_autofree char *day = ovs_day_to_iso (letter->round_day);
  g_autoptr (GString) name = g_string_new (ovs_piece_file_word (letter->piece));
  const char *const parts[] = { letter->language, number, client, day };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "-%s", parts[i]);
  return g_strdup (name->str);
}
