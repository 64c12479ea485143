/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/boundary.h"
#include "rules/fixture.h"

typedef struct
{
  const char *employments;
  const char *date;
  gboolean active;
  gboolean later;
  gboolean conflict;
  const char *last_end;
} Case;

static const Case cases[] = {
  { "", "2026-12-08", TRUE, FALSE, FALSE, "" },
  { "/", "2026-12-08", TRUE, FALSE, FALSE, "" },
  { "2026-12-08/2026-12-08", "2026-12-07", FALSE, TRUE, FALSE, "2026-12-08" },
  { "2026-12-08/2026-12-08", "2026-12-08", TRUE, FALSE, FALSE, "2026-12-08" },
  { "2026-12-08/2026-12-08", "2026-12-09", FALSE, FALSE, FALSE, "2026-12-08" },
  { "/2026-12-08", "1990-01-01", TRUE, FALSE, FALSE, "2026-12-08" },
  { "2026-12-08/", "2090-01-01", TRUE, FALSE, FALSE, "" },
  { "2026-12-08/2026-12-07", "2026-12-08", FALSE, FALSE, TRUE, "2026-12-07" },
  { "2026-12-08/2026-12-07", "2026-12-07", FALSE, TRUE, TRUE, "2026-12-07" },
  { "2020-01-01/2021-01-01,2022-01-01/2026-12-08", "2021-06-01", FALSE, TRUE, FALSE, "2026-12-08" },
  { "2022-01-01/2026-12-08,2020-01-01/2021-01-01", "2022-06-01", TRUE, FALSE, FALSE, "2026-12-08" },
  { "2020-01-01/,2022-01-01/2026-12-08", "2027-01-01", TRUE, FALSE, FALSE, "" },
  { "2020-01-01/2024-02-29,2024-03-01/2024-02-28", "2024-02-29", TRUE, TRUE, TRUE, "2024-02-29" },
};

typedef struct
{
  OvsDay boundary;
  const char *iso;
} BoundaryCase;

static const BoundaryCase boundary_cases[] = {
  { OVS_RULES_READ_ON, "2026-11-21" },      { OVS_LEAVERS_2025_FIRST, "2025-01-01" },
  { OVS_LEAVERS_2025_LAST, "2025-12-31" },  { OVS_LEAVERS_2025_ACCESS_ENDS, "2026-10-01" },
  { OVS_BIRTH_DATE_UNKNOWN, "1900-01-01" },
};

static void
test_employments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsEmployment employments[FIXTURE_EMPLOYMENTS_MAX];
      gsize n = read_employments (cases[i].employments, employments);
      OvsDay date = day (cases[i].date);

      g_assert_cmpint (ovs_employments_any_active (employments, n, date), ==, cases[i].active);
      g_assert_cmpint (ovs_employments_any_later (employments, n, date), ==, cases[i].later);
      g_assert_cmpint (ovs_employments_any_conflict (employments, n), ==, cases[i].conflict);
      g_assert_cmpint (ovs_employments_last_end (employments, n), ==, day (cases[i].last_end));
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cases));
}

static void
test_text (void)
{
  OvsEmployment employments[FIXTURE_EMPLOYMENTS_MAX];
  gsize n =
      read_employments ("2022-01-01/,2020-01-01/2021-01-01,/2019-01-01,2022-01-01/2023-01-01", employments);
  g_autofree char *text = ovs_employments_to_text (employments, n);
  g_autofree char *none = ovs_employments_to_text (NULL, 0);

  g_assert_cmpstr (text, ==, "/2019-01-01,2020-01-01/2021-01-01,2022-01-01/2023-01-01,2022-01-01/");
  g_assert_cmpstr (none, ==, "");
}

static void
test_boundaries (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (boundary_cases); i++)
    g_assert_cmpint (boundary_cases[i].boundary, ==, day (boundary_cases[i].iso));
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (boundary_cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/employment/employments", test_employments);
  g_test_add_func ("/employment/text", test_text);
  g_test_add_func ("/employment/boundaries", test_boundaries);
  return g_test_run ();
}
