/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * ovs_statement_journal_vfs:
 *
 * SQLite keeps the old pages that a statement would need to undo itself in a file for temporary files, as soon as one transaction had more
 * than a few: a call of the system for each page of each statement, which was a quarter of the work of a conversion. Here they stay in memory
 * up to some megabytes, and only what is more goes to a file. Nothing of it outlives the transaction, so that no promise hangs on it.
 *
 * Any thread.
 *
 * Returns: (transfer none): the name of the file system for sqlite3_open_v2(), which is else SQLite's own
 */
const char *ovs_statement_journal_vfs (void);

G_END_DECLS
