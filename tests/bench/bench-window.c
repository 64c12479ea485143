/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the window is with a real dossier: bench-window EMPLOYEES prints one line per action, in milliseconds from the action to the
 * frame that shows what it brought, with the longest that the main loop was away meanwhile and the memory so far. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"
#include "bench/bench-office.h"
#include "dossier/plan-list.h"
#include "dossier/settings.h"
#include "dossier/stale.h"
#include "steps/apply/apply-plan.h"
#include "steps/check/disposition-strip.h"
#include "steps/step-page.h"
#include "steps/track/track-tabs.h"
#include "table/table.h"
#include "window/frame.h"
#include "window/window.h"

typedef struct
{
  GtkWidget *window;
  OvsFrame *frame; /* once the dossier is open */
  gint64 started;
  gint64 last; /* when the main loop was last free, in microseconds */
  gint64 longest;
  gint64 last_work; /* the same in time of the processor, which a busy machine does not stretch */
  gint64 longest_work;
  guint n_settled; /* tables, since the action */
  guint n_changed; /* figures, since the action */
} Bench;

static gint64
get_work (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static gboolean
on_free (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();
  gint64 work = get_work ();

  bench->longest = MAX (bench->longest, now - bench->last);
  bench->last = now;
  bench->longest_work = MAX (bench->longest_work, work - bench->last_work);
  bench->last_work = work;
  return G_SOURCE_CONTINUE;
}

static gboolean
on_settled (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *table = g_value_get_object (&values[0]);

  if (gtk_widget_get_mapped (table))
    ((Bench *) user_data)->n_settled++;
  g_object_set_data (G_OBJECT (table), "settled", table);
  return G_SOURCE_CONTINUE;
}

static void
on_changed (Bench *bench)
{
  bench->n_changed++;
}

static double
read_memory (const char *field)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, field);
  return line != NULL ? g_ascii_strtod (line + strlen (field), NULL) / 1024.0 : 0;
}

static GtkWidget *
find_shown (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type);
  return found;
}

static GtkWidget *
shown_table (Bench *bench)
{
  return find_shown (bench->window, OVS_TYPE_TABLE);
}

