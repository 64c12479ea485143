/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsStep:
 *
 * A decision or an edit that can be taken back: SQLite's session extension records what changes between begin and end, and the
 * changeset is kept in the dossier, so that it survives a restart. Fill it with ovs_step_begin().
 */
typedef struct
{
  OvsTx *tx;
  gint64 sequence; /* of the trail; history refers to it */
  gpointer session;
} OvsStep;

OvsStep  ovs_step_begin (OvsTx *tx);

/** The same where the journal says what somebody else did: that a list was handed in, or that it was done in Loket, can be taken back. */
OvsStep  ovs_step_begin_told (OvsTx *tx);

/**
 * Writes the step into the trail and onto the undo stack, or forgets it where nothing changed. @operation, @detail and
 * @note as for ovs_trail_end().
 */
void     ovs_step_end   (OvsStep *step, const char *operation, const char *detail, const char *note);

/**
 * The same within an operation whose entry in the trail, @sequence, somebody else writes. Returns: whether anything changed.
 */
OvsStep  ovs_step_begin_in (OvsTx *tx, gint64 sequence);
gboolean ovs_step_keep  (OvsStep *step);

/** Marks the operation @sequence as one that cannot be taken back: steps before it stay as they are. */
void     ovs_undo_bar   (OvsTx *tx, gint64 sequence);

/**
 * ovs_undo_take_back:
 * @operation: (out) (transfer full): the code of what was taken back
 * @changed: (out) (optional): how many clients, employees, acceptances and notes it had changed
 *
 * Takes back the last step. Fails with %OVS_DOSSIER_ERROR_REFUSED when there is none, when it is one that cannot be taken
 * back so (an import, see dossier/rollback.h), or when its data have changed since.
 */
gboolean ovs_undo_take_back (OvsTx *tx, char **operation, gint64 *changed, GError **error);

/** The import that is the last step, to be taken back with ovs_rollback_import(). Returns: 0 when it is another step. */
gint64   ovs_undo_find_import (OvsTx *tx);

G_END_DECLS
