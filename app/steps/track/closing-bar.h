/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLOSING_BAR (ovs_closing_bar_get_type ())
G_DECLARE_FINAL_TYPE (OvsClosingBar, ovs_closing_bar, OVS, CLOSING_BAR, AdwBin)

/**
 * OvsClosingBar:
 *
 * What can be done about the client under the cursor of a table, or about all that are selected: close, open again, account, mail. Hidden while there is none.
 */
GtkWidget *ovs_closing_bar_new  (void);

/** Shows @client, 0 for none, and @selected (element-type gint64) where these are several. @page: on whose behalf; not kept alive. */
void       ovs_closing_bar_look (OvsClosingBar *self, OvsStepPage *page, gint64 client, const GArray *selected);

G_END_DECLS
