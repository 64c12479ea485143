/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/fixture.h"

typedef struct
{
  const char *date;
  const char *row;
  const char *verdict; /* DISPOSITION, then the codes found in the order of the table, or the reason */
} Case;

static const Case address_cases[] = {
  { "2026-12-08", "", "ready" },
  { "2026-12-08", "email=", "stopper no-private-email" },
  { "2026-12-08", "email=n.v.t.", "stopper no-private-email" },
  { "2026-12-08", "email=Geen", "stopper no-private-email" },
  { "2026-12-08", "email=jan", "stopper invalid-private-email" },
  { "2026-12-08", "email=jan@gmail", "stopper invalid-private-email" },
  /* an absent or invalid address gets no other e-mail finding */
  { "2026-12-08", "email= others=3 at-firm at-work differs", "stopper no-private-email" },
  { "2026-12-08", "email=geen@@gmial.con others=3 at-firm at-work differs", "stopper invalid-private-email" },
  { "2026-12-08", "email= born= others=1", "stopper no-private-email birth-date-missing" },
  { "2026-12-08", "others=0", "ready" },
  { "2026-12-08", "others=1", "decide email-not-unique" },
  { "2026-12-08", "others=9", "decide email-not-unique" },
  { "2026-12-08", "email=geen@geen.nl", "decide email-placeholder" },
  { "2026-12-08", "email=NoReply@Ziggo.nl", "decide email-placeholder" },
  { "2026-12-08", "email=geensma@ziggo.nl", "ready" },
  { "2026-12-08", "email=info@bakker.nl", "decide email-is-role-address" },
  { "2026-12-08", "email=Salaris@Bakker.nl", "decide email-is-role-address" },
  { "2026-12-08", "email=info.jan@bakker.nl", "ready" },
  { "2026-12-08", "email=info@info.nl", "decide email-placeholder email-is-role-address" },
  { "2026-12-08", "email=jan@devries.nl at-firm", "decide email-at-firm" },
  { "2026-12-08", "email=jan@devries.nl at-work", "decide email-at-work" },
  { "2026-12-08", "email=jan@devries.nl at-firm at-work", "decide email-at-firm email-at-work" },
  { "2026-12-08", "email=jan@gmail.com at-work", "ready" },
  { "2026-12-08", "email=jan@proton.me at-work", "ready" },
  { "2026-12-08", "email=jan@gmial.com at-work", "decide email-at-work email-looks-mistyped" },
  { "2026-12-08", "email=jan@gmial.com", "decide email-looks-mistyped" },
  { "2026-12-08", "email=jan@gmail.nl", "decide email-looks-mistyped" },
  { "2026-12-08", "email=jan@bakker.con", "decide email-looks-mistyped" },
  { "2026-12-08", "differs", "decide email-differs" },
};

static const Case birth_cases[] = {
  { "2026-12-08", "born=", "decide birth-date-missing" },
  { "2026-12-08", "born=2026-12-09", "decide birth-date-implausible" },
  { "2026-12-08", "born=2026-12-08", "decide birth-date-implausible" },
  /* younger than 13 */
  { "2026-12-07", "born=2013-12-08", "decide birth-date-implausible" },
  { "2026-12-08", "born=2013-12-08", "ready" },
  { "2026-12-09", "born=2013-12-08", "ready" },
  { "2025-02-28", "born=2012-02-29", "decide birth-date-implausible" },
  { "2025-03-01", "born=2012-02-29", "ready" },
  /* older than 100 */
  { "2026-12-08", "born=1926-12-09", "ready" },
  { "2026-12-08", "born=1926-12-08", "ready" },
  { "2026-12-08", "born=1925-12-09", "ready" },
  { "2026-12-08", "born=1925-12-08", "decide birth-date-implausible" },
  { "2029-02-28", "born=1928-02-29", "ready" },
  { "2029-03-01", "born=1928-02-29", "decide birth-date-implausible" },
  /* made up */
  { "1990-01-01", "born=1900-01-01 work=/", "decide birth-date-implausible" },
  { "1990-01-01", "born=1900-01-02 work=/", "ready" },
  { "2026-12-08", "born=1900-01-01", "decide birth-date-implausible" },
  { "2026-12-08", "born=1999-05-01 work=1999-05-01/", "decide birth-date-implausible" },
  { "2026-12-08", "born=1999-05-01 work=1999-05-02/", "ready" },
  { "2026-12-08", "born=1999-05-01 work=2020-01-01/,1999-05-01/2005-01-01", "decide birth-date-implausible" },
  { "2026-12-08", "born= work=/", "decide birth-date-missing" },
};

