/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The program starts itself again as the other process: a fork of one with threads could not open anything.
 */
#define HOLD "--hold"

/* It ends by itself where a failed test leaves it behind. */
#define HOLD_SECONDS 60

static const char *program;

static G_NORETURN void
hold (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_dossier_open (path, OVS_DOSSIER_TO_WRITE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (write (STDOUT_FILENO, "!", 1), ==, 1);
  alarm (HOLD_SECONDS);
  for (;;)
    pause ();
}

static GPid
start_holder (Fixture *fixture)
{
  const char *arguments[] = { program, HOLD, fixture->path, NULL };
  g_autoptr (GError) error = NULL;
  char ready;
  GPid process;
  int output;

  g_clear_object (&fixture->dossier);
  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &process,
                            NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (output, &ready, 1), ==, 1);
  close (output);
  return process;
}

static void
assert_in_use (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_WRITE, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE);
  /* It says who and where. */
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
}

static void
test_other_process (Fixture *fixture, gconstpointer unused)
{
  GPid process = start_holder (fixture);
  g_autoptr (GError) error = NULL;

  assert_in_use (fixture);
  /* To be refused takes nothing from who holds it. */
  assert_in_use (fixture);
  fixture->dossier = ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_READ, &error);
  g_assert_no_error (error);
  fixture_assert (fixture, "SELECT count(*) FROM lease", "1\n");

  g_assert_cmpint (kill (process, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (process, NULL, 0), ==, process);
  fixture_reopen (fixture);
  fixture_execute (fixture, "INSERT INTO setting VALUES ('firm', 'Kantoor')");
}

/* Killed, but whoever started it has not looked yet. */
static void
test_killed_and_waited_for (Fixture *fixture, gconstpointer unused)
{
  GPid process = start_holder (fixture);
  siginfo_t info;

  g_assert_cmpint (kill (process, SIGKILL), ==, 0);
  g_assert_cmpint (waitid (P_PID, (id_t) process, &info, WEXITED | WNOWAIT), ==, 0);
  fixture_reopen (fixture);
  g_assert_cmpint (waitpid (process, NULL, 0), ==, process);
}

static void
test_same_process (Fixture *fixture, gconstpointer unused)
{
  assert_in_use (fixture);
  fixture_execute (fixture, "INSERT INTO setting VALUES ('firm', 'Kantoor')");
  ovs_dossier_close (fixture->dossier);
  fixture_reopen (fixture);
  fixture_assert (fixture, "SELECT count(*) FROM lease", "1\n");
}

static gboolean
nothing (OvsTx *tx, gpointer data, GError **error)
{
  return TRUE;
}

static void
test_taken_over (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_execute (fixture, "UPDATE lease SET host = 'elders', process = 1");
  g_assert_false (ovs_dossier_write (fixture->dossier, nothing, NULL, NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE);
  /* Another computer that shows signs of life keeps it, also from a new opening. */
  g_clear_object (&fixture->dossier);
  g_clear_error (&error);
  g_assert_null (ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_WRITE, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE);
}

static void
test_no_sign_of_life (Fixture *fixture, gconstpointer unused)
{
  fixture_execute (fixture,
                   "UPDATE lease SET host = 'elders', process = 1, heartbeat = '2001-01-01T00:00:00Z'");
  fixture_reopen (fixture);
  fixture_assert (fixture, "SELECT host <> 'elders' FROM lease", "1\n");
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], HOLD) == 0)
    hold (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lease/other-process", Fixture, NULL, fixture_set_up, test_other_process, fixture_tear_down);
  g_test_add ("/lease/killed-and-waited-for", Fixture, NULL, fixture_set_up, test_killed_and_waited_for,
              fixture_tear_down);
  g_test_add ("/lease/same-process", Fixture, NULL, fixture_set_up, test_same_process, fixture_tear_down);
  g_test_add ("/lease/taken-over", Fixture, NULL, fixture_set_up, test_taken_over, fixture_tear_down);
  g_test_add ("/lease/no-sign-of-life", Fixture, NULL, fixture_set_up, test_no_sign_of_life,
              fixture_tear_down);
  return g_test_run ();
}
