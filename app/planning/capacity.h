/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsQuestionRate:
 *
 * So many questions of so many people who were invited: 5 of 100, or the office's own 37 of 850.
 */
typedef struct
{
  guint64 questions;
  guint64 people; /* above 0 */
} OvsQuestionRate;

/**
 * OvsCapacity:
 * @per_day: questions that the office can answer on a day
 * @peak_share: how many percent of the questions come on the busiest day, the first
 * @low, @high: what to expect; the same where the office has figures of its own
 * @own: people of earlier rounds whose questions were counted, and how many these were; its people are 0 where there is none
 *
 * What the office can bear, and what comes. Plain values.
 */
typedef struct
{
  guint64 per_day;
  guint peak_share;
  OvsQuestionRate low;
  OvsQuestionRate high;
  OvsQuestionRate own;
} OvsCapacity;

/** The share of the busiest day where the office gives none; no source tells it: our own advice. */
#define OVS_PEAK_SHARE 40

/** With less on the busiest day, the questions would come for more than %OVS_CURVE_DAYS days. */
#define OVS_PEAK_SHARE_LEAST 15

/** Nobody counts questions of a round for longer than this many working days. */
#define OVS_CURVE_DAYS 15

/** @peak_share: 0 for %OVS_PEAK_SHARE, else from %OVS_PEAK_SHARE_LEAST to 100. @own: (nullable). Until the office counted a question of its own, it is 2 to 5 of every hundred. */
OvsCapacity ovs_capacity_new           (guint64 per_day, guint peak_share, const OvsQuestionRate *own);

/** Whether the figures are the office's own. */
gboolean    ovs_capacity_is_own        (const OvsCapacity *capacity);

/** What so many colleagues can answer in so many minutes a day each, at @minutes for a question; 0 where that is 0. */
guint64     ovs_capacity_of_people     (guint colleagues, guint minutes_a_day, guint minutes);

/** How many people can be invited on one day, by the high figure: floor (per_day / (5% × peak_share)). */
guint64     ovs_capacity_most_invited  (const OvsCapacity *capacity);

/** The questions to expect of @invited people, rounded up. */
void        ovs_capacity_questions     (const OvsCapacity *capacity, guint64 invited, guint64 *low, guint64 *high);

/**
 * The questions to expect on each working day from the day of the round, by the high figure: the peak share on the first, and of what is
 * left the same share on each day after. Their sum is that of ovs_capacity_questions().
 */
void        ovs_capacity_curve         (const OvsCapacity *capacity, guint64 invited, guint64 questions[OVS_CURVE_DAYS]);

/** The day that is @working_days Mondays to Fridays after @day; public holidays on which offices are closed do not count. */
OvsDay      ovs_capacity_working_day   (OvsDay day, guint working_days);

/** On what the figures rest, with their source, in the user's language. Returns: (transfer full). */
char       *ovs_capacity_tell          (const OvsCapacity *capacity);

G_END_DECLS
