/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** A client that was told another day than its round has. Texts are owned. */
typedef struct
{
  gint64 client;
  char *number;
  char *name; /* (nullable) */
  gint64 wave_number;
  OvsDay told;
  OvsDay day;
} OvsMoveClient;

/**
 * OvsMove:
 * @told: (element-type OvsMoveClient): who gets a correction, not a second announcement
 * @waiting: mails to be sent that lapse
 * @made: the same of drafts and prints of which nobody said that they were sent
 *
 * What another day of a round brings along. Free with ovs_move_free().
 */
typedef struct
{
  GPtrArray *told;
  gint64 waiting;
  gint64 made;
} OvsMove;

/** If the round with this id went to @day. In a thread of the dossier; changes nothing. Returns: (transfer full). */
OvsMove *ovs_move_read (OvsTx *tx, gint64 wave, OvsDay day);

/** What rounds brought along that were moved: all that is still to be corrected, as it stands. Returns: (transfer full). */
OvsMove *ovs_move_read_open (OvsTx *tx);

void     ovs_move_free (OvsMove *move);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsMove, ovs_move_free)

G_END_DECLS
