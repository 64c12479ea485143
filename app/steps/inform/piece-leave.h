/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What becomes of a text that was changed, when its window closes. */
typedef enum
{
  OVS_PIECE_LEAVE_STAY,    /* the window does not close */
  OVS_PIECE_LEAVE_DISCARD,
  OVS_PIECE_LEAVE_LATER,   /* what was written is kept, and not used yet */
  OVS_PIECE_LEAVE_SAVE,
} OvsPieceLeave;

/** Asks. @can_be_saved: else it can only be kept for later. */
void          ovs_piece_leave_async  (GtkWindow *parent, gboolean can_be_saved, GAsyncReadyCallback callback, gpointer user_data);
OvsPieceLeave ovs_piece_leave_finish (GAsyncResult *result);

G_END_DECLS
