/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/inform/piece-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_STATUS (ovs_piece_status_get_type ())
G_DECLARE_FINAL_TYPE (OvsPieceStatus, ovs_piece_status, OVS, PIECE_STATUS, AdwBin)

/**
 * OvsPieceStatus:
 *
 * What is to be known of a piece before anything is done with it: that it was sent and when, what keeps it from going, what goes along. Nothing of that
 * takes no room. Its buttons are actions of the pane around it: "piece.turn", "piece.went", "piece.outbox".
 */
GtkWidget *ovs_piece_status_new  (void);

/** @as_now: what was sent is not what is looked at. @may_write: FALSE where somebody else works in the dossier. */
void       ovs_piece_status_show (OvsPieceStatus *self, const OvsPieceView *view, gboolean as_now, gboolean may_write);

G_END_DECLS
