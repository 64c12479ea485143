/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-page.h"

#include <glib/gi18n.h>

#include "loket/loket-error.h"
#include "steps/apply/apply-brake.h"
#include "steps/apply/apply-foot.h"
#include "steps/apply/apply-numbers.h"
#include "steps/apply/apply-plan.h"
#include "steps/apply/apply-progress.h"
#include "steps/apply/apply-question.h"
#include "steps/apply/apply-result.h"
#include "steps/apply/apply-run.h"
#include "steps/apply/apply-state.h"
#include "steps/apply/environment.h"
#include "steps/apply/plan-lists.h"
#include "steps/apply/plan-people.h"
#include "steps/apply/route-page.h"
#include "steps/apply/route-switch.h"
#include "steps/apply/rounds-ahead.h"
#include "steps/apply/unfinished-bar.h"
#include "steps/apply/wave-bar.h"
#include "steps/connect-view.h"
#include "steps/unblock.h"
#include "table/table.h"
#include "widgets/loading.h"
#include "widgets/stack.h"

#define VIEW_LOADING "loading"
#define VIEW_CONNECT "connect"
#define VIEW_PLAN "plan"
#define VIEW_AHEAD "ahead"
#define VIEW_PEOPLE "people"
#define VIEW_RUNNING "running"
#define VIEW_RESULT "result"
#define VIEW_BRAKE "brake"
#define VIEW_BY_LOKET "by-loket"
#define VIEW_BY_HAND "by-hand"

struct _OvsApplyPage
{
  OvsStepPage parent_instance;

  GtkStack *stack;
  OvsApplyPlan *plan_view;
  OvsApplyProgress *progress_view;
  OvsApplyResult *result_view;
  OvsApplyBrake *brake_view;
  OvsRoundsAhead *ahead_view;
  OvsUnfinishedBar *unfinished;
  OvsWaveBar *wave_bar;
  OvsTable *people;
  OvsRouteSwitch *route_switch;
  OvsApplyRoutePage *route_pages[OVS_N_ROUTES]; /* none for the API */
  gint64 beside;         /* clients that go by another route than the API */

  OvsApplyRun *run;         /* (owned) (nullable) the latest one */
  OvsPlanFigures plan;
  OvsApplyOutcome outcome;
  gboolean loaded;
  gboolean loading;
  gboolean again;           /* something changed while it was read */
  gboolean show_people;
  guint approved;           /* how many the user agreed to last */
  gint64 run_wave;          /* what the latest run was about, as OvsPlanFigures.wave */
  GHashTable *agreed;       /* (owned) (nullable) what of Loket the user agreed to with it */
  char *early_reason;       /* (owned) (nullable) why this round goes now */
  gint64 left;              /* how many the latest run left to be invited, -1 before that is known */
};

G_DEFINE_FINAL_TYPE (OvsApplyPage, ovs_apply_page, OVS_TYPE_STEP_PAGE)

static OvsWorkspace *
workspace_of (OvsApplyPage *self)
{
  return ovs_step_page_get_workspace (OVS_STEP_PAGE (self));
}

static gboolean
is_running (OvsApplyPage *self)
{
  return self->run != NULL && ovs_apply_run_get_state (self->run) != OVS_APPLY_ENDED;
}

static gboolean
is_braked (OvsApplyPage *self)
{
  const GArray *wanted;
  const GPtrArray *differences;

  return self->run != NULL && ovs_apply_run_get_brake (self->run, &wanted, &differences);
}

/* --- which view --- */

/* The page of a route that is not the API; NULL for that. */
static OvsApplyRoutePage *
route_page_of (OvsApplyPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));

  return figures != NULL && !is_running (self) ? self->route_pages[ovs_route_switch_get_route (self->route_switch)] : NULL;
}

