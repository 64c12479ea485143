/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/error.h"
#include "dossier/questions.h"

/* Two clients; the first has a person. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  clients_set_up (fixture, NULL);
  fixture_execute (fixture, "INSERT INTO employee (id, employer, number, number_key, last_name, email_kind, sort_key, first_seen, added_by) "
                            "VALUES (7, 1, '0012', '12', 'Leeuwen', 'absent', 'leeuwen', '2026-01-01T00:00:00Z', 1)");
}

typedef struct
{
  OvsQuestion question;
  int in_days; /* to call back; -1000 for not */
  gint64 id;
} Saving;

static gboolean
save (OvsTx *tx, gpointer data, GError **error)
{
  Saving *saving = data;

  if (saving->in_days > -1000)
    saving->question.call_back_on = ovs_tx_today (tx) + saving->in_days;
  saving->id = ovs_questions_save (tx, &saving->question, error);
  return saving->id > 0;
}

static gint64
ask (Fixture *fixture, gint64 employee, int step, int in_days)
{
  Saving saving = { .in_days = in_days };

  ovs_question_init (&saving.question);
  saving.question.employer = employee != 0 ? 1 : 2;
  saving.question.employee = employee;
  saving.question.step = step;
  saving.question.minutes = 4;
  clients_do (fixture, save, &saving);
  return saving.id;
}

static gboolean
end (OvsTx *tx, gpointer id, GError **error)
{
  return ovs_questions_end (tx, GPOINTER_TO_INT (id), TRUE, error);
}

static void
append (const OvsQuestionRow *row, gpointer data)
{
  g_string_append_printf (data, "%s/%s ", row->name != NULL ? row->name : "-", row->employer_name);
}

typedef struct
{
  OvsQuestions which;
  const char *handler;
  GString *text;
  OvsQuestionCounts counts;
} Reading;

static gboolean
read_list (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  ovs_questions_foreach (tx, reading->which, reading->handler, -1, append, reading->text);
  ovs_questions_count (tx, reading->handler, ovs_tx_today (tx), &reading->counts);
  return TRUE;
}

static OvsQuestionCounts
expect (Fixture *fixture, OvsQuestions which, const char *handler, const char *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { which, handler, text };

  clients_do (fixture, read_list, &reading);
  g_assert_cmpstr (text->str, ==, rows);
  return reading.counts;
}

static void
test_lists (Fixture *fixture, gconstpointer unused)
{
  gint64 first = ask (fixture, 7, OVS_DROP_OUT_MAIL, -1000);
  OvsQuestionCounts counts;

  /* Who waits for a call goes first. */
  ask (fixture, 0, OVS_QUESTION_UNSAID, 0);
  counts = expect (fixture, OVS_QUESTIONS_OPEN, NULL, "-/Garage Smit Leeuwen/Bakkerij Jansen ");
  g_assert_cmpint (counts.all, ==, 2);
  g_assert_cmpint (counts.today, ==, 2);
  g_assert_cmpint (counts.due, ==, 1);
  g_assert_cmpint (counts.minutes, ==, 8);

  clients_do (fixture, end, GINT_TO_POINTER ((int) first));
  counts = expect (fixture, OVS_QUESTIONS_OPEN, NULL, "-/Garage Smit ");
  g_assert_cmpint (counts.open, ==, 1);
  expect (fixture, OVS_QUESTIONS_ENDED, NULL, "Leeuwen/Bakkerij Jansen ");
  counts = expect (fixture, OVS_QUESTIONS_ENDED, "Kees", "");
  g_assert_cmpint (counts.all, ==, 1);
}

static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  gint64 first = ask (fixture, 7, OVS_DROP_OUT_PASSWORD, -1000);

  clients_do (fixture, end, GINT_TO_POINTER ((int) first));
  clients_undo (fixture, "question-ended");
  expect (fixture, OVS_QUESTIONS_OPEN, NULL, "Leeuwen/Bakkerij Jansen ");
  clients_undo (fixture, "question");
  expect (fixture, OVS_QUESTIONS_ALL, NULL, "");
}

static void
refuse (Fixture *fixture, gint64 employer, gint64 employee, const char *note, int in_days)
{
  Saving saving = { .in_days = in_days };

  ovs_question_init (&saving.question);
  saving.question.employer = employer;
  saving.question.employee = employee;
  saving.question.note = (char *) note;
  clients_refuse (fixture, save, &saving, OVS_DOSSIER_ERROR_REFUSED);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  refuse (fixture, 1, 7, "BSN is 111222333", -1000);
  refuse (fixture, 1, 7, NULL, -1);
  refuse (fixture, 2, 7, NULL, -1000);
  refuse (fixture, 3, 0, NULL, -1000);
  clients_refuse (fixture, end, GINT_TO_POINTER (9), OVS_DOSSIER_ERROR_REFUSED);
  expect (fixture, OVS_QUESTIONS_ALL, NULL, "");
}

/* The trail stays when names are removed, so it holds none, and no note either. */
static void
test_trail (Fixture *fixture, gconstpointer unused)
{
  Saving saving = { .in_days = -1000 };

  ovs_question_init (&saving.question);
  saving.question.employer = 1;
  saving.question.employee = 7;
  saving.question.step = OVS_DROP_OUT_NOT_ACCEPTED;
  saving.question.note = (char *) "called twice";
  clients_do (fixture, save, &saving);
  fixture_assert (fixture, "SELECT operation, json_extract(detail, '$.employee'), json_extract(detail, '$.step'), detail LIKE '%twice%' FROM audit "
                           "ORDER BY sequence DESC LIMIT 1",
                  "question|7|E|0\n");
  fixture_assert (fixture, "SELECT note, step, began_on <= date('now', '+1 day') FROM question", "called twice|E|1\n");
}

static void
test_time (void)
{
  int minutes = 0;
  g_autofree char *text = NULL;

  g_assert_true (ovs_question_parse_time ("14:05", &minutes));
  g_assert_cmpint (minutes, ==, 14 * 60 + 5);
  g_assert_true (ovs_question_parse_time ("9.30", &minutes));
  text = ovs_question_format_time (minutes);
  g_assert_cmpstr (text, ==, "9:30");
  for (const char *const *bad = (const char *const[]) { "", "14", "24:00", "9:60", "9:5", "a:00", ":30", "12:000", NULL }; *bad != NULL; bad++)
    g_assert_false (ovs_question_parse_time (*bad, &minutes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/questions/lists", Fixture, NULL, set_up, test_lists, fixture_tear_down);
  g_test_add ("/questions/undo", Fixture, NULL, set_up, test_undo, fixture_tear_down);
  g_test_add ("/questions/refused", Fixture, NULL, set_up, test_refused, fixture_tear_down);
  g_test_add ("/questions/trail", Fixture, NULL, set_up, test_trail, fixture_tear_down);
  g_test_add_func ("/questions/time", test_time);
  return g_test_run ();
}
