/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/enquiry-list.h"

G_BEGIN_DECLS

/*
 * The list for a client as files, readable by their owner only. Each is there whole or not at all. They fail with an %OVS_CSV_ERROR or a
 * %G_FILE_ERROR.
 */

/** The list to print, as a PDF. */
gboolean ovs_enquiry_file_save_pdf   (const OvsEnquiryList *list, const char *path, GError **error);

/** The list to fill in on a screen, with the headers by which a file of the kind `corrections` is known when it comes back. */
gboolean ovs_enquiry_file_save_table (const OvsEnquiryList *list, const char *path, GError **error);

G_END_DECLS
