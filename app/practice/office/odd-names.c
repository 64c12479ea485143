/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/odd-names.h"

#include <gio/gio.h>

#define NAMES "/nl/overstap/practice/odd-names.txt"
#define ONE_IN 50

/* Lines `first name<tab>prefix<tab>last name`, kept for the life of the program. */
static char **
get_lines (void)
{
  static char **lines = NULL;

  if (g_once_init_enter (&lines))
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (NAMES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      g_once_init_leave (&lines, g_strsplit (g_strchomp (text), "\n", -1));
    }
  return lines;
}

static char ***
get_names (void)
{
  static char ***names = NULL;

  if (g_once_init_enter (&names))
    {
      char **lines = get_lines ();
      guint n = g_strv_length (lines);
      char ***split = g_new0 (char **, n + 1);

      for (guint i = 0; i < n; i++)
        {
          split[i] = g_strsplit (lines[i], "\t", -1);
          g_assert (g_strv_length (split[i]) == 3);
        }
      g_once_init_leave (&names, split);
    }
  return names;
}

void
ovs_practice_odd_names_give (OvsPracticePerson *person, guint32 seed, guint32 number)
{
  guint32 both[] = { seed, number };
  g_autoptr (GRand) random = g_rand_new_with_seed_array (both, G_N_ELEMENTS (both));
  char ***names = get_names ();
  guint n = g_strv_length (get_lines ());
  char **name;

  if (g_rand_int_range (random, 0, ONE_IN) > 0)
    return;
  name = names[g_rand_int_range (random, 0, n)];
  person->first_name = name[0];
  person->prefix = *name[1] != '\0' ? name[1] : NULL;
  person->last_name = name[2];
  g_free (person->initials);
  person->initials = g_strdup_printf ("%.*s.", (int) (g_utf8_next_char (name[0]) - name[0]), name[0]);
}
