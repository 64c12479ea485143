/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/route.h"

G_BEGIN_DECLS

/*
 * Rounds: clients that are converted on one day, by one route. A client can go to another round, or get another route, until something of it
 * was sent; with the day of a round the letters that wait and tell another one are dropped. A frozen round keeps its day and its clients, and one that was handed in to Loket is frozen from then on. Every change is one step that can be taken back.
 */

/**
 * OvsWaveRow:
 * @date: %OVS_NO_DAY while it has none
 * @route: of its clients that have none of their own
 * @early_reason: (nullable): why it may go before its day, or soon after informing
 * @employees: all people of its clients
 * @to_invite: of these: who can go over and was not submitted yet, as of the last check
 * @submitted: clients of which something was sent
 * @handed_in: of these: to Loket, with a client list
 * @changed: people of those whose results were not read yet, who changed since or were not there yet; access does not count
 * @not_informed: clients
 * @last_informed: of those that were: the latest day
 * @own_route: clients with a route of their own
 * @notice_reason: (nullable): why its clients get to know later than two weeks ahead
 * @questions: how many it brought, as the office counted them; -1 where nobody did
 *
 * One round. Borrowed and valid during the callback only.
 */
typedef struct
{
  gint64 id;
  gint64 number;
  OvsDay date;
  OvsRoute route;
  gboolean frozen;
  const char *early_reason;
  gint64 employers;
  gint64 employees;
  gint64 to_invite;
  gint64 submitted;
  gint64 handed_in;
  gint64 changed;
  gint64 not_informed;
  OvsDay last_informed;
  gint64 own_route;
  const char *notice_reason;
  gint64 questions;
} OvsWaveRow;

typedef void (*OvsWaveFunc) (const OvsWaveRow *row, gpointer data);

/** Calls @func for every round, by number. */
void     ovs_waves_foreach     (OvsTx *tx, OvsWaveFunc func, gpointer data);

/** Calls @func for one; FALSE where there is none with this id. */
gboolean ovs_waves_get         (OvsTx *tx, gint64 id, OvsWaveFunc func, gpointer data);

/** Whether there are rounds at all. */
gboolean ovs_waves_any         (OvsTx *tx);

/** Returns: the id of the round with this number; 0 where there is none. */
gint64   ovs_waves_find        (OvsTx *tx, gint64 number);

/** As ovs_waves_find(); fails with %OVS_DOSSIER_ERROR_NOT_FOUND. */
gboolean ovs_waves_require     (OvsTx *tx, gint64 number, gint64 *id, GError **error);

/** The number that the next new round gets. */
gint64   ovs_waves_next_number (OvsTx *tx);

/** The numbers of the clients of a round, sorted. Returns: (transfer full). */
GStrv    ovs_waves_clients     (OvsTx *tx, gint64 id);

/** The ids of these clients; @id 0: of those without a round. Returns: (transfer full) (element-type gint64). */
GArray  *ovs_waves_client_ids  (OvsTx *tx, gint64 id);

/**
 * OvsWaveChange:
 * @number: of a round that is there, or of a new one; 0 takes the clients out of their rounds
 * @date: another day; %OVS_NO_DAY leaves it
 * @route: (nullable): another route; NULL leaves it, or in a new round is that of the dossier
 * @early_reason: (nullable): kept with the round; NULL leaves it
 * @notice_reason: (nullable): why its clients get to know so late, kept too; NULL leaves it
 * @clients: (nullable) (element-type gint64): ids of employers that come to this round
 *
 * What is to become of a round.
 */
typedef struct
{
  gint64 number;
  OvsDay date;
  const OvsRoute *route;
  const char *early_reason;
  const GArray *clients;
  const char *notice_reason;
} OvsWaveChange;

/** Returns: how many rounds and clients were changed, -1 with %OVS_DOSSIER_ERROR_REFUSED and nothing changed. */
gint64   ovs_waves_set         (OvsTx *tx, const OvsWaveChange *change, GError **error);

/** For this room: the same within the step @sequence. Adds to @changed. */
gboolean ovs_waves_set_in      (OvsTx *tx, gint64 sequence, const OvsWaveChange *change, gint64 *changed, GError **error);

/** Removes a round of which nothing was sent; its clients stay, without one. */
gboolean ovs_waves_remove      (OvsTx *tx, gint64 number, GError **error);

/** Freezes a round, or thaws one of which nothing was sent. */
gboolean ovs_waves_freeze      (OvsTx *tx, gint64 number, gboolean frozen, GError **error);

/**
 * A round is about to be applied, by whichever route: it is frozen, its people are judged on the day itself from now on, and @early_reason
 * (nullable) is kept with it. @id 0: all rounds that go over the API and whose day has come.
 */
void     ovs_waves_begin       (OvsTx *tx, gint64 id, const char *early_reason);

/**
 * The step @sequence handed clients in to Loket: their rounds that go by that route are frozen from now on. Call it within that step.
 */
void     ovs_waves_handed_in   (OvsTx *tx, gint64 sequence);

/** Gives clients a route of their own; NULL for that of their round. Returns: how many were changed, -1 where refused. */
gint64   ovs_waves_set_route   (OvsTx *tx, const GArray *clients, const OvsRoute *route, GError **error);

/** The route of a client: its own, else that of its round, else that of the dossier. */
OvsRoute ovs_waves_route_of    (OvsTx *tx, gint64 employer);

/** The route of clients without a round: over the API in a dossier that is bound to a Loket. */
OvsRoute ovs_waves_default_route (OvsTx *tx);

/** Whether something of this client was sent, or may have been, by whichever route. */
gboolean ovs_waves_is_submitted (OvsTx *tx, gint64 employer);

/** Whether a client can still change round: nothing of it was sent, and its round is not frozen. */
gboolean ovs_waves_can_move    (OvsTx *tx, gint64 employer);

/**
 * Whether the conversion of @wave may invite people of this client over the API. @wave 0: everything that is due: the client has no round,
 * or its day has come; %OVS_WITHOUT_WAVE (client-filter.h): it has no round.
 */
gboolean ovs_waves_may_apply   (OvsTx *tx, gint64 employer, gint64 wave);

/* For this room: the same as a condition on the row c of employer. @wave: its parameter, @today: that of the day. */
#define OVS_MAY_APPLY(wave, today)                                                                                                  \
  "(coalesce(c.route, (SELECT w.route FROM wave w WHERE w.id = c.wave), 'api') = 'api' AND CASE " wave                              \
  " WHEN 0 THEN c.wave IS NULL OR (SELECT w.date FROM wave w WHERE w.id = c.wave) <= " today " ELSE coalesce(c.wave, -1) = " wave " END)"

G_END_DECLS
