/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-state.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * The outbox: what is sent, to whom, with which text, and what became of it. A message is written down before it goes, by one commit, and
 * settled by another: after a kill it is known which ones a mail server may have. Nothing here is a step that can be taken back.
 */

/**
 * OvsLetterRow:
 * @piece: its code, see letters/piece.h
 * @employer: 0: to Loket, or for the office itself
 * @employer_number, @employer_name: (nullable): of now
 * @wave: number of its round, 0 for none
 * @round_day: the day of the round that it tells; %OVS_NO_DAY where it tells none
 * @recipient_name: (nullable)
 * @recipient: (nullable): an e-mail address
 * @message_id: what stands before the @ of its Message-ID; no other message has it
 * @content: (nullable): the whole message; forgotten once it is settled
 * @answer: (nullable): what the server said last
 * @written: microseconds since 1970, like @settled; 0: not yet
 * @actor: who wrote it down
 *
 * A message. Everything is borrowed; valid during the callback.
 */
typedef struct
{
  gint64 id;
  const char *piece;
  gint64 employer;
  const char *employer_number;
  const char *employer_name;
  gint64 wave;
  OvsDay round_day;
  OvsWay way;
  const char *recipient_name;
  const char *recipient;
  const char *subject;
  const char *text;
  const char *message_id;
  GBytes *content;
  OvsLetterState state;
  gint64 attempts;
  const char *answer;
  gint64 written;
  gint64 settled;
  const char *actor;
} OvsLetterRow;

typedef void (*OvsLetterFunc) (const OvsLetterRow *row, gpointer data);

/**
 * Writes messages down, waiting, as one entry of the trail. Of each row what is known of it afterwards (id, state, attempts and so on) is
 * passed over. The client of each must take part still. What the same client was to get of the same piece and was refused, or is out of
 * date, is dropped. Returns: how many, -1 with %OVS_DOSSIER_ERROR_REFUSED and nothing written.
 */
gint64   ovs_outbox_write     (OvsTx *tx, const OvsLetterRow *letters, gsize n_letters, GError **error);

/** A message id that no other has. Returns: (transfer full). */
char    *ovs_outbox_new_id    (void);

/** The ids of those that wait to go by mail, the oldest first. Returns: (transfer full) (element-type gint64). */
GArray  *ovs_outbox_waiting   (OvsTx *tx);

/**
 * It is given to the server now: calls @func with it. FALSE where it does not wait any more, or may not go: its client takes part no more, has
 * another contact address, or its round another day than it tells. It is dropped then.
 */
gboolean ovs_outbox_take      (OvsTx *tx, gint64 letter, OvsLetterFunc func, gpointer data);

/**
 * What became of it; @answer: (nullable). Its client is informed from the day that a letter which tells so (see letters/piece.h,
 * @informs) was sent. FALSE where it may not become so, and nothing changed.
 */
gboolean ovs_outbox_settle    (OvsTx *tx, gint64 letter, OvsLetterState state, const char *answer, gboolean informs);

/** What waits and does not hold any more (see ovs_outbox_take()) is dropped now: a round got another day, or clients another round. Returns: how many. */
gint64   ovs_outbox_drop_outdated (OvsTx *tx);

/** What was being sent by a program that is gone: not known whether it went. Call it before sending anything. Returns: how many. */
gint64   ovs_outbox_recover   (OvsTx *tx);

/** Somebody says of these (element-type gint64) what became of them, or that they do not go, or go again. Returns: how many changed. */
gint64   ovs_outbox_tell      (OvsTx *tx, const GArray *letters, OvsLetterState state, gboolean informs);

/** Calls @func for each, the newest first, without their content. @employer: 0 for all; @piece: (nullable). */
void     ovs_outbox_foreach   (OvsTx *tx, gint64 employer, const char *piece, OvsLetterFunc func, gpointer data);

/** Calls @func for one; FALSE where there is none with this id. */
gboolean ovs_outbox_get       (OvsTx *tx, gint64 letter, OvsLetterFunc func, gpointer data);

/** How many there are in each state. @piece: (nullable); @wave: number, 0 for all. */
void     ovs_outbox_count     (OvsTx *tx, const char *piece, gint64 wave, gint64 counts[OVS_N_LETTER_STATES]);

G_END_DECLS