static gboolean
on_painted (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  int *frames = user_data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
paint (Bench *bench)
{
  int frames = 2;

  gtk_widget_add_tick_callback (bench->window, on_painted, &frames, NULL);
  gtk_widget_queue_draw (bench->window);
  while (frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (Bench *bench)
{
  bench->started = bench->last = g_get_monotonic_time ();
  bench->last_work = get_work ();
  bench->longest = bench->longest_work = 0;
  bench->n_settled = 0;
  bench->n_changed = 0;
}

static void
report (Bench *bench, const char *action)
{
  paint (bench);
  g_print ("  %-34s %6.0f ms   longest gap %4.0f ms (%3.0f of work)   memory %4.0f MB, peak %4.0f MB\n", action,
           (double) (g_get_monotonic_time () - bench->started) / 1000.0, (double) bench->longest / 1000.0,
           (double) bench->longest_work / 1000.0, read_memory ("VmRSS:"), read_memory ("VmHWM:"));
}

static void
spend (Bench *bench, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* A step is open when its foot has numbers and the table in it, if any, shows its rows. */
static gboolean
is_open (Bench *bench)
{
  GtkWidget *page = find_shown (bench->window, OVS_TYPE_STEP_PAGE);
  GtkWidget *table = page != NULL ? find_shown (page, OVS_TYPE_TABLE) : NULL;

  if (page == NULL || *ovs_step_page_get_foot (OVS_STEP_PAGE (page))->totals == '\0')
    return FALSE;
  return table == NULL || g_object_get_data (G_OBJECT (table), "settled") != NULL;
}

static void
wait_open (Bench *bench)
{
  while (!is_open (bench))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_settled (Bench *bench)
{
  while (bench->n_settled == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What goes on behind the page ends before the next action, as between two actions of a human. */
static void
rest (Bench *bench)
{
  spend (bench, 400);
}

static void
open_dossier (Bench *bench, const char *path)
{
  begin (bench);
  ovs_window_open (gtk_window_get_application (GTK_WINDOW (bench->window)), OVS_WINDOW (bench->window), path);
  while (bench->frame == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      bench->frame = (OvsFrame *) find_shown (bench->window, OVS_TYPE_FRAME);
    }
  g_signal_connect_swapped (ovs_frame_get_workspace (bench->frame), "changed", G_CALLBACK (on_changed), bench);
  wait_open (bench);
  report (bench, "open the dossier (Select)");
  rest (bench);
}

static void
open_step (Bench *bench, const char *id, const char *action)
{
  begin (bench);
  gtk_widget_activate_action (bench->window, "win.step", "s", id);
  paint (bench);
  wait_open (bench);
  report (bench, action);
  rest (bench);
}

static void
show_all_columns (Bench *bench)
{
  GtkWidget *view = find_shown (shown_table (bench), GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, TRUE);
    }
  rest (bench);
}

static void
show_everybody (Bench *bench)
{
  GtkWidget *strip = find_shown (bench->window, OVS_TYPE_DISPOSITION_STRIP);

  begin (bench);
  g_signal_emit_by_name (strip, "chosen", OVS_COUNTED_READY);
  wait_settled (bench);
  report (bench, "filter: who can go over");
  show_all_columns (bench);
}

static void
sort (Bench *bench, const char *column, const char *action)
{
  begin (bench);
  gtk_widget_activate_action (shown_table (bench), "columns.sort", "s", column);
  wait_settled (bench);
  report (bench, action);
  rest (bench);
}

/* As somebody types: a letter every tenth of a second. */
static void
type (Bench *bench, const char *text, const char *action)
{
  GtkWidget *entry;

  gtk_widget_activate_action (bench->window, "win.search", NULL);
  rest (bench);
  entry = find_shown (bench->window, GTK_TYPE_SEARCH_ENTRY);
  begin (bench);
  for (guint length = 1; text[length - 1] != '\0'; length++)
    {
      g_autofree char *typed = g_strndup (text, length);

      gtk_editable_set_text (GTK_EDITABLE (entry), typed);
      spend (bench, 200);
    }
  /* What counts is from the last letter on; the gap is of all. */
  bench->started = g_get_monotonic_time () - 200 * 1000;
  spend (bench, 50);
  wait_settled (bench);
  report (bench, action);
  rest (bench);

  begin (bench);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_settled (bench);
  report (bench, "search: all again");
  gtk_widget_activate_action (bench->window, "win.clear-search", NULL);
  rest (bench);
}

static GtkEventController *
find_guard (GtkWidget *scrolled)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && (gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (controller)) & GTK_EVENT_CONTROLLER_SCROLL_KINETIC) == 0)
        return g_steal_pointer (&controller);
    }
  return NULL;
}

static void
turn_wheel (Bench *bench)
{
  GtkWidget *scrolled = find_shown (shown_table (bench), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_autoptr (GtkEventController) guard = find_guard (scrolled);
  double first = gtk_adjustment_get_value (adjustment);
  double place = first;
  double step = 0;
  guint backward = 0;

  begin (bench);
  for (guint i = 0; i < 100; i++)
    {
      gboolean handled;

      g_signal_emit_by_name (guard, "scroll", 0.0, 1.0, &handled);
      spend (bench, 16);
      backward += gtk_adjustment_get_value (adjustment) < place;
      place = gtk_adjustment_get_value (adjustment);
      /* Lists stand on whole pixels, so a step is what the first click makes. */
      if (i == 0)
        {
          spend (bench, 100);
          step = gtk_adjustment_get_value (adjustment) - first;
        }
    }
  report (bench, "100 wheel clicks");
  g_print ("    moved %.2f steps, %u times back\n", (gtk_adjustment_get_value (adjustment) - first) / step, backward);
  rest (bench);
}

/* From the tick to the figures that count it, and the list that shows it. */
static void
tick_client (Bench *bench)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (OVS_TABLE (shown_table (bench)));

  begin (bench);
  g_signal_emit_by_name (shown_table (bench), "tick", g_array_index (ids, gint64, 0), FALSE);
  while (bench->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  bench->n_settled = 0;
  wait_settled (bench);
  report (bench, "untick a client");
  spend (bench, 1500);
}

static void
show_messages (Bench *bench)
{
  begin (bench);
  g_signal_emit_by_name (find_shown (bench->window, OVS_TYPE_TRACK_TABS), "chosen", "messages");
  wait_settled (bench);
  report (bench, "Follow: messages");
  begin (bench);
  g_signal_emit_by_name (find_shown (bench->window, OVS_TYPE_TRACK_TABS), "chosen", "waiting");
  wait_settled (bench);
  report (bench, "Follow: who waits");
  rest (bench);
}

static void
show_planned (Bench *bench)
{
  begin (bench);
  g_signal_emit_by_name (find_shown (bench->window, OVS_TYPE_APPLY_PLAN), "open", OVS_PLAN_READY, (gint64) 0, "Bench");
  wait_settled (bench);
  report (bench, "Apply: who is invited");
  rest (bench);
}

static gboolean
forget_judgements (OvsTx *tx, gpointer data, GError **error)
{
  ovs_settings_set (tx, OVS_SETTING_FIRM_DOMAIN, "kantoor.example");
  return TRUE;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *written = user_data;

  *written = ovs_workspace_write_finish (OVS_WORKSPACE (source), result, NULL);
}

static gboolean
count_stale (OvsTx *tx, gpointer data, GError **error)
{
  *(gint64 *) data = ovs_stale_count (tx, ovs_tx_today (tx), 1);
  return TRUE;
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *counted = user_data;

  *counted = ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);
}

static void
judge_everybody (Bench *bench)
{
  OvsWorkspace *workspace = ovs_frame_get_workspace (bench->frame);
  gint64 stale = 1;
  gboolean written = FALSE;

  begin (bench);
  ovs_workspace_write_async (workspace, forget_judgements, NULL, NULL, on_written, &written);
  while (!written)
    g_main_context_iteration (NULL, TRUE);
  while (stale > 0)
    {
      gboolean counted = FALSE;

      ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), count_stale, &stale, NULL, on_counted, &counted);
      while (!counted)
        g_main_context_iteration (NULL, TRUE);
      spend (bench, 100);
    }
  report (bench, "everybody judged behind the page");
  rest (bench);
}

