/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/questions.h"

#include <gio/gio.h>

#define TEXTS "/nl/overstap/practice/questions.txt"
#define MOST_TEXTS 32

/* One of the lines `A<tab>text` of that step. Returns: (transfer full). */
static char *
choose_text (char step, GRand *random)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TEXTS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *all = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  const char *texts[MOST_TEXTS];
  int n = 0;

  for (int i = 0; lines[i] != NULL && n < MOST_TEXTS; i++)
    if (lines[i][0] == step && lines[i][1] == '\t')
      texts[n++] = lines[i] + 2;
  return g_strdup (n > 0 ? texts[g_rand_int_range (random, 0, n)] : "");
}

void
ovs_practice_questions_ask (OvsPracticeState *state, gint64 employee, gint64 at, char step, GRand *random)
{
  const char letter[] = { step, '\0' };
  g_autofree char *text = choose_text (step, random);

  ovs_practice_db_run (state->db, "INSERT INTO question (at, employee, step, text) VALUES (?, ?, ?, ?)", "lltt", at, employee,
                       letter, text);
}
