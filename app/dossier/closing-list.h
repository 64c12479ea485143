/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/closing.h"

G_BEGIN_DECLS

/**
 * OvsClosingClient:
 * @obstacles: what keeps it open; of a client that is closed: what would open it again
 * @closed: it is closed, and nothing new is there
 * @closed_on: the day of the last closing, %OVS_NO_DAY for none; also of one that was opened again
 * @reopened_on: since when it is open again, %OVS_NO_DAY for not
 * @reopened_for: %OVS_N_OBSTACLES for nothing
 * @reason: (nullable): why it was closed all the same
 * @wave: number of its round, 0 for none
 * @product_500_on: the day on which somebody last looked for Product 500; %OVS_NO_DAY where that is not known
 * @converted_on: the first day on which something was asked of Loket for it, %OVS_NO_DAY for never
 * @letter_on: when it last got the closing mail, %OVS_NO_DAY for never
 * @accounted_on: when its own verantwoording was last made, %OVS_NO_DAY for never
 *
 * A client that takes part, or of which people were submitted. Texts are borrowed and valid during the callback; all but @number are nullable.
 */
typedef struct
{
  gint64 employer;
  const char *number;
  const char *name;
  const char *handler;
  OvsClosingFacts facts;
  OvsObstacles obstacles;
  gboolean closed;
  OvsDay closed_on;
  OvsDay reopened_on;
  OvsObstacle reopened_for;
  const char *reason;
  gint64 wave;
  OvsDay product_500_on;
  OvsDay converted_on;
  OvsDay letter_on;
  OvsDay accounted_on;
} OvsClosingClient;

typedef void (*OvsClosingFunc) (const OvsClosingClient *client, gpointer data);

/** Calls @func for each, by number. @filter: (nullable), see client-filter.h. */
void     ovs_closing_foreach (OvsTx *tx, const char *filter, OvsClosingFunc func, gpointer data);

/** Calls @func for one; FALSE where it is none of these. */
gboolean ovs_closing_get     (OvsTx *tx, gint64 employer, OvsClosingFunc func, gpointer data);

/**
 * OvsClosingSums:
 * @closable: open, and nothing keeps them so
 * @first: the other open ones by their first obstacle
 * @people: employees by where they end, over all of these clients
 * @all_closed_on: the day of the last closing once all are closed, else %OVS_NO_DAY
 */
typedef struct
{
  gint64 clients;
  gint64 closed;
  gint64 closable;
  gint64 reopened; /* of those that are open */
  gint64 first[OVS_N_OBSTACLES];
  gint64 people[OVS_N_END_STATES];
  OvsDay all_closed_on;
} OvsClosingSums;

/** Adds up the clients of @filter (nullable). */
void     ovs_closing_sum     (OvsTx *tx, const char *filter, OvsClosingSums *sums);

/** For this room: writes down which closed clients something new has opened again. Writes no entry in the trail: it may run within another one. */
void     ovs_closing_reopen  (OvsTx *tx);

G_END_DECLS
