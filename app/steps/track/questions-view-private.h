/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/caller-search.h"
#include "steps/track/question-card.h"
#include "steps/track/question-list.h"
#include "steps/track/question-work.h"
#include "steps/track/questions-view.h"

G_BEGIN_DECLS

/* For the files of OvsQuestionsView only. */

struct _OvsQuestionsView
{
  OvsTrackView parent_instance;

  OvsWorkspace *workspace; /* (owned): outlives the page, for what is still to be written */
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
  GQueue to_write;        /* (owned) (element-type OvsQuestionsWaiting): one after another, so that a call gets one id */
  gboolean writing;
};

static inline OvsStepPage *
ovs_questions_page_of (OvsQuestionsView *self)
{
  return ovs_track_view_get_page (OVS_TRACK_VIEW (self));
}

static inline OvsWorkspace *
ovs_questions_workspace_of (OvsQuestionsView *self)
{
  return ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
}

static inline gboolean
ovs_questions_is_writable (OvsQuestionsView *self)
{
  return !ovs_workspace_get_read_only (ovs_questions_workspace_of (self));
}

/* What is waited for, and the call that it is for: of an earlier one nothing is shown. */
typedef struct
{
  OvsQuestionsView *self; /* (owned) */
  guint generation;
  gboolean leaves; /* the call is left then */
  gboolean end;    /* the call is over */
  gboolean again;  /* only what is known of the caller is read */
  OvsQuestion question; /* that is read or written */
  char *news;      /* (nullable) told then */
} OvsQuestionsWaiting;

/** Waits for what concerns the call at hand. Returns: (transfer full): with the view, which lives until then. */
OvsQuestionsWaiting *ovs_questions_wait         (OvsQuestionsView *self);
void                 ovs_questions_waiting_free (OvsQuestionsWaiting *waiting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsQuestionsWaiting, ovs_questions_waiting_free)

/** Whether that call is still at hand. */
gboolean             ovs_questions_is_current   (const OvsQuestionsWaiting *waiting);

/* questions-call.c: the call at hand. */

/** Writes down what is on the card: @end: it is over; @leaves: and left then. @news: (transfer full) (nullable): what is told then. */
void                 ovs_questions_save_call    (OvsQuestionsView *self, gboolean end, gboolean leaves, char *news);

/** Something else is done: what was said of the call at hand stays, and it stays open. Without a word said it was no call. */
void                 ovs_questions_set_aside    (OvsQuestionsView *self);
void                 ovs_questions_leave_call   (OvsQuestionsView *self);
void                 ovs_questions_end_call     (OvsQuestionsView *self);
void                 ovs_questions_open_again   (OvsQuestionsView *self);

/** Reads who calls; @again: only what is known of who calls already. */
void                 ovs_questions_read_call    (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee, gboolean again);

/** Puts the call at hand aside, and takes this one up. */
void                 ovs_questions_take_up      (OvsQuestionsView *self, gint64 question, gint64 employer, gint64 employee);

/* questions-view.c: what is shown of it. */
void                 ovs_questions_show_foot    (OvsQuestionsView *self);
void                 ovs_questions_show_stack   (OvsQuestionsView *self);
void                 ovs_questions_show_deeds   (OvsQuestionsView *self);
void                 ovs_questions_start_clock  (OvsQuestionsView *self);
void                 ovs_questions_stop_clock   (OvsQuestionsView *self);

G_END_DECLS
