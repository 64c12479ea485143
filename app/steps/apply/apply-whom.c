/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/apply/apply-whom.h"

static GHashTable *
ref_set (GHashTable *set)
{
  return set != NULL ? g_hash_table_ref (set) : NULL;
}

OvsApplyWhom *
ovs_apply_whom_new_braked (OvsApplyRun *run, GHashTable *agreed)
{
  OvsApplyWhom *whom = g_new0 (OvsApplyWhom, 1);
  const GArray *wanted;
  const GPtrArray *differences;

  ovs_apply_run_get_brake (run, &wanted, &differences);
  whom->people = g_array_copy ((GArray *) wanted);
  whom->seen = ovs_approval_set_of (NULL, 0);
  whom->agreed = ref_set (agreed);
  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);

      g_hash_table_add (whom->seen, g_memdup2 (&difference->employee, sizeof difference->employee));
    }
  return whom;
}

OvsApplyWhom *
ovs_apply_whom_new_held (const GPtrArray *differences)
{
  OvsApplyWhom *whom = g_new0 (OvsApplyWhom, 1);
  g_autoptr (GHashTable) clients = g_hash_table_new (g_int64_hash, g_int64_equal);

  whom->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  whom->agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ovs_differences_add_bases (differences, whom->agreed);
  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);

      if (!difference->held)
        continue;
      g_array_append_val (whom->people, difference->employee);
      g_hash_table_add (clients, (gpointer) &difference->employer);
    }
  whom->clients = g_hash_table_size (clients);
  return whom;
}

OvsApplyWhom *
ovs_apply_whom_copy (const OvsApplyWhom *whom)
{
  OvsApplyWhom *copy = g_new0 (OvsApplyWhom, 1);

  copy->people = g_array_copy (whom->people);
  copy->clients = whom->clients;
  copy->seen = ref_set (whom->seen);
  copy->agreed = ref_set (whom->agreed);
  return copy;
}

void
ovs_apply_whom_free (OvsApplyWhom *whom)
{
  if (whom == NULL)
    return;
  g_array_unref (whom->people);
  g_clear_pointer (&whom->seen, g_hash_table_unref);
  g_clear_pointer (&whom->agreed, g_hash_table_unref);
  g_free (whom);
}
