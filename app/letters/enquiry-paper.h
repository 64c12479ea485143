/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "letters/enquiry-list.h"
#include "letters/paper-table.h"

G_BEGIN_DECLS

/**
 * OvsEnquiryPaper:
 *
 * The list for a client as pages of A4, to be drawn wherever: into a PDF or on a printer. A paper belongs to one thread.
 */
typedef struct _OvsEnquiryPaper OvsEnquiryPaper;

/** Divides @list (borrowed, must outlive it) into pages. Returns: (transfer full). */
OvsEnquiryPaper *ovs_enquiry_paper_new         (const OvsEnquiryList *list);
void             ovs_enquiry_paper_free        (OvsEnquiryPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsEnquiryPaper, ovs_enquiry_paper_free)

guint            ovs_enquiry_paper_get_n_pages (OvsEnquiryPaper *paper);

/** Draws a page (from 0) on @cr, whose unit is a point. */
void             ovs_enquiry_paper_draw        (OvsEnquiryPaper *paper, cairo_t *cr, guint page);

G_END_DECLS
