/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/**
 * OvsPracticeFaultKind:
 * @OVS_PRACTICE_FAULT_STATUS: nothing is done; answered with a status
 * @OVS_PRACTICE_FAULT_DELAY: done and answered, but late
 * @OVS_PRACTICE_FAULT_CUT_BEFORE: nothing is done, and the connection drops
 * @OVS_PRACTICE_FAULT_CUT_AFTER: done, and the connection drops
 * @OVS_PRACTICE_FAULT_GARBAGE: done, and answered without JSON
 * @OVS_PRACTICE_FAULT_ITEM_ERROR: answered as usual, but a share of the people in it fails
 *
 * Trouble on order, for the next requests that it fits.
 */
typedef enum
{
  OVS_PRACTICE_FAULT_STATUS,
  OVS_PRACTICE_FAULT_DELAY,
  OVS_PRACTICE_FAULT_CUT_BEFORE,
  OVS_PRACTICE_FAULT_CUT_AFTER,
  OVS_PRACTICE_FAULT_GARBAGE,
  OVS_PRACTICE_FAULT_ITEM_ERROR,
} OvsPracticeFaultKind;

typedef struct
{
  char *path;   /* part of the path; empty for any */
  char *method; /* empty for any */
  OvsPracticeFaultKind kind;
  guint skip;   /* so many requests that it fits go well first */
  guint count;  /* so many are struck yet */
  guint status;
  guint retry_after; /* seconds, 0 to say nothing of it */
  double seconds;
  double share; /* of the items */
} OvsPracticeFault;

/** POST and DELETE of /practice/faults. */
extern const OvsPracticeRoute ovs_practice_fault_routes[];

/** The trouble that strikes this request, one less of it from now on. Returns: (transfer none) (nullable): until the next request. */
const OvsPracticeFault *ovs_practice_faults_take     (OvsPracticeState *state, const char *method, const char *path);

/** The same for what a page does to the people of a request like this: the share of them that fails, 0 without such an order. */
double                  ovs_practice_faults_take_share (OvsPracticeState *state, const char *method, const char *path);

/** Before the request is carried out. TRUE when it is not to be, and is answered. */
gboolean                ovs_practice_fault_prevents  (const OvsPracticeFault *fault, OvsPracticeExchange *exchange);

/** After it was carried out: spoils the answer. */
void                    ovs_practice_fault_spoils    (const OvsPracticeFault *fault, SoupServerMessage *message);

/** Whether item @position of a request is among the @share that fails: evenly spread, the first one when it is more than nothing. */
gboolean                ovs_practice_fault_hits_item (double share, guint position);

/** Where the state keeps them. Returns: (transfer full). */
GPtrArray              *ovs_practice_faults_new      (void);

G_END_DECLS
