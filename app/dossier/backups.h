/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The backups of a dossier: whole copies beside it, made by ovs_dossier_backup(), each named after the dossier, why it was made, and when.
 */

/**
 * OvsBackup:
 * @path: of the file
 * @reason: why it was made, as in its name: version-6, apply …
 * @at: when, an instant
 * @bytes: its size
 */
typedef struct
{
  char *path;
  char *reason;
  gint64 at;
  gint64 bytes;
} OvsBackup;

/** Why a backup was made: before a conversion; and the others, see their callers. */
#define OVS_BACKUP_APPLY "apply"

/** How many backups of before a conversion are kept. */
#define OVS_BACKUPS_KEPT 5

void       ovs_backup_free        (OvsBackup *backup);

/** The backups of the dossier at @path, the newest first. Returns: (transfer full) (element-type OvsBackup): empty for none. Blocks. */
GPtrArray *ovs_backups_list       (const char *path);

/** How many bytes they take together. */
gint64     ovs_backups_size       (const char *path);

/** Removes all of them. @removed: (out): how many. FALSE with @error set, naming the one that cannot be removed. */
gboolean   ovs_backups_remove_all (const char *path, guint *removed, GError **error);

G_END_DECLS
