/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/environment.h"

#include <glib/gi18n.h>

const char *
ovs_environment_title (const char *kind)
{
  if (g_strcmp0 (kind, "practice") == 0)
    return _ ("Practice Loket");
  if (g_strcmp0 (kind, "acceptance") == 0)
    return _ ("Test environment (acceptance)");
  if (g_strcmp0 (kind, "production") == 0)
    return _ ("Production");
  return kind != NULL ? _ ("Other Loket") : _ ("Without a connection");
}
