/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
check (char *(*convert) (const char *), const Case *cases, gsize count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autofree char *got = convert (cases[i].text);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_clean (void)
{
  static const Case cases[] = {
    { NULL, "" }, { "", "" }, { "  De  Vries\t", "De Vries" }, { "\u00a0Jan\u00a0Piet\u202f", "Jan Piet" },
    { "Rene\u0301e", "Renée" }, { "a\nb", "a b" }, { "\ufeffWerkgever", "Werkgever" },
    { "a\x0e\u0301", "á" },
  };
  check (ovs_text_clean, cases, G_N_ELEMENTS (cases));
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "RENÉE", "renee" }, { "Müller", "muller" }, { "Łukasz", "łukasz" }, { "Søren", "søren" }, { "ĳsbrand", "ijsbrand" },
    { "STRASSE", "strasse" }, { "Straße", "strasse" }, { "Đorđe", "đorđe" },
  };
  check (ovs_text_fold, cases, G_N_ELEMENTS (cases));
}

/* Letters with an accent are folded as one and as a letter with a mark behind it, whichever way that goes. */
static void
test_fold_either_way (void)
{
  for (gunichar letter = 0xc0; letter < 0x180; letter++)
    {
      char composed[8] = "";
      g_autofree char *decomposed = NULL;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      g_autofree char *clean = NULL;

      g_unichar_to_utf8 (letter, composed);
      decomposed = g_utf8_normalize (composed, -1, G_NORMALIZE_DEFAULT);
      one = ovs_text_fold (composed);
      other = ovs_text_fold (decomposed);
      clean = ovs_text_clean (decomposed);
      g_assert_cmpstr (one, ==, other);
      g_assert_cmpstr (clean, ==, composed);
    }
}

static void
test_header_key (void)
{
  static const Case cases[] = {
    { "E-mailadres privé", "emailadresprive" }, { "Pers.nr", "persnr" }, { " Werkgever nr. ", "werkgevernr" }, { "500", "500" },
  };
  check (ovs_text_header_key, cases, G_N_ELEMENTS (cases));
}

static void
test_number_key (void)
{
  static const Case cases[]
      = { { "00123", "123" }, { "123", "123" }, { "0", "0" }, { "000", "0" }, { "", "" }, { " 0A7 ", "a7" },
          { "00 12", "0 12" } };
  check (ovs_text_number_key, cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-either-way", test_fold_either_way);
  g_test_add_func ("/text/header-key", test_header_key);
  g_test_add_func ("/text/number-key", test_number_key);
  return g_test_run ();
}
