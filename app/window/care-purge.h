/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CARE_PURGE (ovs_care_purge_get_type ())
G_DECLARE_FINAL_TYPE (OvsCarePurge, ovs_care_purge, OVS, CARE_PURGE, AdwPreferencesPage)

/** Removing personal data (Opschonen): whether it is time, what goes and what stays, and doing it. @teller: see care-window.h. */
GtkWidget *ovs_care_purge_new (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
