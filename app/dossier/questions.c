/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/questions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/client-filter.h"
#include "dossier/employee.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/undo.h"

#define FIELDS \
  "q.id, q.employer, coalesce(q.employee, 0), q.began, q.ended, q.step, q.solved_by, q.minutes, q.note, q.call_back_on, q.call_back_at"

#define ROWS                                                                                                                   \
  "SELECT " FIELDS ", c.number, c.name, e.number, e.initials, e.first_name, e.prefix, e.last_name, coalesce(who.text, '') "    \
  "FROM question q JOIN employer c ON c.id = q.employer LEFT JOIN employee e ON e.id = q.employee "                            \
  "JOIN audit a ON a.sequence = q.audit LEFT JOIN audit_text who ON who.reference = a.actor "

#define OF_CLIENTS "WHERE " OVS_CLIENT_FILTER ("c.", "?1") " "

static const char select_open[] = ROWS OF_CLIENTS "AND q.ended IS NULL "
                                       "ORDER BY q.call_back_on IS NULL, q.call_back_on, q.call_back_at, q.began, q.id LIMIT ?2";
static const char select_ended[] = ROWS OF_CLIENTS "AND q.ended IS NOT NULL ORDER BY q.ended DESC, q.id DESC LIMIT ?2";
static const char select_all[] = ROWS OF_CLIENTS "ORDER BY q.began, q.id LIMIT ?2";
static const char select_of[] = ROWS "WHERE q.employee = ?1 AND q.id <> ?2 ORDER BY q.began DESC, q.id DESC";

void
ovs_question_init (OvsQuestion *question)
{
  memset (question, 0, sizeof *question);
  question->step = question->solved = question->call_back_at = OVS_QUESTION_UNSAID;
}

void
ovs_question_clear (OvsQuestion *question)
{
  g_free (question->note);
  ovs_question_init (question);
}

gboolean
ovs_question_parse_time (const char *text, int *minutes)
{
  gint64 hour, minute;
  const char *colon = text != NULL ? strpbrk (text, ":.") : NULL;
  g_autofree char *before = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  if (colon == NULL || !g_ascii_string_to_signed (before, 10, 0, 23, &hour, NULL) || strlen (colon + 1) != 2
      || !g_ascii_string_to_signed (colon + 1, 10, 0, 59, &minute, NULL))
    return FALSE;
  *minutes = (int) (hour * 60 + minute);
  return TRUE;
}

