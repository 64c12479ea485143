/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/value.h"

#include "base/text.h"
#include "csv/cell.h"
#include "csv/days.h"

static const char *const yes_words[] = { "j", "ja", "1", "x", "waar", "true", "y", "yes", NULL };
static const char *const no_words[] = { "n", "nee", "0", "onwaar", "false", "no", NULL };

static const struct
{
  const char *key;
  const char *payroll;
} payrolls[] = {
  { "", "" },
  { "nvt", "" },
  { "onbekend", "" },
  { "maand", "month" },
  { "permaand", "month" },
  { "maandelijks", "month" },
  { "maandverloning", "month" },
  { "4weken", "four-weeks" },
  { "per4weken", "four-weeks" },
  { "vierweken", "four-weeks" },
  { "pervierweken", "four-weeks" },
  { "4wekelijks", "four-weeks" },
  { "vierwekelijks", "four-weeks" },
  { "vierwekenverloning", "four-weeks" },
  { "week", "week" },
  { "perweek", "week" },
  { "wekelijks", "week" },
  { "weekverloning", "week" },
};

gboolean
ovs_value_is_no_end (OvsDay day)
{
  return day == ovs_day_from_ymd (1900, 1, 1) || day == ovs_day_from_ymd (9999, 12, 31);
}

gboolean
ovs_value_parse_day (const char *text, OvsValueType type, gboolean is_serial, OvsDay today, OvsDay *day)
{
  OvsDayParts parts;

  *day = OVS_NO_DAY;
  if (ovs_cell_is_empty_word (text))
    return TRUE;
  if (is_serial)
    {
      *day = ovs_day_from_serial (text);
      return *day != OVS_NO_DAY;
    }

  switch (ovs_day_text_parse (text, &parts))
    {
    case OVS_DAY_TEXT_ZERO:
      return TRUE;
    case OVS_DAY_TEXT_DAY:
      break;
    default:
      return FALSE;
    }
  /* A day with a time may be another day here than where it was written. */
  if (parts.has_time && type != OVS_VALUE_AS_OF)
    return FALSE;
  if (type == OVS_VALUE_END_DAY && ovs_value_is_no_end (parts.day))
    return TRUE;
  *day = type == OVS_VALUE_BIRTH_DAY && parts.short_year ? ovs_day_in_past (parts.day, today) : parts.day;
  return TRUE;
}

static gboolean
is_word (const char *const *words, const char *text)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ovs_value_parse_yes_no (const char *text, OvsCsvYesNo *answer)
{
  *answer = OVS_CSV_NOT_SAID;
  if (is_word (yes_words, text))
    *answer = OVS_CSV_YES;
  else if (is_word (no_words, text))
    *answer = OVS_CSV_NO;
  return *answer != OVS_CSV_NOT_SAID || ovs_cell_is_empty_word (text);
}

const char *
ovs_value_parse_payroll (const char *text)
{
  g_autofree char *key = ovs_text_header_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (payrolls); i++)
    if (g_str_equal (payrolls[i].key, key))
      return payrolls[i].payroll;
  return NULL;
}
