/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/kinds.h"

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

static gboolean
read_row (OvsIntakeRun *run, const OvsCsvRow *row, gpointer unused, GError **error)
{
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
  if (!ovs_intake_run_person (run, row, employer, &person, error))
    return FALSE;
  if (person.id == 0)
    return TRUE;
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
