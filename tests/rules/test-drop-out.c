/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/drop-out.h"

static void
test_codes (void)
{
  for (guint i = 0; i < OVS_N_DROP_OUTS; i++)
    {
      OvsDropOut drop_out = OVS_DROP_OUT_OTHER;

      g_assert_true (ovs_drop_out_from_code (ovs_drop_out_code (i), &drop_out));
      g_assert_cmpint (drop_out, ==, i);
      g_assert_cmpstr (ovs_drop_out_title (i), !=, "");
    }
  for (guint i = 0; i < OVS_N_SOLVED; i++)
    {
      OvsSolved solved = OVS_SOLVED_NOT;

      g_assert_true (ovs_solved_from_code (ovs_solved_code (i), &solved));
      g_assert_cmpint (solved, ==, i);
    }
  g_assert_false (ovs_drop_out_from_code ("F", &(OvsDropOut){ 0 }));
  g_assert_false (ovs_drop_out_from_code (NULL, &(OvsDropOut){ 0 }));
}

/* Nobody is sent to look for a mail that was never sent, or explained a way that he has walked. */
static void
test_words (void)
{
  g_assert_cmpstr (ovs_drop_out_say (OVS_DROP_OUT_MAIL, OVS_ACCESS_INVITE_PENDING), !=, ovs_drop_out_say (OVS_DROP_OUT_MAIL, OVS_ACCESS_NONE));
  g_assert_cmpstr (ovs_drop_out_say (OVS_DROP_OUT_MAIL, OVS_ACCESS_NONE), ==, ovs_drop_out_ask (OVS_ACCESS_NONE));
  g_assert_cmpstr (ovs_drop_out_say (OVS_DROP_OUT_SECOND_MAIL, OVS_ACCESS_INVITE_EXPIRED), ==, ovs_drop_out_ask (OVS_ACCESS_INVITE_EXPIRED));
  g_assert_cmpstr (ovs_drop_out_say (OVS_DROP_OUT_BIRTH_DATE, OVS_ACCESS_ACTIVE), ==, ovs_drop_out_ask (OVS_ACCESS_ACTIVE));
  g_assert_cmpstr (ovs_drop_out_say (OVS_DROP_OUT_PASSWORD, OVS_ACCESS_ACTIVE), ==, ovs_drop_out_say (OVS_DROP_OUT_PASSWORD, OVS_ACCESS_INVITE_PENDING));
  for (guint i = 0; i < OVS_N_DROP_OUTS; i++)
    g_assert_cmpstr (ovs_drop_out_say (i, OVS_ACCESS_USER_BLOCKED), ==, ovs_drop_out_ask (OVS_ACCESS_BLOCKED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drop-out/codes", test_codes);
  g_test_add_func ("/drop-out/words", test_words);
  return g_test_run ();
}