static const Case employment_cases[] = {
  { "2026-12-08", "work=2025-06-30/2024-01-01", "stopper employment-dates-conflict" },
  { "2026-12-08", "work=2020-01-01/,2025-06-30/2025-06-29", "stopper employment-dates-conflict" },
  { "2026-12-08", "work=2020-01-01/,2025-06-30/2025-06-30", "ready" },
  /* −1, 0, 1, 3 and 4 days from the peildatum to the end */
  { "2026-12-08", "work=2020-01-01/2026-12-07", "left-out left-employment" },
  { "2026-12-08", "work=2020-01-01/2026-12-08", "decide ends-around-wave" },
  { "2026-12-08", "work=2020-01-01/2026-12-09", "decide ends-around-wave ends-after-wave" },
  { "2026-12-08", "work=2020-01-01/2026-12-11", "decide ends-around-wave ends-after-wave" },
  { "2026-12-08", "work=2020-01-01/2026-12-12", "ready ends-after-wave" },
  { "2026-12-31", "work=2020-01-01/2027-01-03", "decide ends-around-wave ends-after-wave" },
  { "2028-02-26", "work=2020-01-01/2028-02-29", "decide ends-around-wave ends-after-wave" },
  { "2028-02-27", "work=2020-01-01/2028-03-01", "decide ends-around-wave ends-after-wave" },
  { "2028-02-26", "work=2020-01-01/2028-03-01", "ready ends-after-wave" },
  { "2027-02-26", "work=2020-01-01/2027-03-01", "decide ends-around-wave ends-after-wave" },
  { "2026-12-08", "work=2020-01-01/2040-01-31", "ready ends-after-wave" },
  { "2026-12-08", "work=2020-01-01/", "ready" },
  /* the last employment decides, whatever the order */
  { "2026-12-08", "work=2020-01-01/2026-12-09,2026-12-10/", "ready" },
  { "2026-12-08", "work=2026-12-10/,2020-01-01/2026-12-09", "ready" },
  { "2026-12-08", "work=2020-01-01/2026-12-09,2026-12-10/2027-12-31", "ready ends-after-wave" },
  { "2026-12-08", "work=2020-01-01/2027-12-31,2019-01-01/2026-12-08", "ready ends-after-wave" },
  /* conflicting ones count as the last too; who is not active does not leave after the wave */
  { "2026-12-08", "work=2026-12-20/2026-12-10", "stopper employment-dates-conflict ends-around-wave" },
  { "2026-12-08", "work=2027-12-20/2027-01-10", "stopper employment-dates-conflict" },
  { "2026-12-08", "work=2020-01-01/2026-12-31,2028-01-01/2027-12-31",
    "stopper employment-dates-conflict ends-after-wave" },
};

static const Case other_cases[] = {
  { "2026-12-08", "change", "stopper change-in-loket" },
  { "2026-12-08", "change email=", "stopper no-private-email change-in-loket" },
  { "2026-12-08", "lacks", "stopper employer-without-mijnloket" },
  { "2026-12-08", "employers=0", "ready" },
  { "2026-12-08", "employers=1", "ready" },
  { "2026-12-08", "employers=2", "ready several-employers" },
  { "2026-12-08", "wnl=NoAccessToClient include", "ready no-werknemerloket" },
  { "2026-12-08", "wnl=AccessToClientIsBlocked include", "ready no-werknemerloket" },
  { "2026-12-08", "wnl= include", "ready" },
  { "2026-12-08", "wnl=SomethingNew include", "ready" },
  { "2026-12-08", "include", "ready" },
  { "2026-12-08", "new", "ready new-since-announcement" },
  { "2026-12-08", "work=2025-06-30/2024-01-01 wnl=NoAccessToClient include",
    "stopper employment-dates-conflict no-werknemerloket" },
  /* who is left out or done has no findings */
  { "2026-12-08", "unselected email= born= lacks others=2 new", "left-out client-not-selected" },
  { "2026-12-08", "deceased email=geen@geen.nl", "left-out deceased" },
  { "2026-12-08", "excluded others=2", "left-out excluded-by-hand" },
  { "2026-12-08", "ml=HasAccessToClient email= employers=2", "done already-linked" },
  { "2026-12-08", "ml=InvitePending others=2", "done already-invited" },
  { "2026-12-08", "work=2027-01-01/ email=", "left-out not-yet-employed" },
  { "2026-12-08", "wnl=NoAccessToClient new", "left-out no-werknemerloket" },
  { "2026-09-30", "work=/2025-05-01 email=", "left-out left-2025-keeps-access" },
  { "2026-10-01", "work=/2025-05-01 email=", "left-out left-2025-access-ended" },
};

