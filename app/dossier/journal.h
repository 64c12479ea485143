/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/journal-state.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * The journal of what is asked of Loket. An intent per person and generation is written down before its request is sent, in one
 * commit for the whole chunk, and settled in one commit after the answer. A generation exists once, so the same intent cannot be sent twice.
 */

typedef enum
{
  OVS_INTENT_INVITE,
  OVS_INTENT_BLOCK,
  OVS_INTENT_REINSTATE, /* Werknemerloket is given back */
} OvsIntentKind;

/** `invite`, `block` … as stored. Returns: (transfer none). */
const char   *ovs_intent_kind_code      (OvsIntentKind kind);
OvsIntentKind ovs_intent_kind_from_code (const char *code);

/** Codes of why an invitation did not come about; texts in conversion/fallout-reason.h. */
#define OVS_FALLOUT_REFUSED_BY_LOKET "refused-by-loket"     /* Loket's own reason is the message */
#define OVS_FALLOUT_MIJNLOKET_BLOCKED "mijnloket-blocked"   /* the access at this employer is blocked */
#define OVS_FALLOUT_ACCOUNT_BLOCKED "account-blocked"       /* the whole account is blocked */
#define OVS_FALLOUT_NOT_IN_LOKET "not-in-loket"             /* Loket has no such employee at this employer */
#define OVS_FALLOUT_STATUS_UNKNOWN "status-unknown"         /* Loket used a word that this version does not know */

/**
 * OvsIntent:
 *
 * One line of the journal, with what a request needs. Texts are owned; free with ovs_intent_free().
 */
typedef struct
{
  gint64 id;
  gint64 employee;
  gint64 employer;
  OvsIntentKind kind;
  OvsIntentState state;
  gboolean latest;        /* there is no later one of its kind for this employee */
  char *loket_id;         /* (nullable) of the employee */
  char *action;           /* (nullable) Loket's id of the collective action */
  char *mijnloket_before; /* (nullable) the status there when it was planned */
  char *status;           /* (nullable) what is known now of the portal that it is about */
} OvsIntent;

void       ovs_intent_free          (OvsIntent *intent);

/** Writes down that @employee is to be invited, blocked or reinstated: the next generation, planned, with both statuses as now known. */
void       ovs_journal_plan         (OvsTx *tx, gint64 employee, OvsIntentKind kind);

/** The same for several at once. */
void       ovs_journal_plan_all     (OvsTx *tx, const gint64 *employees, gsize n_employees, OvsIntentKind kind);

/** Forgets what was planned and never sent. */
void       ovs_journal_drop_planned (OvsTx *tx);

/** The intents of @employer over the API in @state. Returns: (transfer full) (element-type OvsIntent): by employee. */
GPtrArray *ovs_journal_list         (OvsTx *tx, gint64 employer, OvsIntentKind kind, OvsIntentState state);

/** TRUE when @employer has intents of any kind that were sent over the API and have no known result. */
gboolean   ovs_journal_has_open     (OvsTx *tx, gint64 employer);

/** Loket's ids of the collective actions of these intents. Returns: (transfer full). */
GStrv      ovs_journal_open_actions (OvsTx *tx, gint64 employer);

/**
 * Plans a block of who has a confirmed, living invitation by the API and still has access to Werknemerloket, at @employer. Not of who was given
 * Werknemerloket back: only a later invitation blocks again.
 */
void       ovs_journal_plan_blocks  (OvsTx *tx, gint64 employer);

/** Moves planned intents to sent, under a new request of the run that is under way (runs.h). Returns: its id. */
gint64     ovs_journal_send         (OvsTx *tx, gint64 employer, OvsIntentKind kind, const gint64 *employees, gsize n_employees);

/** Loket took the request; @action: its id of the collective action. */
void       ovs_journal_accepted     (OvsTx *tx, gint64 request, const char *action);

/** It was never sent after all: back to planned, and there was no request. */
void       ovs_journal_call_off     (OvsTx *tx, gint64 request);

/** It is certain that nothing was done: back to planned. */
void       ovs_journal_nothing_done (OvsTx *tx, gint64 request);

/** Nobody knows whether it was done: it stays sent until it is read back. */
void       ovs_journal_no_answer    (OvsTx *tx, gint64 request);

/**
 * Settles the latest intent of @employee. @reason: a code from above, @message: Loket's words; both nullable. To planned: it was
 * read back that nothing was done.
 * Returns: FALSE where the state may not move so; then nothing changes.
 */
gboolean   ovs_journal_settle       (OvsTx *tx, gint64 employee, OvsIntentKind kind, OvsIntentState state, const char *reason, const char *message);

/** The same for an intent as it was listed in this very transaction, without looking for it again. */
gboolean   ovs_journal_settle_intent (OvsTx *tx, const OvsIntent *intent, OvsIntentState state, const char *reason, const char *message);

/**
 * Confirms intents at once, by their ids, of which nothing is to be said: those that were listed as sent or unknown in this very transaction and are
 * the latest.
 */
void       ovs_journal_confirm_all  (OvsTx *tx, const gint64 *intents, gsize n_intents);

/** TRUE when @employee was ever submitted: has an invitation that is more than planned. */
gboolean   ovs_journal_was_submitted (OvsTx *tx, gint64 employee);

/** Whether the latest invitation of @employee was confirmed, and what was said of it. @message: (out) (transfer full) (nullable). */
OvsIntentState ovs_journal_latest   (OvsTx *tx, gint64 employee, OvsIntentKind kind, char **reason, char **message);

/** The day of the latest invitation that went out, or may have; one that Loket refused did not. %OVS_NO_DAY for none. */
OvsDay     ovs_journal_last_invited (OvsTx *tx, gint64 employee);

G_END_DECLS
