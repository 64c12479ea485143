/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/action-watch.h"
#include "conversion/problem.h"
#include "conversion/progress.h"
#include "conversion/reading.h"
#include "conversion/run-control.h"
#include "dossier/dossier.h"
#include "dossier/journal.h"
#include "dossier/runs.h"
#include "loket/loket.h"

G_BEGIN_DECLS

/** How many employers are worked on side by side: most of them wait for Loket's work. */
#define OVS_RUN_AT_ONCE 32

/**
 * How many requests that change something may be without an answer, of all employers together: a trouble that hits all of them is known before
 * many more have gone out. OvsLoket lets in fewer at one time; the rest waits at its door, so that none has to be fetched first.
 */
#define OVS_RUN_UNANSWERED 8

/**
 * OvsRun:
 *
 * For this room: one run against Loket: who is signed in where, and what was read of each employer. Belongs to the main context, but for the
 * functions that it hands to the dossier, during which nobody else touches it.
 */
typedef struct
{
  OvsDossier *dossier;    /* (owned) */
  OvsLoket *loket;        /* (owned) (nullable) until begun */
  OvsActionWatch *watch;  /* (owned) (nullable) until begun */
  GPtrArray *readings;    /* (owned) (element-type OvsReading) the employers that Loket knows */
  GPtrArray *problems;    /* (owned) (element-type OvsProblem) */
  GPtrArray *warnings;    /* (owned) (element-type OvsProblem) what does not stop it; without an employer for all */
  guint without_rights;   /* employers left out since the user may not do there what is needed */
  gint64 sequence;        /* of the trail, once written */
  gint64 id;              /* in the dossier (dossier/runs.h), 0 before anything was planned */
  gboolean by_round;      /* only clients whose turn it is: of @wave, or whose round has come */
  gint64 wave;            /* id, 0 for none in particular */
  OvsReadWhat what;       /* what is read of each employer; everything, unless told otherwise */
  OvsIntentKind kind;     /* what is sent first: after invitations come their blocks */
  gboolean sent;          /* something went out of which it is not certain that nothing was done */
  gboolean stopped;       /* a trouble that would hit every client: nothing new is sent */
  guint failures;         /* requests in a row that Loket's server failed at, over all employers */
  guint unanswered;       /* requests under way, see chunk.h */
  GQueue to_send;         /* of GTask, owned: chunks that are written down and wait until others have their answer */

  OvsRunControl *control;   /* (owned) (nullable) until something is sent */
  gulong on_cancel;         /* while something is sent */
  OvsProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  guint done;
  guint total;
} OvsRun;

OvsRun  *ovs_run_new           (OvsDossier *dossier);
void     ovs_run_free          (OvsRun *run);

/** Signs in, looks up Loket's employers, and lists the employers in the conversion. Without Loket's id: a problem. */
void     ovs_run_begin_async   (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_run_begin_finish  (OvsRun *run, GAsyncResult *result, GError **error);

/** Leaves all employers out but these, which have their ids in @employers (nullable): NULL keeps them all. */
void     ovs_run_keep_only     (OvsRun *run, GHashTable *employers);

/** Reads the lists of all employers, and keeps them aside for ovs_run_record(). An employer that may not be read is a problem, and left out of the run. */
void     ovs_run_read_async    (OvsRun *run, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_run_read_finish   (OvsRun *run, GAsyncResult *result, GError **error);

/** Something that is done with one reading while its lists are at hand; in the writer's thread. */
typedef void (*OvsReadingFunc) (OvsTx *tx, OvsReading *reading, gpointer data);

/**
 * ovs_run_record_each:
 * @before, @after: (nullable): called for each employer before and after it is recorded
 *
 * Writes what was read into the dossier and settles what was open, one employer after the other: only one has its lists in memory, and none
 * has them afterwards. In the writer's thread, under @sequence.
 */
void     ovs_run_record_each   (OvsRun *run, OvsTx *tx, gint64 sequence, OvsReadingFunc before, OvsReadingFunc after, gpointer data);

/** The same with nothing before or after. */
void     ovs_run_record        (OvsRun *run, OvsTx *tx, gint64 sequence);

/** Counts anew what came of the conversion at the clients that were read, so that the numbers of today are kept. */
void     ovs_run_count         (OvsRun *run, OvsTx *tx);

/** How it ended: @failure (nullable) is what ended it before its time. */
OvsRunEnding ovs_run_get_ending (OvsRun *run, const GError *failure);

/**
 * ovs_run_end_async:
 * @failure: (nullable): what ended it before its time
 *
 * Writes down that it ended, and how. ovs_run_end_finish() fails with @failure where there is one, so that callers pass it on.
 */
void     ovs_run_end_async     (OvsRun *run, const GError *failure, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_run_end_finish    (OvsRun *run, GAsyncResult *result, GError **error);

/** TRUE where @error concerns one employer only, so that the run goes on with the others. */
gboolean ovs_run_is_local      (const GError *error);

G_END_DECLS
