/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/select/ticket-dialog.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/** Asks about a ticket and keeps what is answered, one step. @teller: as in client-work.h. @parent: (nullable): a window above that of
 * @teller. @draft, @fixed: as ovs_ticket_dialog_async(). */
void ovs_ask_ticket (GtkWidget *teller, GtkWindow *parent, OvsWorkspace *workspace, OvsTicketDraft *draft, gboolean fixed);

G_END_DECLS
