/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/result.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * ovs_read_in_async:
 * @path: an office file: clients, or employees where it has a column with employee numbers
 * @dry_run: counts only, by the same code
 *
 * Reads an office file into the dossier, off the main thread. ovs_read_in_finish() returns (transfer full) the counts.
 */
void             ovs_read_in_async  (OvsWorkspace *workspace, const char *path, gboolean dry_run, GAsyncReadyCallback callback, gpointer user_data);
OvsIntakeResult *ovs_read_in_finish (GAsyncResult *result, GError **error);

/** The counts in one text for people: new, changed, unchanged, no longer in the file, refused. Returns: (transfer full). */
char            *ovs_read_in_describe (const OvsIntakeResult *result);

G_END_DECLS
