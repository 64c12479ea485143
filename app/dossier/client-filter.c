/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/client-filter.h"

#include <string.h>

#define SEPARATOR "\x1f"

char *
ovs_client_filter_new (const char *handler, gint64 wave)
{
  if (wave == 0)
    return g_strdup (handler);
  return g_strdup_printf ("%s" SEPARATOR "%" G_GINT64_FORMAT, handler != NULL ? handler : "", wave);
}

gint64
ovs_client_filter_get_wave (const char *filter)
{
  const char *separator = filter != NULL ? strstr (filter, SEPARATOR) : NULL;

  return separator != NULL ? g_ascii_strtoll (separator + strlen (SEPARATOR), NULL, 10) : 0;
}
