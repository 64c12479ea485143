/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_PREFERENCES_LOKET (ovs_preferences_loket_get_type ())
G_DECLARE_FINAL_TYPE (OvsPreferencesLoket, ovs_preferences_loket, OVS, PREFERENCES_LOKET, AdwPreferencesGroup)

/**
 * OvsPreferencesLoket:
 *
 * What the office got from Loket for the connection: client id and secret, the port that the browser returns to, PKCE. The secret goes into the
 * keyring and is never shown again.
 *
 * Signal "told" (const char *text): what to say of something that was kept or not.
 */
GtkWidget *ovs_preferences_loket_new (void);

G_END_DECLS
