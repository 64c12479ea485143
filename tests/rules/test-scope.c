/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/fixture.h"

typedef struct
{
  const char *date;
  const char *row;
  const char *reason; /* NULL: in scope */
} Case;

static const Case date_cases[] = {
  /* active: start ≤ peildatum ≤ end, inclusive */
  { "2026-12-08", "work=2020-01-01/", NULL },
  { "2026-12-08", "work=/", NULL },
  { "2026-12-08", "work=", NULL },
  { "2026-12-08", "work=/2026-12-08", NULL },
  { "2026-12-08", "work=2026-12-08/", NULL },
  { "2026-12-08", "work=2026-12-08/2026-12-08", NULL },
  { "2026-12-07", "work=2020-01-01/2026-12-08", NULL },
  { "2026-12-09", "work=2020-01-01/2026-12-08", "left-employment" },
  { "2026-12-09", "work=/2026-12-08", "left-employment" },
  { "2026-12-07", "work=2026-12-08/", "not-yet-employed" },
  { "2026-12-09", "work=2026-12-08/", NULL },
  /* leap days */
  { "2024-02-29", "work=2020-01-01/2024-02-29", NULL },
  { "2024-03-01", "work=2020-01-01/2024-02-29", "left-before-2025" },
  { "2028-02-28", "work=2028-02-29/", "not-yet-employed" },
  { "2028-02-29", "work=2028-02-29/", NULL },
  { "2028-02-29", "work=2020-01-01/2028-02-28", "left-employment" },
  /* the window of 2025 */
  { "2026-12-08", "work=2020-01-01/2024-12-31", "left-before-2025" },
  { "2026-12-08", "work=2020-01-01/2025-01-01", "left-2025-access-ended" },
  { "2026-12-08", "work=2020-01-01/2025-12-31", "left-2025-access-ended" },
  { "2026-12-08", "work=2020-01-01/2026-01-01", "left-employment" },
  { "2026-06-01", "work=2020-01-01/2024-12-31", "left-before-2025" },
  { "2026-06-01", "work=2020-01-01/2025-01-01", "left-2025-keeps-access" },
  { "2026-06-01", "work=2020-01-01/2025-12-31", "left-2025-keeps-access" },
  { "2026-06-01", "work=2020-01-01/2026-01-01", "left-employment" },
  { "2025-06-01", "work=2020-01-01/2025-03-01", "left-2025-keeps-access" },
  { "2025-01-01", "work=2020-01-01/2024-12-31", "left-before-2025" },
  { "2025-01-02", "work=2020-01-01/2025-01-01", "left-2025-keeps-access" },
  { "2025-12-31", "work=2020-01-01/2025-12-31", NULL },
  { "2026-01-01", "work=2020-01-01/2025-12-31", "left-2025-keeps-access" },
  { "2026-01-02", "work=2020-01-01/2026-01-01", "left-employment" },
  /* 1 October 2026 */
  { "2026-09-30", "work=2020-01-01/2025-07-01", "left-2025-keeps-access" },
  { "2026-10-01", "work=2020-01-01/2025-07-01", "left-2025-access-ended" },
  { "2026-10-02", "work=2020-01-01/2025-07-01", "left-2025-access-ended" },
  { "2026-09-30", "work=2020-01-01/2026-09-29", "left-employment" },
  { "2026-10-01", "work=2020-01-01/2026-09-30", "left-employment" },
  { "2026-10-02", "work=2020-01-01/2024-07-01", "left-before-2025" },
  { "2026-09-30", "work=2020-01-01/", NULL },
  { "2026-10-01", "work=2020-01-01/", NULL },
  { "2026-10-02", "work=2020-01-01/", NULL },
  /* several employments: any active one counts, else the last */
  { "2026-12-08", "work=2010-01-01/2025-06-30,2026-02-01/", NULL },
  { "2026-12-08", "work=2026-02-01/,2010-01-01/2025-06-30", NULL },
  { "2026-12-08", "work=2010-01-01/2024-06-30,2024-08-01/2025-06-30", "left-2025-access-ended" },
  { "2026-12-08", "work=2024-08-01/2025-06-30,2010-01-01/2024-06-30", "left-2025-access-ended" },
  { "2026-12-08", "work=2010-01-01/2025-06-30,2025-08-01/2026-03-31", "left-employment" },
  { "2026-12-08", "work=2010-01-01/2025-06-30,2027-01-01/", "not-yet-employed" },
  { "2026-06-01", "work=2010-01-01/2025-06-30,2027-01-01/2027-12-31", "not-yet-employed" },
  { "2026-12-08", "work=2010-01-01/2023-06-30,2027-01-01/", "not-yet-employed" },
  { "2026-12-08", "work=2020-01-01/,2027-01-01/", NULL },
  { "2026-12-08", "work=2020-01-01/2026-12-08,2026-12-09/", NULL },
  /* a gap of one day between two employments */
  { "2026-12-08", "work=2020-01-01/2026-12-07,2026-12-09/", "not-yet-employed" },
  /* whose dates conflict is not left out for a date */
  { "2026-12-08", "work=2025-06-30/2024-01-01", NULL },
  { "2026-12-08", "work=2027-06-30/2027-01-01", NULL },
  { "2026-12-08", "work=2020-01-01/2023-12-31,2025-06-30/2025-06-29", NULL },
  { "2026-12-08", "work=2020-01-01/2023-12-31,2025-06-30/2025-06-30", "left-2025-access-ended" },
};

