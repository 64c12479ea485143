/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/questions-view.h"

#include <glib/gi18n.h>

#include "dossier/people-list.h"
#include "dossier/settings.h"
#include "steps/track/call-back-dialog.h"
#include "steps/track/caller-search.h"
#include "steps/track/invite.h"
#include "steps/track/mend-dialog.h"
#include "steps/track/question-card.h"
#include "steps/track/question-list.h"
#include "steps/unblock.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"

#define LIST_WIDTH 262

struct _OvsQuestionsView
{
  OvsTrackView parent_instance;

  OvsQuestionList *list;
  OvsCallerSearch *search;
  GtkStack *stack;
  OvsQuestionCard *card;
  OvsCallerFacts *facts;  /* (owned) (nullable): of the call at hand; NULL for none */
  OvsQuestion question;   /* as it is written down, and as the card was filled */
  guint generation;       /* what is read for an earlier call is not shown */
  gboolean edited;        /* something was said of it that is not written down */
  gboolean minutes_by_hand;
  gboolean solved_by_hand;
  gint64 since;           /* monotonic: when it was taken up; 0 for one that is over */
  guint ticker;
  gint64 per_day;         /* questions that the office can answer; 0 where it did not say */
  gboolean prepared;
};

G_DEFINE_FINAL_TYPE (OvsQuestionsView, ovs_questions_view, OVS_TYPE_TRACK_VIEW)

static void take_up (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee);

static OvsStepPage *
page_of (OvsQuestionsView *self)
{
  return ovs_track_view_get_page (OVS_TRACK_VIEW (self));
}

static OvsWorkspace *
workspace_of (OvsQuestionsView *self)
{
  return ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
}

static gboolean
is_writable (OvsQuestionsView *self)
{
  return !ovs_workspace_get_read_only (workspace_of (self));
}

/* --- what is shown --- */

static void
show_foot (OvsQuestionsView *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));
  const OvsQuestionCounts *counts = figures != NULL ? &figures->questions : NULL;
  gboolean over = self->facts != NULL && self->question.ended != 0;
  const char *next = self->facts == NULL ? _ ("New question") : over ? _ ("Open again") : _ ("End the call");
  const char *plain = self->facts == NULL ? NULL : over ? _ ("Close") : _ ("Go on later");
  g_autofree char *totals = NULL;
  g_autofree char *caption = NULL;

  if (counts == NULL)
    return;
  totals = g_strdup_printf (_ ("%'d questions · %'d open · %'d today"), (int) counts->all, (int) counts->open, (int) counts->today);
  if (self->per_day > 0)
    caption = g_strdup_printf (_ ("There is time for %'d a day."), (int) self->per_day);
  ovs_track_view_set_foot (OVS_TRACK_VIEW (self), totals, caption, next, is_writable (self) && (self->facts == NULL || ovs_question_card_is_good (self->card)),
                           plain);
}

static void
show_stack (OvsQuestionsView *self)
{
  gboolean large = ovs_text_scale (GTK_WIDGET (self)) >= OVS_TEXT_LARGE;

  gtk_stack_set_visible_child_name (self->stack, self->facts != NULL && !ovs_caller_search_is_searching (self->search) ? "card" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !ovs_caller_search_is_searching (self->search));
  /* There is room for one of both. */
  gtk_widget_set_visible (GTK_WIDGET (self->list), !large || self->facts == NULL);
}

/* Why nothing can be asked of Loket now (nullable). */
static const char *
find_obstacle (OvsQuestionsView *self)
{
  if (!is_writable (self))
    return _ ("Open to read only");
  if (ovs_workspace_get_busy (workspace_of (self)))
    return _ ("Overstap is busy with Loket");
  return ovs_track_view_can_send (OVS_TRACK_VIEW (self)) ? NULL : _ ("Without a connection to Loket");
}

static void
show_deeds (OvsQuestionsView *self)
{
  gboolean waiting = self->facts->person != NULL && ovs_invite_is_waiting (workspace_of (self), self->facts->employee);

  ovs_question_deeds_update (ovs_question_card_get_deeds (self->card), self->facts, find_obstacle (self), waiting, is_writable (self));
}

/* --- the clock --- */

static int
seconds_of (OvsQuestionsView *self)
{
  return self->question.minutes * 60 + (int) ((g_get_monotonic_time () - self->since) / G_USEC_PER_SEC);
}

static gboolean
on_tick (gpointer data)
{
  OvsQuestionsView *self = data;
  int seconds = seconds_of (self);

  ovs_question_card_set_clock (self->card, seconds);
  if (!self->minutes_by_hand)
    ovs_question_deeds_set_minutes (ovs_question_card_get_deeds (self->card), (seconds + 59) / 60);
  return G_SOURCE_CONTINUE;
}

