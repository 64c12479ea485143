/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CARE_BACKUPS (ovs_care_backups_get_type ())
G_DECLARE_FINAL_TYPE (OvsCareBackups, ovs_care_backups, OVS, CARE_BACKUPS, AdwPreferencesPage)

/** The backups of the dossier: which there are, making one, and putting one back. @teller: see care-window.h. */
GtkWidget *ovs_care_backups_new (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
