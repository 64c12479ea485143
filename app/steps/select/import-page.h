/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_PAGE (ovs_import_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportPage, ovs_import_page, OVS, IMPORT_PAGE, AdwBin)

/**
 * OvsImportPage:
 *
 * The sub page on which an office file is read in: choose it, see it, say what its columns mean, read it in, see what came of it.
 * Nothing is written before the user says so.
 *
 * It sets the subtitle and the foot of the page that hosts it while it is open. Signals: "opened", "closed": the host shows it, or
 * no longer.
 */
GtkWidget *ovs_import_page_new     (OvsStepPage *host);

/** Asks for a file and opens it. */
void       ovs_import_page_choose  (OvsImportPage *self);

/** Opens the file at @path; nothing is read in yet. */
void       ovs_import_page_open    (OvsImportPage *self, const char *path);

/** Whether it is open, so that the host is to leave subtitle and foot alone and to hand on what follows. */
gboolean   ovs_import_page_is_open (OvsImportPage *self);

/** For the host: the suggested button was pressed; one level back; the dossier has changed. */
void       ovs_import_page_next    (OvsImportPage *self);
void       ovs_import_page_back    (OvsImportPage *self);
void       ovs_import_page_update  (OvsImportPage *self);

G_END_DECLS