static void
stop_clock (OvsQuestionsView *self)
{
  g_clear_handle_id (&self->ticker, g_source_remove);
  self->since = 0;
}

static void
start_clock (OvsQuestionsView *self)
{
  stop_clock (self);
  if (self->question.ended != 0)
    {
      ovs_question_card_set_clock (self->card, -1);
      return;
    }
  self->since = g_get_monotonic_time ();
  self->ticker = g_timeout_add_seconds (1, on_tick, self);
  on_tick (self);
}

/* --- writing down --- */

typedef struct
{
  OvsQuestionsView *self; /* (owned) */
  OvsQuestion question;
  guint generation;
  gboolean end;
  gboolean leave;
  char *news; /* (nullable) */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->self);
  ovs_question_clear (&save->question);
  g_free (save->news);
  g_free (save);
}

static gboolean
write_down (OvsTx *tx, gpointer data, GError **error)
{
  Save *save = data;
  gint64 id;

  if (save->end)
    save->question.ended = ovs_tx_now (tx);
  id = ovs_questions_save (tx, &save->question, error);
  save->question.id = id;
  return id > 0;
}

static void
leave (OvsQuestionsView *self)
{
  stop_clock (self);
  g_clear_pointer (&self->facts, ovs_caller_facts_free);
  ovs_question_clear (&self->question);
  self->edited = FALSE;
  self->generation++;
  ovs_question_list_mark (self->list, 0);
  show_stack (self);
  show_foot (self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  OvsQuestionsView *self = save->self;
  g_autoptr (GError) error = NULL;
  gboolean written = ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error);

  if (page_of (self) == NULL)
    {
      save_free (save);
      return;
    }
  if (!written)
    ovs_step_page_tell_error (page_of (self), error);
  else if (save->news != NULL)
    ovs_step_page_tell (page_of (self), save->news, TRUE);
  if (written && save->generation == self->generation)
    {
      self->question.id = save->question.id;
      ovs_question_list_mark (self->list, self->question.id);
      if (save->leave)
        {
          leave (self);
          ovs_caller_search_begin (self->search);
        }
    }
  else if (!written && save->generation == self->generation)
    self->edited = TRUE;
  save_free (save);
}

static void
copy_question (const OvsQuestion *from, OvsQuestion *to)
{
  *to = *from;
  to->note = g_strdup (from->note);
}

/* What is on the card, written down. @news: (transfer full) (nullable): what is told then. */
static void
save_card (OvsQuestionsView *self, gboolean end, gboolean leaves, char *news)
{
  Save *save = g_new0 (Save, 1);

  save->self = g_object_ref (self);
  save->generation = self->generation;
  save->end = end;
  save->leave = leaves;
  save->news = news;
  copy_question (&self->question, &save->question);
  ovs_question_card_collect (self->card, &save->question);
  self->edited = FALSE;
  ovs_workspace_write_async (workspace_of (self), write_down, save, NULL, on_written, save);
}

/* Something else is done: what was said of the call at hand stays, and it stays open. Without a word said it was no call. */
static void
set_aside (OvsQuestionsView *self)
{
  if (self->facts != NULL && self->edited && is_writable (self) && ovs_question_card_is_good (self->card))
    save_card (self, FALSE, FALSE, g_strdup_printf (_ ("The question of %s stays open"), self->facts->title));
  leave (self);
}

static void
end_call (OvsQuestionsView *self)
{
  OvsQuestion end;

  if (!is_writable (self) || !ovs_question_card_is_good (self->card))
    return;
  copy_question (&self->question, &end);
  ovs_question_card_collect (self->card, &end);
  save_card (self, TRUE, TRUE,
             g_strdup_printf (ngettext ("Call with %s ended, %d minute", "Call with %s ended, %d minutes", (gulong) end.minutes), self->facts->title,
                              end.minutes));
  ovs_question_clear (&end);
}

static void
open_again (OvsQuestionsView *self)
{
  self->question.ended = 0;
  save_card (self, FALSE, FALSE, g_strdup_printf (_ ("The question of %s is open again"), self->facts->title));
  start_clock (self);
  show_foot (self);
}

/* --- taking a call up --- */

typedef struct
{
  OvsQuestionsView *self; /* (owned) */
  OvsQuestion question;
  gint64 employer;
  gint64 employee;
  guint generation;
  gboolean again; /* only what is known of the caller */
  OvsCallerFacts *facts;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->self);
  ovs_question_clear (&load->question);
  ovs_caller_facts_free (load->facts);
  g_free (load);
}