static const char *
choose_view (OvsApplyPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));

  if (is_running (self))
    return VIEW_RUNNING;
  if (route_page_of (self) != NULL)
    return route_page_of (self) == self->route_pages[OVS_ROUTE_LOKET] ? VIEW_BY_LOKET : VIEW_BY_HAND;
  if (figures == NULL || !self->loaded)
    return VIEW_LOADING;
  if (figures->loket_kind == NULL)
    return VIEW_CONNECT;
  if (is_braked (self))
    return VIEW_BRAKE;
  if (self->show_people)
    return VIEW_PEOPLE;
  /* The result stays until there is other work than the run left. */
  if (self->run != NULL && self->plan.wave == self->run_wave && self->plan.ready == self->left)
    return VIEW_RESULT;
  if (ovs_rounds_ahead_update (self->ahead_view, &self->plan))
    return VIEW_AHEAD;
  return self->plan.ready == 0 && ovs_apply_outcome_count_submitted (&self->outcome) > 0 ? VIEW_RESULT : VIEW_PLAN;
}

static void
show_state (OvsApplyPage *self)
{
  OvsStepMark mark;
  guint count;
  g_autofree char *line = ovs_apply_state_say (workspace_of (self), is_running (self) ? self->run : NULL, &mark, &count);

  if (line != NULL)
    ovs_step_page_set_state (OVS_STEP_PAGE (self), line, mark, count);
}

/* A list below is of one route. */
static void
show_switch (OvsApplyPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->route_switch), ovs_route_switch_is_useful (self->route_switch, self->beside) && !is_running (self)
                                                               && ovs_step_page_get_subtitle (OVS_STEP_PAGE (self)) == NULL);
}

static void
show (OvsApplyPage *self)
{
  const char *view = choose_view (self);

  ovs_unfinished_bar_show (self->unfinished, g_str_equal (view, VIEW_PLAN) || g_str_equal (view, VIEW_RESULT) ? ovs_apply_state_find_unfinished (workspace_of (self)) : NULL, TRUE);
  gtk_stack_set_visible_child_name (self->stack, view);
  ovs_route_switch_update (self->route_switch);
  show_state (self);
  if (route_page_of (self) != NULL)
    {
      ovs_apply_route_page_show_foot (route_page_of (self), OVS_STEP_PAGE (self));
      show_switch (self);
      return;
    }
  if (g_str_equal (view, VIEW_RUNNING))
    ovs_apply_foot_show_running (OVS_STEP_PAGE (self), self->run);
  else if (g_str_equal (view, VIEW_PLAN) || g_str_equal (view, VIEW_PEOPLE))
    ovs_apply_foot_show_plan (OVS_STEP_PAGE (self), &self->plan);
  else if (g_str_equal (view, VIEW_RESULT))
    ovs_apply_foot_show_result (OVS_STEP_PAGE (self), &self->outcome);
  else if (g_str_equal (view, VIEW_BRAKE))
    ovs_apply_foot_show_brake (OVS_STEP_PAGE (self), self->run, self->approved);
  else if (g_str_equal (view, VIEW_AHEAD))
    ovs_apply_foot_show_ahead (OVS_STEP_PAGE (self));
  else if (g_str_equal (view, VIEW_CONNECT))
    ovs_step_page_set_foot (OVS_STEP_PAGE (self), _ ("Without a connection"), _ ("A work list or a list for Loket needs none"), NULL, FALSE);
  else
    ovs_step_page_set_foot (OVS_STEP_PAGE (self), "", NULL, NULL, FALSE);
  if (!g_str_equal (view, VIEW_PEOPLE))
    ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), NULL);
  show_switch (self);
}

/* --- the numbers --- */

static void load (OvsApplyPage *self);

static void
take_numbers (OvsApplyPage *self, OvsApplyNumbers *numbers)
{
  ovs_apply_outcome_clear (&self->outcome);
  self->plan = numbers->plan;
  self->outcome = numbers->outcome;
  numbers->outcome = (OvsApplyOutcome) { 0 };
  self->beside = numbers->beside;
  self->loaded = TRUE;
  if (self->left < 0 && !is_running (self))
    self->left = self->plan.ready;
  ovs_apply_plan_show (self->plan_view, &self->plan);
  if (self->outcome.reasons != NULL)
    ovs_apply_result_show (self->result_view, &self->outcome, self->run, self->plan.ready);
  show (self);
}

