/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/capacity.h"
#include "planning/plan-day.h"
#include "rules/tie.h"

G_BEGIN_DECLS

/**
 * OvsPlanClient:
 * @people: who can still be invited
 * @handler, @payroll, @payday: (nullable)
 * @contract_ends, @informed_on: %OVS_NO_DAY where that is not known or was not done
 * @simple: whether nothing about it is to be settled first
 * @office: whether it is the office itself
 *
 * A client that needs a round. Texts are borrowed.
 */
typedef struct
{
  gint64 id;
  const char *number;
  guint64 people;
  const char *handler;
  const char *payroll;
  const char *payday;
  OvsDay contract_ends;
  OvsDay informed_on;
  gboolean simple;
  gboolean office;
} OvsPlanClient;

/** Two clients, by their places in the list, that had better go on one day. */
typedef struct
{
  guint a;
  guint b;
  OvsTie tie;
} OvsPlanTie;

/** A round that stands already. @open: whether clients can still come to it. */
typedef struct
{
  gint64 number;
  OvsDay day;
  guint64 people;
  gboolean open;
} OvsPlanStanding;

/** A client, by its place in the list, that had better go with one of a round that stands, by the place of that. */
typedef struct
{
  guint client;
  guint round;
  OvsTie tie;
} OvsPlanStandingTie;

/**
 * OvsPlanAsk:
 * @from: not before this day; %OVS_NO_DAY: as soon as can be
 * @notice_days: how long before their round clients are to know; OVS_NOTICE_DAYS (rules/boundary.h), or less where the office has a reason
 * @gap_days: between two rounds, to see to the fallout
 * @first_number: of the first new round
 * @clients: (element-type OvsPlanClient), in the order that breaks ties
 * @ties: (element-type OvsPlanTie)
 * @blocked: (element-type OvsPlanBlocked)
 * @standing: (element-type OvsPlanStanding)
 * @standing_ties: (element-type OvsPlanStandingTie)
 *
 * What a proposal is made of. All of it is borrowed, and must live as long as the proposal.
 */
typedef struct
{
  OvsDay today;
  OvsDay from;
  int notice_days;
  int gap_days;
  gint64 first_number;
  OvsCapacity capacity;
  const GArray *clients;
  const GArray *ties;
  const GArray *blocked;
  const GArray *standing;
  const GArray *standing_ties;
} OvsPlanAsk;

/** The usual gap; our own advice. */
#define OVS_PLAN_GAP_DAYS 7

/** The first day on which @client can go as far as informing it goes. */
OvsDay       ovs_plan_client_earliest (const OvsPlanAsk *ask, const OvsPlanClient *client);

G_END_DECLS
