/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/disposition.h"

G_BEGIN_DECLS

/*
 * What the conversion would do, of the last judgement: per client that takes part, and the people behind each number.
 */

/**
 * OvsPlanClient:
 * @ready: can go over and was not submitted yet
 * @fallen: could go over, but was submitted already and fell out: on the uitvallijst
 * @waiting: the same, but what came of it is not known yet
 * @to_block: of those who are ready: who still has Werknemerloket
 * @informed_on: the day on which its people were informed, %OVS_NO_DAY for never
 *
 * One client that takes part, in numbers of its employees. Texts are owned; @name is nullable. Free with ovs_plan_client_free().
 */
typedef struct
{
  gint64 id;
  char *number;
  char *name;
  OvsDay informed_on;
  gint64 ready;
  gint64 decide;
  gint64 stopper;
  gint64 left_out;
  gint64 done;
  gint64 fallen;
  gint64 waiting;
  gint64 to_block;
} OvsPlanClient;

/** Those that the conversion of @wave takes, see ovs_waves_may_apply(). By name. Returns: (transfer full) (element-type OvsPlanClient). */
GPtrArray *ovs_plan_list_clients (OvsTx *tx, gint64 wave);
void       ovs_plan_client_free  (OvsPlanClient *client);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPlanClient, ovs_plan_client_free)

/** One of them. Returns: (transfer full) (nullable): NULL for one that takes no part. */
OvsPlanClient *ovs_plan_client_get (OvsTx *tx, gint64 employer);

/** Whose number is opened. */
typedef enum
{
  OVS_PLAN_READY,
  OVS_PLAN_STAY_BEHIND, /* to decide, stoppers, left out and fallen */
  OVS_PLAN_WAITING,     /* for Loket's answer */
  OVS_PLAN_DONE,
  OVS_PLAN_EVERYBODY,
} OvsPlanPeople;

/**
 * OvsPlanQuery:
 * @employer: only the people of this client; 0 for all that take part
 * @wave: of the clients that the conversion of this round takes, see ovs_waves_may_apply()
 * @search: folded by ovs_text_fold(), "" for none
 * @by_employer: sorted by client, then by name
 */
typedef struct
{
  OvsPlanPeople people;
  gint64 employer;
  gint64 wave;
  const char *search;
  gboolean by_employer;
  gboolean descending;
} OvsPlanQuery;

/** Returns: (transfer full) (element-type gint64): ids of employees. */
GArray    *ovs_plan_list_people  (OvsTx *tx, const OvsPlanQuery *query);

/**
 * OvsPlanPerson:
 * @submitted: was submitted before
 * @waiting: of these: what came of it is not known yet
 * @finding: (nullable): code of the first open finding
 *
 * Texts are owned and nullable. Free with ovs_plan_person_free().
 */
typedef struct
{
  char *name;
  char *employee_number;
  char *employer_name;
  char *email;
  OvsDisposition disposition;
  OvsReason reason;
  gboolean submitted;
  gboolean waiting;
  char *finding;
} OvsPlanPerson;

/** Returns: (transfer full) (nullable): NULL for somebody who is no longer there or was never judged. */
OvsPlanPerson *ovs_plan_person_get  (OvsTx *tx, gint64 employee);
void           ovs_plan_person_free (OvsPlanPerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPlanPerson, ovs_plan_person_free)

G_END_DECLS
