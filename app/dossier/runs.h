/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * Each time that something is asked of Loket, from its begin to its end. At most one run is under way in a dossier, since its lease lets
 * one process write: what has no end while nobody is at work was broken off, by a crash or because the computer went down. Requests
 * that are journalled (journal.h) belong to the run that is under way.
 */

typedef enum
{
  OVS_RUN_KIND_APPLY,
  OVS_RUN_KIND_REINVITE,
  OVS_RUN_KIND_ROLLBACK,
} OvsRunKind;

typedef enum
{
  OVS_RUN_ENDING_DONE,
  OVS_RUN_ENDING_STOPPED,    /* by the user */
  OVS_RUN_ENDING_FAILED,     /* by a trouble that would hit every client */
  OVS_RUN_ENDING_BROKEN_OFF, /* found without an end afterwards */
} OvsRunEnding;

/** Nobody was asked how many people it may be about. */
#define OVS_RUN_NOBODY_ASKED (-1)

/**
 * ovs_runs_begin:
 * @sequence: of the trail
 * @wave: id of the round, 0 for everybody
 * @approved: how many people somebody agreed to, or %OVS_RUN_NOBODY_ASKED
 *
 * Begins a run; before that a run without an end is marked broken off. Call it before anything is sent, once what an earlier run left open
 * has been settled. Returns: its id.
 */
gint64   ovs_runs_begin           (OvsTx *tx, OvsRunKind kind, gint64 sequence, gint64 wave, gint64 approved);

/** Ends it, in the transaction that writes down the last of it. A run keeps its end, but for one that
 * only seemed broken off. */
void     ovs_runs_end             (OvsTx *tx, gint64 run, OvsRunEnding ending);

/** Marks a run without an end as broken off: for who reads back without beginning a run. */
void     ovs_runs_break_off       (OvsTx *tx);

/**
 * OvsUnfinishedRun:
 * @begun: instant
 * @waiting: invitations that were sent and whose result is not known
 * @unsent: invitations that were planned and certainly not sent
 * @unblocked: blocks that were planned, or whose result is not known
 * @reinstates: of a roll-back: requests whose result is not known
 * @ending: %OVS_RUN_ENDING_BROKEN_OFF also for one that has no end
 *
 * What is left of the latest run when it did not come to its end. Plain values.
 */
typedef struct
{
  gint64 run;
  OvsRunKind kind;
  gint64 begun;
  gint64 waiting;
  gint64 unsent;
  gint64 unblocked;
  gint64 reinstates;
  OvsRunEnding ending;
} OvsUnfinishedRun;

/**
 * ovs_runs_find_unfinished:
 *
 * Looks whether the latest run ended before it was done, and something is left of it. While a run is under way it is found too: ask only who
 * knows that none is. FALSE (and an empty @unfinished) for none.
 */
gboolean ovs_runs_find_unfinished (OvsTx *tx, OvsUnfinishedRun *unfinished);

/**
 * ovs_runs_find_latest:
 * @wave: id of a round, 0 for whichever, %OVS_WITHOUT_WAVE for the clients without one (client-filter.h)
 * @begun: (out): instant
 * @people: (out) (transfer full) (element-type gint64 gboolean): whom it was about, with TRUE for who was to be invited
 *
 * Looks for the latest conversion that sent something for clients of this round, together with those before it that it went on with: a run of the
 * same round that did not come to its end. Only people of these clients count. FALSE for none.
 */
gboolean ovs_runs_find_latest     (OvsTx *tx, gint64 wave, gint64 *begun, GHashTable **people);

G_END_DECLS
