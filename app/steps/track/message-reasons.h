/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/meanings.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_MESSAGE_REASONS (ovs_message_reasons_get_type ())
G_DECLARE_FINAL_TYPE (OvsMessageReasons, ovs_message_reasons, OVS, MESSAGE_REASONS, AdwBin)

/**
 * OvsMessageReasons:
 *
 * Why Loket refused, grouped by its words: how often, what that means, and a button to say what it means.
 *
 * Signal "chosen" (string words): its messages are asked for.
 */

/** @page: on whose behalf it asks; not owned. */
GtkWidget *ovs_message_reasons_new  (OvsStepPage *page);

/** @groups: (element-type OvsReasonGroup) (transfer full). */
void       ovs_message_reasons_show (OvsMessageReasons *self, GPtrArray *groups);

G_END_DECLS
