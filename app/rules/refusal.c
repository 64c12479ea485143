/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/refusal.h"

#include <string.h>

#include "base/text.h"

gboolean
ovs_refusal_is_about_address (const char *message)
{
  static const char *const words[] = { "e-mail", "email", "mailadres" };
  g_autofree char *folded = message != NULL ? ovs_text_fold (message) : NULL;

  for (gsize i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}
