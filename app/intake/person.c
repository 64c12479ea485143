/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/person.h"

#include "dossier/access.h"
#include "dossier/employees.h"

/* Where a column with plain text goes. */
static const struct
{
  OvsField field;
  gsize offset;
} texts[] = {
  { OVS_FIELD_INITIALS, G_STRUCT_OFFSET (OvsEmployee, initials) },
  { OVS_FIELD_FIRST_NAME, G_STRUCT_OFFSET (OvsEmployee, first_name) },
  { OVS_FIELD_PREFIX, G_STRUCT_OFFSET (OvsEmployee, prefix) },
  { OVS_FIELD_LAST_NAME, G_STRUCT_OFFSET (OvsEmployee, last_name) },
};

static const struct
{
  OvsField field;
  const char *portal;
} statuses[] = {
  { OVS_FIELD_WERKNEMERLOKET_STATUS, OVS_PORTAL_WERKNEMERLOKET },
  { OVS_FIELD_MIJNLOKET_STATUS, OVS_PORTAL_MIJNLOKET },
};

struct _OvsIntakePerson
{
  OvsIntakeRun *run;
  char *as_of; /* (owned) of the statuses in the file */

  OvsEmployee stored;   /* as the dossier has him; empty for a new one, but for the number */
  OvsEmployee employee; /* as he will be */
  OvsTallyClass before; /* what became of his earlier rows */
  guint rows;           /* taken since he began; 0 when all were refused */
  guint64 line;         /* of the last of them */
  char *number;         /* (owned) as the file has it */
  gboolean has_email;
  char *email_cell;                           /* (owned) (nullable) the last one read */
  const char *words[G_N_ELEMENTS (statuses)]; /* (nullable) Loket's, the last ones read */
};

OvsIntakePerson *
ovs_intake_person_new (OvsIntakeRun *run)
{
  OvsIntakePerson *person = g_new0 (OvsIntakePerson, 1);

  person->run = run;
  person->as_of = ovs_intake_run_as_of (run, run->request->sheet_date);
  return person;
}

static void
clear (OvsIntakePerson *person)
{
  ovs_employee_clear (&person->stored);
  ovs_employee_clear (&person->employee);
  g_clear_pointer (&person->number, g_free);
  g_clear_pointer (&person->email_cell, g_free);
  person->has_email = FALSE;
  person->rows = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    person->words[i] = NULL;
}

void
ovs_intake_person_free (OvsIntakePerson *person)
{
  clear (person);
  g_free (person->as_of);
  g_free (person);
}

gboolean
ovs_intake_person_is (OvsIntakePerson *person, gint64 employer, const char *number_key)
{
  return person->number != NULL && person->employee.employer == employer &&
         g_str_equal (person->employee.number_key, number_key);
}

static gboolean
was_written (OvsIntakePerson *person)
{
  return person->before != OVS_TALLY_ABSENT && person->before != OVS_TALLY_SEEN;
}

static gboolean
tells_employments (const OvsCsvRow *row)
{
  return ovs_csv_row_has (row, OVS_FIELD_START_DATE) || ovs_csv_row_has (row, OVS_FIELD_END_DATE);
}

/* Whether the dossier may have him; what was in it before the file it has not told of yet. */
static gboolean
may_be_known (OvsIntakeRun *run, gint64 employer, const char *number_key)
{
  return run->sieve == NULL || ovs_sieve_meet (run->sieve, employer, number_key);
}

void
ovs_intake_person_begin (OvsIntakePerson *person, gint64 employer, const char *number, const char *number_key)
{
  OvsIntakeRun *run = person->run;

  clear (person);
  person->number = g_strdup (number);
  if (may_be_known (run, employer, number_key) &&
      ovs_employees_find (run->tx, employer, number_key, &person->stored))
    {
      ovs_employee_copy (&person->stored, &person->employee);
      person->employee.missing_since = 0;
      person->before = ovs_tally_get_class (run->people, person->stored.id);
      return;
    }
  person->before = OVS_TALLY_ABSENT;
  person->employee.employer = employer;
  person->employee.number = g_strdup (number);
  person->employee.number_key = g_strdup (number_key);
  person->employee.employments = g_array_new (FALSE, FALSE, sizeof (OvsEmployment));
}

static void
take_employment (OvsIntakePerson *person, const OvsCsvRow *row)
{
  OvsEmployment employment = { ovs_csv_row_get_day (row, OVS_FIELD_START_DATE),
                               ovs_csv_row_get_day (row, OVS_FIELD_END_DATE) };

  if (!tells_employments (row))
    return;
  if (person->rows == 0 && !was_written (person))
    g_array_set_size (person->employee.employments, 0);
  g_array_append_val (person->employee.employments, employment);
}

