/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/list-view.h"

#include <glib/gi18n.h>

#include "steps/track/people-view.h"

struct _OvsListView
{
  OvsTrackView parent_instance;

  OvsPeopleView *people;
};

G_DEFINE_FINAL_TYPE (OvsListView, ovs_list_view, OVS_TYPE_TRACK_VIEW)

const char *
ovs_list_view_title (OvsOutcomeList list)
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
    case OVS_OUTCOMES_NO_ACCESS:
      return _ ("No access needed");
    case OVS_OUTCOMES_LEFT:
      return _ ("Left employment");
    case OVS_OUTCOMES_BLOCKED_BEFORE:
      return _ ("Blocked before");
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
    case OVS_OUTCOMES_NO_ACCESS:
      return _ ("It was decided that they need no access. Who needs it after all can be invited as before.");
    case OVS_OUTCOMES_LEFT:
      return _ ("They left employment before they were over. They get payslips and the annual statement on paper.");
    case OVS_OUTCOMES_BLOCKED_BEFORE:
      return _ ("They were blocked in Werknemerloket before the conversion, by somebody else. Ask the client whether they need access.");
    default:
      return NULL;
    }
}

static void
ovs_list_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  ovs_people_view_update (OVS_LIST_VIEW (view)->people);
}

static void
ovs_list_view_search (OvsTrackView *view, const char *text)
{
  ovs_people_view_set_search (OVS_LIST_VIEW (view)->people, text);
}

static void
ovs_list_view_class_init (OvsListViewClass *klass)
{
  OVS_TRACK_VIEW_CLASS (klass)->update = ovs_list_view_update;
  OVS_TRACK_VIEW_CLASS (klass)->search = ovs_list_view_search;
}

static void
ovs_list_view_init (OvsListView *self)
{
}

GtkWidget *
ovs_list_view_new (OvsStepPage *page)
{
  OvsListView *self = g_object_new (OVS_TYPE_LIST_VIEW, "page", page, NULL);

  self->people = OVS_PEOPLE_VIEW (ovs_people_view_new (page, "track-people", FALSE, NULL));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->people));
  return GTK_WIDGET (self);
}

void
ovs_list_view_set_list (OvsListView *self, OvsOutcomeList list)
{
  ovs_people_view_set_list (self->people, list);
  ovs_people_view_set_sentence (self->people, sentence_of (list));
}
