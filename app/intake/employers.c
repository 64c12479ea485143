/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/kinds.h"

#include "base/text.h"
#include "dossier/employee.h"

/* Where a column with plain text goes. */
static const struct
{
  OvsField field;
  gsize offset;
} texts[] = {
  { OVS_FIELD_NAME, G_STRUCT_OFFSET (OvsEmployer, name) },
  { OVS_FIELD_CITY, G_STRUCT_OFFSET (OvsEmployer, city) },
  { OVS_FIELD_CONTACT_NAME, G_STRUCT_OFFSET (OvsEmployer, contact_name) },
  { OVS_FIELD_CONTACT_PHONE, G_STRUCT_OFFSET (OvsEmployer, contact_phone) },
  { OVS_FIELD_HANDLER, G_STRUCT_OFFSET (OvsEmployer, handler) },
  { OVS_FIELD_GROUP, G_STRUCT_OFFSET (OvsEmployer, group_code) },
  { OVS_FIELD_PAYROLL, G_STRUCT_OFFSET (OvsEmployer, payroll) },
  { OVS_FIELD_PAYDAY, G_STRUCT_OFFSET (OvsEmployer, payday) },
  { OVS_FIELD_TIER, G_STRUCT_OFFSET (OvsEmployer, tier) },
};

/* And one with yes or no. */
static const struct
{
  OvsField field;
  gsize offset;
} answers[] = {
  { OVS_FIELD_PRODUCT_500, G_STRUCT_OFFSET (OvsEmployer, product_500) },
  { OVS_FIELD_MIJNLOKET, G_STRUCT_OFFSET (OvsEmployer, mijnloket) },
  { OVS_FIELD_LEAVE, G_STRUCT_OFFSET (OvsEmployer, uses_leave) },
  { OVS_FIELD_EXPENSES, G_STRUCT_OFFSET (OvsEmployer, uses_expenses) },
  { OVS_FIELD_CHANGES, G_STRUCT_OFFSET (OvsEmployer, uses_changes) },
};

static OvsTold
told (OvsCsvYesNo answer)
{
  switch (answer)
    {
    case OVS_CSV_YES:
      return OVS_TOLD_YES;
    case OVS_CSV_NO:
      return OVS_TOLD_NO;
    default:
      return OVS_TOLD_UNKNOWN;
    }
}

static void
take_overview_date (const OvsCsvRow *row, OvsDay sheet_date, OvsEmployer *employer)
{
  OvsDay day = ovs_csv_row_get_day (row, OVS_FIELD_DATE);

  if (day == OVS_NO_DAY)
    day = sheet_date;
  if (day != OVS_NO_DAY || ovs_csv_row_has (row, OVS_FIELD_DATE))
    employer->overview_on = day;
}

static void
take_fields (OvsIntakeRun *run, const OvsCsvRow *row, OvsEmployer *employer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (ovs_csv_row_has (row, texts[i].field))
      ovs_employee_set_text (G_STRUCT_MEMBER_P (employer, texts[i].offset),
                             ovs_csv_row_get_text (row, texts[i].field));
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (ovs_csv_row_has (row, answers[i].field))
      G_STRUCT_MEMBER (OvsTold, employer, answers[i].offset) =
          told (ovs_csv_row_get_yes_no (row, answers[i].field));
  if (ovs_csv_row_has (row, OVS_FIELD_CONTACT_EMAIL))
    {
      g_free (employer->contact_email);
      employer->contact_email = ovs_intake_run_address (ovs_csv_row_get_text (row, OVS_FIELD_CONTACT_EMAIL));
    }
  if (ovs_csv_row_has (row, OVS_FIELD_CONTRACT_END))
    employer->contract_ends_on = ovs_csv_row_get_day (row, OVS_FIELD_CONTRACT_END);
  take_overview_date (row, run->request->sheet_date, employer);
}

static OvsTallyClass
store (OvsIntakeRun *run, const OvsEmployer *known, OvsEmployer *employer)
{
  OvsTallyClass before = ovs_tally_get_class (run->employers, known->id);
  gboolean changed;

  if (known->id == 0)
    {
      ovs_employers_add (run->tx, employer, run->import);
      return OVS_TALLY_ADDED;
    }
  if (before == OVS_TALLY_ADDED)
    {
      ovs_employers_update (run->tx, known, employer, run->sequence);
      ovs_employers_forget_changes (run->tx, employer->id, run->sequence);
      return OVS_TALLY_ADDED;
    }
  changed = before == OVS_TALLY_ABSENT ? ovs_employers_update (run->tx, known, employer, run->sequence)
                                       : ovs_employers_update_again (run->tx, known, employer, run->sequence);
  return changed ? OVS_TALLY_CHANGED : OVS_TALLY_UNCHANGED;
}

gboolean
ovs_intake_take_employer (OvsIntakeRun *run, const OvsCsvRow *row, gpointer unused, GError **error)
{
  const char *number = ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYER_NUMBER);
  g_auto (OvsEmployer) known = { 0 };
  g_auto (OvsEmployer) employer = { 0 };
  OvsTallyClass class;

  ovs_employers_find (run->tx, number, &known);
  ovs_employer_copy (&known, &employer);
  if (known.id == 0)
    {
      employer.number = g_strdup (number);
      employer.number_key = ovs_text_number_key (number);
    }
  take_fields (run, row, &employer);
  if (known.id != 0)
    ovs_evidence_see_name (&run->evidence, known.number, known.name, employer.name,
                           ovs_tally_get_class (run->employers, known.id) != OVS_TALLY_ABSENT);
  if (employer.overview_on != OVS_NO_DAY && ovs_csv_row_has (row, OVS_FIELD_DATE))
    run->evidence.overview_day = MAX (run->evidence.overview_day, employer.overview_on);
  class = store (run, &known, &employer);
  if (ovs_tx_failed (run->tx))
    return FALSE;
  ovs_tally_count (run->employers, employer.id, class, 1);
  return ovs_tally_check_number (run->employers, employer.id, number) ||
         ovs_intake_run_fail_number (ovs_csv_row_get_line (row), number, error);
}

gboolean
ovs_intake_employers (OvsIntakeRun *run, GError **error)
{
  return ovs_intake_run_foreach (run, ovs_intake_take_employer, NULL, error);
}
