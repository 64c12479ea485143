/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table as its user meets it, on a display of its own. */

#include <gtk/gtk.h>
#include <math.h>

#include "table/fake-source.h"
#include "table/table.h"

static const OvsTableColumn columns[] = {
  { "nr", "Nr", 80, TRUE, TRUE, FALSE },
  { "client", "Client", 0, FALSE, TRUE, FALSE },
  { "state", "State", 150, FALSE, FALSE, FALSE },
  { "more", "More", 120, FALSE, FALSE, TRUE },
};

typedef struct
{
  FakeSource *source;
  GtkWidget *window;
  OvsTable *table;
  guint n_settled;
  gint64 cursor; /* as the latest signal had it */
  gint64 activated;
  gint64 ticked;
  int tick;     /* the latest, -1 none */
  int tick_all; /* the latest, -1 none */
} Fixture;

static void
on_settled (Fixture *fixture)
{
  fixture->n_settled++;
}

static void
on_cursor (OvsTable *table, gint64 id, Fixture *fixture)
{
  fixture->cursor = id;
}

static void
on_activated (OvsTable *table, gint64 id, Fixture *fixture)
{
  fixture->activated = id;
}

static void
on_tick (OvsTable *table, gint64 id, gboolean ticked, Fixture *fixture)
{
  fixture->ticked = id;
  fixture->tick = ticked;
}

static void
on_tick_all (OvsTable *table, gboolean ticked, Fixture *fixture)
{
  fixture->tick_all = ticked;
}

