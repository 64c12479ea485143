/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/kinds.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "csv/cell.h"
#include "csv/row-build.h"
#include "csv/value.h"
#include "dossier/access.h"
#include "dossier/employees.h"
#include "dossier/fetched.h"
#include "intake/person.h"
#include "rules/address.h"

typedef struct
{
  OvsIntakeRun *run;
  OvsCsvRow *row;          /* (owned) */
  GPtrArray *cleaned;      /* (owned) (element-type utf8) texts of @row */
  GPtrArray *numbers;      /* (owned) (element-type utf8) of the employers, by ordinal */
  OvsIntakePerson *person; /* (owned) */
  guint64 line;

  /* Of whom the rows are read. */
  gint64 ordinal; /* of his employer; -1 before the first */
  char *loket_id; /* (owned) (nullable) NULL for nobody */
  char *number;   /* (owned) (nullable) */
  gboolean doubled;
  char *werknemerloket; /* (owned) (nullable) */
  char *werknemerloket_as_of;
  char *mijnloket; /* (owned) (nullable) */
  char *mijnloket_as_of;
  guint without_employment;
} Reading;

static void
forget_person (Reading *reading)
{
  g_clear_pointer (&reading->loket_id, g_free);
  g_clear_pointer (&reading->werknemerloket, g_free);
  g_clear_pointer (&reading->werknemerloket_as_of, g_free);
  g_clear_pointer (&reading->mijnloket, g_free);
  g_clear_pointer (&reading->mijnloket_as_of, g_free);
}

