/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/load.h"

#define PERCENT_LOW 2
#define PERCENT_HIGH 5

static guint64
percent_rounded_up (guint64 n, guint64 percent)
{
  return (percent * n + 99) / 100;
}

void
ovs_load_questions (guint64 invited, guint64 *low, guint64 *high)
{
  if (low != NULL)
    *low = percent_rounded_up (invited, PERCENT_LOW);
  if (high != NULL)
    *high = percent_rounded_up (invited, PERCENT_HIGH);
}
