/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every program with libadwaita takes: a window with nothing in it. */

#include <adwaita.h>

#include "bench/first-frame.h"

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("nl.overstap.Empty", G_APPLICATION_DEFAULT_FLAGS);

  first_frame_watch ();
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