static void
reading_clear (Reading *reading)
{
  forget_person (reading);
  g_free (reading->number);
  ovs_intake_person_free (reading->person);
  g_ptr_array_unref (reading->numbers);
  g_ptr_array_unref (reading->cleaned);
  ovs_csv_row_unbuild (reading->row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* As the cell of a file would be read. */
static void
tell (Reading *reading, OvsField field, const char *text)
{
  const char *cleaned = ovs_cell_clean (text, reading->cleaned);

  ovs_csv_row_tell_text (reading->row, field, ovs_cell_is_empty_word (cleaned) ? "" : cleaned);
}

static void
begin_row (Reading *reading)
{
  g_ptr_array_set_size (reading->cleaned, 0);
  ovs_csv_row_begin (reading->row, ++reading->line);
}

/* --- clients --- */

static OvsCsvYesNo
answer (OvsTold told)
{
  return told == OVS_TOLD_UNKNOWN ? OVS_CSV_NOT_SAID : told == OVS_TOLD_YES ? OVS_CSV_YES : OVS_CSV_NO;
}

static void
tell_products (Reading *reading, const OvsFetchedEmployer *employer)
{
  ovs_csv_row_tell_answer (reading->row, OVS_FIELD_PRODUCT_500, answer (employer->product_500));
  ovs_csv_row_tell_answer (reading->row, OVS_FIELD_MIJNLOKET, answer (employer->mijnloket));
  tell (reading, OVS_FIELD_TIER, employer->tier);
}

/* The products are known as of today from now on; that alone is no change. */
static void
date_overview (OvsIntakeRun *run, const char *number)
{
  g_auto (OvsEmployer) known = { 0 };
  g_auto (OvsEmployer) dated = { 0 };

  if (!ovs_employers_find (run->tx, number, &known) || known.overview_on == ovs_tx_today (run->tx))
    return;
  ovs_employer_copy (&known, &dated);
  dated.overview_on = ovs_tx_today (run->tx);
  ovs_employers_update (run->tx, &known, &dated, run->sequence);
}

static gboolean
take_employer (const OvsFetchedEmployer *employer, gpointer data, GError **error)
{
  Reading *reading = data;
  OvsIntakeRun *run = reading->run;

  begin_row (reading);
  ovs_csv_row_tell_text (reading->row, OVS_FIELD_EMPLOYER_NUMBER, employer->number);
  tell (reading, OVS_FIELD_NAME, employer->name);
  tell (reading, OVS_FIELD_CITY, employer->city);
  tell (reading, OVS_FIELD_CONTACT_NAME, employer->contact_name);
  tell (reading, OVS_FIELD_CONTACT_PHONE, employer->contact_phone);
  tell (reading, OVS_FIELD_GROUP, employer->group_code);
  if (employer->contact_email != NULL)
    ovs_csv_row_tell_text (reading->row, OVS_FIELD_CONTACT_EMAIL, employer->contact_email);
  if (employer->tells_products)
    {
      tell_products (reading, employer);
      ovs_csv_row_tell_day (reading->row, OVS_FIELD_DATE, ovs_tx_today (run->tx));
      date_overview (run, employer->number);
    }
  g_ptr_array_set_size (reading->numbers, MAX ((gint) employer->ordinal + 1, (gint) reading->numbers->len));
  reading->numbers->pdata[employer->ordinal] = g_strdup (employer->number);
  if (!ovs_intake_take_employer (run, reading->row, NULL, error))
    return FALSE;
  ovs_employers_link (run->tx, employer->number, employer->loket_id);
  return TRUE;
}

/* --- people --- */

static gboolean
record_access (Reading *reading, gint64 employee, gboolean added, const char *portal, const char *status, const char *as_of)
{
  OvsIntakeRun *run = reading->run;

  return status != NULL && ovs_access_record (run->tx, employee, portal, status, OVS_ACCESS_FROM_LOKET, as_of, added ? 0 : run->sequence);
}

/* Stores whose rows are all read. */
static gboolean
end_person (Reading *reading, GError **error)
{
  OvsIntakeRun *run = reading->run;
  gboolean added, changed;
  gint64 id;

  if (reading->loket_id == NULL || reading->doubled)
    return TRUE;
  if (!ovs_intake_person_store (reading->person, error))
    return FALSE;
  id = ovs_employees_link (run->tx, run->employer.id, reading->number, reading->loket_id);
  if (id == 0)
    return !ovs_tx_failed (run->tx);
  added = ovs_tally_get_class (run->people, id) == OVS_TALLY_ADDED;
  changed = record_access (reading, id, added, OVS_PORTAL_WERKNEMERLOKET, reading->werknemerloket, reading->werknemerloket_as_of);
  changed = record_access (reading, id, added, OVS_PORTAL_MIJNLOKET, reading->mijnloket, reading->mijnloket_as_of) || changed;
  if (changed && !added)
    ovs_tally_count (run->people, id, OVS_TALLY_CHANGED, 0);
  return !ovs_tx_failed (run->tx);
}

static void
begin_employer (Reading *reading, gint64 ordinal)
{
  OvsIntakeRun *run = reading->run;

  if (reading->ordinal == ordinal)
    return;
  reading->ordinal = ordinal;
  g_clear_pointer (&reading->number, g_free);
  ovs_employer_clear (&run->employer);
  g_clear_pointer (&run->employer_text, g_free);
  ovs_employers_find (run->tx, reading->numbers->pdata[ordinal], &run->employer);
}

static void
begin_person (Reading *reading, const OvsFetchedRow *row)
{
  g_autofree char *key = ovs_text_number_key (row->employee.number);
  g_autofree char *key_before = reading->number != NULL ? ovs_text_number_key (reading->number) : NULL;

  forget_person (reading);
  reading->doubled = g_strcmp0 (key, key_before) == 0;
  reading->loket_id = g_strdup (row->employee.loket_id);
  if (reading->doubled)
    return;
  g_free (reading->number);
  reading->number = g_strdup (row->employee.number);
  reading->werknemerloket = g_strdup (row->werknemerloket);
  reading->werknemerloket_as_of = g_strdup (row->werknemerloket_as_of);
  reading->mijnloket = g_strdup (row->mijnloket);
  reading->mijnloket_as_of = g_strdup (row->mijnloket_as_of);
  reading->without_employment += !row->has_employment;
  ovs_intake_person_begin (reading->person, reading->run->employer.id, reading->number, key);
}

/* An address that a file wrote in another way is the same one: what was mended here must not be lost over a capital. */
static const char *
email_cell (const OvsFetchedRow *row)
{
  g_autoptr (OvsAddress) known = NULL;
  g_autoptr (OvsAddress) shown = NULL;

  if (row->known_email == NULL || g_str_equal (row->known_email, row->employee.private_email))
    return row->employee.private_email;
  known = ovs_address_parse (row->known_email);
  shown = ovs_address_parse (row->employee.private_email);
  return known->kind == shown->kind && g_str_equal (known->key, shown->key) ? row->known_email : row->employee.private_email;
}

static void
tell_person (Reading *reading, const OvsFetchedRow *row)
{
  const OvsFetchedEmployee *employee = &row->employee;

  tell (reading, OVS_FIELD_INITIALS, employee->initials);
  tell (reading, OVS_FIELD_FIRST_NAME, employee->first_name);
  tell (reading, OVS_FIELD_PREFIX, employee->prefix);
  tell (reading, OVS_FIELD_LAST_NAME, employee->last_name);
  ovs_csv_row_tell_day (reading->row, OVS_FIELD_BIRTH_DATE, employee->birth_date);
  ovs_csv_row_tell_day (reading->row, OVS_FIELD_DECEASED_ON, employee->deceased_on);
  ovs_csv_row_tell_text (reading->row, OVS_FIELD_PRIVATE_EMAIL, email_cell (row));
  ovs_csv_row_tell_text (reading->row, OVS_FIELD_WORK_EMAIL, employee->work_email);
  if (!row->has_employment)
    return;
  ovs_csv_row_tell_day (reading->row, OVS_FIELD_START_DATE, row->start);
  ovs_csv_row_tell_day (reading->row, OVS_FIELD_END_DATE, ovs_value_is_no_end (row->end) ? OVS_NO_DAY : row->end);
}

static void
refuse_double (Reading *reading)
{
  g_autofree char *reason =
      g_strdup_printf (_ ("Loket has two employees with number %s at client %s. Mend it in Loket and fetch again."), reading->number,
                       reading->run->employer.number);

  ovs_intake_result_refuse (reading->run->result, reading->line, "", reason);
}

static gboolean
take_row (const OvsFetchedRow *row, gpointer data, GError **error)
{
  Reading *reading = data;
  gboolean is_new = reading->ordinal != row->employee.employer || g_strcmp0 (reading->loket_id, row->employee.loket_id) != 0;

  if (is_new)
    {
      if (!end_person (reading, error))
        return FALSE;
      begin_employer (reading, row->employee.employer);
      begin_person (reading, row);
    }
  begin_row (reading);
  if (reading->doubled)
    {
      refuse_double (reading);
      return TRUE;
    }
  tell_person (reading, row);
  return ovs_intake_person_take (reading->person, reading->row, row->employee.number, error);
}

static void
note_without_employment (Reading *reading)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  OvsIntakeResult *result = reading->run->result;
  g_autofree char *note = NULL;

  if (reading->without_employment == 0)
    return;
  note = g_strdup_printf (ngettext ("Of %u employee Loket shows no employment: what was known of it stays. Perhaps a filter that was saved in Loket hides it.",
                                    "Of %u employees Loket shows no employment: what was known of it stays. Perhaps a filter that was saved in Loket hides it.",
                                    reading->without_employment),
                          reading->without_employment);
  g_strv_builder_addv (notes, (const char **) result->notes);
  g_strv_builder_add (notes, note);
  g_strfreev (result->notes);
  result->notes = g_strv_builder_end (notes);
}

static void
count_clients (OvsIntakeRun *run)
{
  run->result->clients_added = ovs_tally_get_rows (run->employers, OVS_TALLY_ADDED);
  run->result->clients_changed = ovs_tally_get_rows (run->employers, OVS_TALLY_CHANGED);
  run->result->clients_unchanged = ovs_tally_get_rows (run->employers, OVS_TALLY_UNCHANGED);
  if (run->result->clients_added > 0 || run->result->clients_changed > 0)
    run->touched = TRUE;
}

gboolean
ovs_intake_fetched (OvsIntakeRun *run, GError **error)
{
  g_auto (Reading) reading = {
    .run = run,
    .row = ovs_csv_row_build (),
    .cleaned = g_ptr_array_new_with_free_func (g_free),
    .numbers = g_ptr_array_new_with_free_func (g_free),
    .person = ovs_intake_person_new (run),
    .ordinal = -1,
  };

  run->result->rows = (guint64) ovs_fetched_count (run->tx);
  if (!ovs_fetched_foreach_employer (run->tx, take_employer, &reading, error))
    return FALSE;
  count_clients (run);
  reading.line = 0;
  if (!ovs_fetched_foreach (run->tx, take_row, &reading, error) || !end_person (&reading, error))
    return FALSE;
  note_without_employment (&reading);
  ovs_intake_mark_missing (run);
  return !ovs_tx_failed (run->tx);
}
