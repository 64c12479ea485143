/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_ROUND_CARD (ovs_round_card_get_type ())
G_DECLARE_FINAL_TYPE (OvsRoundCard, ovs_round_card, OVS, ROUND_CARD, AdwBin)

/**
 * OvsRoundCard:
 *
 * The round that is looked at: its day, route, size and time line. While all are looked at: a card for each, which chooses it; and while there are
 * none: how to make them.
 */
GtkWidget *ovs_round_card_new    (OvsWorkspace *workspace);

/** Shows the latest figures of the workspace. */
void       ovs_round_card_update (OvsRoundCard *self);

G_END_DECLS
