/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/paper-table.h"
#include "letters/pdf.h"

G_BEGIN_DECLS

/**
 * OvsSheet:
 *
 * A list about people to print, in Dutch: who it is for and about, sentences, and tables that run over as many pages of A4 as they need, with their
 * headings on each. It is labelled confidential. What is handed over is copied.
 */
typedef struct _OvsSheet OvsSheet;

/**
 * ovs_sheet_new:
 * @firm: (nullable): the office that made it
 * @title: what it is
 * @subject: whom it is about: a client or a person
 * @about: a line under that: numbers, the day
 */
OvsSheet *ovs_sheet_new         (const char *firm, const char *title, const char *subject, const char *about);
void      ovs_sheet_free        (OvsSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsSheet, ovs_sheet_free)

/** A paragraph, or a line above what follows it. */
void      ovs_sheet_add_text    (OvsSheet *sheet, const char *text);
void      ovs_sheet_add_heading (OvsSheet *sheet, const char *text);

/**
 * Begins a table. @columns: (not owned) constant, see ovs_paper_row(). @headings: (array zero-terminated=1) (nullable): NULL for a table
 * whose first column says what stands in the second.
 */
void      ovs_sheet_add_table   (OvsSheet *sheet, const OvsPaperColumn *columns, const char *const *headings);

/** A row of that table; @texts: one for each column, none of them NULL. What is longer than a page goes on in a next row. */
void      ovs_sheet_add_row     (OvsSheet *sheet, const char *const *texts);

/**
 * One PDF of these sheets (element-type OvsSheet), each from a page of its own. Returns: (transfer full): NULL with @error set.
 */
GBytes   *ovs_sheets_make_pdf   (const GPtrArray *sheets, const OvsPdfAbout *about, GError **error);

/** The same as a file, readable by its owner only; there whole or not at all. FALSE with a sentence that says why and what to do. */
gboolean  ovs_sheets_save_pdf   (const GPtrArray *sheets, const OvsPdfAbout *about, const char *path, GError **error);

G_END_DECLS
