/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/error.h"
#include "dossier/judgement.h"
#include "dossier/wave-ties.h"
#include "dossier/waves.h"

#define WAVES "SELECT number, date, route, frozen_at IS NOT NULL, early_reason FROM wave ORDER BY number"
#define CLIENTS "SELECT c.number, w.number, c.route FROM employer c LEFT JOIN wave w ON w.id = c.wave ORDER BY c.id"
#define CONVERTED "INSERT INTO request (employer, kind, sent) VALUES (1, 'invite', '2026-12-08T08:00:00Z')"

typedef struct
{
  OvsWaveChange change;
  gint64 client; /* 0: none */
  gint64 changed;
} Set;

static gboolean
set_wave (OvsTx *tx, gpointer data, GError **error)
{
  Set *set = data;
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (set->client != 0)
    g_array_append_val (clients, set->client);
  set->change.clients = clients;
  set->changed = ovs_waves_set (tx, &set->change, error);
  return set->changed >= 0;
}

static void
plan (Fixture *fixture, gint64 number, OvsDay date, gint64 client)
{
  Set set = { .change = { .number = number, .date = date }, .client = client };

  clients_do (fixture, set_wave, &set);
}

static gboolean
set_route (OvsTx *tx, gpointer route, GError **error)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 client = 1;

  g_array_append_val (clients, client);
  return ovs_waves_set_route (tx, clients, route, error) >= 0;
}

static gboolean
freeze (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_waves_freeze (tx, 1, TRUE, error);
}

static gboolean
thaw (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_waves_freeze (tx, 1, FALSE, error);
}

static gboolean
begin (OvsTx *tx, gpointer reason, GError **error)
{
  ovs_waves_begin (tx, ovs_waves_find (tx, 1), reason);
  return TRUE;
}

static gboolean
remove_wave (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_waves_remove (tx, 1, error);
}

static OvsDay
day (int day_of_month)
{
  return ovs_day_from_ymd (2026, 12, day_of_month);
}

/* A round is made with its day and its clients in one step, and goes with its clients in one. */
static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  plan (fixture, 1, day (8), 1);
  fixture_assert (fixture, WAVES, "1|2026-12-08|loket|0|\n");
  fixture_assert (fixture, CLIENTS, "1|1|\n2||\n");
  clients_undo (fixture, "wave-clients");
  fixture_assert (fixture, WAVES, "");
  fixture_assert (fixture, CLIENTS, "1||\n2||\n");

  plan (fixture, 1, day (8), 1);
  plan (fixture, 2, OVS_NO_DAY, 1);
  fixture_assert (fixture, CLIENTS, "1|2|\n2||\n");
  plan (fixture, 1, OVS_NO_DAY, 1);
  clients_do (fixture, remove_wave, NULL);
  fixture_assert (fixture, WAVES, "2||loket|0|\n");
  fixture_assert (fixture, CLIENTS, "1||\n2||\n");
  clients_undo (fixture, "wave-remove");
  fixture_assert (fixture, WAVES, "1|2026-12-08|loket|0|\n2||loket|0|\n");
  fixture_assert (fixture, CLIENTS, "1|1|\n2||\n");
  plan (fixture, 0, OVS_NO_DAY, 1);
  fixture_assert (fixture, CLIENTS, "1||\n2||\n");
}

static void
test_frozen (Fixture *fixture, gconstpointer unused)
{
  Set other_day = { .change = { .number = 1, .date = day (9) } };
  Set in = { .change = { .number = 1 }, .client = 2 };
  Set out = { .change = { .number = 2 }, .client = 1 };

  plan (fixture, 1, day (8), 1);
  clients_do (fixture, freeze, NULL);
  clients_refuse (fixture, set_wave, &other_day, OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, set_wave, &in, OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, set_wave, &out, OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, remove_wave, NULL, OVS_DOSSIER_ERROR_REFUSED);
  clients_do (fixture, thaw, NULL);
  clients_do (fixture, set_wave, &other_day);
  fixture_assert (fixture, WAVES, "1|2026-12-09|loket|0|\n");
}

