/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for collective actions: one question for all, and no more of Loket's list than it takes. */
#include "conversion/action-watch.h"
#include "loket/fake-loket.h"

#define ACTIONS "/v2/users/collectiveactions"
#define ACTION(id, employer, status)                                                                                                  \
  "{\"collectiveActionId\": \"" id "\", \"employerId\": \"" employer "\", \"type\": \"Werknemerloket\", \"submittedOn\": "             \
  "\"2026-11-21T10:15:00.000Z\", \"status\": \"" status "\", \"itemCount\": null}"

typedef struct
{
  FakeLoket *fake;
  OvsLoket *loket;
  OvsActionWatch *watch;
} Watched;

static void
set_up (Watched *watched, gconstpointer unused)
{
  watched->fake = fake_loket_new ();
  watched->loket = fake_loket_knowing_client (watched->fake);
  watched->watch = ovs_action_watch_new (watched->loket);
}

static void
tear_down (Watched *watched, gconstpointer unused)
{
  ovs_action_watch_free (watched->watch);
  g_object_unref (watched->loket);
  fake_loket_free (watched->fake);
}

static void
answer (Watched *watched, const char *items, gboolean once)
{
  g_autofree char *page = fake_loket_page (1, 1, 2, items);

  (once ? fake_loket_answer_once : fake_loket_answer) (watched->fake, "GET", ACTIONS, 200, page);
}

static gboolean
finish (Watched *watched, GAsyncResult **slot)
{
  g_autoptr (GError) error = NULL;
  gboolean completed = FALSE;

  g_assert_true (ovs_action_watch_wait_finish (watched->watch, fake_loket_wait (slot), &completed, &error));
  g_assert_no_error (error);
  g_clear_object (slot);
  return completed;
}

static gboolean
asked_for_latest (Watched *watched)
{
  return strstr (fake_loket_get_last (watched->fake, ACTIONS, "query"), "orderBy") != NULL;
}

static void
test_among_the_latest (Watched *watched, gconstpointer unused)
{
  GAsyncResult *a = NULL, *b = NULL;

  answer (watched, ACTION ("a1", "e1", "Completed") "," ACTION ("a2", "e2", "Completed"), FALSE);
  ovs_action_watch_wait_async (watched->watch, "e1", "a1", NULL, fake_loket_done_cb, &a);
  ovs_action_watch_wait_async (watched->watch, "e2", "a2", NULL, fake_loket_done_cb, &b);
  g_assert_true (finish (watched, &a));
  g_assert_true (finish (watched, &b));
  g_assert_cmpuint (fake_loket_count (watched->fake, "GET", ACTIONS), ==, 1);
  g_assert_true (asked_for_latest (watched));
}

static void
test_not_among_the_latest (Watched *watched, gconstpointer unused)
{
  GAsyncResult *a = NULL;

  answer (watched, ACTION ("a2", "e2", "Completed"), TRUE);
  answer (watched, ACTION ("a1", "e1", "Completed") "," ACTION ("a2", "e2", "Completed"), FALSE);
  ovs_action_watch_wait_async (watched->watch, "e1", "a1", NULL, fake_loket_done_cb, &a);
  g_assert_true (finish (watched, &a));
  g_assert_cmpuint (fake_loket_count (watched->fake, "GET", ACTIONS), ==, 2);
  g_assert_false (asked_for_latest (watched));
}

static void
test_order_is_not_known (Watched *watched, gconstpointer unused)
{
  GAsyncResult *a = NULL;

  fake_loket_answer_once (watched->fake, "GET", ACTIONS, 400, "{\"messages\": []}");
  answer (watched, ACTION ("a1", "e1", "InProgress"), TRUE);
  answer (watched, ACTION ("a1", "e1", "Completed"), FALSE);
  ovs_action_watch_wait_async (watched->watch, "e1", "a1", NULL, fake_loket_done_cb, &a);
  g_assert_true (finish (watched, &a));
  g_assert_cmpuint (fake_loket_count (watched->fake, "GET", ACTIONS), ==, 3);
  g_assert_false (asked_for_latest (watched));
}

static void
test_all_of_an_employer (Watched *watched, gconstpointer unused)
{
  GAsyncResult *a = NULL;

  answer (watched, ACTION ("a1", "e1", "InProgress") "," ACTION ("a2", "e2", "InProgress"), TRUE);
  answer (watched, ACTION ("a1", "e1", "Completed") "," ACTION ("a2", "e2", "InProgress"), FALSE);
  ovs_action_watch_wait_async (watched->watch, "e1", NULL, NULL, fake_loket_done_cb, &a);
  g_assert_true (finish (watched, &a));
  g_assert_cmpuint (fake_loket_count (watched->fake, "GET", ACTIONS), ==, 2);
  g_assert_false (asked_for_latest (watched));
}

/* What was asked before somebody's request went out says nothing of what that request did. */
static void
test_an_older_answer_does_not_count (Watched *watched, gconstpointer unused)
{
  GAsyncResult *a = NULL, *b = NULL;

  fake_loket_set_delay (watched->fake, 100);
  answer (watched, "", TRUE);
  answer (watched, ACTION ("b1", "e2", "InProgress"), TRUE);
  answer (watched, ACTION ("b1", "e2", "Completed"), FALSE);
  ovs_action_watch_wait_async (watched->watch, "e1", NULL, NULL, fake_loket_done_cb, &a);
  while (fake_loket_count (watched->fake, "GET", ACTIONS) == 0)
    g_main_context_iteration (NULL, TRUE);
  ovs_action_watch_wait_async (watched->watch, "e2", NULL, NULL, fake_loket_done_cb, &b);
  g_assert_true (finish (watched, &a));
  g_assert_null (b);
  g_assert_true (finish (watched, &b));
  g_assert_cmpuint (fake_loket_count (watched->fake, "GET", ACTIONS), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/conversion/action-watch/latest", Watched, NULL, set_up, test_among_the_latest, tear_down);
  g_test_add ("/conversion/action-watch/not-latest", Watched, NULL, set_up, test_not_among_the_latest, tear_down);
  g_test_add ("/conversion/action-watch/no-order", Watched, NULL, set_up, test_order_is_not_known, tear_down);
  g_test_add ("/conversion/action-watch/employer", Watched, NULL, set_up, test_all_of_an_employer, tear_down);
  g_test_add ("/conversion/action-watch/older", Watched, NULL, set_up, test_an_older_answer_does_not_count, tear_down);
  return g_test_run ();
}
