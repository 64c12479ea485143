/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/route.h"

G_BEGIN_DECLS

/* What the dossier knows of the time line of rounds, and of what is to be done today for single clients. As of the last check. */

/**
 * OvsRoundShare:
 * @date: of the round, %OVS_NO_DAY while it has none
 * @handler: (nullable): whose clients these are
 * @clients: of him in this round that take part; 0 in a round without any
 * @without_people: of these: of whom no employees were read in
 * @to_answer: employees with a warning, or with a stopper about which the client was not asked
 * @informed_on, @employees_informed_on, @read_on, @sent_on: the latest day
 * @not_read_again: clients whose employees were not read in since ten days before the round
 * @not_handed_in: clients of which no client list went to Loket
 * @submitted: clients of which something was sent
 * @to_invite: who can go over, at clients of which nothing was sent
 * @unsure: unknown, or without access
 * @fallout, @waiting: see OvsOutcomeList
 *
 * The clients that one colleague has in a round. Texts are borrowed, valid during the callback.
 */
typedef struct
{
  gint64 wave;
  gint64 number;
  OvsDay date;
  OvsRoute route;
  OvsDay frozen_on;
  const char *handler;
  gint64 clients;
  gint64 without_people;
  gint64 to_answer;
  gint64 not_informed;
  OvsDay informed_on;
  gint64 employees_not_informed;
  OvsDay employees_informed_on;
  gint64 not_read_again;
  OvsDay read_on;
  gint64 not_handed_in;
  gint64 submitted;
  OvsDay sent_on;
  gint64 to_invite;
  gint64 unsure;
  gint64 fallout;
  gint64 waiting;
} OvsRoundShare;

typedef void (*OvsRoundShareFunc) (const OvsRoundShare *share, gpointer data);

/** Calls @func for each round and colleague, by the number of the round. */
void ovs_round_shares_foreach    (OvsTx *tx, OvsRoundShareFunc func, gpointer data);

/**
 * OvsToldOtherwise:
 * @told: the day that the latest letter told which was sent
 * @day: of the round now
 *
 * A client that was told another day than its round has. Texts are borrowed, nullable but for the number; valid during the callback.
 */
typedef struct
{
  gint64 client;
  const char *number;
  const char *name;
  const char *handler;
  gint64 wave;
  gint64 wave_number;
  OvsDay told;
  OvsDay day;
} OvsToldOtherwise;

typedef void (*OvsToldOtherwiseFunc) (const OvsToldOtherwise *client, gpointer data);

/**
 * Calls @func for each client that was told another day than that of its round, by number: it is to get a correction. Not for who was
 * submitted, or takes no part any more. @wave: id of a round, 0 for all; @day: as if that were its day, %OVS_NO_DAY for the one it has.
 */
void ovs_told_otherwise_foreach  (OvsTx *tx, gint64 wave, OvsDay day, OvsToldOtherwiseFunc func, gpointer data);

/**
 * How many letters of a round would lapse if it went to @day: @waiting to be sent, and @made as drafts, on paper or as copies, of which nobody
 * said that they were sent.
 */
void ovs_letters_lapsing         (OvsTx *tx, gint64 wave, OvsDay day, gint64 *waiting, gint64 *made);

/** Something about one client, that was due on @due. Texts are borrowed, nullable but for the number; valid during the callback. */
typedef struct
{
  gint64 client;
  const char *number;
  const char *name;
  const char *handler;
  OvsDay due;
} OvsClientDue;

typedef void (*OvsClientDueFunc) (const OvsClientDue *client, gpointer data);

/** Clients with a letter that was refused, or of which nobody knows whether it went; due on the day of the first. */
void ovs_failed_letters_foreach  (OvsTx *tx, OvsClientDueFunc func, gpointer data);

/** Clients to be called back today or since before, also about one of their employees; due on the earliest day. */
void ovs_calls_due_foreach       (OvsTx *tx, OvsClientDueFunc func, gpointer data);

G_END_DECLS
