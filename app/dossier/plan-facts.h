/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/tie.h"

G_BEGIN_DECLS

/* What a proposal of rounds needs to know: clients that take part, are in no round, and of which nothing was sent. */

/**
 * OvsPlanFact:
 * @employees: all its people
 * @in_scope: who can go, or could once something is settled, and was not submitted yet; as of the last check
 * @open: of these: who has a stopper or a warning that nobody accepted
 * @office: whether it is the office itself: by its name, or the mail domain of its contact
 *
 * Such a client. Texts are borrowed, nullable but for the number, and valid during the callback only.
 */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *handler;
  const char *payroll;
  const char *payday;
  OvsDay contract_ends_on;
  OvsDay informed_on;
  gint64 employees;
  gint64 in_scope;
  gint64 open;
  gboolean office;
} OvsPlanFact;

typedef void (*OvsPlanFactFunc) (const OvsPlanFact *fact, gpointer data);

/** Calls @func for each such client, by number. */
void ovs_plan_facts_foreach (OvsTx *tx, OvsPlanFactFunc func, gpointer data);

/** @a and @b: ids of such clients. */
typedef void (*OvsPlanTieFunc) (OvsTie tie, gint64 a, gint64 b, gpointer data);

/**
 * Calls @func for what ties two of them. Clients of one group, or with one contact address, are each tied to the first of them. People who
 * are left out or done tie nothing.
 */
void ovs_plan_ties_foreach  (OvsTx *tx, OvsPlanTieFunc func, gpointer data);

/** A round that stands: its day, who of it was or can be invited, and whether clients can still come to it. */
typedef void (*OvsPlanRoundFunc) (gint64 id, gint64 number, OvsDay day, gint64 people, gboolean open, gpointer data);

/** Calls @func for each round with a day. */
void ovs_plan_rounds_foreach (OvsTx *tx, OvsPlanRoundFunc func, gpointer data);

/**
 * What the office counted of earlier rounds: the questions, and how many people were invited in the rounds of which they were counted. FALSE
 * where it counted none.
 */
gboolean ovs_plan_own_figures (OvsTx *tx, gint64 *questions, gint64 *people);

/** A round of which somebody was invited. @day: %OVS_NO_DAY for none. @questions: that came, -1 where nobody counted them. */
typedef struct
{
  gint64 number;
  OvsDay day;
  gint64 invited;
  gint64 questions;
} OvsPlanCount;

typedef void (*OvsPlanCountFunc) (const OvsPlanCount *count, gpointer data);

/** Calls @func for each such round, by number. */
void     ovs_plan_counts_foreach (OvsTx *tx, OvsPlanCountFunc func, gpointer data);

G_END_DECLS
