/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/blocked-days.h"
#include "dossier/transaction.h"
#include "planning/proposal.h"

G_BEGIN_DECLS

/**
 * OvsPlanWish:
 * @per_day: questions that the office can answer on a day; 0 for what the dossier keeps
 * @peak_share: percent on the busiest day; 0 for what the dossier keeps, else the usual one
 * @gap_days: between rounds; -1 for what the dossier keeps, else the usual one
 * @from: not before this day; %OVS_NO_DAY: as soon as can be
 * @notice_days: how long before clients are to know; -1 for the usual OVS_NOTICE_DAYS
 *
 * What is asked of a proposal.
 */
typedef struct
{
  guint per_day;
  guint peak_share;
  int gap_days;
  OvsDay from;
  int notice_days;
} OvsPlanWish;

#define OVS_PLAN_WISH_AS_KEPT ((OvsPlanWish){ .gap_days = -1, .notice_days = -1 })

/** A client of the plan, in the order of the proposal's places. Texts are owned, nullable but for the number. */
typedef struct
{
  char *number;
  char *name;
  gint64 employees;
  gint64 open; /* of those who can be in a round: who has something to be settled first */
} OvsPlanPerson;

/**
 * OvsPlan:
 * @wish: as it was used
 * @proposal: NULL while nobody said how many questions can be answered on a day
 *
 * A proposal for the rounds of a dossier, with what it is made of. It does not change once it is made; counted, in any thread.
 */
typedef struct _OvsPlan OvsPlan;

struct _OvsPlan
{
  OvsPlanWish wish;
  OvsPlanAsk ask;
  OvsProposal *proposal;
  GPtrArray *persons;
  /*< private >*/
  gatomicrefcount count;
  GArray *clients;
  GArray *ties;
  OvsBlockedDays *blocked;
  GArray *standing;
  GArray *standing_ids;
  GArray *standing_ties;
  GHashTable *places;
  GStringChunk *texts;
};

/** Makes a proposal for the clients that need a round, as of the last check. In a thread of the dossier. Returns: (transfer full). */
OvsPlan            *ovs_plan_read       (OvsTx *tx, const OvsPlanWish *wish);
OvsPlan            *ovs_plan_ref        (OvsPlan *plan);
void                ovs_plan_unref      (OvsPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPlan, ovs_plan_unref)

/** The client at a place of the proposal. */
const OvsPlanPerson *ovs_plan_get_client (const OvsPlan *plan, guint place);

/** All people of the clients of a round. */
gint64              ovs_plan_count_employees (const OvsPlan *plan, const OvsPlannedRound *round);

/** The clients without a round: with @nobody those where nobody can go any more, who need none, else the others. */
guint               ovs_plan_count_left (const OvsPlan *plan, gboolean nobody);

/** Of those of a round: who has something to be settled first. */
gint64              ovs_plan_count_open (const OvsPlan *plan, const OvsPlannedRound *round);

/**
 * Makes the proposal real, as one step that can be taken back; what it was made with is kept for the next one. @notice_reason: (nullable): kept with
 * the rounds whose clients know of them less than two weeks before. Returns: how many clients got a round, -1 with @error set.
 */
gint64              ovs_plan_accept     (OvsTx *tx, const OvsPlan *plan, const char *notice_reason, GError **error);

/** Keeps what the office can bear, for the next proposal and for whoever compares questions with it. */
void                ovs_plan_keep_wish  (OvsTx *tx, const OvsPlanWish *wish);

/** The questions to expect on a day of the rounds that stand and, where asked, of those proposed; of each day from @first. */
void                ovs_plan_count_days (const OvsPlan *plan, OvsDay first, guint n_days, guint64 *standing, guint64 *proposed);

G_END_DECLS
