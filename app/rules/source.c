/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/source.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"

char *
ovs_source_tell (const char *source)
{
  g_autofree char *read_on = ovs_day_to_dutch (OVS_RULES_READ_ON);

  if (source == NULL || g_str_equal (source, OVS_SOURCE_OVERSTAP))
    return g_strdup (_ ("advice of Overstap"));
  return g_strdup_printf (_ ("according to the help-desk article, read on %s"), read_on);
}
