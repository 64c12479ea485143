/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/*
 * Putting a backup back in the place of its dossier. What is there now becomes a backup itself. Killed at any moment, the dossier is either as it was or
 * wholly as the backup was; a damaged one may then have to be put back once more.
 */

/**
 * OvsBackupSince:
 * @entries: of the trail
 * @runs: that sent something to Loket
 * @letters: that were sent, or may have been
 *
 * What was done in the dossier since a backup was made of it, and would not be known any more once that is put back.
 */
typedef struct
{
  gint64 entries;
  gint64 runs;
  gint64 letters;
} OvsBackupSince;

/** Compares. @backup: its path. Fails where that is no backup of this dossier, or cannot be read. Blocks. */
gboolean ovs_backup_compare       (OvsDossier *dossier, const char *backup, OvsBackupSince *since, GError **error);

/** The same without waiting. */
void     ovs_backup_compare_async  (OvsDossier *dossier, const char *backup, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_backup_compare_finish (OvsDossier *dossier, GAsyncResult *result, OvsBackupSince *since, GError **error);

/**
 * Puts the backup at @backup in the place of the dossier at @path, after trying its trail and its file. The dossier is not open in this process; while
 * somebody else works in it, it is refused. A dossier that is damaged or gone is replaced, too. One whose personal data were removed is not.
 * @kept: (out) (transfer full) (optional) (nullable): where what was there is now; NULL where there was nothing. Blocks.
 */
gboolean ovs_backup_restore        (const char *path, const char *backup, char **kept, GError **error);

/** The same without waiting, in a thread of its own. */
void     ovs_backup_restore_async  (const char *path, const char *backup, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_backup_restore_finish (GAsyncResult *result, char **kept, GError **error);

G_END_DECLS
