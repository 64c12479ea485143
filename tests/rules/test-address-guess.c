/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/address-guess.h"

typedef struct
{
  const char *cell;
  const char *guess; /* NULL for none */
} Case;

static const Case cases[] = {
  /* a slip in a provider */
  { "jan@gmial.com", "jan@gmail.com" },
  { "Jan@GMIAL.com ", "Jan@gmail.com" },
  { "jan@gmail.nl", "jan@gmail.com" },
  { "jan@bakker.con", "jan@bakker.com" },
  { "jan@gmial.con", "jan@gmail.com" },
  /* no address as it stands */
  { "jan@gmail,com", "jan@gmail.com" },
  { "jan@@gmail.com", "jan@gmail.com" },
  { "jan@gmail..com", "jan@gmail.com" },
  { "jan@.gmail.com", "jan@gmail.com" },
  { "jan@ gmail.com", "jan@gmail.com" },
  { "jan @gmail.com", "jan@gmail.com" },
  { "jan@gmail .com", "jan@gmail.com" },
  { "jan(at)gmail.com", "jan@gmail.com" },
  { "jan at gmail.com", "jan@gmail.com" },
  { "jan@gmail", "jan@gmail.com" },
  { "jan@ziggo", "jan@ziggo.nl" },
  { "jan@gmial,com", "jan@gmail.com" },
  /* nothing wrong, or nobody can tell */
  { "jan@gmail.com", NULL },
  { "jan@bakker.nl", NULL },
  { "", NULL },
  { "nvt", NULL },
  { "jan", NULL },
  { "jan@hotmail", NULL },
  { "jan@bakker", NULL },
  { "jan de vries@gmail.com", NULL },
  { "jan@gmail.com;eva@gmail.com", NULL },
  { "jan@gmail.com, eva@gmail.com", NULL },
  { "jan@gmail.com / eva@gmail.com", NULL },
  { "@gmail.com", NULL },
  { "0612345678", NULL },
};

static void
test_guess (void)
{
  g_autofree char *nothing = ovs_address_guess (NULL);

  g_assert_null (nothing);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guess = ovs_address_guess (cases[i].cell);

      if (g_strcmp0 (guess, cases[i].guess) != 0)
        g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (guess, ==, cases[i].guess);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/case-22-what-was-meant", test_guess);
  return g_test_run ();
}
