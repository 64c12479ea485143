/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/birth-date.h"

#include <glib/gi18n.h>

char *
ovs_birth_date_mask (OvsDay day)
{
  int year;

  if (day == OVS_NO_DAY)
    return g_strdup (_ ("empty"));
  ovs_day_to_ymd (day, &year, NULL, NULL);
  return g_strdup_printf ("**-**-%04d", year);
}
