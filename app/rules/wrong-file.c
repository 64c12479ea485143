/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/wrong-file.h"

#include <string.h>

#include "base/text.h"

/* In words of one or two letters ("BV", "de") two names agree by chance. */
#define LETTERS_OF_A_WORD 3

static const OvsBrakeRule rules[OVS_N_BRAKES] = {
  [OVS_BRAKE_UNKNOWN_EMPLOYERS] = { "unknown-employers", 20, 5, 0, "3" },
  [OVS_BRAKE_OLDER_FILE] = { "older-file", 0, 10, 0, "2" },
  [OVS_BRAKE_PEOPLE_GONE] = { "people-gone", 10, 10, 0, "2, 3, 15" },
  [OVS_BRAKE_ADDRESSES_CHANGED] = { "addresses-changed", 20, 10, 0, "3, 5" },
  [OVS_BRAKE_BUSINESS_DOMAIN] = { "business-domain", 50, 10, 0, "5" },
  [OVS_BRAKE_OLD_OVERVIEW] = { "old-overview", 0, 0, 2, "3" },
  [OVS_BRAKE_EMPLOYER_NAMES] = { "employer-names", 20, 5, 0, "9" },
  [OVS_BRAKE_OTHER_WAVE] = { "other-wave", 50, 3, 0, "67" },
};

/* Words that tell nothing of who a client is. */
static const char *const forms[] = { "bv",  "nv",       "vof",     "cv",      "maatschap", "stichting", "holding", "beheer",  "groep",
                                     "eenmanszaak", "vereniging", "cooperatie", "coöperatie", "the", "van", "der", "den", "het", "een", "en" };

const OvsBrakeRule *
ovs_brake_get (OvsBrake brake)
{
  return &rules[brake];
}

gboolean
ovs_brake_lookup (const char *code, OvsBrake *brake)
{
  for (guint i = 0; i < OVS_N_BRAKES; i++)
    if (g_strcmp0 (code, rules[i].code) == 0)
      {
        *brake = (OvsBrake) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ovs_brake_exceeds (OvsBrake brake, guint64 part, guint64 whole)
{
  return whole >= rules[brake].floor && part * 100 > whole * rules[brake].percent;
}

static OvsDay
months_before (OvsDay day, int months)
{
  int year, month, day_of_month;
  OvsDay first, next;

  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  month -= months;
  while (month < 1)
    {
      month += 12;
      year--;
    }
  first = ovs_day_from_ymd (year, month, 1);
  next = month == 12 ? ovs_day_from_ymd (year + 1, 1, 1) : ovs_day_from_ymd (year, month + 1, 1);
  return MIN (first + day_of_month - 1, next - 1);
}

gboolean
ovs_brake_too_old (OvsBrake brake, OvsDay day, OvsDay today)
{
  return day != OVS_NO_DAY && day < months_before (today, rules[brake].months);
}

static char **
split_words (const char *name)
{
  g_autofree char *folded = ovs_text_fold (name);
  char *to = folded;

  /* "B.V." is one word, "Jansen-Smit" are two. */
  for (const char *from = folded; *from != '\0'; from++)
    if (*from != '.')
      *to++ = strchr ("-/&,()'\"+", *from) != NULL ? ' ' : *from;
  *to = '\0';
  return g_strsplit (folded, " ", -1);
}

static gboolean
tells (const char *word)
{
  if (g_utf8_strlen (word, -1) < LETTERS_OF_A_WORD)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (word, forms[i]))
      return FALSE;
  return TRUE;
}

/* Also where one of them is the beginning of the other ("Bakker", "Bakkerij"). */
static gboolean
is_akin (const char *a, const char *b)
{
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

gboolean
ovs_brake_is_other_name (const char *a, const char *b)
{
  g_auto (GStrv) left = split_words (a != NULL ? a : "");
  g_auto (GStrv) right = split_words (b != NULL ? b : "");
  gboolean left_tells = FALSE, right_tells = FALSE;

  for (gsize i = 0; left[i] != NULL; i++)
    {
      if (!tells (left[i]))
        continue;
      left_tells = TRUE;
      for (gsize j = 0; right[j] != NULL; j++)
        if (tells (right[j]) && is_akin (left[i], right[j]))
          return FALSE;
    }
  for (gsize j = 0; right[j] != NULL; j++)
    right_tells = right_tells || tells (right[j]);
  return left_tells && right_tells;
}
