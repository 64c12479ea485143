/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/day-words.h"

static const char *const dutch[] = { "januari", "februari", "maart",     "april",   "mei",      "juni",
                                     "juli",    "augustus", "september", "oktober", "november", "december" };
static const char *const english[] = { "January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December" };
/* In the genitive, as they stand in a date. */
static const char *const polish[] = { "stycznia", "lutego",   "marca",    "kwietnia",    "maja",      "czerwca",
                                      "lipca",    "sierpnia", "września", "października", "listopada", "grudnia" };

static char *
write (OvsDay day, const char *const months[12])
{
  int year, month, day_of_month;

  if (day == OVS_NO_DAY)
    return g_strdup ("");
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%d %s %d", day_of_month, months[month - 1], year);
}

char *
ovs_day_words_dutch (OvsDay day)
{
  return write (day, dutch);
}

char *
ovs_day_words_dutch_long (OvsDay day)
{
  static const char *const weekdays[] = { "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag" };
  g_autofree char *text = write (day, dutch);

  return day == OVS_NO_DAY ? g_strdup ("") : g_strdup_printf ("%s %s", weekdays[(day - 1) % 7], text);
}

char *
ovs_day_words_english (OvsDay day)
{
  return write (day, english);
}

char *
ovs_day_words_polish (OvsDay day)
{
  return write (day, polish);
}