static void
take_fields (OvsIntakePerson *person, const OvsCsvRow *row)
{
  OvsEmployee *employee = &person->employee;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (ovs_csv_row_has (row, texts[i].field))
      ovs_employee_set_text (G_STRUCT_MEMBER_P (employee, texts[i].offset),
                             ovs_csv_row_get_text (row, texts[i].field));
  if (ovs_csv_row_has (row, OVS_FIELD_BIRTH_DATE))
    employee->birth_date = ovs_csv_row_get_day (row, OVS_FIELD_BIRTH_DATE);
  if (ovs_csv_row_has (row, OVS_FIELD_DECEASED_ON))
    employee->deceased_on = ovs_csv_row_get_day (row, OVS_FIELD_DECEASED_ON);
  if (ovs_csv_row_has (row, OVS_FIELD_WORK_EMAIL))
    {
      g_free (employee->work_email);
      employee->work_email = ovs_intake_run_address (ovs_csv_row_get_text (row, OVS_FIELD_WORK_EMAIL));
    }
  if (ovs_csv_row_has (row, OVS_FIELD_PRIVATE_EMAIL))
    {
      person->has_email = TRUE;
      g_free (person->email_cell);
      person->email_cell = g_strdup (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL));
    }
}

gboolean
ovs_intake_person_take (OvsIntakePerson *person, const OvsCsvRow *row, const char *number, GError **error)
{
  const char *words[G_N_ELEMENTS (statuses)] = { NULL };

  if (ovs_tally_count_zeros (number) != ovs_tally_count_zeros (person->number))
    return ovs_intake_run_fail_number (ovs_csv_row_get_line (row), number, error);
  person->line = ovs_csv_row_get_line (row);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (!ovs_intake_run_status (person->run, row, statuses[i].field, &words[i]))
      return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (words[i] != NULL)
      person->words[i] = words[i];
  take_employment (person, row);
  take_fields (person, row);
  if (ovs_csv_row_has (row, OVS_FIELD_PRIVATE_EMAIL))
    ovs_evidence_see_address (&person->run->evidence, ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL),
                              ovs_csv_row_get_text (row, OVS_FIELD_WORK_EMAIL), person->run->employer.contact_email);
  person->rows++;
  return TRUE;
}

/* Only the last cell counts: an earlier one must not undo a mend of the address that the last one leaves. */
static void
settle_email (OvsIntakePerson *person)
{
  g_auto (OvsEmployee) original = { 0 };

  if (!person->has_email)
    return;
  if (was_written (person))
    {
      ovs_employees_before (person->run->tx, &person->stored, person->run->sequence, &original);
      ovs_employee_set_text (&person->employee.email_as_read, original.email_as_read);
      ovs_employee_set_text (&person->employee.email, original.email);
      person->employee.change_in_loket = original.change_in_loket;
    }
  ovs_employee_read_email (&person->employee, person->email_cell);
}

static gboolean
write_fields (OvsIntakePerson *person)
{
  OvsIntakeRun *run = person->run;
  OvsEmployee *employee = &person->employee;

  if (employee->id == 0)
    {
      ovs_employees_add (run->tx, employee, run->import);
      return TRUE;
    }
  if (person->before == OVS_TALLY_ADDED)
    {
      ovs_employees_update (run->tx, &person->stored, employee, run->sequence);
      ovs_employees_forget_changes (run->tx, employee->id, run->sequence);
      return TRUE;
    }
  if (was_written (person))
    return ovs_employees_update_again (run->tx, &person->stored, employee, run->sequence);
  if (person->stored.missing_since != 0)
    run->touched = TRUE;
  return ovs_employees_update (run->tx, &person->stored, employee, run->sequence);
}

static gboolean
write_access (OvsIntakePerson *person, gboolean added)
{
  OvsIntakeRun *run = person->run;
  gboolean changed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      gboolean differs =
          ovs_access_record (run->tx, person->employee.id, statuses[i].portal, person->words[i],
                             OVS_ACCESS_FROM_EMPLOYEES, person->as_of, added ? 0 : run->sequence);
      if (was_written (person) && !added)
        differs = ovs_access_settle (run->tx, person->employee.id, statuses[i].portal, run->sequence);
      changed = differs || changed;
    }
  return changed;
}

static OvsTallyClass
write_all (OvsIntakePerson *person)
{
  gboolean added = person->employee.id == 0 || person->before == OVS_TALLY_ADDED;
  OvsEmployment open = { OVS_NO_DAY, OVS_NO_DAY };
  gboolean changed;

  /* Somebody new, and no column tells of employments. */
  if (person->employee.id == 0 && person->employee.employments->len == 0)
    g_array_append_val (person->employee.employments, open);
  ovs_employee_sort_employments (&person->employee);
  settle_email (person);
  if (person->employee.id != 0 && !was_written (person))
    ovs_evidence_see_change (&person->run->evidence, person->stored.email, person->employee.email);
  changed = write_fields (person);
  changed = write_access (person, added) || changed;
  if (added)
    return OVS_TALLY_ADDED;
  return changed ? OVS_TALLY_CHANGED : OVS_TALLY_UNCHANGED;
}

gboolean
ovs_intake_person_store (OvsIntakePerson *person, GError **error)
{
  OvsIntakeRun *run = person->run;
  gint64 id;

  if (person->number == NULL)
    return TRUE;
  if (person->rows > 0)
    {
      OvsTallyClass class = write_all (person);

      if (ovs_tx_failed (run->tx))
        return FALSE;
      ovs_tally_count (run->people, person->employee.id, class, person->rows);
    }
  /* Refused rows still tell that he is there. */
  id = person->employee.id;
  if (id == 0)
    return TRUE;
  ovs_tally_see (run->people, id);
  ovs_tally_see (run->employers, person->employee.employer);
  return ovs_tally_check_number (run->people, id, person->number) ||
         ovs_intake_run_fail_number (person->line, person->number, error);
}
