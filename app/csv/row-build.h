/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/row.h"

G_BEGIN_DECLS

/*
 * Rows that come from elsewhere than a file, such as Loket, for whoever takes rows. Free with ovs_csv_row_unbuild(). What is not told
 * leaves what is known; what is told as empty clears it.
 */

/** Returns: (transfer full): a row that tells nothing. */
OvsCsvRow *ovs_csv_row_build       (void);
void       ovs_csv_row_unbuild     (OvsCsvRow *row);

/** Forgets what it told, and begins with the row that is called @line. */
void       ovs_csv_row_begin       (OvsCsvRow *row, guint64 line);

/** @text is borrowed until the next ovs_csv_row_begin(). */
void       ovs_csv_row_tell_text   (OvsCsvRow *row, OvsField field, const char *text);
void       ovs_csv_row_tell_day    (OvsCsvRow *row, OvsField field, OvsDay day);
void       ovs_csv_row_tell_answer (OvsCsvRow *row, OvsField field, OvsCsvYesNo answer);

G_END_DECLS
