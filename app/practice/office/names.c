/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/names.h"

#include <gio/gio.h>

#define LISTS "/nl/overstap/practice/"

struct _OvsPracticeNames
{
  GPtrArray *lines;     /* (owned) of GStrv, which hold every text that is handed out */
  GArray *first_names;  /* (owned) of OvsPracticeFirstName */
  GHashTable *surnames; /* (owned) group to a GArray of OvsPracticeSurname, each as often as its weight */
  GPtrArray *cities;    /* (owned) of GStrv in lines */
  GPtrArray *streets;   /* (owned) of GStrv in lines */
  GPtrArray *trades;    /* (owned) of GStrv in lines */
};

/* The lines of a list, split at their semicolons; kept in @self. Returns: (transfer container). */
static GPtrArray *
load (OvsPracticeNames *self, const char *file)
{
  g_autofree char *path = g_strconcat (LISTS, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *list = g_ptr_array_new ();

  for (int i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        GStrv cells = g_strsplit (lines[i], ";", -1);
        g_ptr_array_add (self->lines, cells);
        g_ptr_array_add (list, cells);
      }
  return list;
}

static void
load_first_names (OvsPracticeNames *self)
{
  g_autoptr (GPtrArray) list = load (self, "first-names.txt");

  self->first_names = g_array_new (FALSE, FALSE, sizeof (OvsPracticeFirstName));
  for (guint i = 0; i < list->len; i++)
    {
      GStrv cells = list->pdata[i];
      OvsPracticeFirstName name = { .text = cells[0], .group = cells[2], .female = cells[1][0] == 'v' };
      /* Two in three of the office's people have a name from around here. */
      int times = g_str_equal (name.group, "nl") ? 1 : (i % 2);

      for (int n = 0; n < times; n++)
        g_array_append_val (self->first_names, name);
    }
}

static void
load_surnames (OvsPracticeNames *self)
{
  g_autoptr (GPtrArray) list = load (self, "surnames.txt");

  self->surnames = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < list->len; i++)
    {
      GStrv cells = list->pdata[i];
      OvsPracticeSurname name = { .prefix = *cells[0] != '\0' ? cells[0] : NULL, .text = cells[1] };
      GArray *group = g_hash_table_lookup (self->surnames, cells[2]);

      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (OvsPracticeSurname));
          g_hash_table_insert (self->surnames, cells[2], group);
        }
      for (gint64 n = g_ascii_strtoll (cells[3], NULL, 10); n > 0; n--)
        g_array_append_val (group, name);
    }
}

OvsPracticeNames *
ovs_practice_names_new (void)
{
  OvsPracticeNames *self = g_new0 (OvsPracticeNames, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  load_first_names (self);
  load_surnames (self);
  self->cities = load (self, "cities.txt");
  self->streets = load (self, "streets.txt");
  self->trades = load (self, "trades.txt");
  return self;
}

void
ovs_practice_names_free (OvsPracticeNames *self)
{
  g_array_unref (self->first_names);
  g_hash_table_unref (self->surnames);
  g_ptr_array_unref (self->cities);
  g_ptr_array_unref (self->streets);
  g_ptr_array_unref (self->trades);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

const OvsPracticeFirstName *
ovs_practice_names_pick_first (OvsPracticeNames *self, GRand *random)
{
  return &g_array_index (self->first_names, OvsPracticeFirstName,
                         g_rand_int_range (random, 0, self->first_names->len));
}

const OvsPracticeSurname *
ovs_practice_names_pick_surname (OvsPracticeNames *self, GRand *random, const char *group)
{
  GArray *names = g_hash_table_lookup (self->surnames, group);

  return &g_array_index (names, OvsPracticeSurname, g_rand_int_range (random, 0, names->len));
}

static GStrv
pick (GPtrArray *list, GRand *random)
{
  return list->pdata[g_rand_int_range (random, 0, list->len)];
}

const char *
ovs_practice_names_pick_city (OvsPracticeNames *self, GRand *random, const char **digits)
{
  GStrv cells = pick (self->cities, random);

  *digits = cells[1];
  return cells[0];
}

const char *
ovs_practice_names_pick_street (OvsPracticeNames *self, GRand *random)
{
  return pick (self->streets, random)[0];
}

const char *
ovs_practice_names_pick_trade (OvsPracticeNames *self, GRand *random, const char **branch)
{
  GStrv cells = pick (self->trades, random);

  *branch = cells[1];
  return cells[0];
}
