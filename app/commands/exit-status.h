/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** Exit statuses of every command. */
enum
{
  OVS_EXIT_DONE = 0,
  OVS_EXIT_FAILED = 1, /* refused or failed: a sentence on standard error, nothing changed */
  OVS_EXIT_USAGE = 2,  /* wrong use */
};
