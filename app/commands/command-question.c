/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/questions.h"

typedef struct
{
  const char *employer;
  const char *employee; /* (nullable) */
  gboolean open;
  OvsQuestion question;
  gint64 id;
} Question;

static gboolean
find_who (OvsTx *tx, Question *question, GError **error)
{
  g_auto (OvsEmployee) person = { 0 };

  if (!ovs_employers_require (tx, question->employer, &question->question.employer, error))
    return FALSE;
  if (question->employee == NULL)
    return TRUE;
  if (!ovs_employees_require (tx, question->question.employer, question->employee, &person, error))
    return FALSE;
  question->question.employee = person.id;
  return TRUE;
}

static gboolean
write_down (OvsTx *tx, gpointer data, GError **error)
{
  Question *question = data;

  if (!find_who (tx, question, error))
    return FALSE;
  question->question.ended = question->open ? 0 : ovs_tx_now (tx);
  question->id = ovs_questions_save (tx, &question->question, error);
  return question->id > 0;
}

static gboolean
read_codes (OvsQuestion *question, const char *step, const char *solved, const char *at, GError **error)
{
  OvsDropOut drop_out = OVS_DROP_OUT_OTHER;
  OvsSolved solution = OVS_SOLVED_NOT;

  if (step != NULL && !ovs_drop_out_from_code (step, &drop_out))
    return ovs_usage_refuse (error, _ ("--step takes A to E, or other."));
  if (solved != NULL && !ovs_solved_from_code (solved, &solution))
    return ovs_usage_refuse (error, _ ("--solved-by takes explained, invited, address, unblocked, employer, loket or not."));
  if (at != NULL && !ovs_question_parse_time (at, &question->call_back_at))
    return ovs_usage_refuse (error, _ ("--at takes a time of day, as in 14:00."));
  question->step = step != NULL ? (int) drop_out : OVS_QUESTION_UNSAID;
  question->solved = solved != NULL ? (int) solution : OVS_QUESTION_UNSAID;
  return TRUE;
}

gboolean
ovs_command_question (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *step = NULL;
  g_autofree char *solved = NULL;
  g_autofree char *note = NULL;
  g_autofree char *call_back = NULL;
  g_autofree char *at = NULL;
  gint minutes = 0;
  g_autoptr (OvsDossier) dossier = NULL;
  Question question = { 0 };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("Who asked; without it the client did"), "NUMBER" },
    { "step", 0, 0, G_OPTION_ARG_STRING, &step, N_ ("Where it stuck: A to E, or other"), "STEP" },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &minutes, N_ ("How long it took"), "N" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What to remember; short, nothing about health, no password, no BSN"), "TEXT" },
    { "solved-by", 0, 0, G_OPTION_ARG_STRING, &solved, N_ ("What helped: explained, invited, address, unblocked, employer, loket or not"), "HOW" },
    { "open", 0, 0, G_OPTION_ARG_NONE, &question.open, N_ ("It goes on later"), NULL },
    { "call-back", 0, 0, G_OPTION_ARG_STRING, &call_back, N_ ("The day on which to call back; the question stays open"), "DATE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("The time of that day"), "TIME" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (employer == NULL || minutes < 0 || (at != NULL && call_back == NULL))
    return ovs_usage_refuse (error, _ ("Say who asked with --employer, and --employee where it is known. --minutes is not below zero, and --at goes with --call-back."));
  ovs_question_init (&question.question);
  if (!read_codes (&question.question, step, solved, at, error) || !ovs_parse_day (call_back, &question.question.call_back_on, error))
    return FALSE;

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  question.employer = employer;
  question.employee = employee;
  question.open = question.open || call_back != NULL;
  question.question.minutes = minutes;
  question.question.note = note;
  if (dossier == NULL || !ovs_dossier_write (dossier, write_down, &question, NULL, error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "question", question.id);
  ovs_invocation_say (invocation, "%s", _ ("The question was written down."));
  return TRUE;
}
