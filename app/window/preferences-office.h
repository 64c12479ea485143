/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PREFERENCES_OFFICE (ovs_preferences_office_get_type ())
G_DECLARE_FINAL_TYPE (OvsPreferencesOffice, ovs_preferences_office, OVS, PREFERENCES_OFFICE, AdwPreferencesGroup)

/**
 * OvsPreferencesOffice:
 *
 * What letters and flyers tell of the office: its address and logo, whom employees ask, and in which languages there is a flyer. All but the
 * logo stands in the dossier; each change is a step that can be taken back.
 *
 * Signal "told" (const char *text): what to say of something that was kept or not.
 */
GtkWidget *ovs_preferences_office_new (OvsWorkspace *workspace);

G_END_DECLS
