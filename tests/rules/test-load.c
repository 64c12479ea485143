/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/load.h"

typedef struct
{
  guint64 invited;
  guint64 low;
  guint64 high;
} Case;

static const Case cases[] = {
  { 0, 0, 0 },     { 1, 1, 1 },      { 20, 1, 1 },      { 21, 1, 2 },       { 30, 1, 2 },         { 50, 1, 3 },
  { 51, 2, 3 },    { 100, 2, 5 },    { 101, 3, 6 },     { 250, 5, 13 },     { 500, 10, 25 },      { 1000, 20, 50 },
  { 2000, 40, 100 }, { 5000, 100, 250 }, { 1000000, 20000, 50000 },
};

static void
test_questions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 low, high;

      ovs_load_questions (cases[i].invited, &low, &high);
      g_assert_cmpuint (low, ==, cases[i].low);
      g_assert_cmpuint (high, ==, cases[i].high);
    }
  ovs_load_questions (100, NULL, NULL);
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cases));
}

static void
assert_said (guint64 invited, const char *expected)
{
  g_autofree char *said = ovs_load_say_questions (invited);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_said (void)
{
  assert_said (0, "no questions");
  assert_said (1, "some 1 question");
  assert_said (2000, "some 40 to 100 questions");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/questions", test_questions);
  g_test_add_func ("/load/said", test_said);
  return g_test_run ();
}
