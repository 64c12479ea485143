/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-page.h"

#include <glib/gi18n.h>

#include "steps/track/fallout-list.h"
#include "steps/track/list-view.h"
#include "steps/track/messages-view.h"
#include "steps/track/payslips-view.h"
#include "steps/track/questions-view.h"
#include "steps/track/track-answers.h"
#include "steps/track/track-overview.h"
#include "steps/track/track-tabs.h"
#include "steps/track/waiting-view.h"
#include "widgets/accessible.h"
#include "widgets/answer-strip.h"
#include "widgets/stack.h"

/* What can be looked at, in the order of the tabs; the last has none. */
typedef enum
{
  VIEW_OVERVIEW,
  VIEW_MESSAGES,
  VIEW_FALLOUT,
  VIEW_WAITING,
  VIEW_QUESTIONS,
  VIEW_NOT_YET,
  VIEW_LIST,
  N_VIEWS
} View;

static const struct
{
  const char *name;
  const char *title; /* (nullable) of the tab */
  GtkWidget *(*make) (OvsStepPage *page);
} kinds[N_VIEWS] = {
  { "overview", N_ ("Overview"), ovs_track_overview_new },
  { "messages", N_ ("Messages"), ovs_messages_view_new },
  { "fallout", N_ ("Fallout list"), ovs_fallout_list_new },
  { "waiting", N_ ("Waiting"), ovs_waiting_view_new },
  { "questions", N_ ("Questions"), ovs_questions_view_new },
  { "not-yet", N_ ("No MijnLoket yet"), ovs_payslips_view_new },
  { "people", NULL, ovs_list_view_new },
};

struct _OvsTrackPage
{
  OvsStepPage parent_instance;