static gboolean
read_call (OvsTx *tx, gpointer data, GError **error)
{
  Load *load = data;
  gint64 id = load->question.id;

  /* A question that was taken back is one that is not written down. */
  if (id != 0 && ovs_questions_get (tx, id, &load->question))
    {
      load->employer = load->question.employer;
      load->employee = load->question.employee;
    }
  load->facts = ovs_caller_facts_read (tx, load->employer, load->employee, id);
  return TRUE;
}

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
begin_call (OvsQuestionsView *self, Load *load)
{
  gboolean taken_up = self->facts == NULL;

  self->facts = g_steal_pointer (&load->facts);
  copy_question (&load->question, &self->question);
  self->question.employer = load->employer;
  self->question.employee = load->employee;
  self->edited = FALSE;
  self->minutes_by_hand = FALSE;
  self->solved_by_hand = self->question.solved >= 0;
  ovs_question_card_fill (self->card, self->facts, &self->question);
  show_deeds (self);
  start_clock (self);
  ovs_caller_search_clear (self->search);
  ovs_question_list_mark (self->list, self->question.id);
  show_stack (self);
  show_foot (self);
  if (taken_up)
    ovs_question_card_focus (self->card);
}

static void
show_again (OvsQuestionsView *self, Load *load)
{
  if (self->question.id != 0 && load->question.id == 0)
    self->question.id = 0;
  guess_solved (self, load->facts);
  ovs_caller_facts_free (self->facts);
  self->facts = g_steal_pointer (&load->facts);
  ovs_question_card_update (self->card, self->facts);
  show_deeds (self);
}

static void
on_read_call (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  OvsQuestionsView *self = load->self;
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  if (page_of (self) == NULL || load->generation != self->generation)
    ;
  else if (!read)
    ovs_step_page_tell_error (page_of (self), error);
  else if (load->facts == NULL)
    leave (self);
  else if (load->again && self->facts != NULL)
    show_again (self, load);
  else if (!load->again)
    begin_call (self, load);
  load_free (load);
}

static void
read_async (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee, gboolean again)
{
  Load *load = g_new0 (Load, 1);

  load->self = g_object_ref (self);
  ovs_question_init (&load->question);
  load->question.id = question;
  load->employer = employer;
  load->employee = employee;
  load->generation = self->generation;
  load->again = again;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace_of (self)), read_call, load, NULL, on_read_call, load);
}

static void
take_up (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee)
{
  set_aside (self);
  read_async (self, question, employer, employee, FALSE);
}

void
ovs_questions_view_begin (OvsQuestionsView *self)
{
  set_aside (self);
  ovs_caller_search_clear (self->search);
  ovs_caller_search_begin (self->search);
}

static void
on_chosen (OvsQuestionsView *self, gint64 employer, gint64 employee)
{
  take_up (self, 0, employer, employee);
}

static void
on_question (OvsQuestionsView *self, gint64 question)
{
  if (self->facts == NULL || question != self->question.id)
    take_up (self, question, 0, 0);
}

static void
on_search_failed (OvsQuestionsView *self, GError *error)
{
  ovs_step_page_tell_error (page_of (self), error);
}

static void
on_searching (OvsQuestionsView *self)
{
  show_stack (self);
  if (!ovs_caller_search_is_searching (self->search) && self->facts != NULL)
    ovs_question_card_focus (self->card);
}

/* --- what one does --- */

static void
on_call_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsQuestionsView) self = user_data;
  OvsDay day;
  int at;

  if (!ovs_call_back_dialog_finish (result, &day, &at) || page_of (self) == NULL || self->facts == NULL)
    return;
  self->question.call_back_on = day;
  self->question.call_back_at = at;
  ovs_question_deeds_set_call_back (ovs_question_card_get_deeds (self->card), day, at);
  save_card (self, FALSE, TRUE, g_strdup_printf (_ ("%s is to be called back"), self->facts->title));
}

static void
ask_call_back (OvsQuestionsView *self)
{
  OvsDay today = ovs_clock_today (ovs_dossier_get_clock (ovs_workspace_get_dossier (workspace_of (self))));

  ovs_call_back_dialog_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->facts->title, today, on_call_back, g_object_ref (self));
}

