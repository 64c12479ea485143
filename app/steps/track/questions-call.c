/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/questions-view-private.h"

#include <glib/gi18n.h>

/* --- writing down --- */

OvsQuestionsWaiting *
ovs_questions_wait (OvsQuestionsView *self)
{
  OvsQuestionsWaiting *waiting = g_new0 (OvsQuestionsWaiting, 1);

  waiting->self = g_object_ref (self);
  waiting->generation = self->generation;
  ovs_question_init (&waiting->question);
  return waiting;
}

void
ovs_questions_waiting_free (OvsQuestionsWaiting *waiting)
{
  g_object_unref (waiting->self);
  ovs_question_clear (&waiting->question);
  g_free (waiting->news);
  g_free (waiting);
}

gboolean
ovs_questions_is_current (const OvsQuestionsWaiting *waiting)
{
  return ovs_questions_page_of (waiting->self) != NULL && waiting->generation == waiting->self->generation;
}

void
ovs_questions_leave_call (OvsQuestionsView *self)
{
  ovs_questions_stop_clock (self);
  g_clear_pointer (&self->facts, ovs_caller_facts_free);
  ovs_question_clear (&self->question);
  self->edited = FALSE;
  self->generation++;
  ovs_question_list_mark (self->list, 0);
  ovs_questions_show_stack (self);
  ovs_questions_show_foot (self);
}

static void
show_written (OvsQuestionsView *self, gint64 id, gboolean leaves)
{
  self->question.id = id;
  ovs_question_list_mark (self->list, id);
  if (!leaves)
    return;
  ovs_questions_leave_call (self);
  ovs_caller_search_begin (self->search);
}

static void write_next (OvsQuestionsView *self);

/* What else is to be written of the same call is not a call of its own. */
static void
tell_id (OvsQuestionsView *self, guint generation, gint64 id)
{
  for (GList *link = self->to_write.head; link != NULL; link = link->next)
    if (((OvsQuestionsWaiting *) link->data)->generation == generation)
      ((OvsQuestionsWaiting *) link->data)->question.id = id;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsQuestionsWaiting) waiting = user_data;
  OvsQuestionsView *self = waiting->self;
  g_autoptr (GError) error = NULL;
  gint64 id = ovs_call_write_finish (result, &error);

  self->writing = FALSE;
  if (id > 0)
    tell_id (self, waiting->generation, id);
  write_next (self);
  if (ovs_questions_page_of (self) == NULL)
    return;
  if (id < 0)
    ovs_step_page_tell_error (ovs_questions_page_of (self), error);
  else if (waiting->news != NULL)
    ovs_step_page_tell (ovs_questions_page_of (self), waiting->news, TRUE);
  if (ovs_questions_is_current (waiting) && id < 0)
    self->edited = TRUE;
  else if (ovs_questions_is_current (waiting))
    show_written (self, id, waiting->leaves);
}

static void
write_next (OvsQuestionsView *self)
{
  OvsQuestionsWaiting *waiting = !self->writing ? g_queue_pop_head (&self->to_write) : NULL;

  if (waiting == NULL)
    return;
  self->writing = TRUE;
  ovs_call_write_async (self->workspace, &waiting->question, waiting->end, on_written, waiting);
}

/* What is on the card, written down. @news: (transfer full) (nullable): what is told then. */
void
ovs_questions_save_call (OvsQuestionsView *self, gboolean end, gboolean leaves, char *news)
{
  OvsQuestionsWaiting *waiting = ovs_questions_wait (self);

  waiting->end = end;
  waiting->leaves = leaves;
  waiting->news = news;
  ovs_question_copy (&self->question, &waiting->question);
  ovs_question_card_collect (self->card, &waiting->question);
  self->edited = FALSE;
  g_queue_push_tail (&self->to_write, waiting);
  write_next (self);
}

/* Something else is done: what was said of the call at hand stays, and it stays open. Without a word said it was no call. */
void
ovs_questions_set_aside (OvsQuestionsView *self)
{
  if (self->facts != NULL && self->edited && ovs_questions_is_writable (self) && ovs_question_card_is_good (self->card))
    ovs_questions_save_call (self, FALSE, FALSE, g_strdup_printf (_ ("The question of %s stays open"), self->facts->title));
  ovs_questions_leave_call (self);
}

