/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * What this user set on this computer, and how the window stands: the keys of the schema nl.overstap.Overstap. Where that schema is not installed
 * nothing is remembered and nothing fails. For the main thread.
 */

/** Returns: (transfer full) (nullable): the value of @key; NULL without the schema. */
GVariant *ovs_user_settings_get      (const char *key);

/** Remembers @value under @key; a floating reference is taken. */
void      ovs_user_settings_set      (const char *key, GVariant *value);

/** Returns: (transfer full) (nullable): the text under @key; NULL where it is empty. */
char     *ovs_user_settings_get_text (const char *key);

/** Remembers @text under @key; NULL forgets it. */
void      ovs_user_settings_set_text (const char *key, const char *text);

G_END_DECLS
