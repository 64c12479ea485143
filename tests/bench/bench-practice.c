/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A practice Loket whose collective actions take no time: bench-practice FOLDER EMPLOYERS EMPLOYEES prints its URL. */
#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "practice/practice.h"

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (OvsPractice) practice = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 4)
    g_error ("bench-practice FOLDER EMPLOYERS EMPLOYEES");
  practice = ovs_practice_new (argv[1], atoi (argv[2]), atoi (argv[3]), OVS_PRACTICE_DEFAULT_SEED, &error);
  if (practice == NULL || !ovs_practice_write_files (practice, argv[1], &error) || !ovs_practice_listen (practice, 0, &error))
    g_error ("%s", error->message);
  ovs_practice_set_delays (practice, 0, 0);
  puts (ovs_practice_get_url (practice));
  fflush (stdout);
  g_unix_signal_add (SIGTERM, quit, loop);
  g_main_loop_run (loop);
  return 0;
}
