/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Exit statuses of every command. */
enum
{
  OVS_EXIT_DONE = 0,
  OVS_EXIT_FAILED = 1, /* refused or failed: a sentence on standard error, nothing changed */
  OVS_EXIT_USAGE = 2,  /* wrong use */
};

/** Runs `overstap ARGUMENTS…`; @argv[0] is the program. Returns: the exit status. */
int ovs_commands_run (int argc, char **argv);

G_END_DECLS
