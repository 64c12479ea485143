/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-page.h"

#include <glib/gi18n.h>

#include "dossier/outcome-list.h"
#include "steps/track/fallout-list.h"
#include "steps/track/invite.h"
#include "steps/track/messages-view.h"
#include "steps/track/people-view.h"
#include "steps/track/track-answers.h"
#include "steps/track/track-overview.h"
#include "steps/track/track-tabs.h"
#include "widgets/answer-strip.h"
#include "widgets/stack.h"

#define TAB_OVERVIEW "overview"
#define TAB_MESSAGES "messages"
#define TAB_FALLOUT "fallout"
#define TAB_WAITING "waiting"
#define VIEW_PEOPLE "people"

struct _OvsTrackPage
{
  OvsStepPage parent_instance;

  OvsTrackTabs *tabs;
  GtkWidget *refresh;
  OvsAnswerStrip *strip;
  GtkStack *stack;
  OvsTrackOverview *overview;
  OvsMessagesView *messages;
  OvsFalloutList *fallout;
  OvsPeopleView *waiting;
  OvsPeopleView *people;

  const char *view; /* a constant from above */
  gint64 counts[OVS_N_OUTCOME_LISTS];
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (OvsTrackPage, ovs_track_page, OVS_TYPE_STEP_PAGE)

static OvsWorkspace *
workspace_of (OvsTrackPage *self)
{
  return ovs_step_page_get_workspace (OVS_STEP_PAGE (self));
}

static gint64
count_sent (OvsTrackPage *self)
{
  return self->counts[OVS_OUTCOMES_INVITED] + self->counts[OVS_OUTCOMES_REFUSED] + self->counts[OVS_OUTCOMES_UNKNOWN];
}

/* --- strip, state, foot --- */

static void
show_answers (OvsTrackPage *self)
{
  OvsTrackAnswers about = OVS_TRACK_ANSWERS_OVERVIEW;

  if (g_strcmp0 (self->view, TAB_FALLOUT) == 0)
    about = OVS_TRACK_ANSWERS_FALLOUT;
  else if (g_strcmp0 (self->view, TAB_WAITING) == 0)
    about = OVS_TRACK_ANSWERS_WAITING;
  ovs_track_answers_show (self->strip, about, self->counts);
}

static void
show_state (OvsTrackPage *self)
{
  gint64 fallout = self->counts[OVS_OUTCOMES_FALLOUT];
  gint64 waiting = self->counts[OVS_OUTCOMES_WAITING];
  gint64 unknown = self->counts[OVS_OUTCOMES_UNKNOWN];
  g_autofree char *line = NULL;

  if (count_sent (self) + fallout == 0)
    line = g_strdup (_ ("begins after Apply"));
  else if (waiting + fallout == 0 && unknown > 0)
    line = g_strdup_printf (_ ("%'d still unknown"), (int) unknown);
  else if (waiting + fallout == 0)
    line = g_strdup_printf (_ ("%'d over"), (int) self->counts[OVS_OUTCOMES_OVER]);
  else
    line = g_strdup_printf (_ ("%'d waiting, %'d fallout"), (int) waiting, (int) fallout);
  if (fallout > 0)
    ovs_step_page_set_state (OVS_STEP_PAGE (self), line, OVS_STEP_MARK_WARNING, (guint) fallout);
  else
    ovs_step_page_set_state (OVS_STEP_PAGE (self), line, count_sent (self) > 0 && waiting + unknown == 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, 0);
}

static gboolean
can_send (OvsTrackPage *self)
{
  OvsWorkspace *workspace = workspace_of (self);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  return figures != NULL && figures->loket_kind != NULL && !ovs_workspace_get_busy (workspace) && !ovs_workspace_get_read_only (workspace);
}

static void
show_foot (OvsTrackPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));
  gint64 fallout = self->counts[OVS_OUTCOMES_FALLOUT];
  g_autofree char *moment = figures->all.as_of != 0 ? ovs_clock_to_dutch (figures->all.as_of) : NULL;
  g_autofree char *as_of = moment != NULL ? g_strdup_printf (_ ("As of %s"), moment) : g_strdup (_ ("Nothing was read from Loket yet"));
  g_autofree char *sum = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fallout + %'d unknown"), (int) count_sent (self),
                                          (int) self->counts[OVS_OUTCOMES_INVITED], (int) self->counts[OVS_OUTCOMES_REFUSED],
                                          (int) self->counts[OVS_OUTCOMES_UNKNOWN]);
  g_autofree char *work = g_strdup_printf (_ ("To the fallout list (%'d)"), (int) fallout);

  if (g_strcmp0 (self->view, TAB_FALLOUT) == 0)
    ovs_step_page_set_foot (OVS_STEP_PAGE (self), sum, as_of, fallout > 0 ? _ ("Invite all open ones again") : NULL, can_send (self));
  else if (fallout > 0)
    ovs_step_page_set_foot (OVS_STEP_PAGE (self), sum, as_of, work, TRUE);
  else
    ovs_step_page_set_foot (OVS_STEP_PAGE (self), sum, as_of, NULL, FALSE);
}

