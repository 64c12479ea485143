/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/enquiries.h"

G_BEGIN_DECLS

/** Where the list of a client stands, in a word or two: "onderweg", "3 dagen te laat". Returns: (transfer full). */
char *ovs_enquiry_text_state    (const OvsEnquiryRow *row, OvsDay today);

/** The same in a line for who looks at the client, with the days and how much is solved. Returns: (transfer full). */
char *ovs_enquiry_text_sentence (const OvsEnquiryRow *row, OvsDay today);

G_END_DECLS
