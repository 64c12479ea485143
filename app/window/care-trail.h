/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CARE_TRAIL (ovs_care_trail_get_type ())
G_DECLARE_FINAL_TYPE (OvsCareTrail, ovs_care_trail, OVS, CARE_TRAIL, AdwPreferencesPage)

/** The trail: whether it is as it was written, and as a file. @teller: see care-window.h. */
GtkWidget *ovs_care_trail_new (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
