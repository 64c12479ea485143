/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_ENQUIRY_PAGE (ovs_enquiry_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsEnquiryPage, ovs_enquiry_page, OVS, ENQUIRY_PAGE, AdwBin)

/**
 * OvsEnquiryPage:
 *
 * *Bij klanten*: which clients are asked for what only they can answer, until when, and what came of it. Makes their lists.
 * Signals: "opened": it began to make lists, so it wants to be seen. "clear-search".
 */

/** @host: the page of the step, that tells for it. */
GtkWidget *ovs_enquiry_page_new        (OvsStepPage *host);

/** Shows the figures. */
void       ovs_enquiry_page_update     (OvsEnquiryPage *self, const OvsFigures *figures);

void       ovs_enquiry_page_search     (OvsEnquiryPage *self, const char *text);

/** Asks how, and makes lists for the clients of these people (element-type gint64). */
void       ovs_enquiry_page_ask_people (OvsEnquiryPage *self, const GArray *people);

/** Asks how, and reminds the clients whose deadline is past. */
void       ovs_enquiry_page_remind     (OvsEnquiryPage *self);

G_END_DECLS
