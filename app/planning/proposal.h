/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/plan-ask.h"

G_BEGIN_DECLS

/**
 * OvsPlannedClient:
 * @client: its place in the list
 * @why: why it is here
 * @waited: why it is in no earlier round; %OVS_PLAN_NOTHING where it could not be
 * @look_out: what to look out for, or %OVS_PLAN_NOTHING
 */
typedef struct
{
  guint client;
  OvsPlanReason why;
  OvsPlanReason waited;
  OvsPlanReason look_out;
} OvsPlannedClient;

/**
 * OvsPlannedRound:
 * @stands: whether it is there already, and these clients come to it
 * @people: of these clients
 * @low, @high: questions to expect of them
 * @clients: (element-type OvsPlannedClient)
 * @day_reasons: (element-type OvsPlanReason) why on this day: from when it was looked, and what was passed over
 * @look_outs: (element-type OvsPlanReason)
 */
typedef struct
{
  gint64 number;
  OvsDay day;
  gboolean pilot;
  gboolean stands;
  gboolean short_notice; /* somebody knows of it less than OVS_NOTICE_DAYS before */
  guint64 people;
  guint64 low;
  guint64 high;
  GArray *clients;
  GArray *day_reasons;
  GArray *look_outs;
} OvsPlannedRound;

/** A client without a round. */
typedef struct
{
  guint client;
  OvsPlanReason why;
} OvsPlanLeft;

/**
 * OvsProposal:
 * @rounds: (element-type OvsPlannedRound) by day
 * @left: (element-type OvsPlanLeft) by their place in the list
 * @most: how many can be invited on one day
 * @pay_unknown: of how many clients with a round the payday is not known
 */
typedef struct
{
  GPtrArray *rounds;
  GArray *left;
  guint64 most;
  guint pay_unknown;
} OvsProposal;

/**
 * Puts every client in a round, or says why it cannot be. The same question has the same answer: who belongs with a round that stands comes to
 * that one where it can; of the rest a trial of a few small clients first, then whose contract ends first, then the largest; clients that
 * belong together on one day; no round on a day on which none goes (planning/plan-day.h) or around the pay of a client in it; never more
 * questions on a day than the office can answer, those of other rounds counted.
 */
OvsProposal *ovs_proposal_new   (const OvsPlanAsk *ask);
void         ovs_proposal_free  (OvsProposal *proposal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsProposal, ovs_proposal_free)

G_END_DECLS
