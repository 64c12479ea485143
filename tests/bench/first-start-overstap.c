/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as main.c starts it. */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "bench/first-frame.h"
#include "window/application.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, OVS_LOCALE_DIR);
  textdomain (GETTEXT_PACKAGE);
  if (!ovs_application_can_run ())
    return 0;
  first_frame_watch ();
  return ovs_application_run (argc, argv);
}