static void
on_asked (OvsQuestionsView *self, int deed)
{
  gint64 employee = self->facts->employee;

  if (deed == OVS_QUESTION_CALL_BACK)
    {
      ask_call_back (self);
      return;
    }
  /* Whatever happens next, that he called is written down. */
  save_card (self, FALSE, FALSE, NULL);
  switch (deed)
    {
    case OVS_QUESTION_INVITE:
      ovs_invite_people (page_of (self), &employee, 1);
      show_deeds (self);
      break;
    case OVS_QUESTION_MEND:
      ovs_mend_dialog_show_one (page_of (self), self->facts->person);
      break;
    default:
      ovs_unblock (page_of (self), ovs_rollback_scope_new_people (&employee, 1));
    }
}

typedef struct
{
  OvsQuestionsView *self; /* (owned) */
  gint64 employee;
  guint generation;
  OvsDay day;
} BirthDate;

static gboolean
read_birth_date (OvsTx *tx, gpointer data, GError **error)
{
  BirthDate *birth_date = data;

  birth_date->day = ovs_people_show_birth_date (tx, birth_date->employee);
  return TRUE;
}

static void
on_birth_date (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree BirthDate *birth_date = user_data;
  g_autoptr (OvsQuestionsView) self = birth_date->self;
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error);

  if (page_of (self) == NULL)
    return;
  if (!read)
    ovs_step_page_tell_error (page_of (self), error);
  else if (birth_date->generation == self->generation)
    ovs_question_card_show_birth_date (self->card, birth_date->day);
}

static void
on_show_birth_date (OvsQuestionsView *self)
{
  BirthDate *birth_date = g_new0 (BirthDate, 1);

  birth_date->self = g_object_ref (self);
  birth_date->employee = self->facts->employee;
  birth_date->generation = self->generation;
  ovs_workspace_write_async (workspace_of (self), read_birth_date, birth_date, NULL, on_birth_date, birth_date);
}

static void
on_edited (OvsQuestionsView *self)
{
  self->edited = TRUE;
  show_foot (self);
}

static void
on_minutes_edited (OvsQuestionsView *self)
{
  self->minutes_by_hand = TRUE;
}

static void
on_solved_edited (OvsQuestionsView *self)
{
  self->solved_by_hand = TRUE;
}

/* --- by keyboard --- */

static gboolean
on_step_key (GtkWidget *widget, GVariant *step, gpointer data)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (widget);

  if (self->facts == NULL)
    return FALSE;
  ovs_question_card_choose (self->card, (OvsDropOut) g_variant_get_int32 (step));
  return TRUE;
}

static gboolean
on_deed_key (GtkWidget *widget, GVariant *deed, gpointer data)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (widget);

  return self->facts != NULL && ovs_question_deeds_ask (ovs_question_card_get_deeds (self->card), (OvsQuestionDeed) g_variant_get_int32 (deed));
}

static gboolean
on_note_key (GtkWidget *widget, GVariant *unused, gpointer data)
{
  if (OVS_QUESTIONS_VIEW (widget)->facts == NULL)
    return FALSE;
  ovs_question_card_focus_note (OVS_QUESTIONS_VIEW (widget)->card);
  return TRUE;
}

static gboolean
on_end_key (GtkWidget *widget, GVariant *unused, gpointer data)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (widget);

  if (self->facts == NULL || self->question.ended != 0)
    return FALSE;
  end_call (self);
  return TRUE;
}

/* --- what Volgen asks --- */

typedef struct
{
  OvsQuestionsView *self; /* (owned) */
  char *filter;
  OvsQuestionItems *items;
  gint64 per_day;
} ReadList;

static gboolean
read_list (OvsTx *tx, gpointer data, GError **error)
{
  ReadList *list = data;

  list->items = ovs_question_items_read (tx, list->filter);
  list->per_day = ovs_settings_get_int (tx, OVS_SETTING_QUESTIONS_PER_DAY);
  return TRUE;
}

static void
on_read_list (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ReadList *list = user_data;
  g_autoptr (OvsQuestionsView) self = list->self;
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  if (page_of (self) != NULL && read)
    {
      self->per_day = list->per_day;
      ovs_question_list_show (self->list, g_steal_pointer (&list->items));
      show_foot (self);
    }
  else if (page_of (self) != NULL)
    ovs_step_page_tell_error (page_of (self), error);
  ovs_question_items_free (list->items);
  g_free (list->filter);
  g_free (list);
}

static void
ovs_questions_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);
  ReadList *list = g_new0 (ReadList, 1);

  list->self = g_object_ref (self);
  list->filter = g_strdup (ovs_workspace_get_filter (workspace_of (self)));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace_of (self)), read_list, list, NULL, on_read_list, list);
  if (!self->prepared)
    ovs_caller_search_prepare (self->search);
  self->prepared = TRUE;
  if (self->facts != NULL)
    read_async (self, self->question.id, self->question.employer, self->question.employee, TRUE);
}

