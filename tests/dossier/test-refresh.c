/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/decisions.h"
#include "dossier/judgement.h"
#include "dossier/settings.h"
#include "dossier/tally.h"
#include "dossier/undo.h"
#include "dossier/waves.h"

/*
 * Judging again only whom a change concerns gives what judging everybody gives. The office is small and its people are much alike, so that
 * they share names, addresses and mail domains across clients all the time.
 */
#define CLIENTS 5
#define PEOPLE 90
#define STEPS 40
#define STEPS_AT_LENGTH 400

#define JUDGED                                                                                                                      \
  "SELECT employee, disposition, reason, judged_on FROM judgement ORDER BY employee; SELECT * FROM finding ORDER BY 1, 2;"          \
  "SELECT * FROM tally ORDER BY 1, 2"

static const char *const portal_words[] = { "HasAccessToClient", "NoAccessToClient", "InvitePending", "InviteExpired", "Something" };
static const char *const reasons[] = { "email-not-unique", "email-at-work", "email-differs", "email-at-firm" };

static OvsDay
today (void)
{
  return ovs_day_from_ymd (2026, 12, 1);
}

static int
pick (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n);
}

static void
run (OvsTx *tx, char *sql)
{
  g_assert_true (ovs_tx_exec (tx, sql));
  g_free (sql);
}

/* The name, birth date and addresses of somebody; few of each. */
static void
write_person (OvsTx *tx, GRand *rand, int id)
{
  static const char *const initials[] = { "a", "b", "" };
  static const char *const domains[] = { "gmail.com", "werk.example", "kantoor.example", "zaak.example" };
  const char *domain = domains[pick (rand, 4)];

  run (tx, g_strdup_printf ("UPDATE employee SET person_base = nullif ('naam%d', 'naam0'), person_initial = '%s', birth_date = '1980-01-0%d' WHERE id = %d",
                            pick (rand, 12), initials[pick (rand, 3)], 1 + pick (rand, 2), id));
  if (pick (rand, 5) == 0)
    run (tx, g_strdup_printf ("UPDATE employee SET email_kind = 'absent', email_key = NULL, email_domain = NULL WHERE id = %d", id));
  else
    run (tx, g_strdup_printf ("UPDATE employee SET email_kind = 'ok', email_key = 'adres%d@%s', email_domain = '%s' WHERE id = %d", pick (rand, 9),
                              domain, domain, id));
  run (tx, g_strdup_printf ("UPDATE employee SET work_domain = %s WHERE id = %d", pick (rand, 15) == 0 ? "'zaak.example'" : "NULL", id));
}

static void
add_person (OvsTx *tx, GRand *rand, int id)
{
  run (tx, g_strdup_printf ("INSERT INTO employee (id, employer, number, number_key, email_kind, sort_key, first_seen, added_by) "
                            "VALUES (%d, %d, '%d', '%d', 'absent', 'naam', '2026-11-0%dT10:00:00Z', 1)",
                            id, 1 + pick (rand, CLIENTS), id, id, 1 + pick (rand, 9)));
  run (tx, g_strdup_printf ("INSERT INTO employment VALUES (%d, 0, '2020-01-01', %s)", id, pick (rand, 6) == 0 ? "'2024-05-31'" : "NULL"));
  write_person (tx, rand, id);
}

static gboolean
make_office (OvsTx *tx, gpointer data, GError **error)
{
  run (tx, g_strdup ("INSERT INTO audit VALUES (1, '', 'import', '{}', '', NULL, '', '');"
                     "INSERT INTO import (id, audit, kind, file_name, sha256, mapping, encoding, delimiter) VALUES (1, 1, 'employees', '', '', '{}', '', '')"));
  for (int i = 1; i <= CLIENTS; i++)
    run (tx, g_strdup_printf ("INSERT INTO employer (id, number, number_key, selected, added_by, contact_domain) VALUES (%d, '%d', '%d', %d, 1, %s)",
                              i, i, i, i % 2, i == 2 ? "'werk.example'" : "NULL"));
  for (int id = 1; id <= PEOPLE; id++)
    add_person (tx, data, id);
  return TRUE;
}