  OvsTrackTabs *tabs;
  GtkWidget *refresh;
  OvsAnswerStrip *strip;
  GtkStack *stack;
  OvsTrackView *views[N_VIEWS];
  View view;
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (OvsTrackPage, ovs_track_page, OVS_TYPE_STEP_PAGE)

static OvsWorkspace *
workspace_of (OvsTrackPage *self)
{
  return ovs_step_page_get_workspace (OVS_STEP_PAGE (self));
}

static const OvsFigures *
figures_of (OvsTrackPage *self)
{
  return ovs_workspace_get_figures (workspace_of (self));
}

static OvsTrackView *
shown (OvsTrackPage *self)
{
  return self->views[self->view];
}

/* --- strip, state, foot --- */

static void
show_state (OvsTrackPage *self)
{
  const gint64 *counts = figures_of (self)->all.lists;
  gint64 sent = counts[OVS_OUTCOMES_INVITED] + counts[OVS_OUTCOMES_REFUSED] + counts[OVS_OUTCOMES_UNKNOWN];
  gint64 fallout = counts[OVS_OUTCOMES_FALLOUT];
  gint64 waiting = counts[OVS_OUTCOMES_WAITING];
  gint64 unknown = counts[OVS_OUTCOMES_UNKNOWN];
  g_autofree char *line = NULL;

  if (sent + fallout == 0)
    line = g_strdup (_ ("begins after Apply"));
  else if (waiting + fallout == 0 && unknown > 0)
    line = g_strdup_printf (_ ("%'d still unknown"), (int) unknown);
  else if (waiting + fallout == 0)
    line = g_strdup_printf (_ ("%'d over"), (int) counts[OVS_OUTCOMES_OVER]);
  else
    line = g_strdup_printf (_ ("%'d waiting, %'d fallout"), (int) waiting, (int) fallout);
  if (fallout > 0)
    ovs_step_page_set_state (OVS_STEP_PAGE (self), line, OVS_STEP_MARK_WARNING, (guint) fallout);
  else
    ovs_step_page_set_state (OVS_STEP_PAGE (self), line, sent > 0 && waiting + unknown == 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, 0);
}

static void
show_answers (OvsTrackPage *self)
{
  if (!ovs_track_view_answer (shown (self), self->strip, figures_of (self)))
    ovs_track_answers_show (self->strip, OVS_TRACK_ANSWERS_OVERVIEW, figures_of (self)->all.lists);
}

/* Of a view that says nothing itself: where everybody stands, and the way to the fallout list. */
static void
show_common_foot (OvsTrackPage *self)
{
  const OvsFigures *figures = figures_of (self);
  gint64 fallout = figures->all.lists[OVS_OUTCOMES_FALLOUT];
  g_autofree char *sum = ovs_track_answers_sum (figures->all.lists);
  g_autofree char *as_of = ovs_track_answers_as_of (figures);
  g_autofree char *work = g_strdup_printf (_ ("To the fallout list (%'d)"), (int) fallout);

  ovs_step_page_set_foot (OVS_STEP_PAGE (self), sum, as_of, fallout > 0 ? work : NULL, fallout > 0);
}

static void
show_foot (OvsTrackPage *self)
{
  const OvsStepFoot *foot = ovs_track_view_get_foot (shown (self));

  if (foot->totals == NULL)
    {
      show_common_foot (self);
      return;
    }
  ovs_step_page_set_foot (OVS_STEP_PAGE (self), foot->totals, foot->caption, foot->next, foot->next_possible);
  if (foot->plain != NULL)
    ovs_step_page_set_plain (OVS_STEP_PAGE (self), foot->plain);
}

static void
on_said (OvsTrackPage *self, OvsTrackView *view)
{
  for (int i = 0; i < N_VIEWS; i++)
    if (self->views[i] == view && kinds[i].title != NULL)
      {
        gboolean urgent;
        gint64 count = ovs_track_view_get_count (view, &urgent);

        ovs_track_tabs_set_count (self->tabs, kinds[i].name, count, urgent);
      }
  if (!self->loaded || view != shown (self))
    return;
  show_answers (self);
  show_foot (self);
}

/* --- views --- */

/* A view is filled when it is looked at first. */
static void
choose (OvsTrackPage *self, View view)
{
  self->view = view;
  /* A call needs the room, and has its own answers. */
  gtk_widget_set_visible (GTK_WIDGET (self->strip), view != VIEW_QUESTIONS);
  gtk_stack_set_visible_child_name (self->stack, kinds[view].name);
  if (kinds[view].title != NULL)
    {
      ovs_track_tabs_choose (self->tabs, kinds[view].name);
      ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), NULL);
    }
  if (!self->loaded)
    return;
  ovs_track_view_update (shown (self), figures_of (self));
  show_answers (self);
  show_foot (self);
}

static void
on_chosen (OvsTrackPage *self, const char *name)
{
  for (int i = 0; i < N_VIEWS; i++)
    if (g_str_equal (name, kinds[i].name))
      choose (self, i);
}

static void
on_open (OvsTrackPage *self, int list)
{
  switch (list)
    {
    case OVS_OUTCOMES_WAITING:
      choose (self, VIEW_WAITING);
      break;
    case OVS_OUTCOMES_FALLOUT:
    case OVS_OUTCOMES_STRANDED:
      ovs_fallout_list_set_stranded (OVS_FALLOUT_LIST (self->views[VIEW_FALLOUT]), list == OVS_OUTCOMES_STRANDED);
      choose (self, VIEW_FALLOUT);
      break;
    default:
      ovs_list_view_set_list (OVS_LIST_VIEW (self->views[VIEW_LIST]), list);
      ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), ovs_list_view_title (list));
      choose (self, VIEW_LIST);
    }
}

static void
show_stranded (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_open (OVS_TRACK_PAGE (widget), OVS_OUTCOMES_STRANDED);
}

static void
new_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (widget);

  choose (self, VIEW_QUESTIONS);
  ovs_questions_view_begin (OVS_QUESTIONS_VIEW (self->views[VIEW_QUESTIONS]));
}

/* --- what the window asks --- */

static void
say_all (OvsTrackPage *self)
{
  const OvsFigures *figures = figures_of (self);

  for (int i = 0; i < N_VIEWS; i++)
    ovs_track_view_say (self->views[i], figures);
  gtk_widget_set_sensitive (self->refresh, ovs_track_view_can_send (shown (self)));
  show_foot (self);
  ovs_track_view_update (shown (self), figures);
}

