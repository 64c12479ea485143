/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/conversion/client-list.h"
#include "practice/due.h"

G_BEGIN_DECLS

/*
 * What the office asks Loket's help desk to do with the subject "Gebruik producten Loket.nl": an overview, or the conversion of the
 * employers of a client list on a day. Inside a transaction.
 */

/** Asks for the overview. Returns: the row id of the ticket. */
gint64   ovs_practice_tickets_ask_overview (OvsPracticeState *state);

/** Hands in @list, to be converted on @day, today or later. Returns: the row id of the ticket. */
gint64   ovs_practice_tickets_hand_in      (OvsPracticeState *state, OvsPracticeClientList *list, OvsDay day);

/** Takes a ticket back. FALSE when its time has come, be it carried out yet or under way, or it was withdrawn already. */
gboolean ovs_practice_tickets_withdraw     (OvsPracticeState *state, gint64 ticket);

/** What falls due of them: overviews, and conversions on their day. A line of the table in calendar.c. */
extern const OvsPracticeSource ovs_practice_due_tickets;

G_END_DECLS
