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

#define OVS_BACKUP_RESTORE "restore" /* before another backup was put back in its place */
#define OVS_BACKUP_DAMAGED "damaged" /* no copy, but the file itself, which could not be read any more */
#define OVS_BACKUP_HAND "hand"       /* somebody asked for it */

/** How many backups of before a conversion are kept, and likewise of before another one was put back. Others stay until somebody removes them. */
#define OVS_BACKUPS_KEPT 5

void       ovs_backup_free        (OvsBackup *backup);

/** The backups of the dossier at @path, the newest first. Returns: (transfer full) (element-type OvsBackup): empty for none. Blocks. */
GPtrArray *ovs_backups_list       (const char *path);

/** How many bytes they take together. */
gint64     ovs_backups_size       (const char *path);

/** The one of this name (without a folder), or %OVS_DOSSIER_ERROR_NOT_FOUND. Returns: (transfer full) (nullable). Blocks. */
OvsBackup *ovs_backups_find       (const char *path, const char *name, GError **error);

/** Removes the oldest ones that were made for @reason, but @keep. Blocks. */
void       ovs_backups_prune      (const char *path, const char *reason, guint keep);

/** The name that one made now for @reason gets; nothing is there yet. Returns: (transfer full). */
char      *ovs_backups_name       (const char *path, const char *reason);

/** Where a backup is made ready before it takes the place of the dossier. Returns: (transfer full). */
char      *ovs_backups_bench      (const char *path);

/** Removes what was left there by somebody who was killed. FALSE with @error set. */
gboolean   ovs_backups_clear_bench (const char *path, GError **error);

/** Removes all of them. @removed: (out): how many. FALSE with @error set, naming the one that cannot be removed. */
gboolean   ovs_backups_remove_all (const char *path, guint *removed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsBackup, ovs_backup_free)

G_END_DECLS
