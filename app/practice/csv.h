/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * CSV as Dutch offices have it, with semicolons and CRLF. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it. The first line begins with the byte order mark that Excel needs.
 */

/** An empty file. Returns: (transfer full). */
GString *ovs_practice_csv_new        (void);

/** The next cell of the line. @text is nullable. */
void     ovs_practice_csv_add_text   (GString *csv, const char *text);
void     ovs_practice_csv_add_number (GString *csv, gint64 number);
void     ovs_practice_csv_end_line   (GString *csv);

/** A whole line of texts, up to NULL. */
void     ovs_practice_csv_add_line   (GString *csv, const char *const *texts);

G_END_DECLS
