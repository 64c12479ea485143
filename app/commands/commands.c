/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/commands.h"

int
ovs_commands_run (int argc, char **argv)
{
  return OVS_EXIT_USAGE;
}