char *
ovs_question_format_time (int minutes)
{
  return g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

/* --- writing --- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
check (OvsTx *tx, const OvsQuestion *question, GError **error)
{
  OvsQuestion old;
  gint64 found;
  gboolean same_day;

  if (!ovs_free_text_check (question->note, error))
    return FALSE;
  if (question->id != 0)
    {
      if (!ovs_questions_get (tx, question->id, &old))
        return refuse (error, _ ("This question is no longer in the dossier. Nothing was changed."));
      same_day = old.call_back_on == question->call_back_on;
      ovs_question_clear (&old);
    }
  else
    same_day = FALSE;
  if (!same_day && question->call_back_on != OVS_NO_DAY && question->call_back_on < ovs_tx_today (tx))
    return refuse (error, _ ("The day to call back is over. Choose today or a later day. Nothing was changed."));
  if (question->id != 0)
    return TRUE;
  if (question->employee != 0
          ? ovs_tx_get_int (tx, &found, "SELECT id FROM employee WHERE id = ?1 AND employer = ?2", "ii", question->employee, question->employer)
          : ovs_tx_get_int (tx, &found, "SELECT id FROM employer WHERE id = ?1", "i", question->employer))
    return TRUE;
  return refuse (error, _ ("Who asks is no longer in the dossier. Nothing was changed."));
}

/* What may be kept for ever: ids and codes. */
static char *
make_detail (const OvsQuestion *question, gint64 id)
{
  return g_strdup_printf ("{\"question\": %" G_GINT64_FORMAT ", \"employer\": %" G_GINT64_FORMAT ", \"employee\": %" G_GINT64_FORMAT
                          ", \"step\": \"%s\", \"minutes\": %d, \"solved\": \"%s\"}",
                          id, question->employer, question->employee, question->step >= 0 ? ovs_drop_out_code (question->step) : "",
                          question->minutes, question->solved >= 0 ? ovs_solved_code (question->solved) : "");
}

static void
insert (OvsTx *tx, const OvsQuestion *question, gint64 sequence)
{
  gint64 began = question->began != 0 ? question->began : ovs_tx_now (tx);
  g_autofree char *at = ovs_clock_to_iso (began);

  ovs_tx_run (tx,
              "INSERT INTO question (employer, employee, began, began_on, audit) VALUES (?1, nullif(?2, 0), ?3, ?4, ?5)", "iisdi",
              question->employer, question->employee, at, ovs_clock_day_of (began), sequence);
}

static void
update (OvsTx *tx, const OvsQuestion *question, gint64 id)
{
  g_autofree char *note = g_strstrip (g_strdup (question->note != NULL ? question->note : ""));
  g_autofree char *ended = question->ended != 0 ? ovs_clock_to_iso (question->ended) : NULL;
  g_autofree char *at = question->call_back_on != OVS_NO_DAY && question->call_back_at >= 0
                            ? g_strdup_printf ("%02d:%02d", question->call_back_at / 60, question->call_back_at % 60)
                            : NULL;

  ovs_tx_run (tx,
              "UPDATE question SET ended = ?2, step = ?3, minutes = ?4, note = nullif(?5, ''), solved_by = ?6, call_back_on = ?7, call_back_at = ?8 "
              "WHERE id = ?1",
              "ississds", id, ended, question->step >= 0 ? ovs_drop_out_code (question->step) : NULL, (gint64) MAX (question->minutes, 0), note,
              question->solved >= 0 ? ovs_solved_code (question->solved) : NULL, question->call_back_on, at);
}

gint64
ovs_questions_save (OvsTx *tx, const OvsQuestion *question, GError **error)
{
  g_autofree char *detail = NULL;
  gint64 id = question->id;
  OvsStep step;

  if (!check (tx, question, error))
    return -1;
  step = ovs_step_begin (tx);
  if (id == 0)
    {
      insert (tx, question, step.sequence);
      id = ovs_tx_last_id (tx);
    }
  update (tx, question, id);
  detail = make_detail (question, id);
  ovs_step_end (&step, question->ended != 0 ? "question-ended" : "question", detail, NULL);
  return id;
}

gboolean
ovs_questions_end (OvsTx *tx, gint64 id, gboolean ended, GError **error)
{
  g_auto (OvsQuestion) question = { 0 };

  if (!ovs_questions_get (tx, id, &question))
    return refuse (error, _ ("This question is no longer in the dossier. Nothing was changed."));
  question.ended = ended ? ovs_tx_now (tx) : 0;
  return ovs_questions_save (tx, &question, error) > 0;
}

/* --- reading --- */

/* @question borrows its note from @rows. */
static void
read_question (OvsRows *rows, OvsQuestion *question)
{
  OvsDropOut step;
  OvsSolved solved;

  ovs_question_init (question);
  question->id = ovs_rows_int (rows, 0);
  question->employer = ovs_rows_int (rows, 1);
  question->employee = ovs_rows_int (rows, 2);
  ovs_clock_parse_iso (ovs_rows_text (rows, 3), &question->began);
  ovs_clock_parse_iso (ovs_rows_text (rows, 4), &question->ended);
  if (ovs_drop_out_from_code (ovs_rows_text (rows, 5), &step))
    question->step = (int) step;
  if (ovs_solved_from_code (ovs_rows_text (rows, 6), &solved))
    question->solved = (int) solved;
  question->minutes = (int) ovs_rows_int (rows, 7);
  question->note = (char *) ovs_rows_text (rows, 8);
  question->call_back_on = ovs_rows_day (rows, 9);
  ovs_question_parse_time (ovs_rows_text (rows, 10), &question->call_back_at);
}

gboolean
ovs_questions_get (OvsTx *tx, gint64 id, OvsQuestion *question)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT " FIELDS " FROM question q WHERE q.id = ?1", "i", id);
  gboolean found = ovs_rows_next (&rows);

  ovs_question_init (question);
  if (found)
    {
      read_question (&rows, question);
      question->note = g_strdup (question->note);
    }
  ovs_rows_close (&rows);
  return found;
}

