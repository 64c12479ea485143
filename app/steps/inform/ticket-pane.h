/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/day.h"

G_BEGIN_DECLS

#define OVS_TYPE_TICKET_PANE (ovs_ticket_pane_get_type ())
G_DECLARE_FINAL_TYPE (OvsTicketPane, ovs_ticket_pane, OVS, TICKET_PANE, AdwBin)

/** OvsTicketPane: the ticket to Loket as it will be, to copy. */

/** What is filled in; see ovs_ticket_text(). */
void ovs_ticket_pane_fill (OvsTicketPane *self, const char *firm, const char *clients, guint n_clients, OvsDay earliest);

G_END_DECLS
