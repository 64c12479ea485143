/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/day-words.h"

#include <glib/gi18n.h>

char *
ovs_day_words (OvsDay day, OvsDay today)
{
  int year, month, day_of_month, this_year;

  if (day == OVS_NO_DAY || today == OVS_NO_DAY)
    return ovs_day_to_dutch (day);
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  ovs_day_to_ymd (today, &this_year, NULL, NULL);
  return year == this_year ? g_strdup_printf ("%d-%d", day_of_month, month) : ovs_day_to_dutch (day);
}

char *
ovs_day_words_long (OvsDay day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  if (day == OVS_NO_DAY)
    return g_strdup ("");
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  /* TRANSLATORS: a whole day, for g_date_time_format(): Tuesday 8 December 2026 */
  return g_date_time_format (date, _ ("%A %-d %B %Y"));
}

char *
ovs_day_words_call_back (OvsDay day, OvsDay today)
{
  g_autofree char *text = ovs_day_words (day, today);

  if (day == today)
    return g_strdup (_ ("Call back today"));
  if (day < today)
    return g_strdup_printf (_ ("Call back since %s"), text);
  return g_strdup_printf (_ ("Call back on %s"), text);
}
