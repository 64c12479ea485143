/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/bsn.h"

static void
test_found (void)
{
  /* Numbers that nobody has: the first is the one of Dutch examples. */
  const char *const texts[] = { "111222333", "bsn 111222333", "BSN: 111.222.333.", "(111 222 333)", "belt over 123456782, zei zij", "111-222-333" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (ovs_bsn_in_text (texts[i]));
}

static void
test_left_alone (void)
{
  const char *const texts[] = {
    NULL, "", "Marja zoekt de vier adressen uit", "111222334", "0182-512340", "06 12345678", "+31 6 12345678", "ticket 4711",
    "1112223330", "26-11-2026 om 12:00", "000000000", "11122233", "vanaf 1-12, 123456782 3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (ovs_bsn_in_text (texts[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bsn/found", test_found);
  g_test_add_func ("/bsn/left-alone", test_left_alone);
  return g_test_run ();
}
