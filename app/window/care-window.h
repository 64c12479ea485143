/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** The pages of the window. */
#define OVS_CARE_PAGE_BACKUPS "backups"
#define OVS_CARE_PAGE_TRAIL   "trail"
#define OVS_CARE_PAGE_PURGE   "purge"

/**
 * Shows what is done with the dossier as a whole: its backups, its trail, and removing personal data. @teller: the window of the dossier, by whose
 * actions it is put back, or opened again. @page: which page first.
 */
void ovs_care_window_show (GtkWidget *teller, OvsWorkspace *workspace, const char *page);

/** Tells something below the pages. @page: one of them; nothing where it was closed. */
void ovs_care_window_tell (GtkWidget *page, const char *text);

G_END_DECLS
