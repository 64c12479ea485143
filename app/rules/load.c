/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/load.h"

#include <glib/gi18n.h>

#include "rules/term.h"

static guint64
percent_rounded_up (guint64 n, guint64 percent)
{
  return (percent * n + 99) / 100;
}

void
ovs_load_questions (guint64 invited, guint64 *low, guint64 *high)
{
  if (low != NULL)
    *low = percent_rounded_up (invited, OVS_QUESTIONS_PERCENT_LOW);
  if (high != NULL)
    *high = percent_rounded_up (invited, OVS_QUESTIONS_PERCENT_HIGH);
}

char *
ovs_load_say_questions (guint64 invited)
{
  guint64 low, high;

  ovs_load_questions (invited, &low, &high);
  return ovs_load_say (low, high);
}

char *
ovs_load_say (guint64 low, guint64 high)
{
  if (high == 0)
    return g_strdup (_ ("no questions"));
  if (low == high)
    return g_strdup_printf (ngettext ("some %'d question", "some %'d questions", (gulong) high), (int) high);
  return g_strdup_printf (_ ("some %'d to %'d questions"), (int) low, (int) high);
}

char *
ovs_load_tell (void)
{
  g_autofree char *source = ovs_term_tell_source (OVS_TERM_QUESTIONS_LOW);

  return g_strdup_printf (_ ("%d to %d percent ask for help, %s"), ovs_term_get (OVS_TERM_QUESTIONS_LOW), ovs_term_get (OVS_TERM_QUESTIONS_HIGH),
                          source);
}