gboolean
ovs_questions_get_client (OvsTx *tx, gint64 employer, char **name, char **contact, char **phone)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT coalesce(name, number), contact_name, contact_phone FROM employer WHERE id = ?1", "i", employer);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    *name = g_strdup (ovs_rows_text (&rows, 0));
  if (found && contact != NULL)
    *contact = g_strdup (ovs_rows_text (&rows, 1));
  if (found && phone != NULL)
    *phone = g_strdup (ovs_rows_text (&rows, 2));
  ovs_rows_close (&rows);
  return found;
}

static void
walk (OvsRows *rows, OvsQuestionFunc func, gpointer data)
{
  while (ovs_rows_next (rows))
    {
      g_autofree char *name = NULL;
      OvsQuestionRow row = {
        .employer_number = ovs_rows_text (rows, 11),
        .employer_name = ovs_rows_text (rows, 12),
        .employee_number = ovs_rows_text (rows, 13),
        .actor = ovs_rows_text (rows, 18),
      };

      read_question (rows, &row.question);
      if (row.employee_number != NULL)
        name = ovs_employee_list_name (ovs_rows_text (rows, 14), ovs_rows_text (rows, 15), ovs_rows_text (rows, 16), ovs_rows_text (rows, 17));
      row.name = name;
      func (&row, data);
    }
}

void
ovs_questions_foreach (OvsTx *tx, OvsQuestions which, const char *handler, int limit, OvsQuestionFunc func, gpointer data)
{
  static const char *const selects[] = {
    [OVS_QUESTIONS_OPEN] = select_open,
    [OVS_QUESTIONS_ENDED] = select_ended,
    [OVS_QUESTIONS_ALL] = select_all,
  };
  OvsRows rows = ovs_rows_open (tx, selects[which], "si", handler, (gint64) limit);

  walk (&rows, func, data);
}

void
ovs_questions_foreach_of (OvsTx *tx, gint64 employee, gint64 except, OvsQuestionFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, select_of, "ii", employee, except);

  walk (&rows, func, data);
}

void
ovs_questions_count (OvsTx *tx, const char *handler, OvsDay today, OvsQuestionCounts *counts)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT count(*), count(*) FILTER (WHERE q.ended IS NULL), count(*) FILTER (WHERE q.began_on = ?2), "
                                "count(*) FILTER (WHERE q.ended IS NULL AND q.call_back_on <= ?2), coalesce(sum(q.minutes), 0) "
                                "FROM question q JOIN employer c ON c.id = q.employer " OF_CLIENTS,
                                "sd", handler, today);

  memset (counts, 0, sizeof *counts);
  if (ovs_rows_next (&rows))
    {
      counts->all = ovs_rows_int (&rows, 0);
      counts->open = ovs_rows_int (&rows, 1);
      counts->today = ovs_rows_int (&rows, 2);
      counts->due = ovs_rows_int (&rows, 3);
      counts->minutes = ovs_rows_int (&rows, 4);
    }
  ovs_rows_close (&rows);
}

void
ovs_questions_foreach_sum (OvsTx *tx, const char *handler, OvsQuestionSumFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT q.began_on, q.step, c.handler, count(*), sum(q.minutes) FROM question q JOIN employer c ON c.id = q.employer "
                                OF_CLIENTS "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                                "s", handler);

  while (ovs_rows_next (&rows))
    {
      OvsDropOut step;
      gboolean said = ovs_drop_out_from_code (ovs_rows_text (&rows, 1), &step);

      func (ovs_rows_day (&rows, 0), said ? (int) step : OVS_QUESTION_UNSAID, ovs_rows_text (&rows, 2), ovs_rows_int (&rows, 3),
            ovs_rows_int (&rows, 4), data);
    }
}