/* Until something of a client was sent it can change round and route. */
static void
test_submitted (Fixture *fixture, gconstpointer unused)
{
  OvsRoute hand = OVS_ROUTE_HAND;
  Set other = { .change = { .number = 2 }, .client = 1 };
  Set by_hand = { .change = { .number = 1, .route = &hand } };

  plan (fixture, 1, day (8), 1);
  clients_do (fixture, set_route, &hand);
  fixture_assert (fixture, CLIENTS, "1|1|hand\n2||\n");
  clients_undo (fixture, "route");
  clients_do (fixture, set_wave, &by_hand);
  fixture_assert (fixture, WAVES, "1|2026-12-08|hand|0|\n");

  fixture_execute (fixture, CONVERTED);
  clients_refuse (fixture, set_wave, &other, OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, set_route, &hand, OVS_DOSSIER_ERROR_REFUSED);
  by_hand.change.route = &(OvsRoute){ OVS_ROUTE_API };
  clients_refuse (fixture, set_wave, &by_hand, OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, remove_wave, NULL, OVS_DOSSIER_ERROR_REFUSED);

  /* Of what Loket did not do, nothing came. */
  fixture_execute (fixture, "UPDATE request SET answer = 'nothing-done'");
  clients_do (fixture, set_wave, &other);
  fixture_assert (fixture, CLIENTS, "1|2|\n2||\n");
}

static gboolean
may_apply (OvsTx *tx, gpointer data, GError **error)
{
  GString *text = data;

  for (gint64 wave = 0; wave <= 2; wave++)
    g_string_append_printf (text, "%d%d ", ovs_waves_may_apply (tx, 1, wave), ovs_waves_may_apply (tx, 2, wave));
  return TRUE;
}

