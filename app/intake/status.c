/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/kinds.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/access.h"
#include "dossier/employees.h"

static gboolean
observe (OvsIntakeRun *run, gint64 employee, const char *portal, const char *word, const char *as_of)
{
  gboolean changed =
      ovs_access_record (run->tx, employee, portal, word, OVS_ACCESS_FROM_STATUS, as_of, run->sequence);

  if (ovs_tally_get_class (run->people, employee) == OVS_TALLY_ABSENT)
    return changed;
  return ovs_access_settle (run->tx, employee, portal, run->sequence);
}

static void
refuse_unknown (OvsIntakeRun *run, const OvsCsvRow *row, const OvsEmployer *employer, const char *number)
{
  g_autofree char *reason = g_strdup_printf (
      _ ("Client %s has no employee with number %s in the dossier. Read the list of employees first."),
      employer->number, number);

  ovs_intake_run_refuse (run, row, OVS_FIELD_EMPLOYEE_NUMBER, reason);
}

static gboolean
read_row (OvsIntakeRun *run, const OvsCsvRow *row, gpointer unused, GError **error)
{
  const char *number = ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER);
  g_autofree char *key = ovs_text_number_key (number);
  g_autofree char *as_of = NULL;
  g_auto (OvsEmployee) person = { 0 };
  const OvsEmployer *employer;
  const char *werknemerloket, *mijnloket;
  gboolean changed;
  OvsDay day;

  if (!ovs_intake_run_employer (run, row, &employer, error))
    return FALSE;
  if (employer == NULL)
    return TRUE;
  if (!ovs_employees_find (run->tx, employer->id, key, &person))
    {
      refuse_unknown (run, row, employer, number);
      return TRUE;
    }
  if (!ovs_tally_check_number (run->people, person.id, number))
    return ovs_intake_run_fail_number (ovs_csv_row_get_line (row), number, error);
  if (!ovs_intake_run_status (run, row, OVS_FIELD_WERKNEMERLOKET_STATUS, &werknemerloket) ||
      !ovs_intake_run_status (run, row, OVS_FIELD_MIJNLOKET_STATUS, &mijnloket))
    return TRUE;

  day = ovs_csv_row_get_day (row, OVS_FIELD_DATE);
  as_of = ovs_intake_run_as_of (run, day != OVS_NO_DAY ? day : run->request->sheet_date);
  changed = observe (run, person.id, OVS_PORTAL_WERKNEMERLOKET, werknemerloket, as_of);
  changed = observe (run, person.id, OVS_PORTAL_MIJNLOKET, mijnloket, as_of) || changed;
  ovs_tally_count (run->people, person.id, changed ? OVS_TALLY_CHANGED : OVS_TALLY_UNCHANGED, 1);
  return TRUE;
}

gboolean
ovs_intake_status (OvsIntakeRun *run, GError **error)
{
  return ovs_intake_run_foreach (run, read_row, NULL, error);
}
