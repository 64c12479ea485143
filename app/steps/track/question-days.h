/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/questions.h"
#include "dossier/standing-days.h"

G_BEGIN_DECLS

/** One day: the questions that came, and those that were to be expected by the high figure. */
typedef struct
{
  OvsDay day;
  guint64 came;
  guint64 expected;
} OvsQuestionDay;

/**
 * OvsQuestionDays:
 * @days: (element-type OvsQuestionDay): from the first invitation on, three weeks back at most, to a week ahead; weekends only where somebody asked
 * @per_day: what the office can answer on a day; 0 where it did not say so
 * @low, @high: how many to expect in all of who was invited
 *
 * Questions against what the office can bear.
 */
typedef struct
{
  GArray *days;
  guint64 per_day;
  guint64 low;
  guint64 high;
  OvsQuestionCounts counts;
} OvsQuestionDays;

/**
 * In a thread of the dossier. @filter: (nullable): see dossier/client-filter.h. @standing: (element-type OvsStandingDay): who was invited when.
 * Returns: (transfer full).
 */
OvsQuestionDays *ovs_question_days_read (OvsTx *tx, const char *filter, const GArray *standing);
void             ovs_question_days_free (OvsQuestionDays *self);

G_END_DECLS