static void
expect_may_apply (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  clients_do (fixture, may_apply, text);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Without a round, then each of two rounds: client 1, client 2. */
static void
test_may_apply (Fixture *fixture, gconstpointer unused)
{
  expect_may_apply (fixture, "11 00 00 ");
  fixture_execute (fixture, "INSERT INTO setting VALUES ('loket-kind', 'practice')");
  plan (fixture, 1, ovs_day_from_ymd (2020, 1, 1), 1);
  plan (fixture, 2, ovs_day_from_ymd (9000, 1, 1), 2);
  expect_may_apply (fixture, "10 10 01 ");
  fixture_execute (fixture, "UPDATE employer SET route = 'hand' WHERE id = 1");
  expect_may_apply (fixture, "00 00 01 ");
}

static void
keep_row (const OvsWaveRow *row, gpointer data)
{
  *(OvsWaveRow *) data = *row;
}

static gboolean
read_first (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_waves_get (tx, ovs_waves_find (tx, 1), keep_row, data);
}

/* Two people who share a name and a birth date, and two who share an address; nobody is judged yet. */
static void
add_people (Fixture *fixture)
{
  fixture_execute (fixture, "INSERT INTO employee (id, employer, number, number_key, email_kind, email_key, person_base, person_initial, sort_key, first_seen, "
                            "added_by) VALUES (1, 1, '1', '1', 'ok', 'samen@gmail.com', 'jansen 1980', 'a', 'jansen', '2026-11-01T10:00:00Z', 1), "
                            "(2, 1, '2', '2', 'absent', NULL, NULL, '', 'smit', '2026-11-01T10:00:00Z', 1), "
                            "(3, 2, '1', '1', 'ok', 'samen@gmail.com', 'jansen 1980', '', 'jansen', '2026-11-01T10:00:00Z', 1)");
}

static void
test_counts (Fixture *fixture, gconstpointer unused)
{
  OvsWaveRow row;

  add_people (fixture);
  plan (fixture, 1, day (8), 1);
  plan (fixture, 1, OVS_NO_DAY, 2);
  fixture_execute (fixture, "UPDATE employer SET informed_on = '2026-11-20' WHERE id = 2");
  fixture_execute (fixture, "INSERT INTO tally VALUES (1, 'ready', 2), (1, 'fallen', 1)");
  fixture_execute (fixture, CONVERTED);
  clients_do (fixture, read_first, &row);
  g_assert_cmpint (row.employers, ==, 2);
  g_assert_cmpint (row.employees, ==, 3);
  g_assert_cmpint (row.to_invite, ==, 1);
  g_assert_cmpint (row.submitted, ==, 1);
  g_assert_cmpint (row.not_informed, ==, 1);
  g_assert_cmpint (row.last_informed, ==, ovs_day_from_ymd (2026, 11, 20));
}

static void
add_tie (const OvsWaveTie *tie, gpointer data)
{
  g_string_append_printf (data, "%d:%s ", tie->tie, tie->number);
}

static gboolean
read_ties (OvsTx *tx, gpointer data, GError **error)
{
  ovs_wave_ties_foreach (tx, ovs_waves_find (tx, 1), add_tie, data);
  return TRUE;
}

static void
expect_ties (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  clients_do (fixture, read_ties, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_ties (Fixture *fixture, gconstpointer unused)
{
  add_people (fixture);
  plan (fixture, 1, day (8), 1);
  expect_ties (fixture, "0:2 1:2 ");
  fixture_execute (fixture, "UPDATE employer SET contact_email = CASE id WHEN 1 THEN 'M@Dam.nl' ELSE 'm@dam.nl' END");
  expect_ties (fixture, "0:2 1:2 2:2 ");
  /* Who stays behind ties nothing. */
  fixture_execute (fixture, "INSERT INTO judgement VALUES (3, 'left-out', 'left-employment', '')");
  expect_ties (fixture, "2:2 ");
  /* In the same round there is nothing to propose, nor of who takes no part. */
  fixture_execute (fixture, "UPDATE employer SET selected = 0 WHERE id = 2");
  expect_ties (fixture, "");
}

typedef struct
{
  GString *text;
  OvsDay on; /* OVS_NO_DAY: each on his own day */
} Judging;

static void
add_verdict (const OvsJudged *judged, gpointer data)
{
  g_string_append_printf (data, "%s%s ", ovs_disposition_code (judged->verdict.disposition), judged->verdict.reason == OVS_REASON_LEFT_EMPLOYMENT ? "!" : "");
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  Judging *judging = data;

  if (judging->on != OVS_NO_DAY)
    ovs_judgement_run_on (tx, judging->on, NULL, add_verdict, judging->text);
  else
    ovs_judgement_run (tx, day (1), add_verdict, judging->text);
  return TRUE;
}

static void
expect_judged (Fixture *fixture, OvsDay on, const char *expected)
{
  Judging judging = { g_string_new (NULL), on };

  clients_do (fixture, judge, &judging);
  g_assert_cmpstr (judging.text->str, ==, expected);
  g_string_free (judging.text, TRUE);
}

/* Both leave on 20-12; client 1 is in a round after that day. */
static void
test_judged (Fixture *fixture, gconstpointer unused)
{
  add_people (fixture);
  fixture_execute (fixture, "UPDATE employer SET mijnloket = 1; DELETE FROM employee WHERE id = 2; UPDATE employee SET email_key = 'a' || id || '@gmail.com', birth_date = '1980-01-01';"
                            "INSERT INTO employment VALUES (1, 0, '2020-01-01', '2026-12-20'), (3, 0, '2020-01-01', '2026-12-20')");
  expect_judged (fixture, OVS_NO_DAY, "decide decide ");
  plan (fixture, 1, day (28), 1);
  expect_judged (fixture, OVS_NO_DAY, "left-out! ready ");
  expect_judged (fixture, day (1), "decide decide ");
  /* Applied earlier, it is that day that counts. */
  clients_do (fixture, begin, (gpointer) "vakantie");
  fixture_assert (fixture, WAVES, "1|2026-12-28|loket|1|vakantie\n");
  expect_judged (fixture, OVS_NO_DAY, "decide decide ");
}

/* The day of a round that was not applied has passed: it is the day on which it may be applied yet that counts. */
static void
test_judged_late (Fixture *fixture, gconstpointer unused)
{
  add_people (fixture);
  fixture_execute (fixture, "UPDATE employer SET mijnloket = 1; DELETE FROM employee WHERE id <> 1; UPDATE employee SET birth_date = '1980-01-01';"
                            "INSERT INTO employment VALUES (1, 0, '2020-01-01', '2026-11-20')");
  plan (fixture, 1, ovs_day_from_ymd (2026, 11, 10), 1);
  expect_judged (fixture, OVS_NO_DAY, "left-out! ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/waves/" path, Fixture, NULL, clients_set_up, func, fixture_tear_down)
  ADD ("plan", test_plan);
  ADD ("frozen", test_frozen);
  ADD ("submitted", test_submitted);
  ADD ("may-apply", test_may_apply);
  ADD ("counts", test_counts);
  ADD ("ties", test_ties);
  ADD ("judged", test_judged);
  ADD ("judged-late", test_judged_late);
#undef ADD
  return g_test_run ();
}
