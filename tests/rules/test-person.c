/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/person.h"

typedef struct
{
  const char *last_name;
  const char *born;
  const char *key;
} BaseCase;

static const BaseCase base_cases[] = {
  { "Vries", "1985-03-14", "vries|1985-03-14" },
  { "VRIES ", "1985-03-14", "vries|1985-03-14" },
  { "Müller", "1985-03-14", "muller|1985-03-14" },
  { "Mu\u0308ller", "1985-03-14", "muller|1985-03-14" },
  { "Łukasz", "1985-03-14", "łukasz|1985-03-14" },
  { "Lukasz", "1985-03-14", "lukasz|1985-03-14" },
  { "Sørensen", "1985-03-14", "sørensen|1985-03-14" },
  { "Wiel\u00a0Bergen", "2004-02-29", "wiel bergen|2004-02-29" },
  { "Vries", NULL, "" },
  { "", "1985-03-14", "" },
  { "  ", "1985-03-14", "" },
  { NULL, "1985-03-14", "" },
};

typedef struct
{
  const char *initials;
  const char *initial;
} InitialCase;

static const InitialCase initial_cases[] = {
  { "S.L.", "s" }, { "s", "s" }, { " J. ", "j" }, { "É.", "e" }, { "Ø.", "ø" }, { "Ĳ.", "i" }, { ".J", "j" }, { "'t J.", "t" },
  { "Ł.", "ł" },   { "Á", "a" }, { "", "" },      { "-", "" },   { "..", "" },  { NULL, "" },  { "1J", "j" },
};

typedef struct
{
  const char *base;
  const char *initial;
  guint n_initials;
  const char *any_initial;
  const char *key;
} JoinCase;

static const JoinCase join_cases[] = {
  { "vries|1985-03-14", "j", 1, "j", "vries|1985-03-14|j" },
  /* without an initial: joins the only one there is */
  { "vries|1985-03-14", "", 1, "j", "vries|1985-03-14|j" },
  /* twins are two people, and who has no initial is neither of them */
  { "vries|1985-03-14", "j", 2, "j", "vries|1985-03-14|j" },
  { "vries|1985-03-14", "p", 2, "j", "vries|1985-03-14|p" },
  { "vries|1985-03-14", "", 2, "j", NULL },
  { "vries|1985-03-14", "", 3, "a", NULL },
  /* no row of the group has an initial */
  { "vries|1985-03-14", "", 0, NULL, NULL },
  /* no surname or no birth date */
  { "", "j", 1, "j", NULL },
  { "", "", 0, NULL, NULL },
};

static void
test_base (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (base_cases); i++)
    {
      OvsDay born = OVS_NO_DAY;
      g_autofree char *key = NULL;

      if (base_cases[i].born != NULL)
        g_assert_true (ovs_day_parse_iso (base_cases[i].born, &born));
      key = ovs_person_base_key (base_cases[i].last_name, born);
      g_assert_cmpstr (key, ==, base_cases[i].key);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (base_cases));
}

static void
test_initial (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (initial_cases); i++)
    {
      g_autofree char *initial = ovs_person_initial (initial_cases[i].initials);
      g_assert_cmpstr (initial, ==, initial_cases[i].initial);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (initial_cases));
}

static void
test_join (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (join_cases); i++)
    {
      g_autofree char *key = ovs_person_join (join_cases[i].base,
                                              join_cases[i].initial,
                                              join_cases[i].n_initials,
                                              join_cases[i].any_initial);
      g_assert_cmpstr (key, ==, join_cases[i].key);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (join_cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/base", test_base);
  g_test_add_func ("/person/initial", test_initial);
  g_test_add_func ("/person/join", test_join);
  return g_test_run ();
}
