/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the big table is: prints one line per step, in milliseconds from the request to the frame that
 * shows it. */

#include <gtk/gtk.h>
#include <sys/resource.h>

#include "table/fake-source.h"
#include "table/table.h"

static const OvsTableColumn columns[] = {
  { "nr", "Nr", 80, TRUE, TRUE, FALSE },       { "client", "Client", 0, FALSE, TRUE, FALSE },
  { "c2", "State", 150, FALSE, TRUE, FALSE },  { "c3", "Third", 120, FALSE, TRUE, FALSE },
  { "c4", "Fourth", 120, FALSE, TRUE, FALSE }, { "c5", "Fifth", 120, FALSE, TRUE, FALSE },
  { "c6", "Sixth", 120, FALSE, TRUE, FALSE },  { "c7", "Seventh", 120, FALSE, TRUE, FALSE },
};

typedef struct
{
  gint64 last; /* when the main loop was last free, in microseconds */
  gint64 longest;
  gboolean settled;
} Watch;

static gboolean
on_free (gpointer user_data)
{
  Watch *watch = user_data;
  gint64 now = g_get_monotonic_time ();

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->last = now;
  return G_SOURCE_CONTINUE;
}

static void
on_settled (Watch *watch)
{
  watch->settled = TRUE;
}

static double
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024.0;
}

static gboolean
on_painted (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  int *frames = user_data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Runs until the table shows what was asked, and has painted it. */
static void
report (GtkWidget *table, Watch *watch, const char *step, gint64 since)
{
  int frames = 2;

  while (!watch->settled)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_add_tick_callback (table, on_painted, &frames, NULL);
  while (frames > 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("  %-22s %6.0f ms   longest gap %4.0f ms   peak %4.0f MB\n", step,
           (double) (g_get_monotonic_time () - since) / 1000.0, (double) watch->longest / 1000.0, peak_mb ());
  watch->longest = 0;
  watch->settled = FALSE;
  watch->last = g_get_monotonic_time ();
}

static void
bench (guint n_rows)
{
  g_autoptr (FakeSource) source = fake_source_new (n_rows, G_N_ELEMENTS (columns));
  GtkWidget *window = gtk_window_new ();
  gint64 since = g_get_monotonic_time ();
  GtkWidget *table = ovs_table_new ("bench", "Bench", columns, G_N_ELEMENTS (columns), TRUE);
  Watch watch = { since, 0, FALSE };
  guint ticker = g_timeout_add_full (G_PRIORITY_HIGH, 1, on_free, &watch, NULL);

  g_print ("%u rows x %zu columns\n", n_rows, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (table, "settled", G_CALLBACK (on_settled), &watch);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), table);
  ovs_table_set_source (OVS_TABLE (table), OVS_TABLE_SOURCE (source));
  gtk_window_present (GTK_WINDOW (window));
  report (table, &watch, "open", since);

  since = g_get_monotonic_time ();
  gtk_widget_activate_action (table, "columns.sort", "s", "client");
  report (table, &watch, "sort", since);

  since = g_get_monotonic_time ();
  ovs_table_set_search (OVS_TABLE (table), "7");
  report (table, &watch, "search (a tenth)", since);

  since = g_get_monotonic_time ();
  ovs_table_set_filter (OVS_TABLE (table), "none");
  report (table, &watch, "filter (none)", since);

  since = g_get_monotonic_time ();
  ovs_table_set_search (OVS_TABLE (table), "");
  ovs_table_set_filter (OVS_TABLE (table), NULL);
  report (table, &watch, "all of it again", since);

  since = g_get_monotonic_time ();
  ovs_table_set_cursor (OVS_TABLE (table), n_rows / 2);
  watch.settled = TRUE;
  report (table, &watch, "jump to the middle", since);

  since = g_get_monotonic_time ();
  ovs_table_source_changed (OVS_TABLE_SOURCE (source));
  report (table, &watch, "contents changed", since);

  g_source_remove (ticker);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!gtk_init_check ())
    {
      g_print ("Skipped: there is no display.\n");
      return 0;
    }
  bench (100000);
  bench (1000000);
  return 0;
}
