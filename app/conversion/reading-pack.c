/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/reading-pack.h"

/* Each list may lack: werknemerloket, mijnloket, migration, employees. */
#define ACCESSES "ma(sss)"
#define MIGRATIONS "ma(ssssiss)"
#define EMPLOYEES "ma(ss)"
#define READING "(" ACCESSES ACCESSES MIGRATIONS EMPLOYEES ")"

static GVariant *
pack_accesses (const GPtrArray *list)
{
  GVariantBuilder builder;

  if (list == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE ("a(sss)"), NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  for (guint i = 0; i < list->len; i++)
    {
      const OvsLoketAccess *access = g_ptr_array_index (list, i);

      g_variant_builder_add (&builder, "(sss)", access->employee_id, access->employee_number, access->status);
    }
  return g_variant_new_maybe (NULL, g_variant_builder_end (&builder));
}

static GVariant *
pack_migrations (const GPtrArray *list)
{
  GVariantBuilder builder;

  if (list == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE ("a(ssssiss)"), NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssssiss)"));
  for (guint i = 0; i < list->len; i++)
    {
      const OvsLoketMigration *row = g_ptr_array_index (list, i);

      g_variant_builder_add (&builder, "(ssssiss)", row->employee_id, row->employee_number, row->name, row->email, row->end_date,
                             row->status_werknemerloket, row->status_mijnloket);
    }
  return g_variant_new_maybe (NULL, g_variant_builder_end (&builder));
}

static GVariant *
pack_employees (const GPtrArray *list)
{
  GVariantBuilder builder;

  if (list == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE ("a(ss)"), NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < list->len; i++)
    {
      const OvsLoketEmployee *employee = g_ptr_array_index (list, i);

      g_variant_builder_add (&builder, "(ss)", employee->id, employee->number);
    }
  return g_variant_new_maybe (NULL, g_variant_builder_end (&builder));
}

GBytes *
ovs_reading_pack (const OvsReading *reading)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new ("(@" ACCESSES "@" ACCESSES "@" MIGRATIONS "@" EMPLOYEES ")", pack_accesses (reading->werknemerloket),
                                                                pack_accesses (reading->mijnloket), pack_migrations (reading->migration),
                                                                pack_employees (reading->employees)));

  return g_variant_get_data_as_bytes (all);
}

static GPtrArray *
unpack_accesses (GVariantIter *iter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_loket_access_free);
  OvsLoketAccess row;

  while (g_variant_iter_next (iter, "(sss)", &row.employee_id, &row.employee_number, &row.status))
    g_ptr_array_add (list, g_memdup2 (&row, sizeof row));
  return list;
}

static GPtrArray *
unpack_migrations (GVariantIter *iter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_loket_migration_free);
  OvsLoketMigration row;

  while (g_variant_iter_next (iter, "(ssssiss)", &row.employee_id, &row.employee_number, &row.name, &row.email, &row.end_date,
                              &row.status_werknemerloket, &row.status_mijnloket))
    g_ptr_array_add (list, g_memdup2 (&row, sizeof row));
  return list;
}

static GPtrArray *
unpack_employees (GVariantIter *iter)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_loket_employee_free);
  OvsLoketEmployee row = { .birth_date = OVS_NO_DAY, .deceased_on = OVS_NO_DAY };

  while (g_variant_iter_next (iter, "(ss)", &row.id, &row.number))
    g_ptr_array_add (list, g_memdup2 (&row, sizeof row));
  return list;
}

void
ovs_reading_unpack (OvsReading *reading, GBytes *content)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (READING), content, TRUE));
  g_autoptr (GVariantIter) werknemerloket = NULL;
  g_autoptr (GVariantIter) mijnloket = NULL;
  g_autoptr (GVariantIter) migration = NULL;
  g_autoptr (GVariantIter) employees = NULL;

  ovs_reading_forget (reading);
  g_variant_get (all, READING, &werknemerloket, &mijnloket, &migration, &employees);
  reading->werknemerloket = werknemerloket != NULL ? unpack_accesses (werknemerloket) : NULL;
  reading->mijnloket = mijnloket != NULL ? unpack_accesses (mijnloket) : NULL;
  reading->migration = migration != NULL ? unpack_migrations (migration) : NULL;
  reading->employees = employees != NULL ? unpack_employees (employees) : NULL;
}
