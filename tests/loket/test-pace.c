/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/pace.h"

typedef struct
{
  guint entered;
  guint cancelled;
} Count;

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Count *count = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_pace_enter_finish (OVS_PACE (source), result, &error))
    count->entered++;
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      count->cancelled++;
    }
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_at_once (void)
{
  g_autoptr (OvsPace) pace = ovs_pace_new (2);
  Count count = { 0 };

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *key = g_strdup_printf ("key %u", i);
      ovs_pace_enter_async (pace, key, 10, 0, NULL, entered_cb, &count);
    }
  run_for (20);
  g_assert_cmpuint (count.entered, ==, 2);
  ovs_pace_leave (pace);
  run_for (20);
  g_assert_cmpuint (count.entered, ==, 3);
  ovs_pace_leave (pace);
  ovs_pace_leave (pace);
  ovs_pace_leave (pace);
  run_for (20);
  g_assert_cmpuint (count.entered, ==, 5);
}

static void
test_equal_ones (void)
{
  g_autoptr (OvsPace) pace = ovs_pace_new (100);
  Count equal = { 0 };
  Count other = { 0 };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 6; i++)
    ovs_pace_enter_async (pace, "PATCH a", 5, 0, NULL, entered_cb, &equal);
  ovs_pace_enter_async (pace, "PATCH b", 5, 0, NULL, entered_cb, &other);
  run_for (50);
  g_assert_cmpuint (equal.entered, ==, 5);
  g_assert_cmpuint (other.entered, ==, 1);
  while (equal.entered < 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC);
}

static void
test_rest (void)
{
  g_autoptr (OvsPace) pace = ovs_pace_new (4);
  Count count = { 0 };
  gint64 until = g_get_monotonic_time () + 60 * 1000;

  ovs_pace_rest (pace, until);
  ovs_pace_rest (pace, until - 50 * 1000);
  ovs_pace_enter_async (pace, "a", 5, 0, NULL, entered_cb, &count);
  while (count.entered < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time (), >=, until);
}

static void
test_own_time (void)
{
  g_autoptr (OvsPace) pace = ovs_pace_new (4);
  Count late = { 0 };
  Count now = { 0 };

  ovs_pace_enter_async (pace, "a", 5, g_get_monotonic_time () + 60 * 1000, NULL, entered_cb, &late);
  ovs_pace_enter_async (pace, "a", 5, 0, NULL, entered_cb, &now);
  run_for (20);
  g_assert_cmpuint (late.entered, ==, 0);
  g_assert_cmpuint (now.entered, ==, 1);
  run_for (60);
  g_assert_cmpuint (late.entered, ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (OvsPace) pace = ovs_pace_new (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Count inside = { 0 };
  Count waiting = { 0 };
  Count behind = { 0 };

  ovs_pace_enter_async (pace, "a", 5, 0, NULL, entered_cb, &inside);
  ovs_pace_enter_async (pace, "b", 5, 0, cancellable, entered_cb, &waiting);
  ovs_pace_enter_async (pace, "c", 5, 0, NULL, entered_cb, &behind);
  g_cancellable_cancel (cancellable);
  run_for (20);
  g_assert_cmpuint (waiting.cancelled, ==, 1);
  ovs_pace_leave (pace);
  run_for (20);
  g_assert_cmpuint (behind.entered, ==, 1);
  g_assert_cmpuint (waiting.entered, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/pace/at-once", test_at_once);
  g_test_add_func ("/loket/pace/equal-ones", test_equal_ones);
  g_test_add_func ("/loket/pace/rest", test_rest);
  g_test_add_func ("/loket/pace/own-time", test_own_time);
  g_test_add_func ("/loket/pace/cancel", test_cancel);
  return g_test_run ();
}
