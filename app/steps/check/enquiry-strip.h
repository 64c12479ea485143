/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/enquiries.h"
#include "widgets/answer-strip.h"

G_BEGIN_DECLS

/** Shows the three answers about what lies with clients. */
void  ovs_enquiry_strip_show (OvsAnswerStrip *strip, const OvsEnquiryCounts *counts);

/** "14 asked, 3 late". Returns: (transfer full). */
char *ovs_enquiry_strip_say  (const OvsEnquiryCounts *counts);

G_END_DECLS
