/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/questions-view.h"

#include <glib/gi18n.h>

#include "steps/track/call-back-dialog.h"
#include "steps/track/invite.h"
#include "steps/track/mend-dialog.h"
#include "steps/track/questions-view-private.h"
#include "steps/unblock.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"

#define LIST_WIDTH 262

G_DEFINE_FINAL_TYPE (OvsQuestionsView, ovs_questions_view, OVS_TYPE_TRACK_VIEW)

/* --- what is shown --- */

void
ovs_questions_show_foot (OvsQuestionsView *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_questions_workspace_of (self));
  const OvsQuestionCounts *counts = figures != NULL ? &figures->questions : NULL;
  gboolean over = self->facts != NULL && self->question.ended != 0;
  const char *next = self->facts == NULL ? _ ("New question") : over ? _ ("Open again") : _ ("End the call");
  const char *plain = self->facts == NULL ? NULL : over ? _ ("Close") : _ ("Go on later");
  g_autofree char *totals = NULL;
  g_autofree char *caption = NULL;

  if (counts == NULL)
    return;
  totals = g_strdup_printf (ngettext ("%'d question · %'d open · %'d today", "%'d questions · %'d open · %'d today", (gulong) counts->all), (int) counts->all, (int) counts->open, (int) counts->today);
  if (self->per_day > 0)
    caption = g_strdup_printf (_ ("There is time for %'d a day."), (int) self->per_day);
  ovs_track_view_set_foot (OVS_TRACK_VIEW (self), totals, caption, next, ovs_questions_is_writable (self) && (self->facts == NULL || ovs_question_card_is_good (self->card)),
                           plain);
}

void
ovs_questions_show_stack (OvsQuestionsView *self)
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
  if (!ovs_questions_is_writable (self))
    return _ ("Open to read only");
  if (ovs_workspace_get_busy (ovs_questions_workspace_of (self)))
    return _ ("Overstap is busy with Loket");
  return ovs_track_view_can_send (OVS_TRACK_VIEW (self)) ? NULL : _ ("Without a connection to Loket");
}

void
ovs_questions_show_deeds (OvsQuestionsView *self)
{
  gboolean waiting = self->facts->person != NULL && ovs_invite_is_waiting (ovs_questions_workspace_of (self), self->facts->employee);

  ovs_question_deeds_update (ovs_question_card_get_deeds (self->card), self->facts, find_obstacle (self), waiting, ovs_questions_is_writable (self));
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
    ovs_question_deeds_set_minutes (ovs_question_card_get_deeds (self->card), MAX ((seconds + 30) / 60, 1));
  return G_SOURCE_CONTINUE;
}

void
ovs_questions_stop_clock (OvsQuestionsView *self)
{
  g_clear_handle_id (&self->ticker, g_source_remove);
  self->since = 0;
}

void
ovs_questions_start_clock (OvsQuestionsView *self)
{
  ovs_questions_stop_clock (self);
  if (self->question.ended != 0)
    {
      ovs_question_card_set_clock (self->card, -1);
      return;
    }
  self->since = g_get_monotonic_time ();
  self->ticker = g_timeout_add_seconds (1, on_tick, self);
  on_tick (self);
}

void
ovs_questions_view_begin (OvsQuestionsView *self)
{
  ovs_questions_set_aside (self);
  ovs_caller_search_clear (self->search);
  ovs_caller_search_begin (self->search);
}

static void
on_chosen (OvsQuestionsView *self, gint64 employer, gint64 employee)
{
  ovs_questions_take_up (self, 0, employer, employee);
}

static void
on_question (OvsQuestionsView *self, gint64 question)
{
  if (self->facts == NULL || question != self->question.id)
    ovs_questions_take_up (self, question, 0, 0);
}

static void
on_search_failed (OvsQuestionsView *self, GError *error)
{
  ovs_step_page_tell_error (ovs_questions_page_of (self), error);
}

static void
on_searching (OvsQuestionsView *self)
{
  ovs_questions_show_stack (self);
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

  if (!ovs_call_back_dialog_finish (result, &day, &at) || ovs_questions_page_of (self) == NULL || self->facts == NULL)
    return;
  self->question.call_back_on = day;
  self->question.call_back_at = at;
  ovs_question_deeds_set_call_back (ovs_question_card_get_deeds (self->card), day, at);
  ovs_questions_save_call (self, FALSE, TRUE, g_strdup_printf (_ ("%s is to be called back"), self->facts->title));
}

