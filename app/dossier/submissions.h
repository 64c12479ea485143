/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/route.h"

G_BEGIN_DECLS

/*
 * Submitting without a connection: the office says that it handed the client list in, or that it did a client in Loket itself. Everybody who is
 * ready there gets an intent that was sent, under a request per client: from then on they are submitted, and unknown until a file tells. Each
 * is one step that can be taken back, also by a restart in between, until something was read about them.
 */

/**
 * OvsHandIn:
 * @numbers: (nullable): only these clients; all that go by the route otherwise
 * @wave: their round, see routes.h
 * @ticket: (nullable): as Loket gave it
 * @about: (nullable): what the office has to say of it
 * @handed_in_on: the day; %OVS_NO_DAY for today. A day in the past counts from its morning
 */
typedef struct
{
  const char *const *numbers;
  gint64 wave;
  const char *ticket;
  const char *about;
  OvsDay handed_in_on;
} OvsHandIn;

/** What was written down: the clients with somebody to submit, and how many people these are. */
typedef struct
{
  gint64 clients;
  gint64 people;
  gint64 ticket; /* its id, 0 where nobody was submitted */
} OvsSubmitted;

/** The client list was handed in to Loket: the rounds in it stand from now on. Judges first who has changed. */
gboolean ovs_submissions_hand_in   (OvsTx *tx, const OvsHandIn *hand_in, OvsSubmitted *submitted, GError **error);

/** These clients were done in Loket itself. */
gboolean ovs_submissions_tick      (OvsTx *tx, const char *const *numbers, OvsSubmitted *submitted, GError **error);

/**
 * They were not, after all. Refused where a result was read since. Returns: how many people are no longer submitted, -1 with @error set.
 */
gint64   ovs_submissions_untick    (OvsTx *tx, const char *const *numbers, GError **error);

G_END_DECLS
