/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small writes that come side by side: one commit, and each by itself. */
#include "dossier/fixture.h"

#include "dossier/error.h"

typedef struct
{
  GMutex hold;
  int commits;
} Gate;

static int
count_commit (gpointer data)
{
  ((Gate *) data)->commits++;
  return 0;
}

/* Keeps the writer busy until everything else has been handed in. */
static gboolean
wait_at_gate (OvsTx *tx, gpointer data, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->hold);
  g_mutex_unlock (&gate->hold);
  sqlite3_commit_hook (ovs_tx_handle (tx), count_commit, gate);
  return TRUE;
}

static gboolean
write_one (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_tx_run (tx, "INSERT INTO setting (name, value) VALUES (?1, 'x')", "s", data);
}

static gboolean
write_and_refuse (OvsTx *tx, gpointer data, GError **error)
{
  write_one (tx, data, error);
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, "No.");
  return FALSE;
}

static gboolean
write_wrong (OvsTx *tx, gpointer data, GError **error)
{
  write_one (tx, data, error);
  ovs_tx_exec (tx, "INSERT INTO nowhere VALUES (1)");
  return TRUE;
}

static gboolean
count_written (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_tx_get_int (tx, data, "SELECT count(*) FROM setting WHERE value = 'x'", "");
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

static gboolean
finish (Fixture *fixture, GAsyncResult **slot, GError **error)
{
  gboolean success;

  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  success = ovs_dossier_write_finish (fixture->dossier, *slot, error);
  g_clear_object (slot);
  return success;
}

static void
test_one_commit (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    OvsDossierFunc func;
    const char *name;
    gboolean succeeds;
  } writes[] = {
    { write_one, "a", TRUE },  { write_and_refuse, "b", FALSE }, { write_one, "c", TRUE },
    { write_wrong, "d", FALSE }, { write_one, "a", FALSE },        { write_one, "e", TRUE },
  };
  g_autoptr (GError) error = NULL;
  GAsyncResult *first = NULL, *slots[G_N_ELEMENTS (writes)] = { NULL };
  static Gate gate; /* outlives the dossier, whose last commit it counts too */
  gint64 written;

  gate.commits = 0;
  g_mutex_init (&gate.hold);
  g_mutex_lock (&gate.hold);
  ovs_dossier_write_async (fixture->dossier, wait_at_gate, &gate, NULL, keep_result, &first);
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    ovs_dossier_write_beside_async (fixture->dossier, writes[i].func, (gpointer) writes[i].name, keep_result, &slots[i]);
  g_mutex_unlock (&gate.hold);

  g_assert_true (finish (fixture, &first, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GError) failure = NULL;

      g_assert_cmpint (finish (fixture, &slots[i], &failure), ==, writes[i].succeeds);
      g_assert_cmpint (failure == NULL, ==, writes[i].succeeds);
    }
  g_assert_true (ovs_dossier_write (fixture->dossier, count_written, &written, NULL, &error));
  g_assert_cmpint (written, ==, 3);
  /* That of the gate itself came after the hook was set. */
  g_assert_cmpint (gate.commits, <=, 3);
  g_mutex_clear (&gate.hold);
}

static void
test_others_wait_their_turn (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *first = NULL, *a = NULL, *b = NULL, *c = NULL;
  static Gate gate; /* outlives the dossier, whose last commit it counts too */
  gint64 between = 0;

  gate.commits = 0;
  g_mutex_init (&gate.hold);
  g_mutex_lock (&gate.hold);
  ovs_dossier_write_async (fixture->dossier, wait_at_gate, &gate, NULL, keep_result, &first);
  ovs_dossier_write_beside_async (fixture->dossier, write_one, (gpointer) "a", keep_result, &a);
  ovs_dossier_write_async (fixture->dossier, count_written, &between, NULL, keep_result, &b);
  ovs_dossier_write_beside_async (fixture->dossier, write_one, (gpointer) "c", keep_result, &c);
  g_mutex_unlock (&gate.hold);

  g_assert_true (finish (fixture, &first, &error));
  g_assert_true (finish (fixture, &a, &error));
  g_assert_true (finish (fixture, &b, &error));
  g_assert_true (finish (fixture, &c, &error));
  g_assert_cmpint (between, ==, 1);
  g_mutex_clear (&gate.hold);
}

static void
note_gone (gpointer slot, GObject *gone)
{
  *(gboolean *) slot = TRUE;
}

static void
watch_result (GObject *source, GAsyncResult *result, gpointer slot)
{
  g_object_weak_ref (G_OBJECT (result), note_gone, slot);
}

/* Who got an answer is the last to hold the dossier, and closes it: the thread that worked for him has let go. */
static void
test_answer_lets_go (Fixture *fixture, gconstpointer unused)
{
  gint64 written;

  for (int i = 0; i < 2000; i++)
    {
      gboolean gone = FALSE;

      ovs_dossier_read_async (fixture->dossier, count_written, &written, NULL, watch_result, &gone);
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (gone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossier/together/one-commit", Fixture, NULL, fixture_set_up, test_one_commit, fixture_tear_down);
  g_test_add ("/dossier/together/others-wait", Fixture, NULL, fixture_set_up, test_others_wait_their_turn, fixture_tear_down);
  g_test_add ("/dossier/together/answer-lets-go", Fixture, NULL, fixture_set_up, test_answer_lets_go, fixture_tear_down);
  return g_test_run ();
}
