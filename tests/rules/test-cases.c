/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/fixture.h"

/*
 * What can be the matter with a person and with his dates, by the number of the case. What only several people together
 * show (shared addresses, one person at two clients) is tested through files, in tests/commands/test-cases.py.
 */

typedef struct
{
  const char *test; /* the path; NULL: of the same case as the one before */
  const char *date;
  const char *row;
  const char *verdict;
} Case;

#define WAVE "2026-12-08"

static const Case cases[] = {
  { "/rules/case-16-private-email-missing", WAVE, "email=", "stopper no-private-email" },
  { NULL, WAVE, "email=-", "stopper no-private-email" },
  { NULL, WAVE, "email=nvt", "stopper no-private-email" },
  { NULL, WAVE, "email= born= work=2020-01-01/2026-12-09",
    "stopper no-private-email birth-date-missing ends-around-wave ends-after-wave" },

  /* Not a stopper of our own: Loket warns, and so does Overstap until somebody decides. */
  { "/rules/case-18-shared-address", WAVE, "others=1", "decide email-not-unique" },
  { NULL, WAVE, "others=1 accepted=email-not-unique", "ready email-not-unique" },

  { "/rules/case-20-one-person-two-clients", WAVE, "employers=2", "ready several-employers" },
  { "/rules/case-21-two-addresses-of-one-person", WAVE, "employers=2 differs", "decide email-differs several-employers" },

  { "/rules/case-22-harmless-characters", WAVE, "email=mailto:jan@gmail.com;", "ready" },
  { NULL, WAVE, "email=JAN@GMAIL.COM", "ready" },
  { NULL, WAVE, "email=jan@gmail.com\302\240", "ready" },
  { NULL, WAVE, "email=<jan@gmail.com>", "ready" },
  { "/rules/case-22-no-address", WAVE, "email=jan@gmail.com;eva@gmail.com", "stopper invalid-private-email" },
  { NULL, WAVE, "email=jan@gmail,com", "stopper invalid-private-email" },
  { NULL, WAVE, "email=jan@gmail", "stopper invalid-private-email" },
  { "/rules/case-22-mistyped", WAVE, "email=jan@gmial.com", "decide email-looks-mistyped" },
  { NULL, WAVE, "email=jan@bakker.con", "decide email-looks-mistyped" },
  { NULL, WAVE, "email=jan@gmail.nl", "decide email-looks-mistyped" },

  /* Letters outside ASCII are no finding: an address may have them, and where it is a slip of one letter, case 22 sees it. */
  { "/rules/case-23-diacritics", WAVE, "email=ren\303\251e@ziggo.nl", "ready" },
  { NULL, WAVE, "email=jan@caf\303\251.nl", "ready" },
  { NULL, WAVE, "email=\320\270\320\262\320\260\320\275@example.org", "ready" },
  { NULL, WAVE, "email=ren\303\251e@gmial.com", "decide email-looks-mistyped" },

  /* Not stoppers: a warning each, and the same address for many is case 18. */
  { "/rules/case-24-placeholder", WAVE, "email=geen@geen.nl", "decide email-placeholder" },
  { NULL, WAVE, "email=nvt@bakker.nl", "decide email-placeholder" },
  { NULL, WAVE, "email=info@bakker.nl", "decide email-is-role-address" },
  { NULL, WAVE, "email=hr@bakker.nl at-work others=9", "decide email-not-unique email-is-role-address email-at-work" },

  { "/rules/case-25-address-of-the-client", WAVE, "email=jan@bakker.nl at-work", "decide email-at-work" },
  { NULL, WAVE, "email=jan@gmail.com at-work", "ready" },

  /* Not a stopper: a colleague may be on a client's payroll. */
  { "/rules/case-26-address-of-the-firm", WAVE, "email=jan@kantoor.nl at-firm", "decide email-at-firm" },

  /* Not a stopper: the invitation goes, only linking needs the date. */
  { "/rules/case-27-birth-date-missing", WAVE, "born=", "decide birth-date-missing" },

  { "/rules/case-28-birth-date-implausible", WAVE, "born=1900-01-01", "decide birth-date-implausible" },
  { NULL, WAVE, "born=2026-12-09", "decide birth-date-implausible" },
  { NULL, WAVE, "born=2013-12-09", "decide birth-date-implausible" },
  { NULL, WAVE, "born=1925-12-08", "decide birth-date-implausible" },
  { NULL, WAVE, "born=2020-01-01", "decide birth-date-implausible" },

  /* No finding of its own: they may work, and nothing has to be decided. */
  { "/rules/case-29-minors", WAVE, "born=2013-12-08", "ready" },
  { NULL, WAVE, "born=2009-05-01", "ready" },
  { NULL, WAVE, "born=2009-05-01 others=1", "decide email-not-unique" },

  { "/rules/case-30-owner-on-info", WAVE, "email=info@bakker.nl employers=2", "decide email-is-role-address several-employers" },

  { "/rules/case-31-deceased", WAVE, "deceased", "left-out deceased" },
  { NULL, WAVE, "deceased ml=HasAccessToClient", "left-out deceased" },
  { NULL, WAVE, "deceased email= born=", "left-out deceased" },

  { "/rules/case-34-linked-here", WAVE, "ml=HasAccessToClient", "done already-linked" },
  { NULL, WAVE, "ml=HasAccessToClient email= work=2020-01-01/2026-01-31", "done already-linked" },
  /* At this employer there is still an invitation to send. */
  { "/rules/case-35-linked-elsewhere", WAVE, "employers=2 ml=NoAccessToClient", "ready several-employers" },

  { "/rules/case-37-left-in-2025", "2026-09-30", "work=2020-01-01/2025-01-01", "left-out left-2025-keeps-access" },
  { NULL, "2026-09-30", "work=2020-01-01/2025-12-31", "left-out left-2025-keeps-access" },
  { NULL, WAVE, "work=2020-01-01/2025-12-31", "left-out left-2025-access-ended" },
  { "/rules/case-38-rehired-in-2026", "2026-09-28", "work=2020-01-01/2025-06-30,2026-03-01/", "ready" },
  { NULL, WAVE, "work=2020-01-01/2025-06-30,2026-03-01/", "ready" },
  { "/rules/case-39-left-before-2025", WAVE, "work=2020-01-01/2024-12-31 wnl=HasAccessToClient", "left-out left-before-2025" },
  { NULL, "2026-09-30", "work=2015-01-01/2019-05-31", "left-out left-before-2025" },
  { "/rules/case-40-left-in-2026", WAVE, "work=2020-01-01/2026-01-01", "left-out left-employment" },
  { NULL, WAVE, "work=2020-01-01/2026-12-07", "left-out left-employment" },
  /* Worth inviting, so no warning: who has linked before leaving keeps the documents. */
  { "/rules/case-41-notice-given", WAVE, "work=2020-01-01/2027-02-28", "ready ends-after-wave" },
  { "/rules/case-42-ends-around-the-wave", WAVE, "work=2020-01-01/2026-12-08", "decide ends-around-wave" },
  { NULL, WAVE, "work=2020-01-01/2026-12-11", "decide ends-around-wave ends-after-wave" },
  { NULL, WAVE, "work=2020-01-01/2026-12-12", "ready ends-after-wave" },
  /* The three days before it: who has left gets no invitation, so there is nothing to decide. */
  { NULL, WAVE, "work=2020-01-01/2026-12-05", "left-out left-employment" },
  { "/rules/case-43-future-start", WAVE, "work=2026-12-09/", "left-out not-yet-employed" },
  { NULL, WAVE, "work=2026-12-08/", "ready" },
  { NULL, WAVE, "work=2015-01-01/2025-06-30,2027-01-01/", "left-out not-yet-employed" },
  /* Only to know: the client tells the employee. */
  { "/rules/case-44-new-since-announcement", WAVE, "new work=2026-12-01/", "ready new-since-announcement" },
  { "/rules/case-45-dates-conflict", WAVE, "work=2026-06-01/2026-05-31", "stopper employment-dates-conflict" },
  { NULL, WAVE, "work=2020-01-01/,2019-06-01/2019-05-31", "stopper employment-dates-conflict" },
  /* Employments that overlap are no mistake: one can have two jobs. */
  { NULL, WAVE, "work=2020-01-01/2027-12-31,2024-01-01/", "ready" },
  /* The end of a contract that is no end of the employment looks like a notice, never like a leaver. */
  { "/rules/case-46-end-of-appointment", WAVE, "work=2020-01-01/2026-12-31", "ready ends-after-wave" },
  { "/rules/case-47-no-end", WAVE, "work=2020-01-01/", "ready" },

  { "/rules/case-48-moved-over-1-october", "2026-09-28", "work=2020-01-01/2025-08-31", "left-out left-2025-keeps-access" },
  { NULL, "2026-10-02", "work=2020-01-01/2025-08-31", "left-out left-2025-access-ended" },
  { NULL, "2026-09-28", "work=2020-01-01/2026-10-01", "decide ends-around-wave ends-after-wave" },
  { NULL, "2026-10-02", "work=2020-01-01/2026-10-01", "left-out left-employment" },
  { NULL, "2026-09-28", "work=2026-10-01/", "left-out not-yet-employed" },
  { NULL, "2026-10-02", "work=2026-10-01/", "ready" },
};

/* The case at @data and those after it that belong to it. */
static void
test_case (gconstpointer data)
{
  const Case *first = data;

  for (const Case *one = first; one == first || (one < cases + G_N_ELEMENTS (cases) && one->test == NULL); one++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autofree char *got = NULL;
      OvsVerdict verdict;

      fixture_init (&fixture, one->row);
      verdict = ovs_judge (&fixture.row, &fixture.facts, day (one->date));
      got = fixture_describe (&verdict);
      if (!g_str_equal (got, one->verdict))
        g_test_message ("on %s: %s", one->date, one->row);
      g_assert_cmpstr (got, ==, one->verdict);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].test != NULL)
      g_test_add_data_func (cases[i].test, &cases[i], test_case);
  return g_test_run ();
}