static void
on_numbers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsApplyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsApplyNumbers) numbers = ovs_apply_numbers_read_finish (result, &error);

  self->loading = FALSE;
  if (numbers != NULL && workspace_of (self) != NULL)
    take_numbers (self, numbers);
  if (error != NULL)
    ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
  if (self->again && workspace_of (self) != NULL)
    load (self);
}

static void
load (OvsApplyPage *self)
{
  self->again = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  ovs_apply_numbers_read_async (workspace_of (self), self->run != NULL, on_numbers, g_object_ref (self));
}

static void
ovs_apply_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);

  show_state (self);
  if (route_page_of (self) != NULL && gtk_widget_get_mapped (GTK_WIDGET (page)))
    ovs_apply_route_page_set_wave (route_page_of (self), ovs_workspace_get_wave (workspace));
  if (!is_running (self) && ovs_workspace_get_figures (workspace) != NULL && (gtk_widget_get_mapped (GTK_WIDGET (page)) || self->run != NULL))
    load (self);
}

/* The other numbers are read for who looks. */
static void
on_map (GtkWidget *widget)
{
  ovs_step_page_update (OVS_STEP_PAGE (widget));
}

/* --- the run --- */

static void
on_run_changed (OvsApplyPage *self)
{
  if (!is_running (self))
    return;
  show_state (self);
  ovs_apply_foot_show_running (OVS_STEP_PAGE (self), self->run);
}

static void
on_run_ended (OvsApplyPage *self)
{
  const GError *error = ovs_apply_run_get_error (self->run);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "(ss)", error != NULL ? _ ("The conversion was interrupted") : _ ("The conversion has ended"),
                              error != NULL ? error->message : _ ("See what succeeded and what still asks something."));
  if (is_braked (self))
    ovs_apply_brake_show (self->brake_view, self->approved, self->run);
  self->loaded = FALSE;
  show (self);
  /* The result says what happened; this is the way on. */
  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN))
    ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
}

static void
start (OvsApplyPage *self, const OvsApplyOptions *options)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  self->left = -1;
  self->run_wave = self->plan.wave;
  self->show_people = FALSE;
  self->run = ovs_apply_run_start (workspace_of (self), options);
  g_signal_connect_swapped (self->run, "changed", G_CALLBACK (on_run_changed), self);
  g_signal_connect_swapped (self->run, "ended", G_CALLBACK (on_run_ended), self);
  ovs_apply_progress_set_run (self->progress_view, self->run, ovs_environment_title (figures->loket_kind));
  show (self);
}

static gboolean
may_start (OvsApplyPage *self)
{
  return workspace_of (self) != NULL && !ovs_workspace_get_busy (workspace_of (self)) && !ovs_workspace_get_read_only (workspace_of (self));
}

/* Exactly what was agreed to before: that needs no new question. */
static void
on_resume (OvsApplyPage *self)
{
  OvsApplyOptions options = OVS_APPLY_OPTIONS_INIT;

  options.resume = TRUE;
  if (may_start (self))
    start (self, &options);
}

/* --- the question --- */

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsApplyPage) self = user_data;
  OvsApplyOptions options = OVS_APPLY_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsAgreed) agreed = ovs_apply_question_finish (result, &error);

  if (error != NULL)
    ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
  if (agreed == NULL || !may_start (self))
    return;
  self->approved = (guint) agreed->approval.people;
  g_clear_pointer (&self->agreed, g_hash_table_unref);
  self->agreed = agreed->approval.agreed != NULL ? g_hash_table_ref (agreed->approval.agreed) : NULL;
  options.approval = agreed->approval;
  options.nobody_else = self->agreed != NULL;
  options.second_person = agreed->second_person;
  options.wave = self->plan.wave;
  options.early_reason = self->early_reason;
  start (self, &options);
}