static GArray *
pick_people (GRand *rand)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < 3; i++)
    {
      gint64 id = 1 + pick (rand, PEOPLE);

      g_array_append_val (people, id);
    }
  return people;
}

static void
decide_on_people (OvsTx *tx, GRand *rand, GError **error)
{
  g_autoptr (GArray) people = pick_people (rand);

  switch (pick (rand, 3))
    {
    case 0:
      ovs_decisions_exclude_people (tx, people, "daarom", error);
      break;
    case 1:
      ovs_decisions_include_people (tx, people);
      break;
    default:
      ovs_decisions_accept_people (tx, reasons[pick (rand, 4)], people, today (), "gezien", error);
    }
}

/* Other days, clients that change round, rounds that go. */
static void
plan_wave (OvsTx *tx, GRand *rand, GError **error)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 client = 1 + pick (rand, CLIENTS);
  OvsWaveChange change = { .number = pick (rand, 3), .clients = clients };

  if (change.number != 0 && pick (rand, 6) == 0 && ovs_waves_find (tx, change.number) != 0)
    {
      ovs_waves_remove (tx, change.number, error);
      return;
    }
  if (pick (rand, 2) == 0)
    change.date = today () + (pick (rand, 2) == 0 ? 20 : -700) + pick (rand, 3);
  if (pick (rand, 3) > 0)
    g_array_append_val (clients, client);
  ovs_waves_set (tx, &change, error);
}

static void
decide_on_client (OvsTx *tx, GRand *rand, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", 1 + pick (rand, CLIENTS));
  const char *numbers[] = { number, NULL };

  switch (pick (rand, 4))
    {
    case 0:
      ovs_decisions_select (tx, OVS_SELECT_NUMBERS, numbers, pick (rand, 2) == 0, error);
      break;
    case 1:
      ovs_decisions_deselect (tx, numbers, error);
      break;
    case 2:
      plan_wave (tx, rand, error);
      break;
    default:
      ovs_decisions_inform (tx, numbers, today () - 25 + pick (rand, 5), NULL, error);
    }
}

static void
observe (OvsTx *tx, GRand *rand)
{
  int id = 1 + pick (rand, PEOPLE);
  const char *state = pick (rand, 2) == 0 ? "confirmed" : "refused";

  run (tx, g_strdup_printf ("INSERT OR REPLACE INTO access VALUES (%d, '%s', '%s', 'loket', '2026-11-10T10:00:0%dZ')", id,
                            pick (rand, 2) == 0 ? "mijnloket" : "werknemerloket", portal_words[pick (rand, 5)], pick (rand, 10)));
  if (pick (rand, 3) == 0)
    run (tx, g_strdup_printf ("INSERT OR REPLACE INTO intent (employee, kind, generation, state, planned) VALUES (%d, 'invite', 1, '%s', '')",
                              1 + pick (rand, PEOPLE), state));
}

/* One change, by any way there is. */
static gboolean
change (OvsTx *tx, gpointer data, GError **error)
{
  GRand *rand = data;
  g_autofree char *operation = NULL;

  switch (pick (rand, 8))
    {
    case 0:
      decide_on_client (tx, rand, error);
      break;
    case 1:
      decide_on_people (tx, rand, error);
      break;
    case 2:
      observe (tx, rand);
      break;
    case 3:
      run (tx, g_strdup_printf ("DELETE FROM employment WHERE employee = %d", 1 + pick (rand, PEOPLE)));
      break;
    case 4:
      ovs_undo_take_back (tx, &operation, NULL, NULL);
      break;
    case 5:
      ovs_settings_set (tx, OVS_SETTING_FIRM_DOMAIN, pick (rand, 2) == 0 ? "kantoor.example" : NULL);
      break;
    default:
      write_person (tx, rand, 1 + pick (rand, PEOPLE));
    }
  return *error == NULL;
}

static gboolean
refresh (OvsTx *tx, gpointer data, GError **error)
{
  *(gboolean *) data = ovs_judgement_refresh (tx, today (), 7);
  return TRUE;
}

