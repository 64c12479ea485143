/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/bsn.h"

#define DIGITS 9

gboolean
ovs_bsn_passes (const char *digits, gsize n_digits)
{
  int sum = 0;
  gboolean zeros = TRUE;

  if (n_digits != DIGITS - 1 && n_digits != DIGITS)
    return FALSE;
  for (gsize i = 0; i < n_digits; i++)
    {
      int weight = (int) (n_digits - i);

      sum += (digits[i] - '0') * (weight == 1 ? -1 : weight);
      zeros = zeros && digits[i] == '0';
    }
  return sum % 11 == 0 && !zeros;
}

static gboolean
joins (const char *text)
{
  return (*text == '.' || *text == '-' || *text == ' ') && g_ascii_isdigit (text[1]);
}

gboolean
ovs_bsn_in_text (const char *text)
{
  char digits[DIGITS];
  gsize n = 0;

  for (const char *at = text; at != NULL; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          if (n < DIGITS)
            digits[n] = *at;
          n++;
          continue;
        }
      if (n > 0 && joins (at))
        continue;
      if (n == DIGITS && ovs_bsn_passes (digits, DIGITS))
        return TRUE;
      n = 0;
      if (*at == '\0')
        return FALSE;
    }
  return FALSE;
}
