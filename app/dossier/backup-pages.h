/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** For this room: opens the backup at @path to read, and leaves nothing beside it. Returns: (nullable): NULL with @error set where it is no backup. */
sqlite3 *ovs_backup_pages_open   (const char *path, GError **error);

/** For this room: makes @to what @from is, at once or not at all. Returns: SQLite's result, SQLITE_DONE where it is done. */
int      ovs_backup_pages_copy   (sqlite3 *from, sqlite3 *to);

/** For this room: sets @error to that the backup at @path is damaged. Returns: FALSE. */
gboolean ovs_backup_pages_refuse (const char *path, GError **error);

G_END_DECLS
