/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_PREFERENCES_MAIL (ovs_preferences_mail_get_type ())
G_DECLARE_FINAL_TYPE (OvsPreferencesMail, ovs_preferences_mail, OVS, PREFERENCES_MAIL, AdwPreferencesGroup)

/**
 * OvsPreferencesMail:
 *
 * The mail server by which letters go, and from whom they are; a test tells whether it works. The password goes into the keyring and is never
 * shown again.
 *
 * Signal "told" (const char *text): what to say of something that was kept or not.
 */
GtkWidget *ovs_preferences_mail_new (void);

G_END_DECLS
