/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PREFERENCES (ovs_preferences_get_type ())
G_DECLARE_FINAL_TYPE (OvsPreferences, ovs_preferences, OVS, PREFERENCES, AdwWindow)

/** The preferences: of the user, and of the dossier that is open. @workspace: (nullable): without one only the user's. */
GtkWidget *ovs_preferences_new (OvsWorkspace *workspace);

G_END_DECLS
