/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/**
 * OvsProgress:
 *
 * A line on standard error that tells how far a command is; only for people who watch, that is on a terminal
 * and without `--json`.
 */
typedef struct
{
  gboolean watched;
  gboolean shown;
} OvsProgress;

OvsProgress ovs_progress_begin (OvsInvocation *invocation);

/** An #OvsProgressFunc; @progress is an OvsProgress. */
void ovs_progress_show (guint done, guint total, gpointer progress);

/** Takes the line away. */
void ovs_progress_end (OvsProgress *progress);

G_END_DECLS
