/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/tickets.h"
#include "dossier/withdrawals.h"
#include "rules/told.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/*
 * What can be done with one client, and with tickets. Each is one step, and tells through the window of @teller what happened, with a way
 * back, or what went wrong.
 */

/** The client with @number, called @name, does not take part after all. */
void ovs_client_work_withdraw     (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name, const OvsWithdrawalSaid *said);

/** It takes part again. */
void ovs_client_work_rejoin       (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name);

/** The letter that takes the announcement back was sent to the client with id @client, or was not after all. */
void ovs_client_work_letter       (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, gboolean sent);

/** The contact person of the client has left, or has not after all. */
void ovs_client_work_contact_left (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, gboolean left);

/** Whether the handler of the client may do the conversion in Loket. */
void ovs_client_work_rights       (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, OvsTold rights);

/** The contract of the client for Werknemerloket ends on @day, or on no known day. */
void ovs_client_work_contract     (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, OvsDay day);

/** Keeps a ticket: a new one where its id is 0. @clients: (nullable) (transfer full) (element-type gint64): whom it is about, NULL: as it was. */
void ovs_client_work_ticket       (GtkWidget *teller, OvsWorkspace *workspace, const OvsTicketRow *row, GArray *clients);

/** Loket has settled a ticket, or has not after all. */
void ovs_client_work_close_ticket (GtkWidget *teller, OvsWorkspace *workspace, gint64 ticket, gboolean closed);

/** Forgets a ticket. */
void ovs_client_work_remove_ticket (GtkWidget *teller, OvsWorkspace *workspace, gint64 ticket);

/** Whether the firm has signed the addendum. @ticket: (nullable): the ticket by which Loket confirmed it, of @day. */
void ovs_client_work_addendum     (GtkWidget *teller, OvsWorkspace *workspace, OvsTold is_signed, const char *ticket, OvsDay day);

G_END_DECLS