/* @whom: (nullable) (transfer full): all who are ready. */
static void
ask_about (OvsApplyPage *self, OvsApplyWhom *whom)
{
  ovs_apply_question_async (workspace_of (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &self->plan, whom, on_answered, g_object_ref (self));
}

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsApplyPage) self = user_data;

  g_clear_pointer (&self->early_reason, g_free);
  if (ovs_wave_bar_ask_finish (result, &self->early_reason) && may_start (self))
    ask_about (self, NULL);
}

static void
ask (OvsApplyPage *self)
{
  if (may_start (self))
    ovs_wave_bar_ask_async (self->wave_bar, on_reason, g_object_ref (self));
}

/* After the brake: about those who would be invited now, with what was shown taken as known. */
static void
ask_once_more (OvsApplyPage *self)
{
  if (may_start (self))
    ask_about (self, ovs_apply_whom_new_braked (self->run, self->agreed));
}

/* About those who were kept back, as they stand in the list, with what Loket has. */
static void
on_invite_held (OvsApplyPage *self)
{
  if (may_start (self))
    ask_about (self, ovs_apply_result_get_held (self->result_view));
}

static void
on_again (OvsApplyPage *self)
{
  if (ovs_apply_state_find_unfinished (workspace_of (self)) != NULL)
    on_resume (self);
  else if (self->plan.ready > 0)
    ask (self);
}

static void
on_unblock (OvsApplyPage *self)
{
  gint64 round = self->outcome.round;

  ovs_unblock (OVS_STEP_PAGE (self), round != 0 ? ovs_rollback_scope_new_wave (round) : ovs_rollback_scope_new_everybody ());
}

static void
on_follow (OvsApplyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "s", "track");
}

static void
ovs_apply_page_next (OvsStepPage *page)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);
  const char *view = choose_view (self);

  if (route_page_of (self) != NULL)
    ovs_apply_route_page_next (route_page_of (self));
  else if (g_str_equal (view, VIEW_PLAN) || g_str_equal (view, VIEW_PEOPLE))
    ask (self);
  else if (g_str_equal (view, VIEW_BRAKE))
    ask_once_more (self);
  else
    on_follow (self);
}

/* The brake's page is left; nothing was sent. */
static void
ovs_apply_page_plain (OvsStepPage *page)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);

  if (!is_braked (self))
    {
      ovs_step_page_back (page);
      return;
    }
  g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  show (self);
}

/* --- sub page, search, focus --- */

static void
on_open (OvsApplyPlan *view, int people, gint64 employer, const char *title, OvsApplyPage *self)
{
  g_autofree char *filter = ovs_plan_people_filter (people, employer);

  ovs_table_set_filter (self->people, filter);
  self->show_people = TRUE;
  ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), title);
  show (self);
  gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
}

static gboolean
ovs_apply_page_back (OvsStepPage *page)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);

  if (route_page_of (self) != NULL)
    return ovs_apply_route_page_back (route_page_of (self));
  if (!self->show_people)
    return FALSE;
  self->show_people = FALSE;
  show (self);
  return TRUE;
}

static void
ovs_apply_page_search (OvsStepPage *page, const char *text)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);

  if (route_page_of (self) != NULL)
    ovs_apply_route_page_search (route_page_of (self), text);
  ovs_apply_plan_set_search (self->plan_view, text);
  ovs_table_set_search (self->people, text);
}

static void
on_connected (OvsApplyPage *self, const char *sentence)
{
  ovs_step_page_tell (OVS_STEP_PAGE (self), sentence, FALSE);
}

static void
on_route (OvsApplyPage *self)
{
  show (self);
  ovs_step_page_update (OVS_STEP_PAGE (self));
}

