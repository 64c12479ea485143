/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/kinds.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/employees.h"
#include "dossier/imports.h"

/* The reasons of before this import, of the lines that it changed: entry id (gint64, owned) to text (owned).
 */
typedef GHashTable Originals;

static void
store_again (
    OvsIntakeRun *run, OvsFalloutEntry *entry, Originals *originals, const char *known, const char *reason)
{
  OvsTallyClass class = ovs_tally_get_class (run->entries, entry->id);
  const char *original = g_hash_table_lookup (originals, &entry->id);
  gboolean differs = g_strcmp0 (known, reason) != 0;
  gboolean told = entry->apart || entry->again;

  if (differs || told)
    ovs_imports_store_fallout (run->tx, run->import, entry, reason);
  if (class != OVS_TALLY_ADDED && original != NULL)
    class = g_strcmp0 (original, reason) == 0 ? OVS_TALLY_UNCHANGED : OVS_TALLY_CHANGED;
  else if (class != OVS_TALLY_ADDED && (differs || told))
    class = OVS_TALLY_CHANGED;
  if (differs && class == OVS_TALLY_CHANGED && original == NULL)
    g_hash_table_insert (originals, g_memdup2 (&entry->id, sizeof entry->id), g_strdup (known));
  ovs_tally_count (run->entries, entry->id, class, 1);
}

static void
store (OvsIntakeRun *run, OvsFalloutEntry *entry, Originals *originals, const char *reason)
{
  g_autofree char *known = ovs_imports_find_fallout (run->tx, entry);

  if (known != NULL)
    {
      if (ovs_tally_get_class (run->entries, entry->id) == OVS_TALLY_ABSENT)
        ovs_tally_count (run->entries, entry->id, OVS_TALLY_UNCHANGED, 0);
      store_again (run, entry, originals, known, reason);
      return;
    }
  ovs_imports_store_fallout (run->tx, run->import, entry, reason);
  if (!ovs_tx_failed (run->tx))
    ovs_tally_count (run->entries, entry->id, OVS_TALLY_ADDED, 1);
}

static gboolean
read_row (OvsIntakeRun *run, const OvsCsvRow *row, gpointer data, GError **error)
{
  Originals *originals = data;
  const char *number = ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER);
  const char *reason = ovs_csv_row_get_text (row, OVS_FIELD_REASON);
  g_autofree char *key = ovs_text_number_key (number);
  g_auto (OvsEmployee) person = { 0 };
  OvsFalloutEntry entry = { 0 };
  const OvsEmployer *employer;

  if (!ovs_intake_run_employer (run, row, &employer, error))
    return FALSE;
  if (employer == NULL)
    return TRUE;

  entry.employer_number = employer->number;
  entry.employee_number = number;
  entry.name = ovs_csv_row_get_text (row, OVS_FIELD_NAME);
  if (*key != '\0' && ovs_employees_find (run->tx, employer->id, key, &person))
    {
      entry.employee = person.id;
      entry.employee_number = person.number;
      run->evidence.fallen++;
      run->evidence.not_asked += !ovs_imports_was_asked (run->tx, employer->id);
    }
  store (run, &entry, originals, reason);
  if (ovs_tx_failed (run->tx))
    return FALSE;
  return ovs_tally_check_number (run->entries, entry.id, number) ||
         ovs_intake_run_fail_number (ovs_csv_row_get_line (row), number, error);
}

gboolean
ovs_intake_fallout (OvsIntakeRun *run, GError **error)
{
  g_autoptr (GHashTable) originals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return ovs_intake_run_foreach (run, read_row, originals, error);
}
