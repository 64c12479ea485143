/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/closing-list.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLOSING_CARD (ovs_closing_card_get_type ())
G_DECLARE_FINAL_TYPE (OvsClosingCard, ovs_closing_card, OVS, CLOSING_CARD, AdwBin)

/**
 * OvsClosingCard:
 *
 * How many clients are closed, with the way to where that is done. Hidden while nothing was asked of Loket.
 */
GtkWidget *ovs_closing_card_new  (void);

void       ovs_closing_card_show (OvsClosingCard *self, const OvsClosingSums *sums, gboolean begun);

G_END_DECLS
