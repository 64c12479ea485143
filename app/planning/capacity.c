/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/capacity.h"

#include <glib/gi18n.h>

#include "planning/holidays.h"
#include "rules/boundary.h"
#include "rules/load.h"

/* Shares are kept in millionths. */
#define WHOLE 1000000

#define WEEK 7
#define SATURDAY 6

OvsCapacity
ovs_capacity_new (guint64 per_day, guint peak_share, const OvsQuestionRate *own)
{
  OvsCapacity capacity = {
    .per_day = per_day,
    .peak_share = peak_share > 0 ? CLAMP (peak_share, OVS_PEAK_SHARE_LEAST, 100) : OVS_PEAK_SHARE,
    .low = { OVS_QUESTIONS_PERCENT_LOW, 100 },
    .high = { OVS_QUESTIONS_PERCENT_HIGH, 100 },
  };

  if (own != NULL)
    capacity.own = *own;
  if (ovs_capacity_is_own (&capacity))
    capacity.low = capacity.high = capacity.own;
  return capacity;
}

gboolean
ovs_capacity_is_own (const OvsCapacity *capacity)
{
  return capacity->own.people > 0 && capacity->own.questions > 0;
}

guint64
ovs_capacity_of_people (guint colleagues, guint minutes_a_day, guint minutes)
{
  return minutes > 0 ? (guint64) colleagues * minutes_a_day / minutes : 0;
}

guint64
ovs_capacity_most_invited (const OvsCapacity *capacity)
{
  return capacity->per_day * 100 * capacity->high.people / (capacity->high.questions * capacity->peak_share);
}

static guint64
rounded_up (guint64 invited, OvsQuestionRate rate)
{
  return (invited * rate.questions + rate.people - 1) / rate.people;
}

void
ovs_capacity_questions (const OvsCapacity *capacity, guint64 invited, guint64 *low, guint64 *high)
{
  *low = rounded_up (invited, capacity->low);
  *high = rounded_up (invited, capacity->high);
}

void
ovs_capacity_curve (const OvsCapacity *capacity, guint64 invited, guint64 questions[OVS_CURVE_DAYS])
{
  guint64 all = rounded_up (invited, capacity->high);
  guint64 asked = 0;
  guint64 left = WHOLE;

  for (guint day = 0; day < OVS_CURVE_DAYS; day++)
    {
      guint64 until;

      left -= left * capacity->peak_share / 100;
      /* Rounded once, over what was asked until then, so that the peak of the largest round is what the office can bear. */
      until = (invited * capacity->high.questions * (WHOLE - left) + capacity->high.people * WHOLE - 1) / (capacity->high.people * WHOLE);
      until = day == OVS_CURVE_DAYS - 1 ? all : MIN (until, all);
      questions[day] = until - asked;
      asked = until;
    }
}

static gboolean
is_working_day (OvsDay day)
{
  OvsHoliday holiday;
  int year;

  if (day % WEEK == SATURDAY || day % WEEK == 0)
    return FALSE;
  ovs_day_to_ymd (day, &year, NULL, NULL);
  return !ovs_holiday_find (day, &holiday) || ovs_holiday_offices_work (holiday, year);
}

OvsDay
ovs_capacity_working_day (OvsDay day, guint working_days)
{
  while (working_days > 0)
    working_days -= is_working_day (++day);
  return day;
}

char *
ovs_capacity_tell (const OvsCapacity *capacity)
{
  g_autofree char *usual = ovs_load_tell ();

  if (capacity->own.people == 0)
    return g_strdup (usual);
  if (!ovs_capacity_is_own (capacity))
    return g_strdup_printf (ngettext ("%s. Of the %d person invited so far nobody asked, which tells too little yet.",
                                      "%s. Of the %d people invited so far nobody asked, which tells too little yet.", (gulong) capacity->own.people),
                            usual, (int) capacity->own.people);
  /* Translators: a number of people, then a sentence that begins with a number. */
  return g_strdup_printf (ngettext ("The office’s own figures: %'d question of %'d people invited. Else: %s.",
                                    "The office’s own figures: %'d questions of %'d people invited. Else: %s.", (gulong) capacity->own.questions),
                          (int) capacity->own.questions, (int) capacity->own.people, usual);
}