void
ovs_questions_end_call (OvsQuestionsView *self)
{
  g_auto (OvsQuestion) end = { 0 };

  if (!ovs_questions_is_writable (self) || !ovs_question_card_is_good (self->card))
    return;
  ovs_question_copy (&self->question, &end);
  ovs_question_card_collect (self->card, &end);
  ovs_questions_save_call (self, TRUE, TRUE,
             g_strdup_printf (ngettext ("Call with %s ended, %d minute", "Call with %s ended, %d minutes", (gulong) end.minutes), self->facts->title,
                              end.minutes));
}

void
ovs_questions_open_again (OvsQuestionsView *self)
{
  self->question.ended = 0;
  ovs_questions_save_call (self, FALSE, FALSE, g_strdup_printf (_ ("The question of %s is open again"), self->facts->title));
  ovs_questions_start_clock (self);
  ovs_questions_show_foot (self);
}

/* --- taking a call up --- */

/* What was done meanwhile helped, until somebody says otherwise. */
static void
guess_solved (OvsQuestionsView *self, const OvsCallerFacts *now)
{
  const OvsOutcomePerson *before = self->facts->person;
  OvsQuestionDeeds *deeds = ovs_question_card_get_deeds (self->card);

  if (self->solved_by_hand || before == NULL || now->person == NULL)
    return;
  if (now->person->went_out > before->went_out)
    ovs_question_deeds_set_solved (deeds, OVS_SOLVED_INVITED);
  else if (g_strcmp0 (now->person->email, before->email) != 0)
    ovs_question_deeds_set_solved (deeds, OVS_SOLVED_ADDRESS);
  else
    return;
  self->edited = TRUE;
}

static void
begin_call (OvsQuestionsView *self, OvsCall *call)
{
  self->facts = g_steal_pointer (&call->facts);
  ovs_question_copy (&call->question, &self->question);
  self->edited = FALSE;
  self->minutes_by_hand = FALSE;
  self->solved_by_hand = self->question.solved >= 0;
  ovs_question_card_fill (self->card, self->facts, &self->question);
  ovs_questions_show_deeds (self);
  ovs_questions_start_clock (self);
  ovs_caller_search_clear (self->search);
  ovs_question_list_mark (self->list, self->question.id);
  ovs_questions_show_stack (self);
  ovs_questions_show_foot (self);
  ovs_question_card_focus (self->card);
}

static void
show_again (OvsQuestionsView *self, OvsCall *call)
{
  guess_solved (self, call->facts);
  ovs_caller_facts_free (self->facts);
  self->facts = g_steal_pointer (&call->facts);
  ovs_question_card_update (self->card, self->facts);
  ovs_questions_show_deeds (self);
}

static void
on_read_call (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsQuestionsWaiting) waiting = user_data;
  OvsQuestionsView *self = waiting->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCall) call = ovs_call_read_finish (result, &error);

  if (!ovs_questions_is_current (waiting))
    return;
  if (call == NULL)
    ovs_step_page_tell_error (ovs_questions_page_of (self), error);
  else if (call->facts == NULL)
    ovs_questions_leave_call (self);
  else if (!waiting->again)
    begin_call (self, call);
  else if (self->facts != NULL)
    {
      if (call->question.id == 0 && waiting->question.id == self->question.id)
        self->question.id = 0; /* it was taken back */
      show_again (self, call);
    }
}

void
ovs_questions_read_call (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee, gboolean again)
{
  OvsQuestionsWaiting *waiting = ovs_questions_wait (self);

  waiting->again = again;
  waiting->question.id = question;
  ovs_call_read_async (ovs_questions_workspace_of (self), question, employer, employee, on_read_call, waiting);
}

void
ovs_questions_take_up (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee)
{
  ovs_questions_set_aside (self);
  ovs_questions_read_call (self, question, employer, employee, FALSE);
}
