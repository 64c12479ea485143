/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/user-settings.h"

#define SCHEMA "nl.overstap.Overstap"

/* g_settings_new() would end the program where the schema is not installed. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* One for the whole program: each GSettings costs a connection to its store. */
static GSettings *
settings (void)
{
  static gboolean tried;
  static GSettings *opened;

  if (!tried)
    opened = open_settings ();
  tried = TRUE;
  return opened;
}

/* An older schema may be the one that is installed. */
static gboolean
has_key (const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings () == NULL)
    return FALSE;
  g_object_get (settings (), "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

GVariant *
ovs_user_settings_get (const char *key)
{
  return has_key (key) ? g_settings_get_value (settings (), key) : NULL;
}

void
ovs_user_settings_set (const char *key, GVariant *value)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);

  if (has_key (key))
    g_settings_set_value (settings (), key, kept);
}

char *
ovs_user_settings_get_text (const char *key)
{
  g_autoptr (GVariant) value = ovs_user_settings_get (key);
  const char *text = value != NULL ? g_variant_get_string (value, NULL) : "";

  return *text != '\0' ? g_strdup (text) : NULL;
}

void
ovs_user_settings_set_text (const char *key, const char *text)
{
  ovs_user_settings_set (key, g_variant_new_string (text != NULL ? text : ""));
}
