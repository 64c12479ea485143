/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/apply.h"
#include "conversion/office.h"
#include "conversion/reinvite.h"
#include "dossier/overview.h"

/* What the person at the controls does, and hears. */
typedef struct
{
  OvsRunControl *control;
  GHashTable *done;   /* number of a client → people done */
  GHashTable *stages; /* number of a client → its latest stage */
  guint total;
  gboolean pause;     /* at the first client that gets further */
  gboolean stop;      /* the same */
  OvsDossier *dossier; /* (nullable) (unowned) whose requests are counted at the click */
  gint64 requests;    /* how many were written down then */
} Hand;

static gboolean
count_requests (OvsTx *tx, gpointer count, GError **error)
{
  *(gint64 *) count = ovs_overview_requests (tx);
  return TRUE;
}

static void
on_client_changed (OvsRunControl *control, const OvsRunClient *client, Hand *hand)
{
  if (!g_hash_table_contains (hand->stages, client->number))
    {
      g_assert_cmpint (client->stage, ==, OVS_RUN_STAGE_WAITING);
      g_assert_cmpuint (client->done, ==, 0);
      hand->total += client->total;
    }
  g_assert_cmpuint (client->done, <=, client->total);
  g_hash_table_insert (hand->done, g_strdup (client->number), GUINT_TO_POINTER (client->done));
  g_hash_table_insert (hand->stages, g_strdup (client->number), GINT_TO_POINTER (client->stage));
  if (client->done == 0)
    return;
  if (hand->dossier != NULL && (hand->pause || hand->stop))
    ovs_dossier_read (hand->dossier, count_requests, &hand->requests, NULL, NULL);
  if (hand->pause)
    ovs_run_control_pause (control);
  if (hand->stop)
    ovs_run_control_stop (control);
  hand->pause = hand->stop = FALSE;
}

