/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/client-filter.h"

#define SEPARATOR "\x1f"

char *
ovs_client_filter_new (const char *handler, gint64 wave)
{
  if (wave == 0)
    return g_strdup (handler);
  return g_strdup_printf ("%s" SEPARATOR "%" G_GINT64_FORMAT, handler != NULL ? handler : "", wave);
}
