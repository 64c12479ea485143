/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/process-lock.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  OvsProcessLock *lock;
  GError *error;
  gboolean done;
} Taken;

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taken *taken = user_data;

  taken->lock = ovs_process_lock_take_finish (result, &taken->error);
  taken->done = TRUE;
}

static void
wait_for (Taken *taken)
{
  while (!taken->done)
    g_main_context_iteration (NULL, TRUE);
}

static OvsProcessLock *
take (const char *name)
{
  Taken taken = { 0 };

  ovs_process_lock_take_async (name, 20 * 1000, NULL, taken_cb, &taken);
  wait_for (&taken);
  g_assert_no_error (taken.error);
  return taken.lock;
}

static void
test_one_at_a_time (void)
{
  g_autoptr (OvsProcessLock) first = take ("account");
  g_autoptr (OvsProcessLock) other = take ("other account");
  g_autoptr (OvsProcessLock) second = NULL;
  Taken late = { 0 };
  Taken waiting = { 0 };

  ovs_process_lock_take_async ("account", 60, NULL, taken_cb, &late);
  wait_for (&late);
  g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_error_free (late.error);

  ovs_process_lock_take_async ("account", 20 * 1000, NULL, taken_cb, &waiting);
  g_assert_false (waiting.done);
  g_clear_pointer (&first, ovs_process_lock_release);
  wait_for (&waiting);
  g_assert_no_error (waiting.error);
  second = waiting.lock;
}

static void
test_cancelled (void)
{
  g_autoptr (OvsProcessLock) first = take ("account");
  g_autoptr (OvsProcessLock) again = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Taken waiting = { 0 };

  ovs_process_lock_take_async ("account", 20 * 1000, cancellable, taken_cb, &waiting);
  g_cancellable_cancel (cancellable);
  wait_for (&waiting);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (waiting.error);
  g_clear_pointer (&first, ovs_process_lock_release);
  again = take ("account");
}

static void
hold_until_killed (int ready)
{
  OvsProcessLock *lock = take ("account");

  g_assert_nonnull (lock);
  g_assert_cmpint (write (ready, "x", 1), ==, 1);
  for (;;)
    pause ();
}

/* Whoever dies lets go. */
static void
test_other_process (void)
{
  g_autoptr (OvsProcessLock) lock = NULL;
  Taken late = { 0 };
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    hold_until_killed (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  ovs_process_lock_take_async ("account", 60, NULL, taken_cb, &late);
  wait_for (&late);
  g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_error_free (late.error);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  lock = take ("account");
  close (ready[0]);
  close (ready[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/process-lock/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/process-lock/cancelled", test_cancelled);
  g_test_add_func ("/process-lock/other-process", test_other_process);
  return g_test_run ();
}