static void
add_route_page (OvsApplyPage *self, OvsRoute route, const char *view)
{
  GtkWidget *page = ovs_apply_route_page_new (workspace_of (self), route);

  self->route_pages[route] = OVS_APPLY_ROUTE_PAGE (page);
  g_signal_connect_swapped (page, "shown-changed", G_CALLBACK (show), self);
  gtk_stack_add_named (self->stack, page, view);
}

static void
ovs_apply_page_constructed (GObject *object)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  OvsWorkspace *workspace;
  GtkWidget *connect;

  G_OBJECT_CLASS (ovs_apply_page_parent_class)->constructed (object);
  workspace = workspace_of (self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  self->plan_view = OVS_APPLY_PLAN (ovs_apply_plan_new (workspace));
  self->progress_view = OVS_APPLY_PROGRESS (ovs_apply_progress_new (workspace));
  self->result_view = OVS_APPLY_RESULT (ovs_apply_result_new ());
  self->brake_view = OVS_APPLY_BRAKE (ovs_apply_brake_new ());
  self->ahead_view = OVS_ROUNDS_AHEAD (ovs_rounds_ahead_new (workspace));
  self->unfinished = OVS_UNFINISHED_BAR (ovs_unfinished_bar_new ());
  connect = ovs_connect_view_new (workspace, _ ("Connected, Overstap invites and blocks by itself and reads back what came of it. Nothing is changed by connecting."));
  g_signal_connect (self->plan_view, "open", G_CALLBACK (on_open), self);
  g_signal_connect_swapped (self->result_view, "follow", G_CALLBACK (on_follow), self);
  g_signal_connect_swapped (self->result_view, "again", G_CALLBACK (on_again), self);
  g_signal_connect_swapped (self->result_view, "invite-held", G_CALLBACK (on_invite_held), self);
  g_signal_connect_swapped (self->unfinished, "resume", G_CALLBACK (on_resume), self);
  g_signal_connect_swapped (self->result_view, "unblock", G_CALLBACK (on_unblock), self);
  g_signal_connect_swapped (connect, "connected", G_CALLBACK (on_connected), self);
  g_signal_connect_object (workspace, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_add_named (self->stack, ovs_loading_new (), VIEW_LOADING);
  gtk_stack_add_named (self->stack, connect, VIEW_CONNECT);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->plan_view), VIEW_PLAN);
  gtk_stack_add_named (self->stack, ovs_plan_people_new (workspace, &self->people), VIEW_PEOPLE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->progress_view), VIEW_RUNNING);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->result_view), VIEW_RESULT);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->brake_view), VIEW_BRAKE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->ahead_view), VIEW_AHEAD);
  self->wave_bar = OVS_WAVE_BAR (ovs_wave_bar_new (workspace));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->wave_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unfinished));
  add_route_page (self, OVS_ROUTE_LOKET, VIEW_BY_LOKET);
  add_route_page (self, OVS_ROUTE_HAND, VIEW_BY_HAND);
  self->route_switch = OVS_ROUTE_SWITCH (ovs_route_switch_new (workspace));
  g_signal_connect_swapped (self->route_switch, "chosen", G_CALLBACK (on_route), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->route_switch));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  ovs_step_page_update (OVS_STEP_PAGE (self));
}

static void
ovs_apply_page_dispose (GObject *object)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_pointer (&self->agreed, g_hash_table_unref);
  g_clear_pointer (&self->early_reason, g_free);
  ovs_apply_outcome_clear (&self->outcome);
  G_OBJECT_CLASS (ovs_apply_page_parent_class)->dispose (object);
}

static void
ovs_apply_page_class_init (OvsApplyPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_apply_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ovs_apply_page_dispose;
  page_class->update = ovs_apply_page_update;
  page_class->next = ovs_apply_page_next;
  page_class->plain = ovs_apply_page_plain;
  page_class->search = ovs_apply_page_search;
  page_class->back = ovs_apply_page_back;
}

static void
ovs_apply_page_init (OvsApplyPage *self)
{
}