static const Case decision_cases[] = {
  { "2026-12-08", "others=1 accepted=email-not-unique", "ready email-not-unique" },
  { "2026-12-08", "others=1 born= accepted=email-not-unique", "decide email-not-unique birth-date-missing" },
  { "2026-12-08", "others=1 born= accepted=email-not-unique,birth-date-missing",
    "ready email-not-unique birth-date-missing" },
  { "2026-12-08", "others=1 accepted=email-placeholder", "decide email-not-unique" },
  { "2026-12-08", "accepted=email-not-unique", "ready" },
  { "2026-12-08", "work=2020-01-01/2026-12-08 accepted=ends-around-wave", "ready ends-around-wave" },
  { "2026-12-08", "differs employers=2 accepted=email-differs", "ready email-differs several-employers" },
  /* a stopper comes before a warning and cannot be accepted */
  { "2026-12-08", "email= accepted=no-private-email", "stopper no-private-email" },
  { "2026-12-08", "lacks others=1", "stopper employer-without-mijnloket email-not-unique" },
  { "2026-12-08", "lacks others=1 accepted=email-not-unique",
    "stopper employer-without-mijnloket email-not-unique" },
  { "2026-12-08", "excluded others=1 accepted=email-not-unique", "left-out excluded-by-hand" },
};

static void
check (const Case *cases, gsize count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autofree char *got = NULL;
      OvsVerdict verdict;

      fixture_init (&fixture, cases[i].row);
      verdict = ovs_judge (&fixture.row, &fixture.facts, day (cases[i].date));
      got = fixture_describe (&verdict);
      if (!g_str_equal (got, cases[i].verdict))
        g_test_message ("on %s: %s", cases[i].date, cases[i].row);
      g_assert_cmpstr (got, ==, cases[i].verdict);
      g_assert_true ((verdict.open != 0) == (verdict.disposition == OVS_DISPOSITION_DECIDE) ||
                     verdict.disposition == OVS_DISPOSITION_STOPPER);
      g_assert_cmpuint (verdict.open & ~(verdict.findings & OVS_FINDINGS_WARNINGS), ==, 0);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", count);
}

static void
test_address (void)
{
  check (address_cases, G_N_ELEMENTS (address_cases));
}

static void
test_birth (void)
{
  check (birth_cases, G_N_ELEMENTS (birth_cases));
}

static void
test_employments (void)
{
  check (employment_cases, G_N_ELEMENTS (employment_cases));
}

static void
test_others (void)
{
  check (other_cases, G_N_ELEMENTS (other_cases));
}

static void
test_decisions (void)
{
  check (decision_cases, G_N_ELEMENTS (decision_cases));
}

/* A million rows take a second or two; the limit is for a sanitizer on a busy machine. */
static void
test_many (void)
{
  const char *specs[] = { "", "email=jan.jansen@bakkerij-jansen.nl others=1", "work=2020-01-01/2027-12-31",
                          "email=jan@gmial.com" };
  Fixture fixtures[G_N_ELEMENTS (specs)];
  OvsDay wave = day ("2026-12-08");
  OvsFindings all = 0;
  gint64 start;

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    fixture_init (&fixtures[i], specs[i]);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 1000000; i++)
    {
      const Fixture *fixture = &fixtures[i % G_N_ELEMENTS (specs)];
      all |= ovs_judge (&fixture->row, &fixture->facts, wave).findings;
    }
  g_test_message ("1000000 rows in %.3f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpuint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (all, ==, read_codes ("email-not-unique,ends-after-wave,email-looks-mistyped"));
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    fixture_clear (&fixtures[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judge/address", test_address);
  g_test_add_func ("/judge/birth-date", test_birth);
  g_test_add_func ("/judge/employments", test_employments);
  g_test_add_func ("/judge/others", test_others);
  g_test_add_func ("/judge/decisions", test_decisions);
  g_test_add_func ("/judge/many", test_many);
  return g_test_run ();
}
