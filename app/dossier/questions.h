/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/drop-out.h"

G_BEGIN_DECLS

/*
 * Who asked for help, where it stuck and what helped. Writing a question down is one step that can be taken back. The trail holds ids and codes
 * only; who answered is read from there.
 */

/** In OvsQuestion: nothing was said about it. */
#define OVS_QUESTION_UNSAID (-1)

/**
 * OvsQuestion:
 * @id: 0 for one that is not written down yet
 * @employee: 0 where a client asks, or somebody who is not known
 * @began: instant
 * @ended: instant; 0 while it is open
 * @step: an #OvsDropOut, or %OVS_QUESTION_UNSAID
 * @solved: an #OvsSolved, or %OVS_QUESTION_UNSAID
 * @note: (nullable)
 * @call_back_on: %OVS_NO_DAY for none
 * @call_back_at: minutes since midnight, or %OVS_QUESTION_UNSAID
 *
 * Owns its text; clear with ovs_question_clear().
 */
typedef struct
{
  gint64 id;
  gint64 employer;
  gint64 employee;
  gint64 began;
  gint64 ended;
  int step;
  int solved;
  int minutes;
  char *note;
  OvsDay call_back_on;
  int call_back_at;
} OvsQuestion;

void     ovs_question_init     (OvsQuestion *question);
void     ovs_question_clear    (OvsQuestion *question);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsQuestion, ovs_question_clear)

/**
 * Writes @question down, or changes it where it has an id: then client, person and beginning stay. A beginning of 0 is now. Returns: its id, -1 with
 * @error set where the note holds a BSN, a day to call back is before today, or it concerns nobody here.
 */
gint64   ovs_questions_save    (OvsTx *tx, const OvsQuestion *question, GError **error);

/** Ends it now, or opens it again. FALSE with @error set where it is no longer there. */
gboolean ovs_questions_end     (OvsTx *tx, gint64 id, gboolean ended, GError **error);

/** FALSE (and an empty @question) where there is no such question. */
gboolean ovs_questions_get     (OvsTx *tx, gint64 id, OvsQuestion *question);

/**
 * Who the client is that asks, or that somebody works for: its name (else its number), and whom to call there. FALSE where there is none. @contact, @phone:
 * (out) (optional) (nullable) (transfer full).
 */
gboolean ovs_questions_get_client (OvsTx *tx, gint64 employer, char **name, char **contact, char **phone);

/** What a list shows of a question. Texts are borrowed, valid during the callback. */
typedef struct
{
  OvsQuestion question;
  const char *employer_number;
  const char *employer_name;   /* (nullable) */
  const char *employee_number; /* (nullable) */
  const char *name;            /* (nullable): as in a list that is sorted by surname */
  const char *actor;           /* who answered, "" where names were removed */
} OvsQuestionRow;

typedef void (*OvsQuestionFunc) (const OvsQuestionRow *row, gpointer data);

/** Which questions. */
typedef enum
{
  OVS_QUESTIONS_OPEN,    /* who is to be called back first by that, then the oldest */
  OVS_QUESTIONS_ENDED,   /* the latest first */
  OVS_QUESTIONS_ALL,     /* by their beginning */
} OvsQuestions;

/** @handler: (nullable): a filter of clients (dossier/client-filter.h). @limit: how many at most, -1 for all. */
void     ovs_questions_foreach (OvsTx *tx, OvsQuestions which, const char *handler, int limit, OvsQuestionFunc func, gpointer data);

/** All questions of one employee, the latest first; not @except. */
void     ovs_questions_foreach_of (OvsTx *tx, gint64 employee, gint64 except, OvsQuestionFunc func, gpointer data);

/** Counts; @due: open and to be called back by the given day. */
typedef struct
{
  gint64 all;
  gint64 open;
  gint64 today;
  gint64 due;
  gint64 minutes;
} OvsQuestionCounts;

void     ovs_questions_count   (OvsTx *tx, const char *handler, OvsDay today, OvsQuestionCounts *counts);

/** So many questions of the clients of @handler (nullable) on @day at @step (an #OvsDropOut or %OVS_QUESTION_UNSAID), and the minutes they took. */
typedef void (*OvsQuestionSumFunc) (OvsDay day, int step, const char *handler, gint64 number, gint64 minutes, gpointer data);

/** Calls @func for each sum, by day. @handler: (nullable): a filter of clients. */
void     ovs_questions_foreach_sum (OvsTx *tx, const char *handler, OvsQuestionSumFunc func, gpointer data);

/** `14:00` as minutes since midnight. FALSE for anything else. */
gboolean ovs_question_parse_time (const char *text, int *minutes);

/** The other way. Returns: (transfer full). */
char    *ovs_question_format_time (int minutes);

G_END_DECLS