static void
ask_call_back (OvsQuestionsView *self)
{
  OvsDay today = ovs_clock_today (ovs_dossier_get_clock (ovs_workspace_get_dossier (ovs_questions_workspace_of (self))));

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
  ovs_questions_save_call (self, FALSE, FALSE, NULL);
  switch (deed)
    {
    case OVS_QUESTION_INVITE:
      ovs_invite_people (ovs_questions_page_of (self), &employee, 1);
      ovs_questions_show_deeds (self);
      break;
    case OVS_QUESTION_MEND:
      ovs_mend_dialog_show_one (ovs_questions_page_of (self), self->facts->person);
      break;
    default:
      ovs_unblock (ovs_questions_page_of (self), ovs_rollback_scope_new_people (&employee, 1));
    }
}

static void
on_birth_date (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsQuestionsWaiting) waiting = user_data;
  g_autoptr (GError) error = NULL;
  OvsDay day = ovs_call_birth_date_finish (result, &error);

  if (!ovs_questions_is_current (waiting))
    return;
  if (error != NULL)
    ovs_step_page_tell_error (ovs_questions_page_of (waiting->self), error);
  else
    ovs_question_card_show_birth_date (waiting->self->card, day);
}

static void
on_show_birth_date (OvsQuestionsView *self)
{
  ovs_call_birth_date_async (ovs_questions_workspace_of (self), self->facts->employee, on_birth_date, ovs_questions_wait (self));
}

static void
on_edited (OvsQuestionsView *self)
{
  self->edited = TRUE;
  ovs_questions_show_foot (self);
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
  ovs_questions_end_call (self);
  return TRUE;
}

/* --- what Volgen asks --- */

static void
on_read_list (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsQuestionsView) self = user_data;
  g_autoptr (GError) error = NULL;
  OvsQuestionItems *items = ovs_call_list_finish (result, &self->per_day, &error);

  if (ovs_questions_page_of (self) == NULL)
    ovs_question_items_free (items);
  else if (items == NULL)
    ovs_step_page_tell_error (ovs_questions_page_of (self), error);
  else
    {
      ovs_question_list_show (self->list, items);
      ovs_questions_show_foot (self);
    }
}

static void
ovs_questions_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);

  ovs_call_list_async (ovs_questions_workspace_of (self), on_read_list, g_object_ref (self));
  if (!self->prepared)
    ovs_caller_search_prepare (self->search);
  self->prepared = TRUE;
  if (self->facts != NULL)
    ovs_questions_read_call (self, self->question.id, self->question.employer, self->question.employee, TRUE);
}

static void
ovs_questions_view_say (OvsTrackView *view, const OvsFigures *figures)
{
  ovs_track_view_set_count (view, figures->questions.open, figures->questions.due > 0);
  ovs_questions_show_foot (OVS_QUESTIONS_VIEW (view));
}

static void
ovs_questions_view_next (OvsTrackView *view)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);

  if (self->facts == NULL)
    ovs_questions_view_begin (self);
  else if (self->question.ended != 0)
    ovs_questions_open_again (self);
  else
    ovs_questions_end_call (self);
}

static void
ovs_questions_view_plain (OvsTrackView *view)
{
  OvsQuestionsView *self = OVS_QUESTIONS_VIEW (view);

  if (self->facts == NULL)
    return;
  if (self->question.ended != 0 || !ovs_questions_is_writable (self))
    ovs_questions_set_aside (self);
  else
    ovs_questions_save_call (self, FALSE, TRUE, g_strdup_printf (_ ("The question of %s stays open"), self->facts->title));
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
  self->workspace = g_object_ref (ovs_questions_workspace_of (self));
  self->list = OVS_QUESTION_LIST (list);
  g_signal_connect_swapped (list, "new", G_CALLBACK (ovs_questions_view_begin), self);
  g_signal_connect_swapped (list, "chosen", G_CALLBACK (on_question), self);
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);
  gtk_widget_set_hexpand (list, FALSE);
  self->search = OVS_CALLER_SEARCH (ovs_caller_search_new (ovs_questions_workspace_of (self)));
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

  ovs_questions_stop_clock (self);
  g_clear_pointer (&self->facts, ovs_caller_facts_free);
  ovs_question_clear (&self->question);
  G_OBJECT_CLASS (ovs_questions_view_parent_class)->dispose (object);
}

static void
ovs_questions_view_finalize (GObject *object)
{
  g_clear_object (&OVS_QUESTIONS_VIEW (object)->workspace);
  G_OBJECT_CLASS (ovs_questions_view_parent_class)->finalize (object);
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
  G_OBJECT_CLASS (klass)->finalize = ovs_questions_view_finalize;
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
