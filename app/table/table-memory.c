/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-memory.h"

#include "base/user-settings.h"

#define KEY "tables"

GVariant *
ovs_table_memory_read (const char *name)
{
  g_autoptr (GVariant) tables = ovs_user_settings_get (KEY);

  return tables != NULL ? g_variant_lookup_value (tables, name, G_VARIANT_TYPE ("a(sib)")) : NULL;
}

void
ovs_table_memory_write (const char *name, GVariant *columns)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (columns);
  g_autoptr (GVariant) before = ovs_user_settings_get (KEY);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sa(sib)}"));
  GVariantIter iter;
  const char *table;
  GVariant *value;

  if (before == NULL)
    return;
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_loop (&iter, "{&s@a(sib)}", &table, &value))
    if (!g_str_equal (table, name))
      g_variant_builder_add (&builder, "{s@a(sib)}", table, value);
  g_variant_builder_add (&builder, "{s@a(sib)}", name, kept);
  ovs_user_settings_set (KEY, g_variant_builder_end (&builder));
}
