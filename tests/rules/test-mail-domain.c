/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/mail-domain.h"

typedef struct
{
  const char *domain;
  gboolean mistyped;
  const char *suggestion;
} TypoCase;

static const TypoCase typo_cases[] = {
  /* one edit: insertion, deletion, substitution, neighbours swapped */
  { "gmaill.com", TRUE, "gmail.com" },
  { "gmaiil.com", TRUE, "gmail.com" },
  { "gmai.com", TRUE, "gmail.com" },
  { "gmil.com", TRUE, "gmail.com" },
  { "gnail.com", TRUE, "gmail.com" },
  { "gmial.com", TRUE, "gmail.com" },
  { "gamil.com", TRUE, "gmail.com" },
  { "gmailcom", TRUE, "gmail.com" },
  { "gmail.co", TRUE, "gmail.com" },
  { "gmail.cm", TRUE, "gmail.com" },
  { "gmail.comm", TRUE, "gmail.com" },
  { "gmail.vom", TRUE, "gmail.com" },
  { "hotmial.com", TRUE, "hotmail.com" },
  { "hotmal.nl", TRUE, "hotmail.nl" },
  { "htomail.nl", TRUE, "hotmail.nl" },
  { "outlok.com", TRUE, "outlook.com" },
  { "outloook.nl", TRUE, "outlook.nl" },
  { "icluod.com", TRUE, "icloud.com" },
  { "yaho.com", TRUE, "yahoo.com" },
  { "zigo.nl", TRUE, "ziggo.nl" },
  { "ziggo.ln", TRUE, "ziggo.nl" },
  { "kpnmial.nl", TRUE, "kpnmail.nl" },
  { "plaent.nl", TRUE, "planet.nl" },
  { "xs4al.nl", TRUE, "xs4all.nl" },
  { "xs4alll.nl", TRUE, "xs4all.nl" },
  { "hetent.nl", TRUE, "hetnet.nl" },
  { "qiucknet.nl", TRUE, "quicknet.nl" },
  { "protonmial.com", TRUE, "protonmail.com" },
  { "porton.me", TRUE, "proton.me" },
  { "interria.pl", TRUE, "interia.pl" },
  { "agmail.com", TRUE, "gmail.com" },
  /* two equally likely */
  { "mal.com", TRUE, NULL },
  { "mc.com", TRUE, NULL },
  { "amail.com", TRUE, NULL },
  { "gm.com", TRUE, "gmx.com" },
  { "life.com", TRUE, "live.com" },
  /* gmail.nl and the endings */
  { "gmail.nl", TRUE, "gmail.com" },
  { "gmail.con", TRUE, "gmail.com" },
  { "gmial.con", TRUE, "gmail.com" },
  { "bakker.con", TRUE, "bakker.com" },
  { "bakker.cmo", TRUE, "bakker.com" },
  { "bakker.nk", TRUE, "bakker.nl" },
  { "bakker.nll", TRUE, "bakker.nl" },
  { "ziggo.nk", TRUE, "ziggo.nl" },
  { "hotmail.nll", TRUE, "hotmail.nl" },
  { "gmail.nll", TRUE, "gmail.com" },
  { "post.bakker.nk", TRUE, "post.bakker.nl" },
  /* no mistake */
  { "bakker.nl", FALSE, NULL },
  { "bakker.com", FALSE, NULL },
  { "falcon", FALSE, NULL },
  { "falcon.nl", FALSE, NULL },
  { "con.nl", FALSE, NULL },
  { "gmail.de", FALSE, NULL },
  { "hotmail.de", FALSE, NULL },
  { "gmmaill.com", FALSE, NULL },
  { "mgail.ocm", FALSE, NULL },
  { "", FALSE, NULL },
};

static const char *const public_domains[] = {
  "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl", "live.com",
  "msn.com", "icloud.com", "me.com", "mac.com", "yahoo.com", "yahoo.nl", "ymail.com", "mail.com", "email.com",
  "gmx.com", "gmx.net", "gmx.de", "web.de", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl",
  "xs4all.nl", "upcmail.nl", "home.nl", "casema.nl", "telfort.nl", "chello.nl", "quicknet.nl", "online.nl",
  "solcon.nl", "tele2.nl", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "proton.me", "protonmail.com",
};

typedef struct
{
  const char *text;
  const char *domain;
} NormalCase;

static const NormalCase normal_cases[] = {
  { "devries.nl", "devries.nl" },
  { " DeVries.NL ", "devries.nl" },
  { "@devries.nl", "devries.nl" },
  { "devries.nl.", "devries.nl" },
  { "Café.nl", "xn--caf-dma.nl" },
  { "", NULL },
  { "@", NULL },
  { "devries", NULL },
  { "de vries.nl", NULL },
  { "devries..nl", NULL },
  { ".nl", NULL },
  { "info@devries.nl", NULL },
  { NULL, NULL },
};

static void
test_typos (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typo_cases); i++)
    {
      g_autofree char *suggestion = ovs_mail_domain_suggest (typo_cases[i].domain);

      if (ovs_mail_domain_looks_mistyped (typo_cases[i].domain) != typo_cases[i].mistyped)
        g_test_message ("%s", typo_cases[i].domain);
      g_assert_cmpint (ovs_mail_domain_looks_mistyped (typo_cases[i].domain), ==, typo_cases[i].mistyped);
      g_assert_cmpstr (suggestion, ==, typo_cases[i].suggestion);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (typo_cases));
}

static void
test_public (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (public_domains); i++)
    {
      g_assert_true (ovs_mail_domain_is_public (public_domains[i]));
      g_assert_false (ovs_mail_domain_looks_mistyped (public_domains[i]));
      g_assert_null (ovs_mail_domain_suggest (public_domains[i]));
    }
  g_assert_false (ovs_mail_domain_is_public ("bakker.nl"));
  g_assert_false (ovs_mail_domain_is_public ("mail.gmail.com"));
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (public_domains) + 2);
}

static void
test_normalise (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (normal_cases); i++)
    {
      g_autofree char *domain = ovs_mail_domain_normalise (normal_cases[i].text);
      g_assert_cmpstr (domain, ==, normal_cases[i].domain);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (normal_cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-domain/typos", test_typos);
  g_test_add_func ("/mail-domain/public", test_public);
  g_test_add_func ("/mail-domain/normalise", test_normalise);
  return g_test_run ();
}
