/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <signal.h>

#include "base/secret.h"
#include "commands/commands.h"
#include "window/application.h"

static void
choose_language (void)
{
  const char *built = g_getenv ("OVERSTAP_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built != NULL ? built : OVS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Without a command, or with a dossier only, it is the window that is wanted. */
static gboolean
wants_window (int argc, char **argv)
{
  return argc == 1 || (argc == 2 && (g_str_has_suffix (argv[1], ".overstap") || g_str_equal (argv[1], "--gapplication-service")));
}

int
main (int argc, char **argv)
{
  choose_language ();
  ovs_secret_leave_core_dumps_empty ();
  /* A file that may not grow any more is a trouble that can be told, and no reason to die in the middle. */
  signal (SIGXFSZ, SIG_IGN);
  if (wants_window (argc, argv) && ovs_application_can_run ())
    return ovs_application_run (argc, argv);
  return ovs_commands_run (argc, argv);
}
