/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/wave-choice.h"

#include <glib/gi18n.h>

#include "dossier/client-filter.h"
#include "steps/wave-words.h"

GtkStringList *
ovs_wave_choice_names (const OvsFigures *figures, const char *all, gint64 chosen, guint *selected)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  *selected = 0;
  gtk_string_list_append (names, all);
  for (guint i = 0; i < figures->waves->len; i++)
    {
      const OvsFiguresWave *wave = &g_array_index (figures->waves, OvsFiguresWave, i);
      g_autofree char *name = ovs_wave_words_name (wave->number, wave->date);

      gtk_string_list_append (names, name);
      if (wave->id == chosen)
        *selected = i + 1;
    }
  if (figures->waves->len == 0)
    return names;
  gtk_string_list_append (names, _ ("Without a round"));
  if (chosen == OVS_WITHOUT_WAVE)
    *selected = figures->waves->len + 1;
  return names;
}

gint64
ovs_wave_choice_at (const OvsFigures *figures, guint position)
{
  if (position == 0)
    return 0;
  if (position <= figures->waves->len)
    return g_array_index (figures->waves, OvsFiguresWave, position - 1).id;
  return OVS_WITHOUT_WAVE;
}
