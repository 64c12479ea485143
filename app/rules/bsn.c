/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/bsn.h"

#define DIGITS 9

/* 9 × the first digit, 8 × the second … 2 × the eighth, and − 1 × the last, is a multiple of 11. */
static gboolean
passes (const char *digits)
{
  int sum = -(digits[DIGITS - 1] - '0');

  for (int i = 0; i < DIGITS - 1; i++)
    sum += (DIGITS - i) * (digits[i] - '0');
  return sum > 0 && sum % 11 == 0;
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
      if (n == DIGITS && passes (digits))
        return TRUE;
      n = 0;
      if (*at == '\0')
        return FALSE;
    }
  return FALSE;
}
