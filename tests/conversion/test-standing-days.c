/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/office.h"
#include "dossier/client-filter.h"
#include "dossier/judgement.h"
#include "dossier/standing-days.h"

typedef struct
{
  const char *filter;
  GArray *days; /* (owned) */
} Look;

static gboolean
read_days (OvsTx *tx, gpointer data, GError **error)
{
  Look *look = data;

  look->days = ovs_standing_days_read (tx, look->filter);
  return TRUE;
}

static GArray *
get_days (Office *office, const char *filter)
{
  Look look = { .filter = filter };
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (office->dossier, read_days, &look, NULL, &error);
  g_assert_no_error (error);
  return look.days;
}

static OvsStandingDay *
last_of (GArray *days)
{
  return &g_array_index (days, OvsStandingDay, days->len - 1);
}

/* What a day says is what everybody is counted to be. */
static void
assert_is_now (Office *office)
{
  g_autoptr (GArray) days = get_days (office, NULL);
  OvsOutcomeCounts counts = office_counts (office);
  const gint64 *lists = last_of (days)->lists;

  g_assert_cmpint (lists[OVS_OUTCOMES_INVITED], ==, counts.invited);
  g_assert_cmpint (lists[OVS_OUTCOMES_INVITED], ==, lists[OVS_OUTCOMES_OVER] + lists[OVS_OUTCOMES_WAITING]);
  g_assert_cmpint (lists[OVS_OUTCOMES_REFUSED], ==, counts.fallout);
  g_assert_cmpint (lists[OVS_OUTCOMES_UNKNOWN], ==, counts.unknown);
}

static void
let_pass (Office *office, const char *days, const char *activate)
{
  g_autoptr (JsonNode) later = office_door (office, "/practice/clock", days);
  g_autoptr (JsonNode) active = office_door (office, "/practice/activate", activate);

  g_assert_nonnull (later);
  g_assert_nonnull (active);
  office_track (office);
}

static void
test_days (void)
{
  Office office;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) later = NULL;
  gint64 over;

  office_open (&office, 5, 210, 7);
  office_prepare (&office);
  first = get_days (&office, NULL);
  g_assert_cmpint (first->len, ==, 0);

  office_apply (&office, FALSE, NULL);
  assert_is_now (&office);
  let_pass (&office, "{\"advanceDays\": 3}", "{\"share\": 0.4, \"seed\": 1}");
  assert_is_now (&office);
  g_clear_pointer (&first, g_array_unref);
  first = get_days (&office, NULL);
  over = last_of (first)->lists[OVS_OUTCOMES_OVER];
  g_assert_cmpint (over, >, 0);

  /* Four days on: that day stays what it was. */
  let_pass (&office, "{\"advanceDays\": 4}", "{\"share\": 0.9, \"seed\": 2}");
  assert_is_now (&office);
  later = get_days (&office, NULL);
  g_assert_cmpuint (later->len, ==, first->len + 1);
  g_assert_cmpint (last_of (later)->day, ==, last_of (first)->day + 4);
  g_assert_cmpmem (&g_array_index (later, OvsStandingDay, first->len - 1), sizeof (OvsStandingDay), last_of (first), sizeof (OvsStandingDay));
  g_assert_cmpint (last_of (later)->lists[OVS_OUTCOMES_OVER], >, over);
  office_close (&office);
}

static void
add_client (gint64 employer, const gint64 lists[OVS_N_OUTCOME_LISTS], gpointer data)
{
  gint64 *sums = data;

  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    sums[list] += lists[list];
}

static gboolean
check_clients (OvsTx *tx, gpointer data, GError **error)
{
  const OvsStandingDay *day = data;
  gint64 sums[OVS_N_OUTCOME_LISTS] = { 0 };

  ovs_standing_days_of (tx, day->day, add_client, sums);
  g_assert_cmpmem (sums, sizeof sums, day->lists, sizeof day->lists);
  memset (sums, 0, sizeof sums);
  ovs_standing_days_of (tx, day->day - 1, add_client, sums);
  g_assert_cmpint (sums[OVS_OUTCOMES_INVITED], ==, 0);
  return TRUE;
}

/* The clients together are the whole; and a client that nobody looks at counts for nothing. */
static void
test_clients (void)
{
  Office office;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree char *nobody = ovs_client_filter_new ("Niemand hier", 0);
  g_autoptr (GError) error = NULL;

  office_open (&office, 5, 210, 7);
  office_prepare (&office);
  office_apply (&office, FALSE, NULL);
  all = get_days (&office, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  ovs_dossier_read (office.dossier, check_clients, last_of (all), NULL, &error);
  g_assert_no_error (error);
  none = get_days (&office, nobody);
  g_assert_cmpuint (none->len, ==, 0);
  office_close (&office);
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, ovs_tx_today (tx), NULL, NULL);
  return TRUE;
}

/* Counting again what has not changed keeps nothing anew. */
static void
test_again (void)
{
  Office office;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GError) error = NULL;

  office_open (&office, 3, 60, 7);
  office_prepare (&office);
  office_apply (&office, FALSE, NULL);
  before = get_days (&office, NULL);
  g_autoptr (JsonNode) later = office_door (&office, "/practice/clock", "{\"advanceDays\": 1}");
  g_assert_nonnull (later);
  ovs_dossier_write (office.dossier, judge, NULL, NULL, &error);
  g_assert_no_error (error);
  after = get_days (&office, NULL);
  g_assert_cmpmem (after->data, after->len * sizeof (OvsStandingDay), before->data, before->len * sizeof (OvsStandingDay));
  office_close (&office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing-days/days", test_days);
  g_test_add_func ("/standing-days/clients", test_clients);
  g_test_add_func ("/standing-days/again", test_again);
  return g_test_run ();
}
