/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/drafts.h"

#include <glib/gstdio.h>

#include "base/clock.h"

char *
ovs_drafts_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "overstap", "drafts", NULL);
}

void
ovs_drafts_remove_old (gint64 seconds)
{
  g_autofree char *folder = ovs_drafts_folder ();
  g_autoptr (GDir) open = g_dir_open (folder, 0, NULL);
  g_autoptr (OvsClock) machine = ovs_clock_new ();
  gint64 now = ovs_clock_now (machine) / G_USEC_PER_SEC;
  const char *name;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf about;

      if (seconds == 0 || (g_stat (path, &about) == 0 && now - (gint64) about.st_mtime > seconds))
        g_unlink (path);
    }
}
