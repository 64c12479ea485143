/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/progress.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* Return to the begin of the line and clear it. */
#define CLEAR_LINE "\r\033[K"

OvsProgress
ovs_progress_begin (OvsInvocation *invocation)
{
  return (OvsProgress){ .watched = ovs_invocation_json (invocation) == NULL && isatty (STDERR_FILENO) };
}

void
ovs_progress_show (guint done, guint total, gpointer data)
{
  OvsProgress *progress = data;

  if (!progress->watched)
    return;
  progress->shown = TRUE;
  fputs (CLEAR_LINE, stderr);
  fprintf (stderr, _ ("%u of %u people settled"), done, total);
  fflush (stderr);
}

void
ovs_progress_end (OvsProgress *progress)
{
  if (progress->shown)
    fputs (CLEAR_LINE, stderr);
}