static void
ovs_track_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);

  if (ovs_workspace_get_figures (workspace) == NULL)
    return;
  self->loaded = TRUE;
  show_state (self);
  show_answers (self);
  say_all (self);
}

static void
on_busy (OvsTrackPage *self)
{
  if (self->loaded)
    say_all (self);
}

static void
ovs_track_page_next (OvsStepPage *page)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);

  if (ovs_track_view_get_foot (shown (self))->totals != NULL)
    ovs_track_view_next (shown (self));
  else
    choose (self, VIEW_FALLOUT);
}

static void
ovs_track_page_plain (OvsStepPage *page)
{
  ovs_track_view_plain (shown (OVS_TRACK_PAGE (page)));
}

static gboolean
ovs_track_page_back (OvsStepPage *page)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);

  if (ovs_track_view_back (shown (self)))
    return TRUE;
  if (kinds[self->view].title != NULL)
    return FALSE;
  choose (self, VIEW_OVERVIEW);
  return TRUE;
}

static void
ovs_track_page_search (OvsStepPage *page, const char *text)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);

  for (int i = 0; i < N_VIEWS; i++)
    ovs_track_view_search (self->views[i], text);
}

static void
ovs_track_page_focus (OvsStepPage *page)
{
  ovs_track_view_focus (shown (OVS_TRACK_PAGE (page)));
}

/* --- what it looks like --- */

static GtkWidget *
make_tabs (OvsTrackPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tabs = ovs_track_tabs_new ();

  self->tabs = OVS_TRACK_TABS (tabs);
  for (int i = 0; i < N_VIEWS; i++)
    if (kinds[i].title != NULL)
      ovs_track_tabs_add (self->tabs, kinds[i].name, _ (kinds[i].title));
  g_signal_connect_swapped (tabs, "chosen", G_CALLBACK (on_chosen), self);
  gtk_widget_set_hexpand (tabs, TRUE);

  self->refresh = gtk_button_new_from_icon_name ("view-refresh-symbolic");
  ovs_accessible_set_label (self->refresh, _ ("Update"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->refresh), "win.refresh");
  gtk_widget_set_tooltip_text (self->refresh, _ ("Read the status back from Loket (F5)"));
  gtk_widget_set_valign (self->refresh, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), tabs);
  gtk_box_append (GTK_BOX (line), self->refresh);
  gtk_widget_add_css_class (line, "tab-line");
  return line;
}

static void
make_views (OvsTrackPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  for (int i = 0; i < N_VIEWS; i++)
    {
      GtkWidget *view = kinds[i].make (OVS_STEP_PAGE (self));

      self->views[i] = OVS_TRACK_VIEW (view);
      gtk_stack_add_named (self->stack, view, kinds[i].name);
      g_signal_connect_object (view, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
    }
}

static void
ovs_track_page_constructed (GObject *object)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *strip = ovs_answer_strip_new ();

  G_OBJECT_CLASS (ovs_track_page_parent_class)->constructed (object);
  self->strip = OVS_ANSWER_STRIP (strip);
  make_views (self);
  gtk_widget_add_css_class (content, "page");
  gtk_box_append (GTK_BOX (content), strip);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), content);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (workspace_of (self), "notify::busy", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace_of (self), "notify::waiting", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  choose (self, VIEW_OVERVIEW);
  ovs_step_page_update (OVS_STEP_PAGE (self));
}

static void
ovs_track_page_class_init (OvsTrackPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_track_page_constructed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "track.show-stranded", NULL, show_stranded);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "track.new-question", NULL, new_question);
  page_class->update = ovs_track_page_update;
  page_class->next = ovs_track_page_next;
  page_class->plain = ovs_track_page_plain;
  page_class->back = ovs_track_page_back;
  page_class->search = ovs_track_page_search;
  page_class->focus = ovs_track_page_focus;
}

static void
ovs_track_page_init (OvsTrackPage *self)
{
}