static void
ovs_questions_view_say (OvsTrackView *view, const OvsFigures *figures)
{
  ovs_track_view_set_count (view, figures->questions.open, figures->questions.due > 0);
  show_foot (OVS_QUESTIONS_VIEW (view));
}

static void
ovs_questions_view_next (OvsTrackView *view)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);

  if (self->facts == NULL)
    ovs_questions_view_begin (self);
  else if (self->question.ended != 0)
    open_again (self);
  else
    end_call (self);
}

static void
ovs_questions_view_plain (OvsTrackView *view)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);

  if (self->facts == NULL)
    return;
  if (self->question.ended != 0 || !is_writable (self))
    set_aside (self);
  else
    save_card (self, FALSE, TRUE, g_strdup_printf (_ ("The question of %s stays open"), self->facts->title));
}

static void
ovs_questions_view_focus (OvsTrackView *view)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);

  if (self->facts != NULL)
    ovs_question_card_focus (self->card);
  else
    ovs_caller_search_begin (self->search);
}

/* --- what it looks like --- */

static GtkWidget *
make_right (OvsQuestionsView *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *none = adw_status_page_new ();
  GtkWidget *card = ovs_question_card_new ();

  self->card = OVS_QUESTION_CARD (card);
  g_signal_connect_swapped (card, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (card, "show-birth-date", G_CALLBACK (on_show_birth_date), self);
  g_signal_connect_swapped (ovs_question_card_get_deeds (self->card), "asked", G_CALLBACK (on_asked), self);
  g_signal_connect_swapped (ovs_question_card_get_deeds (self->card), "minutes-edited", G_CALLBACK (on_minutes_edited), self);
  g_signal_connect_swapped (ovs_question_card_get_deeds (self->card), "solved-edited", G_CALLBACK (on_solved_edited), self);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "call-start-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Who calls?"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("Type a part of the name, the number, the address or the client. Ctrl+H does so from everywhere."));
  gtk_widget_add_css_class (none, "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, card, "card");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->stack));
  gtk_widget_set_hexpand (right, TRUE);
  return right;
}

static void
ovs_questions_view_constructed (GObject *object)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *list = ovs_question_list_new ();

  G_OBJECT_CLASS (ovs_questions_view_parent_class)->constructed (object);
  self->list = OVS_QUESTION_LIST (list);
  g_signal_connect_swapped (list, "new", G_CALLBACK (ovs_questions_view_begin), self);
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (on_question), self);
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);
  gtk_widget_set_hexpand (list, FALSE);
  self->search = OVS_CALLER_SEARCH (ovs_caller_search_new (workspace_of (self)));
  g_signal_connect_swapped (self->search, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->search, "failed", G_CALLBACK (on_search_failed), self);
  g_signal_connect_swapped (self->search, "notify::searching", G_CALLBACK (on_searching), self);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), make_right (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
ovs_questions_view_dispose (GObject *object)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (object);

  stop_clock (self);
  g_clear_pointer (&self->facts, ovs_caller_facts_free);
  ovs_question_clear (&self->question);
  G_OBJECT_CLASS (ovs_questions_view_parent_class)->dispose (object);
}

static void
ovs_questions_view_class_init (OvsQuestionsViewClass *klass)
{
  const struct
  {
    guint key;
    OvsQuestionDeed deed;
  } deeds[] = { { GDK_KEY_n, OVS_QUESTION_INVITE }, { GDK_KEY_a, OVS_QUESTION_MEND }, { GDK_KEY_w, OVS_QUESTION_UNBLOCK }, { GDK_KEY_t, OVS_QUESTION_CALL_BACK } };
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_questions_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = ovs_questions_view_dispose;
  view_class->update = ovs_questions_view_update;
  view_class->say = ovs_questions_view_say;
  view_class->next = ovs_questions_view_next;
  view_class->plain = ovs_questions_view_plain;
  view_class->focus = ovs_questions_view_focus;
  for (int i = 0; i < OVS_N_DROP_OUTS; i++)
    gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_1 + i), GDK_ALT_MASK, on_step_key, "i", i);
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_add_binding (widget_class, deeds[i].key, GDK_ALT_MASK, on_deed_key, "i", (int) deeds[i].deed);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_o, GDK_ALT_MASK, on_note_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_end_key, NULL);
}

static void
ovs_questions_view_init (OvsQuestionsView *self)
{
  ovs_question_init (&self->question);
}

GtkWidget *
ovs_questions_view_new (OvsStepPage *page)
{
  return g_object_new (OVS_TYPE_QUESTIONS_VIEW, "page", page, NULL);
}
