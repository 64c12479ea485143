/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/days.h"

#include <string.h>

#define SERIAL_FIRST 7000
#define SERIAL_LAST 60000

/* Dutch, with the English that Excel writes on an English desktop. */
static const struct
{
  const char *name;
  int month;
} months[] = {
  { "jan", 1 },       { "feb", 2 },       { "mrt", 3 },      { "mar", 3 },       { "apr", 4 },
  { "mei", 5 },       { "may", 5 },       { "jun", 6 },      { "jul", 7 },       { "aug", 8 },
  { "sep", 9 },       { "sept", 9 },      { "okt", 10 },     { "oct", 10 },      { "nov", 11 },
  { "dec", 12 },      { "januari", 1 },   { "februari", 2 }, { "maart", 3 },     { "april", 4 },
  { "juni", 6 },      { "juli", 7 },      { "augustus", 8 }, { "september", 9 }, { "oktober", 10 },
  { "november", 11 }, { "december", 12 },
};

/* Takes 1 to @most digits; returns how many there were. */
static gsize
take_number (const char **text, gsize most, int *number)
{
  gsize count = 0;

  *number = 0;
  while (count < most && g_ascii_isdigit ((*text)[count]))
    *number = *number * 10 + ((*text)[count++] - '0');
  *text += count;
  return count;
}

static gboolean
take_month_name (const char **text, int *month)
{
  gsize length = 0;

  while (g_ascii_isalpha ((*text)[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strlen (months[i].name) == length && g_ascii_strncasecmp (*text, months[i].name, length) == 0)
      {
        *month = months[i].month;
        *text += length;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_separator (const char **text, char *separator)
{
  if (**text == '\0' || strchr ("-/. ", **text) == NULL)
    return FALSE;
  *separator = *(*text)++;
  /* "1 jan. 2024" */
  if (*separator == '.' && **text == ' ')
    (*text)++;
  return TRUE;
}

/* A time, or nothing. */
static gboolean
take_time (const char *text, gboolean *has_time)
{
  int hour, minute, second = 0;

  *has_time = FALSE;
  if (*text == '\0')
    return TRUE;
  if (*text != ' ' && *text != 'T')
    return FALSE;
  text++;
  if (take_number (&text, 2, &hour) == 0 || *text++ != ':' || take_number (&text, 2, &minute) != 2)
    return FALSE;
  if (*text == ':')
    {
      text++;
      if (take_number (&text, 2, &second) != 2)
        return FALSE;
      if (*text == '.')
        text += 1 + strspn (text + 1, "0123456789");
    }
  if (*text == 'Z')
    text++;
  *has_time = hour != 0 || minute != 0 || second != 0;
  return *text == '\0' && hour < 24 && minute < 60 && second < 60;
}

static OvsDayText
judge (int year, int month, int day, gboolean day_first, OvsDayParts *parts)
{
  if (year == 0 && month == 0 && day == 0)
    return OVS_DAY_TEXT_ZERO;
  parts->day = ovs_day_from_ymd (year, month, day);
  if (parts->day != OVS_NO_DAY)
    return OVS_DAY_TEXT_DAY;
  /* 12/25/2025: no day with the day first, and one with the month first. */
  if (day_first && month > 12 && ovs_day_from_ymd (year, day, month) != OVS_NO_DAY)
    return OVS_DAY_TEXT_AMERICAN;
  return OVS_DAY_TEXT_IMPOSSIBLE;
}

static OvsDayText
parse_iso (const char *text, OvsDayParts *parts)
{
  int year, month, day;
  char first, second;

  if (take_number (&text, 4, &year) != 4 || !take_separator (&text, &first) ||
      take_number (&text, 2, &month) == 0 || !take_separator (&text, &second) || first != second ||
      take_number (&text, 2, &day) == 0 || !take_time (text, &parts->has_time))
    return OVS_DAY_TEXT_OTHER;
  return judge (year, month, day, FALSE, parts);
}

static OvsDayText
parse_dutch (const char *text, OvsDayParts *parts)
{
  int year, month, day;
  char first, second;
  gboolean named = FALSE;
  gsize digits;

  if (take_number (&text, 2, &day) == 0 || !take_separator (&text, &first))
    return OVS_DAY_TEXT_OTHER;
  if (g_ascii_isalpha (*text))
    named = take_month_name (&text, &month);
  else if (first == ' ' || take_number (&text, 2, &month) == 0)
    return OVS_DAY_TEXT_OTHER;
  if (!take_separator (&text, &second) || (first != second && !named))
    return OVS_DAY_TEXT_OTHER;
  digits = take_number (&text, 4, &year);
  if ((digits != 2 && digits != 4) || g_ascii_isdigit (*text) || !take_time (text, &parts->has_time))
    return OVS_DAY_TEXT_OTHER;

  if (digits == 2 && (year != 0 || month != 0 || day != 0))
    {
      parts->short_year = TRUE;
      year += 2000;
    }
  return judge (year, month, day, TRUE, parts);
}

OvsDayText
ovs_day_text_parse (const char *text, OvsDayParts *parts)
{
  gsize digits = strspn (text, "0123456789");
  OvsDayText result = OVS_DAY_TEXT_OTHER;

  *parts = (OvsDayParts){ OVS_NO_DAY, FALSE, FALSE };
  if (digits == 4)
    result = parse_iso (text, parts);
  else if (digits == 1 || digits == 2)
    result = parse_dutch (text, parts);
  if (result != OVS_DAY_TEXT_DAY)
    parts->day = OVS_NO_DAY;
  return result;
}

OvsDay
ovs_day_in_past (OvsDay day, OvsDay today)
{
  int year, month, day_of_month;
  OvsDay earlier;

  if (day <= today)
    return day;
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  earlier = ovs_day_from_ymd (year - 100, month, day_of_month);
  /* 29 February 2000 was a day, that of 1900 was none. */
  return earlier != OVS_NO_DAY ? earlier : day;
}

OvsDay
ovs_day_from_serial (const char *text)
{
  int number;

  if (strlen (text) > 5 || take_number (&text, 5, &number) < 4 || *text != '\0')
    return OVS_NO_DAY;
  if (number < SERIAL_FIRST || number > SERIAL_LAST)
    return OVS_NO_DAY;
  /* Excel counts a 29 February 1900 that never was, so that its day 0 is 30 December 1899. */
  return ovs_day_from_ymd (1899, 12, 30) + number;
}

gboolean
ovs_day_text_is_date (const char *text)
{
  OvsDayParts parts;
  const char *p = text;
  char separator;
  int number;

  if (ovs_day_text_parse (text, &parts) != OVS_DAY_TEXT_OTHER)
    return TRUE;
  if (take_number (&p, 4, &number) > 0)
    return take_separator (&p, &separator) && take_month_name (&p, &number) && *p == '\0';
  return take_month_name (&p, &number) && take_separator (&p, &separator) &&
         take_number (&p, 4, &number) > 0 && *p == '\0';
}
