/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_INFORM_CARD (ovs_inform_card_get_type ())
G_DECLARE_FINAL_TYPE (OvsInformCard, ovs_inform_card, OVS, INFORM_CARD, AdwBin)

/**
 * OvsInformCard:
 *
 * The clients to inform: filters with their counts, the table, and what is written down by hand about the client under the cursor or all that are ticked.
 * Signals: "client-changed" (another one is under the cursor, or has another place), "ticks-changed", "activated".
 */
GtkWidget *ovs_inform_card_new        (OvsStepPage *page);

/** A control at the end of the line of filters. */
void       ovs_inform_card_add        (OvsInformCard *self, GtkWidget *control);

/** Shows the latest figures. */
void       ovs_inform_card_update     (OvsInformCard *self, const OvsFigures *figures);

void       ovs_inform_card_search     (OvsInformCard *self, const char *text);

/** The client under the cursor, 0 for none; it is at @place, from 1, of @count. Both: (out). */
gint64     ovs_inform_card_get_client (OvsInformCard *self, guint *place, guint *count);

/** Goes to the client so many places further on, or back. */
void       ovs_inform_card_step       (OvsInformCard *self, int places);

/** The ticked clients that match now. Returns: (transfer full) (element-type gint64). */
GArray    *ovs_inform_card_get_ticked (OvsInformCard *self);

/** Puts the focus in the table. */
void       ovs_inform_card_focus      (OvsInformCard *self);

G_END_DECLS
