/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/wave-words.h"

#include <glib/gi18n.h>

char *
ovs_wave_words_name (gint64 number, OvsDay date)
{
  g_autofree char *day = ovs_day_to_dutch (date);

  if (date == OVS_NO_DAY)
    return g_strdup_printf (_ ("Round %d"), (int) number);
  return g_strdup_printf (_ ("Round %d · %s"), (int) number, day);
}

char *
ovs_wave_words_short (gint64 number, OvsDay date)
{
  g_autofree char *day = ovs_day_to_dutch (date);

  if (date == OVS_NO_DAY)
    return g_strdup_printf (_ ("round %d: no day yet"), (int) number);
  return g_strdup_printf (_ ("round %d: %s"), (int) number, day);
}

const char *const *
ovs_wave_words_early_reasons (void)
{
  static const char *reasons[4];

  reasons[0] = _ ("The client asked for it");
  reasons[1] = _ ("The client knows of it by another way");
  reasons[2] = _ ("A first try with people of our own");
  return reasons;
}
