/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"
#include "widgets/answer-strip.h"

G_BEGIN_DECLS

#define OVS_TYPE_TRACK_VIEW (ovs_track_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (OvsTrackView, ovs_track_view, OVS, TRACK_VIEW, AdwBin)

/**
 * OvsTrackView:
 *
 * What Volgen asks of what stands under one of its tabs. A view says what its three answers, its foot and the count behind its tab are; the page
 * shows them while the view is looked at.
 *
 * Signals: "open" (int list): the people of an #OvsOutcomeList are asked for. "said": foot, count or answers are other than before.
 */
struct _OvsTrackViewClass
{
  AdwBinClass parent_class;

  /* The figures are other than before, or the view is about to be looked at: read what is shown. Only while it is looked at. */
  void (*update) (OvsTrackView *self, const OvsFigures *figures);
  /* Says foot and count from the figures alone; called for every view whenever the figures change. NULL where they say nothing about it. */
  void (*say) (OvsTrackView *self, const OvsFigures *figures);
  /* Fills the three answers. NULL: those of the overview. */
  void (*answer) (OvsTrackView *self, OvsAnswerStrip *strip, const OvsFigures *figures);
  /* The suggested, and the plain button of the foot was pressed. */
  void (*next) (OvsTrackView *self);
  void (*plain) (OvsTrackView *self);
  void (*search) (OvsTrackView *self, const char *text);
  /* Puts the focus where work begins. */
  void (*focus) (OvsTrackView *self);
  /* Goes one level back within the view; FALSE when it is at its top. */
  gboolean (*back) (OvsTrackView *self);
};

/** The page on whose behalf it works ("page", at construction). Not after the page is gone: then NULL. */
OvsStepPage  *ovs_track_view_get_page      (OvsTrackView *self);
OvsWorkspace *ovs_track_view_get_workspace (OvsTrackView *self);

/** Says what the foot shows while this view is looked at; copies the texts. As ovs_step_page_set_foot(); @plain: (nullable). */
void          ovs_track_view_set_foot      (OvsTrackView *self, const char *totals, const char *caption, const char *next, gboolean next_possible,
                                            const char *plain);

/** Says the count behind the title of its tab; 0 for none. @urgent: something has to be done about it. */
void          ovs_track_view_set_count     (OvsTrackView *self, gint64 count, gboolean urgent);

/** Whether something can be asked of Loket now: there is a connection, nothing else is under way, and the dossier is not only read. */
gboolean      ovs_track_view_can_send      (OvsTrackView *self);

/** Asks for the people of @list. */
void          ovs_track_view_open          (OvsTrackView *self, int list);

/* For the page: what it said (a foot without totals: that of the overview), and its class functions. */
const OvsStepFoot *ovs_track_view_get_foot (OvsTrackView *self);
gint64        ovs_track_view_get_count     (OvsTrackView *self, gboolean *urgent);
void          ovs_track_view_update        (OvsTrackView *self, const OvsFigures *figures);
void          ovs_track_view_say           (OvsTrackView *self, const OvsFigures *figures);
gboolean      ovs_track_view_answer        (OvsTrackView *self, OvsAnswerStrip *strip, const OvsFigures *figures); /* FALSE: it has no own */
void          ovs_track_view_next          (OvsTrackView *self);
void          ovs_track_view_plain         (OvsTrackView *self);
void          ovs_track_view_search        (OvsTrackView *self, const char *text);
void          ovs_track_view_focus         (OvsTrackView *self);
gboolean      ovs_track_view_back          (OvsTrackView *self);

G_END_DECLS
