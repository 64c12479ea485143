/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/questions.h"
#include "steps/track/question-days.h"

#define INVITED 100

/* Somebody who called today. */
static gboolean
call (OvsTx *tx, gpointer data, GError **error)
{
  g_auto (OvsQuestion) question = { 0 };

  ovs_question_init (&question);
  question.employer = 1;
  return ovs_questions_save (tx, &question, error) > 0;
}

static void
invite (GArray *standing, OvsDay day, gint64 invited)
{
  OvsStandingDay row = { .day = day };

  row.lists[OVS_OUTCOMES_INVITED] = invited;
  g_array_append_val (standing, row);
}

static guint64
sum_expected (const OvsQuestionDays *days)
{
  guint64 sum = 0;

  for (guint i = 0; i < days->days->len; i++)
    sum += g_array_index (days->days, OvsQuestionDay, i).expected;
  return sum;
}

static gboolean
check (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) standing = g_array_new (FALSE, FALSE, sizeof (OvsStandingDay));
  OvsDay today = ovs_tx_today (tx);
  /* A Monday at least two weeks ago. */
  OvsDay monday = today - 14 - (today - 1) % 7;
  OvsQuestionDays *days;
  guint64 came = 0;

  invite (standing, monday, INVITED);
  days = ovs_question_days_read (tx, NULL, standing);
  g_assert_cmpint (days->low, ==, 2);
  g_assert_cmpint (days->high, ==, 5);
  g_assert_cmpint (days->counts.all, ==, 2);
  /* All of them are expected by now, and none on a weekend. */
  g_assert_cmpint (sum_expected (days), ==, days->high);
  g_assert_cmpint (g_array_index (days->days, OvsQuestionDay, 0).day, ==, monday);
  for (guint i = 0; i < days->days->len; i++)
    {
      const OvsQuestionDay *day = &g_array_index (days->days, OvsQuestionDay, i);

      g_assert_cmpint (day->came, ==, day->day == today ? 2 : 0);
      g_assert_true (day->came > 0 || (day->day - 1) % 7 < 5);
      came += day->came;
    }
  g_assert_cmpint (came, ==, 2);
  ovs_question_days_free (days);
  return TRUE;
}

static void
test_days (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, call, NULL);
  clients_do (fixture, call, NULL);
  clients_do (fixture, check, NULL);
}

static gboolean
check_nobody (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) standing = g_array_new (FALSE, FALSE, sizeof (OvsStandingDay));
  OvsQuestionDays *days = ovs_question_days_read (tx, NULL, standing);

  g_assert_cmpint (days->days->len, ==, 0);
  g_assert_cmpint (days->high, ==, 0);
  g_assert_cmpint (days->per_day, ==, 0);
  ovs_question_days_free (days);
  return TRUE;
}

/* Nobody was invited: nothing is expected. */
static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, check_nobody, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/question-days/days", Fixture, NULL, clients_set_up, test_days, fixture_tear_down);
  g_test_add ("/question-days/nobody", Fixture, NULL, clients_set_up, test_nobody, fixture_tear_down);
  return g_test_run ();
}
