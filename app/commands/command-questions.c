/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "dossier/questions.h"

typedef struct
{
  OvsInvocation *invocation;
  OvsQuestionCounts counts;
} Questions;

/* People by their numbers: what a script prints may end up anywhere. */
static void
add_row (const OvsQuestionRow *row, gpointer data)
{
  const Questions *questions = data;
  const OvsQuestion *question = &row->question;
  OvsJsonWriter *json = ovs_invocation_json (questions->invocation);
  g_autofree char *began = ovs_clock_to_iso (question->began);
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_day_of (question->began));
  g_autofree char *ended = question->ended != 0 ? ovs_clock_to_iso (question->ended) : NULL;
  g_autofree char *call_back = ovs_day_to_iso (question->call_back_on);
  g_autofree char *at = question->call_back_at >= 0 ? ovs_question_format_time (question->call_back_at) : NULL;
  const char *step = question->step >= 0 ? ovs_drop_out_code (question->step) : NULL;
  const char *solved = question->solved >= 0 ? ovs_solved_code (question->solved) : NULL;

  ovs_json_begin_object (json, NULL);
  ovs_json_add_count (json, "question", question->id);
  ovs_json_add_text (json, "employer", row->employer_number);
  ovs_json_add_text (json, "employee", row->employee_number);
  ovs_json_add_text (json, "began", began);
  ovs_json_add_text (json, "ended", ended);
  ovs_json_add_text (json, "step", step);
  ovs_json_add_count (json, "minutes", question->minutes);
  ovs_json_add_text (json, "solvedBy", solved);
  ovs_json_add_text (json, "callBackOn", call_back);
  ovs_json_add_text (json, "callBackAt", at);
  ovs_json_end_object (json);
  ovs_invocation_say (questions->invocation, "%10s  %-12s %-12s %-6s %4d  %s", day, row->employer_number, row->employee_number != NULL ? row->employee_number : "",
                      step != NULL ? step : "", question->minutes, question->ended == 0 ? _ ("open") : solved != NULL ? ovs_solved_title (question->solved) : "");
}

static gboolean
list (OvsTx *tx, gpointer data, GError **error)
{
  Questions *questions = data;

  ovs_questions_foreach (tx, OVS_QUESTIONS_ALL, NULL, -1, add_row, questions);
  ovs_questions_count (tx, NULL, ovs_tx_today (tx), &questions->counts);
  return TRUE;
}

gboolean
ovs_command_questions (OvsInvocation *invocation, GError **error)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autoptr (OvsDossier) dossier = NULL;
  Questions questions = { invocation };
  const GOptionEntry options[] = { { NULL } };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL)
    return FALSE;

  ovs_json_begin_list (json, "rows");
  if (!ovs_dossier_read (dossier, list, &questions, NULL, error))
    return FALSE;
  ovs_json_end_list (json);
  ovs_json_add_count (json, "questions", questions.counts.all);
  ovs_json_add_count (json, "open", questions.counts.open);
  ovs_json_add_count (json, "today", questions.counts.today);
  ovs_json_add_count (json, "minutes", questions.counts.minutes);
  if (questions.counts.all == 0)
    ovs_invocation_say (invocation, "%s", _ ("Nobody asked for help yet."));
  return TRUE;
}