static void
refresh_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  while (!done)
    {
      ovs_dossier_write (fixture->dossier, refresh, &done, NULL, &error);
      g_assert_no_error (error);
    }
}

static gboolean
judge_everybody (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, today (), NULL, NULL);
  return TRUE;
}

static void
write_now (Fixture *fixture, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_as_everybody (Fixture *fixture)
{
  g_autofree char *some = fixture_query (fixture, JUDGED);
  g_auto (GStrv) some_rows = g_strsplit (some, "\n", -1);
  g_autofree char *all = NULL;
  g_auto (GStrv) all_rows = NULL;

  write_now (fixture, judge_everybody, NULL);
  all = fixture_query (fixture, JUDGED);
  all_rows = g_strsplit (all, "\n", -1);
  for (gsize i = 0; some_rows[i] != NULL; i++)
    g_assert_cmpstr (some_rows[i], ==, all_rows[i]);
  g_assert_cmpuint (g_strv_length (some_rows), ==, g_strv_length (all_rows));
}

static gboolean
add_more (OvsTx *tx, gpointer data, GError **error)
{
  for (int i = 1; i <= 25; i++)
    add_person (tx, data, PEOPLE + i);
  return TRUE;
}

static void
test_random (Fixture *fixture, gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));

  write_now (fixture, make_office, rand);
  refresh_all (fixture);
  assert_as_everybody (fixture);
  for (int i = 0; i < (g_test_slow () ? STEPS_AT_LENGTH : STEPS); i++)
    {
      for (int k = pick (rand, 3); k >= 0; k--)
        write_now (fixture, change, rand);
      refresh_all (fixture);
      assert_as_everybody (fixture);
    }
  write_now (fixture, add_more, rand);
  write_now (fixture, change, rand);
  refresh_all (fixture);
  assert_as_everybody (fixture);
}

/* Who is not concerned is not judged again: his judgement is left as it is, even where it is wrong. */
static void
test_others_are_left (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gboolean done;

  write_now (fixture, make_office, rand);
  refresh_all (fixture);
  fixture_execute (fixture, "UPDATE employee SET person_base = 'alleen', email_key = 'alleen@gmail.com' WHERE id = 1");
  refresh_all (fixture);
  fixture_execute (fixture, "UPDATE judgement SET reason = 'marked'");
  fixture_execute (fixture, "UPDATE employee SET excluded_reason = 'daarom' WHERE id = 1");
  write_now (fixture, refresh, &done);
  g_assert_true (done);
  fixture_assert (fixture, "SELECT count(*) FROM judgement WHERE reason IS NOT 'marked'", "1\n");
}

/* What is not judged yet survives the end of the program, and another day makes everybody due. */
static void
test_survives (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  write_now (fixture, make_office, rand);
  refresh_all (fixture);
  fixture_assert (fixture, "SELECT DISTINCT judged_on FROM judgement", "2026-12-01\n");
  fixture_execute (fixture, "UPDATE employee SET deceased_on = '2026-01-01' WHERE id = 5");
  fixture_reopen (fixture);
  fixture_assert (fixture, "SELECT employee FROM judgement WHERE judged_on = ''", "5\n");
  refresh_all (fixture);
  fixture_assert (fixture, "SELECT count(*) FROM judgement WHERE judged_on = ''", "0\n");
  fixture_execute (fixture, "UPDATE judgement SET judged_on = '2026-11-30'; UPDATE judged_all_on SET day = '2026-11-30'");
  refresh_all (fixture);
  fixture_assert (fixture, "SELECT DISTINCT judged_on FROM judgement", "2026-12-01\n");
  assert_as_everybody (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/refresh/random/%u", seed);
      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_random, fixture_tear_down);
    }
  g_test_add ("/refresh/others-are-left", Fixture, NULL, fixture_set_up, test_others_are_left, fixture_tear_down);
  g_test_add ("/refresh/survives", Fixture, NULL, fixture_set_up, test_survives, fixture_tear_down);
  return g_test_run ();
}
