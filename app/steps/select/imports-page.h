/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORTS_PAGE (ovs_imports_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportsPage, ovs_imports_page, OVS, IMPORTS_PAGE, AdwBin)

/**
 * OvsImportsPage:
 *
 * The sub page with what was read in earlier: look at it, take it back, see what came of that.
 *
 * It sets the subtitle and the foot of the page that hosts it while it is open. Signals: "opened", "closed": the host shows it, or
 * no longer.
 */
GtkWidget *ovs_imports_page_new     (OvsStepPage *host);

/** Shows the list. */
void       ovs_imports_page_open    (OvsImportsPage *self);

/** Whether it is open, so that the host is to leave subtitle and foot alone and to hand on what follows. */
gboolean   ovs_imports_page_is_open (OvsImportsPage *self);

/** For the host: the suggested button was pressed; one level back; the dossier has changed. */
void       ovs_imports_page_next    (OvsImportsPage *self);
void       ovs_imports_page_back    (OvsImportsPage *self);
void       ovs_imports_page_update  (OvsImportsPage *self);

G_END_DECLS