/* --- views --- */

static void
update_view (OvsTrackPage *self)
{
  if (g_strcmp0 (self->view, TAB_FALLOUT) == 0)
    ovs_fallout_list_update (self->fallout);
  else if (g_strcmp0 (self->view, TAB_WAITING) == 0)
    ovs_people_view_update (self->waiting);
  else if (g_strcmp0 (self->view, VIEW_PEOPLE) == 0)
    ovs_people_view_update (self->people);
}

/* A table is filled when it is looked at first. */
static void
choose (OvsTrackPage *self, const char *view)
{
  self->view = view;
  gtk_stack_set_visible_child_name (self->stack, view);
  if (!g_str_equal (view, VIEW_PEOPLE))
    {
      ovs_track_tabs_choose (self->tabs, view);
      ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), NULL);
    }
  if (g_str_equal (view, TAB_MESSAGES))
    ovs_messages_view_open (self->messages, workspace_of (self));
  else if (g_str_equal (view, TAB_WAITING))
    ovs_people_view_set_list (self->waiting, OVS_OUTCOMES_WAITING);
  update_view (self);
  if (!self->loaded)
    return;
  show_answers (self);
  show_foot (self);
}

static void
on_chosen (OvsTrackPage *self, const char *name)
{
  const char *const tabs[] = { TAB_OVERVIEW, TAB_MESSAGES, TAB_FALLOUT, TAB_WAITING };

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_str_equal (name, tabs[i]))
      choose (self, tabs[i]);
}

static const char *
title_of (OvsOutcomeList list)
{
  switch (list)
    {
    case OVS_OUTCOMES_OVER:
      return _ ("Over");
    case OVS_OUTCOMES_LAPSED:
      return _ ("Invitation lapsed");
    case OVS_OUTCOMES_UNKNOWN:
      return _ ("Unknown");
    case OVS_OUTCOMES_BOTH_PORTALS:
      return _ ("Both portals open");
    case OVS_OUTCOMES_HANDLED:
      return _ ("Fallout, solved since");
    case OVS_OUTCOMES_NEWCOMERS:
      return _ ("New since the conversion");
    case OVS_OUTCOMES_INVITED:
    case OVS_OUTCOMES_WAITING:
    case OVS_OUTCOMES_REFUSED:
    case OVS_OUTCOMES_FALLOUT:
    case OVS_OUTCOMES_STRANDED:
    case OVS_N_OUTCOME_LISTS:
    default:
      return _ ("Employees");
    }
}

static const char *
sentence_of (OvsOutcomeList list)
{
  switch (list)
    {
    case OVS_OUTCOMES_BOTH_PORTALS:
      return _ ("They can still use Werknemerloket beside MijnLoket. Applying again blocks it where that failed; who was unblocked keeps it until a new "
                "invitation.");
    case OVS_OUTCOMES_NEWCOMERS:
      return _ ("They came to their client after it was converted. Look in Loket whether it invited them by itself before you do.");
    case OVS_OUTCOMES_LAPSED:
      return _ ("Their invitation can no longer be used: only a new one helps.");
    case OVS_OUTCOMES_UNKNOWN:
      return _ ("Loket has not told what became of their request. Update reads it back; nobody is asked for twice meanwhile.");
    default:
      return NULL;
    }
}

static void
on_open (OvsTrackPage *self, int list)
{
  switch (list)
    {
    case OVS_OUTCOMES_WAITING:
      choose (self, TAB_WAITING);
      break;
    case OVS_OUTCOMES_REFUSED:
    case OVS_OUTCOMES_STRANDED:
      ovs_fallout_list_set_stranded (self->fallout, list == OVS_OUTCOMES_STRANDED);
      choose (self, TAB_FALLOUT);
      break;
    default:
      ovs_people_view_set_list (self->people, list);
      ovs_people_view_set_sentence (self->people, sentence_of (list));
      ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), title_of (list));
      choose (self, VIEW_PEOPLE);
    }
}

static void
show_stranded (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_open (OVS_TRACK_PAGE (widget), OVS_OUTCOMES_STRANDED);
}

/* --- the numbers --- */

static void
show (OvsTrackPage *self)
{
  const gint64 *counts = self->counts;

  show_answers (self);
  show_state (self);
  show_foot (self);
  ovs_track_overview_show (self->overview, counts);
  ovs_track_tabs_set_count (self->tabs, TAB_FALLOUT, counts[OVS_OUTCOMES_FALLOUT], TRUE);
  ovs_track_tabs_set_count (self->tabs, TAB_WAITING, counts[OVS_OUTCOMES_WAITING], FALSE);
  gtk_widget_set_sensitive (self->refresh, can_send (self));
}

