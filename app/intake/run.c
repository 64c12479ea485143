/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/run.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/employees.h"
#include "rules/address.h"

/* How many rows pass between two calls of the progress function. */
#define ROWS_PER_PROGRESS 500

static void
look_up_employer (OvsIntakeRun *run, const char *number)
{
  if (g_strcmp0 (run->employer_text, number) == 0)
    return;
  g_free (run->employer_text);
  run->employer_text = g_strdup (number);
  ovs_employer_clear (&run->employer);
  ovs_employers_find (run->tx, number, &run->employer);
  ovs_evidence_see_employer (&run->evidence, number, run->employer.id);
}

/* Whose row cannot be read, is in the file all the same: he is not missing. */
static void
see_person (OvsIntakeRun *run, const OvsCsvRow *row)
{
  g_autofree char *key = ovs_text_number_key (ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER));
  g_auto (OvsEmployee) person = { 0 };

  if (*key == '\0')
    return;
  look_up_employer (run, ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYER_NUMBER));
  if (run->employer.id == 0 || !ovs_employees_find (run->tx, run->employer.id, key, &person))
    return;
  ovs_tally_see (run->employers, run->employer.id);
  ovs_tally_see (run->people, person.id);
}

/* Why a row was refused, is a sentence; what an office itself has in a column of that name hardly ever is. */
static void
see_reason (OvsIntakeRun *run, const OvsCsvRow *row)
{
  const char *cell = ovs_csv_row_get_cell (row, (guint) run->reason_column);

  if (g_str_has_suffix (cell, "."))
    run->has_reason = TRUE;
  else if (*cell != '\0')
    run->has_other = TRUE;
}

static gboolean
take_row (OvsIntakeRun *run, const OvsCsvRow *row, OvsIntakeRowFunc func, gpointer data, GError **error)
{
  if (run->reason_column >= 0)
    see_reason (run, row);
  if (!ovs_csv_row_is_refused (row))
    return func (run, row, data, error);
  ovs_intake_result_refuse (run->result, ovs_csv_row_get_line (row), ovs_csv_row_get_column (row),
                            ovs_csv_row_get_reason (row));
  if (run->request->kind == OVS_CSV_EMPLOYEES)
    see_person (run, row);
  return TRUE;
}

static void
show_progress (OvsIntakeRun *run, guint64 rows)
{
  if (run->request->progress != NULL && rows % ROWS_PER_PROGRESS == 0)
    run->request->progress (ovs_csv_reader_get_position (run->reader), ovs_csv_reader_get_size (run->reader),
                            run->request->progress_data);
}

gboolean
ovs_intake_run_foreach (OvsIntakeRun *run, OvsIntakeRowFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const OvsCsvRow *row;

  for (guint64 rows = 0; (row = ovs_csv_reader_next (run->reader, run->cancellable, &failure)) != NULL;
       rows++)
    {
      /* After a failure of SQL every look-up finds nothing: that must not be taken for an answer. */
      if (!take_row (run, row, func, data, error) || ovs_tx_failed (run->tx))
        return FALSE;
      show_progress (run, rows);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
ovs_intake_run_refuse (OvsIntakeRun *run, const OvsCsvRow *row, OvsField field, const char *reason)
{
  const char *header = ovs_csv_reader_get_header (run->reader, field);

  ovs_intake_result_refuse (run->result, ovs_csv_row_get_line (row), header != NULL ? header : "", reason);
}

gboolean
ovs_intake_run_fail_number (guint64 line, const char *number, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%" G_GUINT64_FORMAT, line);

  g_set_error (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NUMBERS,
               _ ("The file has the number %s (line %s) also with another number of leading zeros, and these "
                  "are one and the same. "
                  "Write it in one way in the file and read it again; nothing was changed."),
               number, where);
  return FALSE;
}

gboolean
ovs_intake_run_employer (OvsIntakeRun *run,
                         const OvsCsvRow *row,
                         const OvsEmployer **employer,
                         GError **error)
{
  const char *number = ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYER_NUMBER);
  g_autofree char *reason = NULL;

  *employer = NULL;
  look_up_employer (run, number);
  if (run->employer.id == 0)
    {
      reason = g_strdup_printf (
          _ ("There is no client with number %s in the dossier. Read the client list first."), number);
      ovs_intake_run_refuse (run, row, OVS_FIELD_EMPLOYER_NUMBER, reason);
      return TRUE;
    }
  if (!ovs_tally_check_number (run->employers, run->employer.id, number))
    return ovs_intake_run_fail_number (ovs_csv_row_get_line (row), number, error);
  *employer = &run->employer;
  return TRUE;
}

gboolean
ovs_intake_run_person (OvsIntakeRun *run,
                       const OvsCsvRow *row,
                       const OvsEmployer *employer,
                       OvsEmployee *person,
                       GError **error)
{
  const char *number = ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER);
  g_autofree char *key = ovs_text_number_key (number);
  g_autofree char *reason = NULL;

  if (!ovs_employees_find (run->tx, employer->id, key, person))
    {
      reason = g_strdup_printf (
          _ ("Client %s has no employee with number %s in the dossier. Read the list of employees first."),
          employer->number, number);
      ovs_intake_run_refuse (run, row, OVS_FIELD_EMPLOYEE_NUMBER, reason);
      return TRUE;
    }
  return ovs_tally_check_number (run->people, person->id, number) ||
         ovs_intake_run_fail_number (ovs_csv_row_get_line (row), number, error);
}

gboolean
ovs_intake_run_status (OvsIntakeRun *run, const OvsCsvRow *row, OvsField field, const char **word)
{
  const char *cell = ovs_csv_row_get_text (row, field);
  g_autofree char *reason = NULL;
  OvsAccess access;

  *word = NULL;
  if (*cell == '\0')
    return TRUE;
  if (ovs_access_from_cell (cell, &access))
    {
      *word = ovs_access_to_word (access);
      return TRUE;
    }
  reason = g_strdup_printf (_ ("“%s” is no status that Loket has. Write one of its own words, such as "
                               "“toegang actief” or “geen toegang”, and import the "
                               "row again."),
                            cell);
  ovs_intake_run_refuse (run, row, field, reason);
  return FALSE;
}

char *
ovs_intake_run_as_of (OvsIntakeRun *run, OvsDay day)
{
  g_autofree char *iso = NULL;

  if (day == OVS_NO_DAY || day >= ovs_tx_today (run->tx))
    return g_strdup (ovs_tx_now_text (run->tx));
  iso = ovs_day_to_iso (day);
  return g_strconcat (iso, "T00:00:00Z", NULL);
}

char *
ovs_intake_run_address (const char *cell)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (cell);

  return *address->address != '\0' ? g_strdup (address->address) : NULL;
}
