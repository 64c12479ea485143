/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/fixture.h"

typedef struct
{
  const char *code;
  const char *before;
  const char *after;
  gboolean asked_again;
} Case;

/* A warning that was accepted on the row before: is it asked again on the row after? */
static const Case cases[] = {
  { "email-not-unique", "email=jan@ziggo.nl", "email=jan@ziggo.nl born=", FALSE },
  { "email-not-unique", "email=jan@ziggo.nl others=1", "email=jan@ziggo.nl others=2", FALSE },
  { "email-not-unique", "email=jan@ziggo.nl", "email=JAN@ZIGGO.NL; others=1", FALSE },
  { "email-not-unique", "email=jan@ziggo.nl", "email=piet@ziggo.nl", TRUE },
  { "email-placeholder", "email=test@ziggo.nl", "email=test@hetnet.nl", TRUE },
  { "email-is-role-address", "email=info@bakker.nl", "email=hr@bakker.nl", TRUE },
  { "email-at-firm", "email=jan@devries.nl", "email=piet@devries.nl", TRUE },
  { "email-at-work", "email=jan@bakker.nl", "email=jan@bakker.nl work=2021-01-01/", FALSE },
  { "email-looks-mistyped", "email=jan@gmial.com", "email=jan@gamil.com", TRUE },
  { "birth-date-missing", "born=", "born= email=piet@ziggo.nl", FALSE },
  { "birth-date-missing", "born= work=2020-01-01/", "born= work=2020-01-01/2027-01-01", TRUE },
  { "birth-date-implausible", "born=1900-01-01", "born=1900-01-01", FALSE },
  { "birth-date-implausible", "born=1900-01-01", "born=1901-01-01", TRUE },
  { "birth-date-implausible", "born=2020-01-01", "born=2020-01-01 work=2020-01-01/,2021-01-01/", TRUE },
  { "ends-around-wave", "work=2020-01-01/2026-12-08", "work=2020-01-01/2026-12-08 born= email=", FALSE },
  { "ends-around-wave", "work=2020-01-01/2026-12-08", "work=2020-01-01/2026-12-09", TRUE },
  { "ends-around-wave", "work=2020-01-01/2021-01-01,2022-01-01/2026-12-08",
    "work=2022-01-01/2026-12-08,2020-01-01/2021-01-01", FALSE },
};

static OvsFinding
finding_of (const char *code)
{
  OvsFinding finding;

  g_assert_true (ovs_rule_lookup (code, &finding));
  return finding;
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) before = { 0 };
      g_auto (Fixture) after = { 0 };
      g_autofree char *then = NULL;
      g_autofree char *now = NULL;

      fixture_init (&before, cases[i].before);
      fixture_init (&after, cases[i].after);
      then = ovs_finding_basis (finding_of (cases[i].code), &before.row, NULL);
      now = ovs_finding_basis (finding_of (cases[i].code), &after.row, NULL);
      if (g_str_equal (then, now) == cases[i].asked_again)
        g_test_message ("%s: %s, then %s", cases[i].code, cases[i].before, cases[i].after);
      g_assert_cmpint (!g_str_equal (then, now), ==, cases[i].asked_again);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cases));
}

typedef struct
{
  const char *others;
  gboolean asked_again;
} OtherCase;

static const OtherCase other_cases[] = {
  { "a@ziggo.nl b@ziggo.nl", FALSE },
  { "b@ziggo.nl a@ziggo.nl", FALSE },
  { "b@ziggo.nl a@ziggo.nl b@ziggo.nl", FALSE },
  { "a@ziggo.nl", TRUE },
  { "a@ziggo.nl c@ziggo.nl", TRUE },
  { "a@ziggo.nl b@ziggo.nl c@ziggo.nl", TRUE },
};

static char *
basis_of_differs (const char *email, const char *others)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (GStrv) addresses = g_strsplit (others, " ", -1);

  fixture_init (&fixture, "");
  fixture_set_email (&fixture, email);
  return ovs_finding_basis (OVS_FINDING_EMAIL_DIFFERS, &fixture.row, (const char *const *) addresses);
}

static void
test_others (void)
{
  g_autofree char *accepted = basis_of_differs ("jan@ziggo.nl", "a@ziggo.nl b@ziggo.nl");
  g_autofree char *elsewhere = basis_of_differs ("piet@ziggo.nl", "a@ziggo.nl b@ziggo.nl");

  for (gsize i = 0; i < G_N_ELEMENTS (other_cases); i++)
    {
      g_autofree char *now = basis_of_differs ("jan@ziggo.nl", other_cases[i].others);
      g_assert_cmpint (!g_str_equal (accepted, now), ==, other_cases[i].asked_again);
    }
  g_assert_cmpstr (accepted, !=, elsewhere);
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (other_cases));
}

/* Every warning can be accepted, and nothing else. */
static void
test_only_warnings (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture, "");
  for (guint i = 0; i < OVS_N_FINDINGS; i++)
    {
      g_autofree char *basis = ovs_finding_basis ((OvsFinding) i, &fixture.row, NULL);
      g_assert_cmpint (basis != NULL, ==, (OVS_FINDING_BIT (i) & OVS_FINDINGS_WARNINGS) != 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/basis/rows", test_rows);
  g_test_add_func ("/basis/others", test_others);
  g_test_add_func ("/basis/only-warnings", test_only_warnings);
  return g_test_run ();
}
