/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list behind the table, without a display. */

#include "table/fake-source.h"
#include "table/table-model.h"
#include "table/table-selection.h"

typedef struct
{
  FakeSource *source;
  OvsTableModel *model;
  guint n_shown;
  guint n_settled;
  guint n_changes;
} Fixture;

static void
on_settled (Fixture *fixture)
{
  fixture->n_settled++;
}

/* Whatever happens, rows come and go at the end only. */
static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_changes++;
  g_assert_cmpuint (position + removed, ==, fixture->n_shown);
  fixture->n_shown = fixture->n_shown - removed + added;
  g_assert_cmpuint (fixture->n_shown, ==, g_list_model_get_n_items (list));
}

static void
settle (Fixture *fixture)
{
  guint before = fixture->n_settled;

  while (fixture->n_settled == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer n_rows)
{
  fixture->source = fake_source_new (GPOINTER_TO_UINT (n_rows), 3);
  fixture->model = ovs_table_model_new ();
  g_signal_connect_swapped (fixture->model, "settled", G_CALLBACK (on_settled), fixture);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
  ovs_table_model_set_source (fixture->model, OVS_TABLE_SOURCE (fixture->source));
  settle (fixture);
}

/* Rows that are still under way hold the model until they are there. */
static void
tear_down (Fixture *fixture, gconstpointer n_rows)
{
  OvsTableModel *model = fixture->model;

  g_signal_handlers_disconnect_by_data (model, fixture);
  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *) &fixture->model);
  g_object_unref (model);
  while (fixture->model != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (fixture->source);
}

static OvsTableSlot *
slot_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
}

static void
wait_for_row (OvsTableSlot *slot)
{
  while (ovs_table_slot_get_row (slot) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_opens (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (OvsTableSlot) last = slot_at (fixture, GPOINTER_TO_UINT (n_rows) - 1);

  g_assert_cmpuint (fixture->n_shown, ==, GPOINTER_TO_UINT (n_rows));
  g_assert_cmpuint (fixture->n_changes, <=, 14);
  g_assert_null (slot_at (fixture, GPOINTER_TO_UINT (n_rows)));
  /* Asking for a row that is not there yet does not wait for it. */
  g_assert_null (ovs_table_slot_get_row (last));
  wait_for_row (last);
  g_assert_cmpint (ovs_table_slot_get_row (last)->id, ==, GPOINTER_TO_UINT (n_rows));
  g_assert_cmpuint (fake_source_n_fetched (fixture->source), <, 500);
}

static void
test_refills (Fixture *fixture, gconstpointer n_rows)
{
  guint n = GPOINTER_TO_UINT (n_rows);
  g_autoptr (OvsTableSlot) slot = slot_at (fixture, 1);
  guint changes = fixture->n_changes;

  ovs_table_model_set_sort (fixture->model, "client", FALSE);
  settle (fixture);
  g_assert_cmpint (ovs_table_slot_get_id (slot), ==, 3);
  g_assert_nonnull (ovs_table_slot_get_row (slot));
  g_assert_cmpuint (fixture->n_changes, ==, changes);

  ovs_table_model_set_sort (fixture->model, NULL, TRUE);
  settle (fixture);
  g_assert_cmpint (ovs_table_slot_get_id (slot), ==, n - 1);

  ovs_table_model_set_search (fixture->model, "7");
  settle (fixture);
  g_assert_cmpuint (fixture->n_shown, ==, n / 10);
  g_assert_cmpuint (fixture->n_changes, <=, changes + 9);

  ovs_table_model_set_filter (fixture->model, "none");
  settle (fixture);
  g_assert_cmpuint (fixture->n_shown, ==, 0);
  g_assert_cmpint (ovs_table_slot_get_id (slot), ==, 0);
  g_assert_null (ovs_table_slot_get_row (slot));
}

/* Only the latest question counts, however fast somebody types. */
static void
test_latest (Fixture *fixture, gconstpointer n_rows)
{
  static const char *typed[] = { "1", "2", "3", "4" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      ovs_table_model_set_search (fixture->model, typed[i]);
      g_main_context_iteration (NULL, FALSE);
    }
  settle (fixture);
  g_assert_cmpint (ovs_table_model_get_id (fixture->model, 0), ==, 4);
}

/* Changes that keep coming are shown meanwhile, and the last one always. */
static void
test_changes (Fixture *fixture, gconstpointer n_rows)
{
  guint before = fixture->n_settled;

  for (guint i = 1; i <= 50; i++)
    {
      fake_source_set_n (fixture->source, 1000 + i);
      g_main_context_iteration (NULL, FALSE);
    }
  while (fixture->n_shown != 1050)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_settled, >=, before);
  g_assert_cmpuint (fake_source_n_queries (fixture->source), <, 50);
}

static void
test_contents (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (OvsTableSlot) slot = slot_at (fixture, 2);

  wait_for_row (slot);
  g_assert_cmpint (ovs_table_slot_get_row (slot)->ticked, ==, 0);
  fake_source_set_tick (fixture->source, 3, TRUE);
  /* What was there stays until the new is. */
  g_assert_nonnull (ovs_table_slot_get_row (slot));
  settle (fixture);
  g_assert_cmpint (ovs_table_slot_get_row (slot)->ticked, ==, 1);
}

/* Rows that somebody only scrolls past are not fetched. */
static void
test_scrolled_past (Fixture *fixture, gconstpointer n_rows)
{
  guint before = fake_source_n_fetched (fixture->source);
  OvsTableSlot *slot = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_clear_object (&slot);
      slot = slot_at (fixture, 300000 + i);
    }
  wait_for_row (slot);
  g_assert_cmpuint (fake_source_n_fetched (fixture->source) - before, <=, 256);
  g_object_unref (slot);
}

static void
test_selection (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (OvsTableSelection) selection = ovs_table_selection_new (fixture->model);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) searched = NULL;
  g_autoptr (GArray) all = NULL;

  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 6, FALSE);
  ovs_table_model_set_sort (fixture->model, NULL, TRUE);
  settle (fixture);
  first = ovs_table_selection_get_ids (selection);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpint (g_array_index (first, gint64, 0), ==, 7);
  g_assert_cmpint (g_array_index (first, gint64, 1), ==, 1);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (gtk_selection_model_is_selected (model, 999));

  /* Nobody acts on a row that is not shown. */
  ovs_table_model_set_search (fixture->model, "7");
  settle (fixture);
  searched = ovs_table_selection_get_ids (selection);
  g_assert_cmpuint (searched->len, ==, 1);

  gtk_selection_model_select_all (model);
  gtk_selection_model_unselect_range (model, 0, 40);
  all = ovs_table_selection_get_ids (selection);
  g_assert_cmpuint (all->len, ==, 60);
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (gtk_bitset_get_size (gtk_selection_model_get_selection (model)), ==, 0);
}

#define ADD(name, n_rows, function)                                                                          \
  g_test_add (name, Fixture, GUINT_TO_POINTER (n_rows), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/table/model/opens", 1000, test_opens);
  ADD ("/table/model/opens-million", 1000000, test_opens);
  ADD ("/table/model/refills", 1000, test_refills);
  ADD ("/table/model/refills-million", 1000000, test_refills);
  ADD ("/table/model/latest", 1000, test_latest);
  ADD ("/table/model/changes", 1000, test_changes);
  ADD ("/table/model/contents", 1000, test_contents);
  ADD ("/table/model/scrolled-past", 1000000, test_scrolled_past);
  ADD ("/table/model/selection", 1000, test_selection);
  return g_test_run ();
}