static void
settle (Fixture *fixture)
{
  guint before = fixture->n_settled;

  while (fixture->n_settled == before)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  int *frames = user_data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
paint (Fixture *fixture)
{
  int frames = 3;

  gtk_widget_add_tick_callback (fixture->window, on_frame, &frames, NULL);
  while (frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_table (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  fixture->table = OVS_TABLE (ovs_table_new ("test", "Clients", columns, G_N_ELEMENTS (columns), TRUE));
  fixture->tick = -1;
  fixture->tick_all = -1;
  g_signal_connect_swapped (fixture->table, "settled", G_CALLBACK (on_settled), fixture);
  g_signal_connect (fixture->table, "cursor-changed", G_CALLBACK (on_cursor), fixture);
  g_signal_connect (fixture->table, "activated", G_CALLBACK (on_activated), fixture);
  g_signal_connect (fixture->table, "tick", G_CALLBACK (on_tick), fixture);
  g_signal_connect (fixture->table, "tick-all", G_CALLBACK (on_tick_all), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ovs_table_set_source (fixture->table, OVS_TABLE_SOURCE (fixture->source));
  settle (fixture);
  paint (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer n_rows)
{
  fixture->source = fake_source_new (GPOINTER_TO_UINT (n_rows), G_N_ELEMENTS (columns));
  open_table (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer n_rows)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (fixture->source);
}

/* --- finding widgets
 * ------------------------------------------------------------------------------------------ */

static GtkWidget *
find_type (GtkWidget *top, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (top), type))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
list_of (Fixture *fixture)
{
  return gtk_widget_get_last_child (find_type (GTK_WIDGET (fixture->table), "GtkColumnView"));
}

static GtkWidget *
line_named (Fixture *fixture, const char *name)
{
  for (GtkWidget *line = gtk_widget_get_first_child (list_of (fixture)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      g_autofree char *different =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (different == NULL)
        return line;
    }
  return NULL;
}

static GtkWidget *
line_of (Fixture *fixture, gint64 id)
{
  static const char *const signs[] = { "", "", ", warning", ", stopper", ", unknown", "" };
  g_autofree char *name = g_strdup_printf ("Nr: %" G_GINT64_FORMAT ", Client: Bakery %" G_GINT64_FORMAT
                                           ", State: Cell 2 of %" G_GINT64_FORMAT "%s",
                                           id * 7, id, id, signs[id % 6]);
  GtkWidget *line = line_named (fixture, name);

  g_assert_nonnull (line);
  return line;
}

static void
press (Fixture *fixture, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->table));
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      for (guint k = 0;
           GTK_IS_SHORTCUT_CONTROLLER (keys) && k < g_list_model_get_n_items (G_LIST_MODEL (keys)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->table),
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
}

static GtkAdjustment *
vadjustment (Fixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_type (GTK_WIDGET (fixture->table), "GtkScrolledWindow")));
}

/* --- tests
 * ---------------------------------------------------------------------------------------------------- */

static void
test_opens (Fixture *fixture, gconstpointer n_rows)
{
  guint n_items;
  GtkWidget *line = line_of (fixture, 1);
  int height = gtk_widget_get_height (line);

  g_object_get (fixture->table, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, ==, GPOINTER_TO_UINT (n_rows));
  g_assert_cmpuint (fake_source_n_fetched (fixture->source), <, 1500);
  for (gint64 id = 2; id < 8; id++)
    g_assert_cmpint (gtk_widget_get_height (line_of (fixture, id)), ==, height);
}

static void
test_sorts (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (GArray) up = NULL;
  g_autoptr (GArray) down = NULL;

  ovs_table_set_cursor (fixture->table, 3);
  g_assert_cmpint (fixture->cursor, ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.sort", "s", "client");
  settle (fixture);
  up = ovs_table_get_ids (fixture->table);
  g_assert_cmpint (g_array_index (up, gint64, 1), ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.sort", "s", "client");
  settle (fixture);
  down = ovs_table_get_ids (fixture->table);
  g_assert_cmpint (g_array_index (down, gint64, 0), ==, GPOINTER_TO_UINT (n_rows));

  /* The row that was in sight still is, selected and under the cursor. */
  paint (fixture);
  g_assert_cmpint (ovs_table_get_cursor (fixture->table), ==, 3);
  g_assert_true (gtk_widget_get_state_flags (line_of (fixture, 3)) & GTK_STATE_FLAG_SELECTED);
  g_assert_cmpfloat (gtk_adjustment_get_value (vadjustment (fixture)), >, 0);
}

static void
test_cursor (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (GArray) selected = NULL;

  g_assert_true (ovs_table_cursor_next (fixture->table));
  g_assert_cmpint (fixture->cursor, ==, 1);
  g_assert_true (ovs_table_cursor_next (fixture->table));
  g_assert_cmpint (fixture->cursor, ==, 2);
  selected = ovs_table_get_selected (fixture->table);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpint (g_array_index (selected, gint64, 0), ==, 2);

  /* It still matches; then it does not, and the row that takes its place is the next. */
  ovs_table_set_filter (fixture->table, "even");
  settle (fixture);
  g_assert_cmpint (ovs_table_get_cursor (fixture->table), ==, 2);
  ovs_table_set_search (fixture->table, "8");
  settle (fixture);
  g_assert_cmpint (fixture->cursor, ==, 0);
  g_assert_true (ovs_table_cursor_next (fixture->table));
  g_assert_cmpint (fixture->cursor, ==, 8);

  ovs_table_set_cursor (fixture->table, 998);
  g_assert_false (ovs_table_cursor_next (fixture->table));
  ovs_table_set_cursor (fixture->table, 3);
  g_assert_cmpint (fixture->cursor, ==, 0);
}

static void
test_focus (Fixture *fixture, gconstpointer n_rows)
{
  gtk_widget_grab_focus (line_of (fixture, 4));
  g_assert_cmpint (fixture->cursor, ==, 4);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_type (line_of (fixture, 5), "GtkCheckButton")), TRUE);
  g_assert_cmpint (fixture->cursor, ==, 5);

  /* The whole table is one stop of the Tab key. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->table), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->table), GTK_DIR_TAB_BACKWARD));
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->table), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == line_of (fixture, 5));

  g_signal_emit_by_name (find_type (GTK_WIDGET (fixture->table), "GtkColumnView"), "activate", 6);
  g_assert_cmpint (fixture->activated, ==, 7);

  /* Focus goes along with the cursor, for the arrow keys go on from it. */
  gtk_widget_grab_focus (line_of (fixture, 3));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.sort", "s", "client");
  settle (fixture);
  paint (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == line_of (fixture, 3));
  g_assert_cmpint (fixture->cursor, ==, 3);
}

static void
test_ticks (Fixture *fixture, gconstpointer n_rows)
{
  GtkWidget *check = find_type (line_of (fixture, 2), "GtkCheckButton");
  GtkWidget *never = find_type (line_of (fixture, 10), "GtkCheckButton");

  g_assert_true (gtk_widget_is_sensitive (check));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tick: Bakery 2");
  g_assert_false (gtk_widget_is_sensitive (never));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (never), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Already over");
  g_assert_true (gtk_widget_get_has_tooltip (gtk_widget_get_parent (never)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (fixture->ticked, ==, 2);
  g_assert_cmpint (fixture->tick, ==, TRUE);

  gtk_widget_grab_focus (line_of (fixture, 5));
  press (fixture, "space|KP_Space");
  g_assert_cmpint (fixture->ticked, ==, 5);
  g_assert_cmpint (fixture->tick, ==, TRUE);
  fake_source_set_tick (fixture->source, 5, TRUE);
  settle (fixture);
  g_assert_true (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (find_type (line_of (fixture, 5), "GtkCheckButton"))));
  press (fixture, "space|KP_Space");
  g_assert_cmpint (fixture->tick, ==, FALSE);

  fixture->ticked = 0;
  gtk_widget_grab_focus (line_of (fixture, 10));
  press (fixture, "space|KP_Space");
  g_assert_cmpint (fixture->ticked, ==, 0);
  press (fixture, "<Control>a");
  g_assert_cmpint (fixture->tick_all, ==, TRUE);
  press (fixture, "<Control><Shift>a");
  g_assert_cmpint (fixture->tick_all, ==, FALSE);
}

/* The controller that makes the wheel move once per frame. */
static GtkEventController *
find_guard (GtkWidget *scrolled)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE &&
          (gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller)) &
           GTK_EVENT_CONTROLLER_SCROLL_KINETIC) == 0)
        return g_steal_pointer (&controller);
    }
  g_assert_not_reached ();
}

