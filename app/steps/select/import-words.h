/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/preview.h"

G_BEGIN_DECLS

/** What the import page calls things, in the user's language. Returns: (transfer none). */
const char *ovs_import_kind_title     (OvsCsvKind kind);
const char *ovs_import_encoding_title (OvsEncoding encoding);

/** The meaning of a column: the name of its field, or what else is so. Returns: (transfer none). */
const char *ovs_import_meaning        (const OvsCsvPreview *preview, guint column);

/** What the file calls a column, with its place where that is not clear without. Returns: (transfer full). */
char       *ovs_import_column_title   (const OvsCsvPreview *preview, guint column);

/** The delimiters to choose from: what stands in the file, "" for finding out, and its title; NULL behind the last. */
const char *ovs_import_delimiter      (guint i);
const char *ovs_import_delimiter_title (guint i);

G_END_DECLS
