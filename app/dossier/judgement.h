/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "rules/judge.h"

G_BEGIN_DECLS

/**
 * OvsJudged:
 *
 * What the rules say of one employee. Everything is borrowed and valid during the callback only.
 */
typedef struct
{
  gint64 employee;
  gint64 employer;
  const char *employer_number;
  const char *employee_number;
  OvsVerdict verdict;
  const OvsJudgeRow *row;
  const char *const *other_addresses; /* (nullable) of the same person at other employers */
} OvsJudged;

typedef void (*OvsJudgedFunc) (const OvsJudged *judged, gpointer data);

/** How many employees have what; the arrays are indexed by the enumerations of rules/. */
typedef struct
{
  gint64 employees;
  gint64 dispositions[OVS_N_DISPOSITIONS];
  gint64 findings[OVS_N_FINDINGS];
  gint64 reasons[OVS_N_REASONS];
} OvsJudgementCounts;

/**
 * Judges everybody on the day of his client's round until that has passed or the round is applied, else on @today (the peildatum), and
 * calls @func for each, in the order of the dossier. Stores nothing, so it also runs in a transaction that reads.
 */
void ovs_judgement_run   (OvsTx *tx, OvsDay today, OvsJudgedFunc func, gpointer data);

/** The same for some people only, (element-type gint64), with the same result for them. */
void ovs_judgement_run_people (OvsTx *tx, OvsDay today, const GArray *employees, OvsJudgedFunc func, gpointer data);

/** Judges everybody on one day, whatever the rounds. @employees: (nullable): these only. */
void ovs_judgement_run_on (OvsTx *tx, OvsDay date, const GArray *employees, OvsJudgedFunc func, gpointer data);

/** Adds one to the counts. */
void ovs_judgement_count (OvsJudgementCounts *counts, const OvsVerdict *verdict);

/** Judges as ovs_judgement_run() and keeps dispositions and findings in the dossier. @func is nullable. */
void ovs_judgement_store (OvsTx *tx, OvsDay today, OvsJudgedFunc func, gpointer data);

/**
 * Judges again whom something has changed for since, was last judged on another day than @today or was never judged, and whom that
 * concerns: what is stored then is what ovs_judgement_store() would store. At most some @most of them, so that others can write in
 * between. Returns: TRUE when nobody is left.
 */
gboolean ovs_judgement_refresh (OvsTx *tx, OvsDay today, gint64 most);

/** The same until nobody is left, in pieces between which others write. Blocks; not for the main thread of a window. */
gboolean ovs_judgement_bring_up_to_date (OvsDossier *dossier, GCancellable *cancellable, GError **error);

G_END_DECLS
