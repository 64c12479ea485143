/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench/first-frame.h"

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>

static void
on_after_paint (GdkFrameClock *clock, gpointer unused)
{
  static guint frames = 0;

  if (++frames < 2)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      return;
    }
  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  _Exit (0);
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer unused)
{
  GtkWidget *window = g_value_get_object (&values[0]);

  if (!GTK_IS_WINDOW (window))
    return G_SOURCE_CONTINUE;
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), NULL);
  return G_SOURCE_REMOVE;
}

void
first_frame_watch (void)
{
  /* The class has its signals once it was made; no display is needed for that. */
  g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
