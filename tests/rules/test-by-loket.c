/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/by-loket.h"

typedef struct
{
  const char *who;
  OvsByLoketRow row;
  OvsByLoket expected;
} Case;

#define STOPPER(finding) OVS_DISPOSITION_STOPPER, OVS_REASON_NONE, OVS_FINDING_BIT (finding)
#define LEFT_OUT(reason) OVS_DISPOSITION_LEFT_OUT, reason, 0

static const Case cases[] = {
  { "ready", { OVS_DISPOSITION_READY, OVS_REASON_NONE, 0, OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_AS_DECIDED },
  { "ready, nothing known of Werknemerloket",
    { OVS_DISPOSITION_READY, OVS_REASON_NONE, 0, OVS_ADDRESS_OK, OVS_ACCESS_UNKNOWN, FALSE },
    OVS_BY_LOKET_AS_DECIDED },
  /* The client wants him invited too, but there is nothing to move. */
  { "ready without Werknemerloket", { OVS_DISPOSITION_READY, OVS_REASON_NONE, 0, OVS_ADDRESS_OK, OVS_ACCESS_NONE, FALSE }, OVS_BY_LOKET_UNSURE },
  { "to decide", { OVS_DISPOSITION_DECIDE, OVS_REASON_NONE, 0, OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_ANYWAY },
  { "not changed in Loket yet", { STOPPER (OVS_FINDING_CHANGE_IN_LOKET), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_ANYWAY },
  { "without an address", { STOPPER (OVS_FINDING_NO_PRIVATE_EMAIL), OVS_ADDRESS_ABSENT, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_FALLOUT },
  { "with an impossible address", { STOPPER (OVS_FINDING_INVALID_PRIVATE_EMAIL), OVS_ADDRESS_INVALID, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_UNSURE },
  { "with impossible dates", { STOPPER (OVS_FINDING_EMPLOYMENT_DATES_CONFLICT), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_UNSURE },
  { "excluded by hand", { LEFT_OUT (OVS_REASON_EXCLUDED_BY_HAND), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, TRUE }, OVS_BY_LOKET_ANYWAY },
  { "excluded by hand, without an address", { LEFT_OUT (OVS_REASON_EXCLUDED_BY_HAND), OVS_ADDRESS_ABSENT, OVS_ACCESS_ACTIVE, TRUE }, OVS_BY_LOKET_FALLOUT },
  { "excluded by hand, and gone", { LEFT_OUT (OVS_REASON_EXCLUDED_BY_HAND), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_NOT_ALONG },
  /* Without an end date Loket sees somebody in service. */
  { "deceased", { LEFT_OUT (OVS_REASON_DECEASED), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, TRUE }, OVS_BY_LOKET_ANYWAY },
  { "without Werknemerloket", { LEFT_OUT (OVS_REASON_NO_WERKNEMERLOKET), OVS_ADDRESS_OK, OVS_ACCESS_NONE, FALSE }, OVS_BY_LOKET_UNSURE },
  { "not there yet", { LEFT_OUT (OVS_REASON_NOT_YET_EMPLOYED), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_NOT_ALONG },
  { "left in 2025", { LEFT_OUT (OVS_REASON_LEFT_2025_ACCESS_ENDED), OVS_ADDRESS_OK, OVS_ACCESS_ACTIVE, FALSE }, OVS_BY_LOKET_NOT_ALONG },
  { "over", { OVS_DISPOSITION_DONE, OVS_REASON_ALREADY_LINKED, 0, OVS_ADDRESS_OK, OVS_ACCESS_BLOCKED, FALSE }, OVS_BY_LOKET_DONE },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].who);
      g_assert_cmpint (ovs_by_loket_judge (&cases[i].row), ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/by-loket/cases", test_cases);
  return g_test_run ();
}
