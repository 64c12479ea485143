/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/reason-words.h"

static void
assert_key (const char *words, const char *key)
{
  g_autofree char *found = ovs_reason_words_key (words);

  g_assert_cmpstr (found, ==, key);
}

/* What is said of one person and of another is the same. */
static void
test_same (void)
{
  assert_key ("Medewerker 1024: e-mailadres jan@voorbeeld.nl is ongeldig", "medewerker 0: e-mailadres @ is ongeldig");
  assert_key ("  Medewerker 7:\te-mailadres  <R.de.Vries@post.nl>  is ongeldig\n", "medewerker 0: e-mailadres @ is ongeldig");
}

static void
test_nothing (void)
{
  assert_key (NULL, "");
  assert_key (" \n", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason-words/same", test_same);
  g_test_add_func ("/reason-words/nothing", test_nothing);
  return g_test_run ();
}
