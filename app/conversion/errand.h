/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/planned-request.h"
#include "conversion/run.h"
#include "dossier/outcomes.h"

G_BEGIN_DECLS

typedef struct _OvsErrand OvsErrand;

/** Somebody for whom it is asked, or would be. */
typedef struct
{
  gint64 employee;
  char *employer_number;
  char *employee_number;
} OvsErrandPerson;

/**
 * OvsErrandKind:
 * @find: reader's thread: says whose clients are read, in OvsErrand.employers
 * @choose: writer's thread, once what Loket knows is written down: ovs_errand_add() or ovs_errand_refuse() for each
 * @settle: writer's thread: what came of one person
 * @cut: (nullable): called right before and after the plan is written, see base/crash-point.h
 *
 * What an errand asks.
 */
typedef struct
{
  OvsIntentKind asks;
  OvsRunKind run;
  const char *operation; /* of the trail */
  gboolean (*find)   (OvsErrand *self, OvsTx *tx, GError **error);
  gboolean (*choose) (OvsErrand *self, OvsTx *tx, GError **error);
  void     (*settle) (OvsErrand *self, const OvsErrandPerson *person, OvsIntentState state, const char *reason, const char *message);
  void     (*cut)    (gboolean planned);
} OvsErrandKind;

/**
 * OvsErrand:
 *
 * For this room: one run that asks the same of Loket for some people whom somebody chose: a new invitation, or Werknemerloket back. Signs in, leaves
 * out the clients where this user may not do it, reads and settles the others, asks, and looks up what came of it.
 */
struct _OvsErrand
{
  const OvsErrandKind *kind;
  OvsRun *run;            /* (owned) */
  GHashTable *employers;  /* (owned) (nullable) (element-type gint64) only these are read; NULL for all */
  gint64 wave;            /* number of the round that it is for, 0 for none */
  gboolean dry_run;
  GPtrArray *people;      /* (owned) (element-type OvsErrandPerson) */
  GPtrArray *refused;     /* (owned) (element-type OvsProblem) without an employee for a whole client */
  GPtrArray *requests;    /* (owned) (element-type OvsPlannedRequest) dry run only */
  gpointer data;          /* (owned) of the kind */
  GDestroyNotify free_data;
};

/** Takes over @data. */
OvsErrand  *ovs_errand_new           (OvsDossier *dossier, const OvsErrandKind *kind, gpointer data, GDestroyNotify free_data);

/** Starts it, and owns @errand from then on: it belongs to the task. */
void        ovs_errand_run_async     (OvsErrand *errand, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer none) (nullable): the errand, alive as long as @result is. */
OvsErrand  *ovs_errand_run_finish    (OvsDossier *dossier, GAsyncResult *result, GError **error);

/** While choosing: asks for this person. */
void        ovs_errand_add           (OvsErrand *self, const OvsOutcomeRow *row);

/** @employee_number: (nullable): NULL for the whole client, which is told once. */
void        ovs_errand_refuse        (OvsErrand *self, const char *employer_number, const char *employee_number, const char *reason);

/** While choosing: why nothing can be asked for anybody of this client. Returns: (transfer none) (nullable). */
const char *ovs_errand_find_obstacle (OvsErrand *self, const OvsOutcomeRow *row);

/** While choosing: TRUE where an earlier request for this client is still not done. */
gboolean    ovs_errand_has_to_wait   (OvsErrand *self, const OvsOutcomeRow *row);

G_END_DECLS