static void
hand_open (Hand *hand)
{
  *hand = (Hand) {
    .control = ovs_run_control_new (),
    .done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_signal_connect (hand->control, "client-changed", G_CALLBACK (on_client_changed), hand);
}

static void
hand_close (Hand *hand)
{
  g_hash_table_unref (hand->done);
  g_hash_table_unref (hand->stages);
  g_assert_finalize_object (hand->control);
}

static guint
sum (GHashTable *numbers)
{
  GHashTableIter iter;
  gpointer number;
  guint total = 0;

  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, NULL, &number))
    total += GPOINTER_TO_UINT (number);
  return total;
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets everything that is under way come to rest. */
static void
let_run (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
start (Office *office, Hand *hand, GCancellable *cancellable, GAsyncResult **result)
{
  OvsApplyOptions options = OVS_APPLY_OPTIONS_INIT;

  options.control = hand->control;
  ovs_apply_async (office->dossier, &options, cancellable, office_done, result);
}

static OvsApplied *
finish (Office *office, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  OvsApplied *applied = ovs_apply_finish (office->dossier, office_wait (result), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (applied->problems->len, ==, 0);
  return applied;
}

static void
assert_invited_once (Office *office)
{
  g_autoptr (GHashTable) invited = office_events (office, "invited");
  GHashTableIter iter;
  gpointer times;

  g_assert_cmpint (office_counts (office).invited, ==, g_hash_table_size (invited));
  g_hash_table_iter_init (&iter, invited);
  while (g_hash_table_iter_next (&iter, NULL, &times))
    g_assert_cmpint (GPOINTER_TO_INT (times), ==, 1);
}

static void
test_clients (void)
{
  Office office;
  Hand hand;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  GHashTableIter iter;
  gpointer stage;

  office_open (&office, 5, 260, 7);
  office_prepare (&office);
  hand_open (&hand);
  start (&office, &hand, NULL, &result);
  applied = finish (&office, &result);
  g_assert_false (applied->stopped);
  g_assert_cmpuint (hand.total, >, 0);
  g_assert_cmpuint (sum (hand.done), ==, hand.total);
  g_hash_table_iter_init (&iter, hand.stages);
  while (g_hash_table_iter_next (&iter, NULL, &stage))
    g_assert_cmpint (GPOINTER_TO_INT (stage), ==, OVS_RUN_STAGE_DONE);
  g_clear_object (&result);
  hand_close (&hand);
  office_close (&office);
}

static void
test_pause (void)
{
  Office office;
  Hand hand;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  gint64 at_rest, requests;

  office_open (&office, 4, 600, 7);
  office_prepare (&office);
  hand_open (&hand);
  hand.pause = TRUE;
  hand.dossier = office.dossier;
  start (&office, &hand, NULL, &result);
  while (!ovs_run_control_is_paused (hand.control))
    g_main_context_iteration (NULL, TRUE);
  let_run (1500);
  at_rest = office_counts (&office).submitted;
  g_assert_cmpint (at_rest, >, 0);
  let_run (500);
  g_assert_cmpint (office_counts (&office).submitted, ==, at_rest);
  g_assert_null (result);
  /* Not a chunk after the click: what was written down only then was called off. */
  ovs_dossier_read (office.dossier, count_requests, &requests, NULL, NULL);
  g_assert_cmpint (requests, <=, hand.requests);

  ovs_run_control_resume (hand.control);
  applied = finish (&office, &result);
  g_assert_false (applied->stopped);
  g_assert_cmpint (office_counts (&office).submitted, >, at_rest);
  assert_invited_once (&office);
  g_clear_object (&result);
  hand_close (&hand);
  office_close (&office);
}

/* Also out of a pause: what was sent has its result, the rest is sent by the next run. */
static void
test_stop (gconstpointer paused)
{
  Office office;
  Hand hand;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  OvsOutcomeCounts stopped, after;

  office_open (&office, 4, 600, 7);
  office_prepare (&office);
  hand_open (&hand);
  hand.pause = paused != NULL;
  hand.stop = paused == NULL;
  start (&office, &hand, NULL, &result);
  if (paused != NULL)
    {
      while (!ovs_run_control_is_paused (hand.control))
        g_main_context_iteration (NULL, TRUE);
      let_run (200);
      ovs_run_control_stop (hand.control);
    }
  applied = finish (&office, &result);
  g_assert_true (applied->stopped);
  g_assert_cmpuint (sum (hand.done), <, hand.total);
  stopped = office_counts (&office);
  g_assert_cmpint (stopped.unknown, ==, 0);
  g_assert_cmpint (stopped.invited, >, 0);
  assert_invited_once (&office);
  g_clear_object (&result);
  hand_close (&hand);

  office_apply (&office, FALSE, NULL);
  after = office_counts (&office);
  g_assert_cmpint (after.invited, >, stopped.invited);
  assert_invited_once (&office);
  office_close (&office);
}

/* What waits for its turn at Loket's door when the click comes never leaves. */
static void
test_stop_at_the_door (gconstpointer cancels)
{
  Office office;
  Hand hand;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsApplied) applied = NULL;
  gint64 written = 0, sent = 0;

  office_open (&office, 12, 120, 7);
  office_prepare (&office);
  json_node_unref (office_door (&office, "/practice/faults", "{\"path\": \"\", \"method\": \"PATCH\", \"count\": 4, \"kind\": \"delay\", \"seconds\": 1.5}"));
  hand_open (&hand);
  start (&office, &hand, cancellable, &result);
  while (written < 8)
    {
      g_main_context_iteration (NULL, TRUE);
      ovs_dossier_read (office.dossier, count_requests, &written, NULL, NULL);
    }
  /* Until the first are on their way, where they stay for a while. */
  let_run (400);
  if (cancels != NULL)
    g_cancellable_cancel (cancellable);
  else
    ovs_run_control_stop (hand.control);
  applied = ovs_apply_finish (office.dossier, office_wait (&result), &error);
  g_assert_cmpint (applied != NULL, ==, cancels == NULL);
  ovs_dossier_read (office.dossier, count_requests, &sent, NULL, NULL);
  g_assert_cmpint (sent, >, 0);
  g_assert_cmpint (sent, <=, 4);
  g_clear_object (&result);
  hand_close (&hand);

  office_apply (&office, FALSE, NULL);
  assert_invited_once (&office);
  office_close (&office);
}

/* A cancellation ends a paused run too. */
static void
test_cancel_paused (void)
{
  Office office;
  Hand hand;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  office_open (&office, 4, 600, 7);
  office_prepare (&office);
  hand_open (&hand);
  hand.pause = TRUE;
  start (&office, &hand, cancellable, &result);
  while (!ovs_run_control_is_paused (hand.control))
    g_main_context_iteration (NULL, TRUE);
  let_run (500);
  g_cancellable_cancel (cancellable);
  g_assert_null (ovs_apply_finish (office.dossier, office_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  hand_close (&hand);
  office_close (&office);
}

static void
collect_waiting (const OvsOutcomeRow *row, gpointer data)
{
  GArray *people = data;

  if (row->standing.outcome == OVS_OUTCOME_INVITED && row->mijnloket == OVS_ACCESS_INVITE_PENDING && people->len < 3)
    g_array_append_val (people, row->employee);
}

static gboolean
list_waiting (OvsTx *tx, gpointer data, GError **error)
{
  ovs_outcomes_foreach (tx, ovs_tx_today (tx), collect_waiting, data);
  return TRUE;
}

static void
test_reinvite_people (void)
{
  Office office;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 nobody = G_MAXINT64;

  office_open (&office, 3, 60, 5);
  office_prepare (&office);
  office_apply (&office, FALSE, NULL);
  ovs_dossier_read (office.dossier, list_waiting, people, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 3);
  g_array_append_val (people, nobody);

  for (int again = 0; again < 2; again++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (OvsReinvited) reinvited = NULL;

      ovs_reinvite_people_async (office.dossier, (const gint64 *) (gpointer) people->data, people->len, again == 1, NULL, office_done,
                                 &result);
      reinvited = ovs_reinvite_finish (office.dossier, office_wait (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reinvited->invited, ==, again == 1 ? 3 : 0);
      g_assert_cmpuint (reinvited->refused->len, ==, again == 1 ? 0 : 3);
    }
  office_close (&office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-control/clients", test_clients);
  g_test_add_func ("/run-control/pause", test_pause);
  g_test_add_data_func ("/run-control/stop", NULL, test_stop);
  g_test_add_data_func ("/run-control/stop-paused", "paused", test_stop);
  g_test_add_data_func ("/run-control/stop-at-the-door", NULL, test_stop_at_the_door);
  g_test_add_data_func ("/run-control/cancel-at-the-door", "cancels", test_stop_at_the_door);
  g_test_add_func ("/run-control/cancel-paused", test_cancel_paused);
  g_test_add_func ("/run-control/reinvite-people", test_reinvite_people);
  return g_test_run ();
}
