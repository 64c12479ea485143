/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"

G_BEGIN_DECLS

/**
 * Writes letters as a table for a mail merge: a row for each, with the address, the subject, the text and all fields of a client as columns; see
 * csv/writer.h for how. @letters: (element-type OvsLetter). FALSE with an %OVS_CSV_ERROR.
 */
gboolean ovs_merge_table_save (const GPtrArray *letters, const char *path, GError **error);

G_END_DECLS
