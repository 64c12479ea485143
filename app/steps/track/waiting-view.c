/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/waiting-view.h"

#include <glib/gi18n.h>

#include "steps/track/people-view.h"
#include "steps/track/track-answers.h"

struct _OvsWaitingView
{
  OvsTrackView parent_instance;

  OvsPeopleView *people;
};

G_DEFINE_FINAL_TYPE (OvsWaitingView, ovs_waiting_view, OVS_TYPE_TRACK_VIEW)

static void
ovs_waiting_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (view);

  ovs_people_view_set_list (self->people, OVS_OUTCOMES_WAITING);
  ovs_people_view_update (self->people);
}

static void
ovs_waiting_view_say (OvsTrackView *view, const OvsFigures *figures)
{
  ovs_track_view_set_count (view, figures->all.lists[OVS_OUTCOMES_WAITING], FALSE);
}

static void
ovs_waiting_view_answer (OvsTrackView *view, OvsAnswerStrip *strip, const OvsFigures *figures)
{
  ovs_track_answers_show (strip, OVS_TRACK_ANSWERS_WAITING, figures->all.lists);
}

static void
ovs_waiting_view_search (OvsTrackView *view, const char *text)
{
  ovs_people_view_set_search (OVS_WAITING_VIEW (view)->people, text);
}

static void
ovs_waiting_view_class_init (OvsWaitingViewClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  view_class->update = ovs_waiting_view_update;
  view_class->say = ovs_waiting_view_say;
  view_class->answer = ovs_waiting_view_answer;
  view_class->search = ovs_waiting_view_search;
}

static void
ovs_waiting_view_init (OvsWaitingView *self)
{
}

GtkWidget *
ovs_waiting_view_new (OvsStepPage *page)
{
  OvsWaitingView *self = g_object_new (OVS_TYPE_WAITING_VIEW, "page", page, NULL);

  self->people = OVS_PEOPLE_VIEW (ovs_people_view_new (
      page, "track-waiting", FALSE, _ ("Loket reminds by itself; when is not known. Look in the spam folder before inviting again.")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->people));
  return GTK_WIDGET (self);
}
