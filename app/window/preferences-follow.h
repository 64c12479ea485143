/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PREFERENCES_FOLLOW (ovs_preferences_follow_get_type ())
G_DECLARE_FINAL_TYPE (OvsPreferencesFollow, ovs_preferences_follow, OVS, PREFERENCES_FOLLOW, AdwPreferencesGroup)

/**
 * OvsPreferencesFollow:
 *
 * After how many days somebody who is not over gets a word through the client, and a new invitation. Kept in the dossier, each change a step that can be
 * taken back.
 *
 * Signal "told" (string): what came of a change.
 */
GtkWidget *ovs_preferences_follow_new (OvsWorkspace *workspace);

G_END_DECLS