static const Case order_cases[] = {
  { "2026-12-08", "unselected deceased excluded ml=HasAccessToClient work=/2024-01-01 wnl=NoAccessToClient",
    "client-not-selected" },
  { "2026-12-08", "deceased excluded ml=HasAccessToClient work=/2024-01-01 wnl=NoAccessToClient",
    "deceased" },
  { "2026-12-08", "excluded ml=HasAccessToClient work=/2024-01-01 wnl=NoAccessToClient", "excluded-by-hand" },
  { "2026-12-08", "ml=HasAccessToClient work=/2024-01-01 wnl=NoAccessToClient", "already-linked" },
  { "2026-12-08", "ml=InvitePending work=/2024-01-01 wnl=NoAccessToClient", "already-invited" },
  { "2026-12-08", "work=/2024-01-01 wnl=NoAccessToClient", "left-before-2025" },
  { "2026-12-08", "work=2027-01-01/ wnl=NoAccessToClient", "not-yet-employed" },
  { "2026-12-08", "work=/2025-05-01 wnl=NoAccessToClient", "left-2025-access-ended" },
  { "2026-06-01", "work=/2025-05-01 wnl=NoAccessToClient", "left-2025-keeps-access" },
  { "2026-12-08", "work=/2026-05-01 wnl=NoAccessToClient", "left-employment" },
  { "2026-12-08", "wnl=NoAccessToClient", "no-werknemerloket" },
  { "2026-12-08", "wnl=NoAccessToClient work=2025-06-30/2024-01-01", "no-werknemerloket" },
  { "2026-12-08", "excluded work=2025-06-30/2024-01-01", "excluded-by-hand" },
  { "2026-12-08", "ml=HasAccessToClient work=2025-06-30/2024-01-01", "already-linked" },
  { "2026-12-08", "unselected", "client-not-selected" },
  { "2026-12-08", "deceased", "deceased" },
  { "2026-12-08", "excluded", "excluded-by-hand" },
  /* what stops is no reason to be left out */
  { "2026-12-08", "lacks change email=", NULL },
};

static const Case access_cases[] = {
  { "2026-12-08", "ml=", NULL },
  { "2026-12-08", "ml=HasAccessToClient", "already-linked" },
  { "2026-12-08", "ml=InvitePending", "already-invited" },
  { "2026-12-08", "ml=NoAccessToClient", NULL },
  { "2026-12-08", "ml=InviteFailed", NULL },
  { "2026-12-08", "ml=InviteCancelled", NULL },
  { "2026-12-08", "ml=InviteExpired", NULL },
  { "2026-12-08", "ml=AccessToClientIsBlocked", NULL },
  { "2026-12-08", "ml=UserIsBlocked", NULL },
  { "2026-12-08", "ml=SomethingNew", NULL },
  { "2026-12-08", "wnl=", NULL },
  { "2026-12-08", "wnl=HasAccessToClient", NULL },
  { "2026-12-08", "wnl=SomethingNew", NULL },
  { "2026-12-08", "wnl=InvitePending", "no-werknemerloket" },
  { "2026-12-08", "wnl=InviteFailed", "no-werknemerloket" },
  { "2026-12-08", "wnl=InviteCancelled", "no-werknemerloket" },
  { "2026-12-08", "wnl=InviteExpired", "no-werknemerloket" },
  { "2026-12-08", "wnl=AccessToClientIsBlocked", "no-werknemerloket" },
  { "2026-12-08", "wnl=UserIsBlocked", "no-werknemerloket" },
  { "2026-12-08", "wnl=NoAccessToClient include", NULL },
  { "2026-12-08", "wnl=UserIsBlocked include", NULL },
  { "2026-12-08", "wnl=NoAccessToClient include work=/2026-05-01", "left-employment" },
  { "2026-12-08", "wnl=NoAccessToClient include unselected", "client-not-selected" },
};

static void
check (const Case *cases, gsize count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_auto (Fixture) fixture = { 0 };
      const char *reason;

      fixture_init (&fixture, cases[i].row);
      reason = ovs_reason_code (ovs_scope_judge (&fixture.row, day (cases[i].date)));
      if (g_strcmp0 (reason, cases[i].reason) != 0)
        g_test_message ("on %s: %s", cases[i].date, cases[i].row);
      g_assert_cmpstr (reason, ==, cases[i].reason);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", count);
}

static void
test_dates (void)
{
  check (date_cases, G_N_ELEMENTS (date_cases));
}

static void
test_order (void)
{
  check (order_cases, G_N_ELEMENTS (order_cases));
}

static void
test_access (void)
{
  check (access_cases, G_N_ELEMENTS (access_cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/dates", test_dates);
  g_test_add_func ("/scope/order", test_order);
  g_test_add_func ("/scope/access", test_access);
  return g_test_run ();
}
