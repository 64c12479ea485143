/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"
#include "letters/pen.h"

G_BEGIN_DECLS

/**
 * OvsLetterPaper:
 *
 * A letter on A4 pages, with the office's name, address and logo; a flyer looks like one. What does not fit on a page goes on on the next one:
 * nothing is cut off. A paper belongs to one thread, and lives as long as its letter at most.
 */
typedef struct _OvsLetterPaper OvsLetterPaper;

/** Returns: (transfer full). */
OvsLetterPaper *ovs_letter_paper_new         (const OvsLetter *letter);
void            ovs_letter_paper_free        (OvsLetterPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsLetterPaper, ovs_letter_paper_free)

guint           ovs_letter_paper_get_n_pages (OvsLetterPaper *paper);

/** Draws one page, from 0, in points; nothing is said of its structure with @tagged FALSE, which printers do not know. */
void            ovs_letter_paper_draw        (OvsLetterPaper *paper, cairo_t *cr, guint page, gboolean tagged);

/** All pages as a PDF. Returns: (transfer full): NULL with @error set. */
GBytes         *ovs_letter_paper_pdf         (const OvsLetter *letter, GError **error);

G_END_DECLS
