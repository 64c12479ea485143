/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsRollback:
 * @reversed: clients, people and lines of the uitvallijst that are again as they were before
 * @kept: that are as they are, since somebody decided something about them or changed them after the import
 * @failed: that cannot go back: a request about them went to Loket since, and what was sent is never undone
 *
 * What came of taking an import back.
 */
typedef struct
{
  gint64 reversed;
  gint64 kept;
  gint64 failed;
} OvsRollback;

/** Called now and then with how much is done, in thousandths. In the thread of the transaction. */
typedef void (*OvsRollbackProgress) (guint thousandths, gpointer data);

/**
 * ovs_rollback_import:
 * @progress: (nullable)
 * @back: (out)
 *
 * Takes an import back, whichever it is: what it changed gets the old value, whom it added and nobody has touched since is removed,
 * and who was no longer in its file is no longer marked. What was decided, edited or read in later stays. Works set by set in the
 * transaction at hand; nothing is done in part. What is judged by what goes back is judged again.
 *
 * Fails with %OVS_DOSSIER_ERROR_NOT_FOUND or, for one that was taken back before, %OVS_DOSSIER_ERROR_REFUSED.
 */
gboolean ovs_rollback_import (OvsTx *tx, gint64 import, OvsRollbackProgress progress, gpointer data, OvsRollback *back, GError **error);

/** The import that wrote the entry @sequence of the trail; 0 for none, or one that was taken back. */
gint64   ovs_rollback_find   (OvsTx *tx, gint64 sequence);

/** Marks an import as taken back by the entry @sequence, where another way than ovs_rollback_import() did it. */
void     ovs_rollback_mark   (OvsTx *tx, gint64 import, gint64 sequence);

G_END_DECLS
