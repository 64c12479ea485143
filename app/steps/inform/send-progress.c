/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/send-progress.h"

#include <glib/gi18n.h>

#include "base/clock.h"

char *
ovs_send_progress_tell (const OvsPostProgress *progress)
{
  g_autofree char *count = g_strdup_printf (_ ("%'u of %'u messages"), progress->done, progress->total);
  g_autofree char *time = NULL;
  g_autofree char *again = NULL;
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (ovs_clock_now (clock) / G_USEC_PER_SEC + progress->wait);

  if (progress->wait == 0)
    return g_steal_pointer (&count);
  /* A time of day stays true while it waits; so many seconds would not. */
  time = g_date_time_format (then, progress->wait < 60 ? "%-H:%M:%S" : "%-H:%M");
  again = g_strdup_printf (_ ("It goes on by itself at %s."), time);
  return g_strdup_printf ("%s\n%s\n%s", count, progress->trouble, again);
}
