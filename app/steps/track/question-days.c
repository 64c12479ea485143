/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/track/question-days.h"

#include "dossier/plan-facts.h"
#include "dossier/settings.h"
#include "planning/capacity.h"

#define DAYS_BACK 21
#define DAYS_AHEAD 7
#define DAYS (DAYS_BACK + DAYS_AHEAD + 1)
#define WEEK 7
/* 1-1-1970 was a Thursday: of a day from Monday on. */
#define WEEKDAY(day) (((day) + 3) % WEEK)
#define WORKING_DAYS 5

typedef struct
{
  OvsDay first;
  guint64 came[DAYS];
  guint64 expected[DAYS];
} Span;

void
ovs_question_days_free (OvsQuestionDays *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_free (self);
}

static gboolean
holds (const Span *span, OvsDay day)
{
  return day >= span->first && day < span->first + DAYS;
}

static void
add_sum (OvsDay day, int step, const char *handler, gint64 number, gint64 minutes, gpointer data)
{
  Span *span = data;

  if (holds (span, day))
    span->came[day - span->first] += (guint64) number;
}

static OvsCapacity
read_capacity (OvsTx *tx)
{
  OvsQuestionRate own = { 0, 0 };
  gint64 questions, people;

  if (ovs_plan_own_figures (tx, &questions, &people))
    own = (OvsQuestionRate){ (guint64) questions, (guint64) people };
  return ovs_capacity_new ((guint64) MAX (ovs_settings_get_int (tx, OVS_SETTING_QUESTIONS_PER_DAY), 0),
                           (guint) ovs_settings_get_int (tx, OVS_SETTING_PEAK_SHARE), &own);
}

static void
expect_of (Span *span, const OvsCapacity *capacity, OvsDay day, guint64 invited)
{
  guint64 curve[OVS_CURVE_DAYS];

  ovs_capacity_curve (capacity, invited, curve);
  for (guint i = 0; i < OVS_CURVE_DAYS; i++)
    {
      if (holds (span, day))
        span->expected[day - span->first] += curve[i];
      day = ovs_capacity_working_day (day, 1);
    }
}

/* Each day on which more were invited than before brings questions of its own. */
static void
expect (Span *span, const OvsCapacity *capacity, const GArray *standing)
{
  gint64 before = 0;

  for (guint i = 0; i < standing->len; i++)
    {
      const OvsStandingDay *day = &g_array_index (standing, OvsStandingDay, i);
      gint64 invited = day->lists[OVS_OUTCOMES_INVITED];

      if (invited > before)
        expect_of (span, capacity, day->day, (guint64) (invited - before));
      before = MAX (invited, before);
    }
}

static OvsDay
first_invited (const GArray *standing)
{
  for (guint i = 0; i < standing->len; i++)
    if (g_array_index (standing, OvsStandingDay, i).lists[OVS_OUTCOMES_INVITED] > 0)
      return g_array_index (standing, OvsStandingDay, i).day;
  return OVS_NO_DAY;
}

static void
keep (OvsQuestionDays *self, const Span *span, OvsDay from)
{
  for (guint i = 0; i < DAYS; i++)
    {
      OvsQuestionDay day = { span->first + (OvsDay) i, span->came[i], span->expected[i] };

      if ((day.day >= from && WEEKDAY (day.day) < WORKING_DAYS) || day.came > 0)
        g_array_append_val (self->days, day);
    }
}

OvsQuestionDays *
ovs_question_days_read (OvsTx *tx, const char *filter, const GArray *standing)
{
  OvsQuestionDays *self = g_new0 (OvsQuestionDays, 1);
  OvsCapacity capacity = read_capacity (tx);
  OvsDay today = ovs_tx_today (tx);
  OvsDay from = first_invited (standing);
  Span span = { .first = today - DAYS_BACK };

  self->days = g_array_new (FALSE, FALSE, sizeof (OvsQuestionDay));
  self->per_day = capacity.per_day;
  ovs_questions_count (tx, filter, today, &self->counts);
  ovs_questions_foreach_sum (tx, filter, add_sum, &span);
  if (from == OVS_NO_DAY)
    return self;
  expect (&span, &capacity, standing);
  ovs_capacity_questions (&capacity, (guint64) g_array_index (standing, OvsStandingDay, standing->len - 1).lists[OVS_OUTCOMES_INVITED], &self->low, &self->high);
  keep (self, &span, from);
  return self;
}
