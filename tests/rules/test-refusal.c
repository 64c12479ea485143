/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/refusal.h"

static void
test_about_address (void)
{
  g_assert_true (ovs_refusal_is_about_address ("Het privé e-mailadres van de medewerker ontbreekt."));
  g_assert_true (ovs_refusal_is_about_address ("E-Mail is ongeldig"));
  g_assert_true (ovs_refusal_is_about_address ("Emailadres bestaat al"));
  g_assert_false (ovs_refusal_is_about_address ("Medewerker heeft niet de juiste gebruikersrechten."));
  g_assert_false (ovs_refusal_is_about_address (""));
  g_assert_false (ovs_refusal_is_about_address (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/refusal/about-address", test_about_address);
  return g_test_run ();
}
