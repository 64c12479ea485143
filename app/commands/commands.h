/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "commands/exit-status.h"

G_BEGIN_DECLS

/** Runs `overstap ARGUMENTS…`; @argv[0] is the program. Returns: the exit status, see exit-status.h. */
int ovs_commands_run (int argc, char **argv);

G_END_DECLS
