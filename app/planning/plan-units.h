/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/plan-ask.h"

G_BEGIN_DECLS

/**
 * OvsPlanUnit:
 * @clients: (element-type guint) places in the list of clients, in its order
 * @people: of all of them
 * @contract_ends: the first of theirs, %OVS_NO_DAY for none
 * @together: (element-type OvsPlanReason) for each client why it goes with the others; %OVS_PLAN_NOTHING for one alone
 * @apart: (element-type OvsPlanReason) for each client with whom it belongs that goes apart, as together they are too many for one day;
 *   %OVS_PLAN_NOTHING for most
 *
 * Clients that go on one day, as one.
 */
typedef struct
{
  GArray *clients;
  GArray *together;
  guint64 people;
  OvsDay contract_ends;
  GArray *apart;
  OvsPlanReason elsewhere; /* the round that stands with which they belong and cannot go; %OVS_PLAN_NOTHING for none */
} OvsPlanUnit;

void       ovs_plan_unit_free (OvsPlanUnit *unit);

/** How strong a tie is: an owner decides for all its clients, a person works at two by chance. From 1. */
int        ovs_plan_tie_strength (OvsTie tie);

/**
 * The clients who have anybody to go, in units by their ties. Those that are too many for one day are taken apart: first who shares
 * only people, then who shares an address, then the group itself, of whom those who share an address or people stay together. In the order in which they go: whose contract ends first, then the largest.
 * @most: how many can go on one day. Returns: (transfer full) (element-type OvsPlanUnit).
 */
GPtrArray *ovs_plan_units_new (const OvsPlanAsk *ask, guint64 most);

G_END_DECLS