/* Where the list stood last, and the way that it may go: 1 or -1. */
typedef struct
{
  double value;
  int way;
} Way;

static void
on_moved (GtkAdjustment *adjustment, Way *way)
{
  double value = floor (gtk_adjustment_get_value (adjustment));

  g_assert_cmpfloat ((value - way->value) * way->way, >=, 0);
  way->value = value;
}

/* Clicks that come faster than frames: so many in each of so many frames. */
static void
turn (Fixture *fixture, GtkEventController *guard, int way, guint n_frames, guint n_clicks)
{
  gboolean handled = FALSE;

  for (guint i = 0; i < n_frames; i++)
    {
      for (guint k = 0; k < n_clicks; k++)
        {
          g_signal_emit_by_name (guard, "scroll", 0.0, (double) way, &handled);
          g_assert_true (handled);
        }
      paint (fixture);
    }
}

/* The wheel moves the list by the same number of pixels at each click, down and up, and never for a moment the other way. */
static void
test_wheel (Fixture *fixture, gconstpointer n_rows)
{
  g_autoptr (GtkEventController) guard = find_guard (find_type (GTK_WIDGET (fixture->table), "GtkScrolledWindow"));
  GtkAdjustment *adjustment = vadjustment (fixture);
  double step = round (pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0));
  Way way = { 0, 1 };
  gulong handler = g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_moved), &way);

  turn (fixture, guard, 1, 100, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 300 * step);
  way.way = -1;
  turn (fixture, guard, -1, 50, 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200 * step);
  turn (fixture, guard, -1, 100, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 100 * step);
  /* The beginning is the end. */
  turn (fixture, guard, -1, 30, 5);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  way.way = 1;
  turn (fixture, guard, 1, 1, 10);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 10 * step);
  g_signal_handler_disconnect (adjustment, handler);
}

static GtkColumnViewColumn *
column_at (Fixture *fixture, guint index)
{
  GtkWidget *view = find_type (GTK_WIDGET (fixture->table), "GtkColumnView");
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), index);

  return column;
}

/* The heading that says @text. */
static GtkWidget *
title_of (Fixture *fixture, const char *text)
{
  GtkWidget *head = gtk_widget_get_first_child (find_type (GTK_WIDGET (fixture->table), "GtkColumnView"));

  for (GtkWidget *title = gtk_widget_get_first_child (head); title != NULL; title = gtk_widget_get_next_sibling (title))
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (find_type (title, "GtkLabel"))), text))
      return title;
  g_assert_not_reached ();
}

/* Each heading stands above its column as the cells do, and is named after it, also beside ticks and hidden columns. */
static void
test_headings (Fixture *fixture, gconstpointer n_rows)
{
  GtkWidget *nr = title_of (fixture, "Nr");
  GtkWidget *client = title_of (fixture, "Client");

  g_assert_cmpint (gtk_widget_get_halign (gtk_widget_get_first_child (nr)), ==, GTK_ALIGN_END);
  g_assert_cmpint (gtk_widget_get_halign (gtk_widget_get_first_child (client)), !=, GTK_ALIGN_END);
  g_assert_true (gtk_widget_has_css_class (title_of (fixture, "✓"), "first"));
  g_assert_false (gtk_widget_has_css_class (nr, "first"));
  g_assert_true (gtk_widget_has_css_class (title_of (fixture, "State"), "last"));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (nr), GTK_ACCESSIBLE_PROPERTY_LABEL, "Nr"));
}

static void
test_columns (Fixture *fixture, gconstpointer n_rows)
{
  g_assert_false (gtk_column_view_column_get_visible (column_at (fixture, 4)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.show-more", NULL);
  g_assert_true (gtk_column_view_column_get_visible (column_at (fixture, 4)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.show-state", NULL);
  gtk_column_view_column_set_fixed_width (column_at (fixture, 1), 130);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  /* The same table, the next day. */
  open_table (fixture);
  g_assert_true (gtk_column_view_column_get_visible (column_at (fixture, 4)));
  g_assert_false (gtk_column_view_column_get_visible (column_at (fixture, 3)));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column_at (fixture, 1)), ==, 130);
  g_assert_nonnull (line_named (fixture, "Nr: 7, Client: Bakery 1, More: Cell 3 of 1"));
}

#define ADD(name, n_rows, function)                                                                          \
  g_test_add (name, Fixture, GUINT_TO_POINTER (n_rows), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  ADD ("/table/opens", 1000, test_opens);
  ADD ("/table/opens-million", 1000000, test_opens);
  ADD ("/table/sorts", 1000, test_sorts);
  ADD ("/table/cursor", 1000, test_cursor);
  ADD ("/table/focus", 1000, test_focus);
  ADD ("/table/ticks", 1000, test_ticks);
  ADD ("/table/wheel", 1000000, test_wheel);
  ADD ("/table/headings", 1000, test_headings);
  ADD ("/table/columns", 1000, test_columns);
  return g_test_run ();
}
