/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-memory.h"

#define SCHEMA "nl.overstap.Overstap"
#define KEY "tables"

static GSettings *
settings_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, KEY))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

GVariant *
ovs_table_memory_read (const char *name)
{
  g_autoptr (GSettings) settings = settings_open ();
  g_autoptr (GVariant) tables = NULL;

  if (settings == NULL)
    return NULL;
  tables = g_settings_get_value (settings, KEY);
  return g_variant_lookup_value (tables, name, G_VARIANT_TYPE ("a(sib)"));
}

void
ovs_table_memory_write (const char *name, GVariant *columns)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (columns);
  g_autoptr (GSettings) settings = settings_open ();
  g_autoptr (GVariant) before = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sa(sib)}"));
  GVariantIter iter;
  const char *table;
  GVariant *value;

  if (settings == NULL)
    return;
  before = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_loop (&iter, "{&s@a(sib)}", &table, &value))
    if (!g_str_equal (table, name))
      g_variant_builder_add (&builder, "{s@a(sib)}", table, value);
  g_variant_builder_add (&builder, "{s@a(sib)}", name, kept);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