static void
walk (Bench *bench, const char *path)
{
  begin (bench);
  gtk_window_present (GTK_WINDOW (bench->window));
  report (bench, "the first page");
  open_dossier (bench, path);
  tick_client (bench);
  sort (bench, "employees", "Select: sort by employees");
  type (bench, "zaak 12", "Select: search");
  open_step (bench, "check", "Check");
  show_everybody (bench);
  sort (bench, "name", "Check: sort by name");
  sort (bench, "email", "Check: sort by address");
  sort (bench, "number", "Check: sort by number");
  sort (bench, "birth-date", "Check: sort by birth date");
  sort (bench, "client", "Check: sort by client");
  type (bench, "bakk", "Check: search");
  turn_wheel (bench);
  open_step (bench, "inform", "Inform");
  type (bench, "zaak 12", "Inform: search");
  open_step (bench, "apply", "Apply");
  show_planned (bench);
  open_step (bench, "track", "Follow");
  show_messages (bench);
  open_step (bench, "select", "Select again");
  open_step (bench, "check", "Check again");
  judge_everybody (bench);
}

int
main (int argc, char **argv)
{
  guint employees = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100000;
  Bench bench = { 0 };
  g_autoptr (AdwApplication) application = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_set_prgname ("overstap");
  g_set_application_name ("Overstap");
  /* What was opened here is not among the recent ones of whoever measures. */
  g_setenv ("XDG_DATA_HOME", g_get_tmp_dir (), TRUE);
  if (!gtk_init_check ())
    {
      g_print ("Skipped: there is no display.\n");
      return 0;
    }
  ovs_memory_give_back ();
  path = bench_office (employees);
  adw_init ();
  /* Memory is that of the window, not of making the office. */
  if (g_file_set_contents ("/proc/self/clear_refs", "5", 1, NULL))
    g_debug ("the peak begins here");
  g_timeout_add_full (G_PRIORITY_HIGH, 1, on_free, &bench, NULL);
  name = g_strdup_printf ("%u employees", employees);
  g_print ("%s\n", name);

  application = adw_application_new ("nl.overstap.Bench", G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  bench.window = ovs_window_new (GTK_APPLICATION (application));
  g_type_class_ref (OVS_TYPE_TABLE);
  g_signal_add_emission_hook (g_signal_lookup ("settled", OVS_TYPE_TABLE), 0, on_settled, &bench, NULL);
  walk (&bench, path);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  bench_office_remove (path);
  return 0;
}