static void
ovs_track_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  if (figures == NULL)
    return;
  memcpy (self->counts, figures->all.lists, sizeof self->counts);
  self->loaded = TRUE;
  show (self);
  update_view (self);
}

static void
on_busy (OvsTrackPage *self)
{
  if (!self->loaded)
    return;
  gtk_widget_set_sensitive (self->refresh, can_send (self));
  show_foot (self);
  update_view (self);
}

/* --- what the window asks --- */

static void
ovs_track_page_next (OvsStepPage *page)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);
  g_autoptr (GArray) people = NULL;

  if (g_strcmp0 (self->view, TAB_FALLOUT) != 0)
    {
      choose (self, TAB_FALLOUT);
      return;
    }
  people = ovs_fallout_list_get_invitable (self->fallout);
  if (people->len > 0)
    ovs_invite_people (page, (const gint64 *) (gpointer) people->data, people->len);
  else
    ovs_step_page_tell (page, _ ("Nobody on this list can be invited right now: the rows say why."), FALSE);
}

static gboolean
ovs_track_page_back (OvsStepPage *page)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);

  if (g_strcmp0 (self->view, VIEW_PEOPLE) != 0)
    return FALSE;
  choose (self, TAB_OVERVIEW);
  return TRUE;
}

static void
ovs_track_page_search (OvsStepPage *page, const char *text)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);

  ovs_messages_view_set_search (self->messages, text);
  ovs_fallout_list_set_search (self->fallout, text);
  ovs_people_view_set_search (self->waiting, text);
  ovs_people_view_set_search (self->people, text);
}

static GtkWidget *
make_tabs (OvsTrackPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tabs = ovs_track_tabs_new ();

  self->tabs = OVS_TRACK_TABS (tabs);
  ovs_track_tabs_add (self->tabs, TAB_OVERVIEW, _ ("Overview"));
  ovs_track_tabs_add (self->tabs, TAB_MESSAGES, _ ("Messages"));
  ovs_track_tabs_add (self->tabs, TAB_FALLOUT, _ ("Fallout list"));
  ovs_track_tabs_add (self->tabs, TAB_WAITING, _ ("Waiting"));
  g_signal_connect_swapped (tabs, "chosen", G_CALLBACK (on_chosen), self);
  gtk_widget_set_hexpand (tabs, TRUE);

  self->refresh = gtk_button_new_with_label (_ ("Update"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->refresh), "win.refresh");
  gtk_widget_set_tooltip_text (self->refresh, _ ("Read the status back from Loket (F5)"));
  gtk_widget_set_valign (self->refresh, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), tabs);
  gtk_box_append (GTK_BOX (line), self->refresh);
  gtk_widget_add_css_class (line, "tab-line");
  return line;
}

static void
ovs_track_page_constructed (GObject *object)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (object);
  OvsStepPage *page = OVS_STEP_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *strip = ovs_answer_strip_new ();

  G_OBJECT_CLASS (ovs_track_page_parent_class)->constructed (object);
  self->strip = OVS_ANSWER_STRIP (strip);
  self->overview = OVS_TRACK_OVERVIEW (ovs_track_overview_new ());
  self->messages = OVS_MESSAGES_VIEW (ovs_messages_view_new ());
  self->fallout = OVS_FALLOUT_LIST (ovs_fallout_list_new (page));
  self->waiting = OVS_PEOPLE_VIEW (
      ovs_people_view_new (page, "track-waiting", FALSE, _ ("Loket reminds by itself; when is not known. Look in the spam folder before inviting again.")));
  self->people = OVS_PEOPLE_VIEW (ovs_people_view_new (page, "track-people", FALSE, NULL));
  g_signal_connect_swapped (self->overview, "open", G_CALLBACK (on_open), self);

  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->overview), TAB_OVERVIEW);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->messages), TAB_MESSAGES);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->fallout), TAB_FALLOUT);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->waiting), TAB_WAITING);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->people), VIEW_PEOPLE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  gtk_widget_add_css_class (content, "page");
  gtk_box_append (GTK_BOX (content), strip);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), content);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (workspace_of (self), "notify::busy", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  choose (self, TAB_OVERVIEW);
  ovs_step_page_update (page);
}

static void
ovs_track_page_class_init (OvsTrackPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_track_page_constructed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "track.show-stranded", NULL, show_stranded);
  page_class->update = ovs_track_page_update;
  page_class->next = ovs_track_page_next;
  page_class->back = ovs_track_page_back;
  page_class->search = ovs_track_page_search;
}

static void
ovs_track_page_init (OvsTrackPage *self)
{
}
