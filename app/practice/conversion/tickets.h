/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/conversion/client-list.h"

G_BEGIN_DECLS

/*
 * What the office asks Loket's help desk to do with the subject "Gebruik producten Loket.nl": an overview, or the conversion of the
 * employers of a client list on a day. Inside a transaction.
 */

/** Asks for the overview. Returns: the row id of the ticket. */
gint64   ovs_practice_tickets_ask_overview (OvsPracticeState *state);

/** Hands in @list, to be converted on @day, today or later. Returns: the row id of the ticket. */
gint64   ovs_practice_tickets_hand_in      (OvsPracticeState *state, OvsPracticeClientList *list, OvsDay day);

/** Takes a ticket back. FALSE when it is carried out or was withdrawn already. */
gboolean ovs_practice_tickets_withdraw     (OvsPracticeState *state, gint64 ticket);

/** When the next open ticket falls due; G_MAXINT64 when none is open. */
gint64   ovs_practice_tickets_next_due     (OvsPracticeState *state);

/** Carries out what fell due up to @now, in the order in which it did. */
void     ovs_practice_tickets_catch_up     (OvsPracticeState *state, gint64 now);

G_END_DECLS
