/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_FETCH_PAGE (ovs_fetch_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsFetchPage, ovs_fetch_page, OVS, FETCH_PAGE, AdwBin)

/**
 * OvsFetchPage:
 *
 * The sub page on which clients and people are fetched from Loket in place of files: connect where that was not done yet, fetch, see what came of
 * it. It shares its host, its foot and its result with the page on which a file is read in (steps/select/import-page.h). Signals: "opened", "closed".
 */
GtkWidget *ovs_fetch_page_new     (OvsStepPage *host);

/** Opens it; nothing is asked of Loket yet. */
void       ovs_fetch_page_open    (OvsFetchPage *self);

gboolean   ovs_fetch_page_is_open (OvsFetchPage *self);

/** For the host: the suggested button was pressed; one level back; the dossier has changed. */
void       ovs_fetch_page_next    (OvsFetchPage *self);
void       ovs_fetch_page_back    (OvsFetchPage *self);
void       ovs_fetch_page_update  (OvsFetchPage *self);

G_END_DECLS
