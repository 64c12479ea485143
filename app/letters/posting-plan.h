/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-state.h"
#include "letters/letter.h"

G_BEGIN_DECLS

/** Whether a client gets a piece. */
typedef enum
{
  OVS_POSTING_GOES,
  OVS_POSTING_HAS_IT,    /* it was sent */
  OVS_POSTING_WAITS,     /* it was written down, and waits to be sent or ticked off */
  OVS_POSTING_UNKNOWN,   /* whether it was sent is not known: somebody has to say so first */
  OVS_POSTING_WITHDRAWN, /* the client takes part no more */
  OVS_POSTING_NEEDLESS,  /* there is nothing that it could tell this client */
  OVS_POSTING_PROBLEM,   /* something is wrong with the letter, or with the client's address */
  OVS_N_POSTING_VERDICTS
} OvsPostingVerdict;

/** `goes`, `has-it` …: for scripts. Returns: (transfer none). */
const char *ovs_posting_verdict_code (OvsPostingVerdict verdict);

/**
 * OvsPostingItem:
 * @reason: (nullable): a sentence on why it does not go; NULL where it goes
 * @letter: (nullable): as it goes; NULL where nothing was composed
 * @posted: it waits to go by mail, and goes with the others
 *
 * What becomes of one client. Everything is owned; free with ovs_posting_item_free().
 */
typedef struct
{
  gint64 employer;
  char *number;
  char *name;
  OvsPostingVerdict verdict;
  char *reason;
  OvsLetter *letter;
  gboolean posted;
} OvsPostingItem;

void        ovs_posting_item_free (OvsPostingItem *item);

/** Like ovs_letter_compose(). */
typedef OvsLetter *(*OvsPostingCompose) (OvsTx *tx, const OvsPieceText *text, gint64 employer, gint64 wave);

/**
 * OvsPostingOrder:
 * @text: the piece that goes
 * @correction: (nullable): goes instead of the announcement to clients that were told another day before
 * @wave: number of a round; 0 for all clients
 * @employers: (nullable) (element-type gint64): of these only
 * @compose: (nullable): makes the letters in place of ovs_letter_compose(), in tests
 *
 * Who is to get what. Borrowed.
 */
typedef struct
{
  const OvsPieceText *text;
  const OvsPieceText *correction;
  gint64 wave;
  const GArray *employers;
  OvsPostingCompose compose;
} OvsPostingOrder;

/**
 * Decides about each client; nothing is written. Who has the piece for the day of its round is passed over, who was told another day gets the
 * correction, and a letter that is not about this client, for its contact of now and on the day of its round does not go.
 *
 * Returns: (transfer full) (element-type OvsPostingItem).
 */
GPtrArray  *ovs_posting_plan      (OvsTx *tx, const OvsPostingOrder *order);

/** How many of @plan have this verdict. */
guint       ovs_posting_count     (GPtrArray *plan, OvsPostingVerdict verdict);

/** How many get it when @plan is sent: who waits for it in the outbox too. */
guint       ovs_posting_count_going (GPtrArray *plan);

/** The messages that wait to go by mail to the clients of @plan which get the piece or were to get it. Returns: (element-type gint64). */
GArray     *ovs_posting_waiting   (OvsTx *tx, const OvsPostingOrder *order, GPtrArray *plan);

/** The messages to the clients of @plan of which it is not known whether they were sent. Returns: (element-type gint64). */
GArray     *ovs_posting_unknown   (OvsTx *tx, const OvsPostingOrder *order, GPtrArray *plan);

G_END_DECLS
