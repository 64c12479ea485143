/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/employers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/error.h"
#include "dossier/record.h"
#include "rules/address.h"

#define FIELD(member, type) { #member, G_STRUCT_OFFSET (OvsEmployer, member), type }

/* What a file can tell of an employer. */
static const OvsRecordField fields[] = {
  FIELD (name, OVS_RECORD_TEXT),          FIELD (city, OVS_RECORD_TEXT),          FIELD (contact_name, OVS_RECORD_TEXT),
  FIELD (contact_email, OVS_RECORD_TEXT), FIELD (contact_phone, OVS_RECORD_TEXT), FIELD (handler, OVS_RECORD_TEXT),
  FIELD (group_code, OVS_RECORD_TEXT),    FIELD (payroll, OVS_RECORD_TEXT),       FIELD (payday, OVS_RECORD_TEXT),
  FIELD (tier, OVS_RECORD_TEXT),          FIELD (product_500, OVS_RECORD_TOLD),   FIELD (mijnloket, OVS_RECORD_TOLD),
  FIELD (uses_leave, OVS_RECORD_TOLD),    FIELD (uses_expenses, OVS_RECORD_TOLD), FIELD (uses_changes, OVS_RECORD_TOLD),
  FIELD (overview_on, OVS_RECORD_DAY),    FIELD (contract_ends_on, OVS_RECORD_DAY),
};

void
ovs_employer_clear (OvsEmployer *employer)
{
  ovs_record_clear (employer, fields, G_N_ELEMENTS (fields));
  g_clear_pointer (&employer->number, g_free);
  g_clear_pointer (&employer->number_key, g_free);
  employer->id = 0;
}

void
ovs_employer_copy (const OvsEmployer *employer, OvsEmployer *copy)
{
  *copy = *employer;
  copy->number = g_strdup (employer->number);
  copy->number_key = g_strdup (employer->number_key);
  copy->name = g_strdup (employer->name);
  copy->city = g_strdup (employer->city);
  copy->contact_name = g_strdup (employer->contact_name);
  copy->contact_email = g_strdup (employer->contact_email);
  copy->contact_phone = g_strdup (employer->contact_phone);
  copy->handler = g_strdup (employer->handler);
  copy->group_code = g_strdup (employer->group_code);
  copy->payroll = g_strdup (employer->payroll);
  copy->payday = g_strdup (employer->payday);
  copy->tier = g_strdup (employer->tier);
}

static OvsTold
told (OvsRows *rows, int column)
{
  if (ovs_rows_text (rows, column) == NULL)
    return OVS_TOLD_UNKNOWN;
  return ovs_rows_int (rows, column) != 0 ? OVS_TOLD_YES : OVS_TOLD_NO;
}

static void
read_row (OvsRows *rows, OvsEmployer *employer)
{
  employer->id = ovs_rows_int (rows, 0);
  employer->number = g_strdup (ovs_rows_text (rows, 1));
  employer->number_key = g_strdup (ovs_rows_text (rows, 2));
  employer->name = g_strdup (ovs_rows_text (rows, 3));
  employer->city = g_strdup (ovs_rows_text (rows, 4));
  employer->contact_name = g_strdup (ovs_rows_text (rows, 5));
  employer->contact_email = g_strdup (ovs_rows_text (rows, 6));
  employer->contact_phone = g_strdup (ovs_rows_text (rows, 7));
  employer->handler = g_strdup (ovs_rows_text (rows, 8));
  employer->group_code = g_strdup (ovs_rows_text (rows, 9));
  employer->payroll = g_strdup (ovs_rows_text (rows, 10));
  employer->payday = g_strdup (ovs_rows_text (rows, 11));
  employer->tier = g_strdup (ovs_rows_text (rows, 12));
  employer->product_500 = told (rows, 13);
  employer->mijnloket = told (rows, 14);
  employer->uses_leave = told (rows, 15);
  employer->uses_expenses = told (rows, 16);
  employer->uses_changes = told (rows, 17);
  employer->overview_on = ovs_rows_day (rows, 18);
  employer->missing_since = ovs_rows_int (rows, 19);
  employer->contract_ends_on = ovs_rows_day (rows, 20);
}

gboolean
ovs_employers_find (OvsTx *tx, const char *number, OvsEmployer *employer)
{
  g_autofree char *key = ovs_text_number_key (number);
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT id, number, number_key, name, city, contact_name, contact_email, contact_phone, handler, "
                                "group_code, payroll, payday, tier, product_500, mijnloket, uses_leave, uses_expenses, uses_changes, "
                                "overview_on, missing_since, contract_ends_on FROM employer WHERE number_key = ?1",
                                "s", key);
  gboolean found = ovs_rows_next (&rows);

  memset (employer, 0, sizeof *employer);
  employer->product_500 = employer->mijnloket = OVS_TOLD_UNKNOWN;
  employer->uses_leave = employer->uses_expenses = employer->uses_changes = OVS_TOLD_UNKNOWN;
  if (found)
    read_row (&rows, employer);
  ovs_rows_close (&rows);
  return found;
}

gboolean
ovs_employers_require (OvsTx *tx, const char *number, gint64 *id, GError **error)
{
  g_autofree char *key = ovs_text_number_key (number);

  if (ovs_tx_get_int (tx, id, "SELECT id FROM employer WHERE number_key = ?1", "s", key))
    return TRUE;
  if (!ovs_tx_failed (tx))
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND,
                 _ ("There is no client with number %s in this dossier. Check the number, or read the client list first."), number);
  return FALSE;
}

static char *
domain_of (const char *cell)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (cell);

  return address->kind == OVS_ADDRESS_OK ? g_strdup (ovs_address_domain (address->key)) : NULL;
}

static void
write_fields (OvsTx *tx, const OvsEmployer *employer)
{
  g_autofree char *domain = domain_of (employer->contact_email);
  g_autofree char *day = ovs_day_to_iso (employer->overview_on);

  ovs_tx_run (tx,
              "UPDATE employer SET name = ?2, city = ?3, contact_name = ?4, contact_email = ?5, contact_phone = ?6, "
              "contact_domain = ?7, handler = ?8, group_code = ?9, payroll = ?10, payday = ?11, tier = ?12, overview_on = ?13, "
              "product_500 = nullif(?14, -1), mijnloket = nullif(?15, -1), uses_leave = nullif(?16, -1), "
              "uses_expenses = nullif(?17, -1), uses_changes = nullif(?18, -1), contract_ends_on = ?19, missing_since = NULL WHERE id = ?1",
              "issssssssssssiiiiid",
              employer->id, employer->name, employer->city, employer->contact_name, employer->contact_email,
              employer->contact_phone, domain, employer->handler, employer->group_code, employer->payroll, employer->payday,
              employer->tier, day, (gint64) employer->product_500, (gint64) employer->mijnloket, (gint64) employer->uses_leave,
              (gint64) employer->uses_expenses, (gint64) employer->uses_changes, employer->contract_ends_on);
}

void
ovs_employers_add (OvsTx *tx, OvsEmployer *employer, gint64 import)
{
  ovs_tx_run (tx, "INSERT INTO employer (number, number_key, added_by) VALUES (?1, ?2, ?3)", "ssi", employer->number,
              employer->number_key, import);
  employer->id = ovs_tx_last_id (tx);
  write_fields (tx, employer);
}

gboolean
ovs_employers_update (OvsTx *tx, const OvsEmployer *old, OvsEmployer *employer, gint64 sequence)
{
  guint changes = ovs_record_note_changes (tx, sequence, employer->id, 0, old, employer, fields, G_N_ELEMENTS (fields));

  if (changes > 0 || old->missing_since != 0)
    write_fields (tx, employer);
  return changes > 0;
}

static void
read_before (OvsTx *tx, const OvsEmployer *employer, gint64 sequence, OvsEmployer *original)
{
  OvsRows rows = ovs_rows_open (
      tx, "SELECT field, old FROM history WHERE audit = ?2 AND employer = ?1 AND employee IS NULL ORDER BY id", "ii", employer->id,
      sequence);

  ovs_employer_copy (employer, original);
  while (ovs_rows_next (&rows))
    ovs_record_put_back (original, ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), fields, G_N_ELEMENTS (fields));
}

void
ovs_employers_forget_changes (OvsTx *tx, gint64 employer, gint64 sequence)
{
  ovs_tx_run (tx, "DELETE FROM history WHERE audit = ?2 AND employer = ?1 AND employee IS NULL", "ii", employer, sequence);
}

gboolean
ovs_employers_update_again (OvsTx *tx, const OvsEmployer *current, OvsEmployer *employer, gint64 sequence)
{
  g_auto (OvsEmployer) original = { 0 };

  read_before (tx, current, sequence, &original);
  ovs_employers_update (tx, current, employer, sequence);
  ovs_employers_forget_changes (tx, employer->id, sequence);
  return ovs_record_note_changes (tx, sequence, employer->id, 0, &original, employer, fields, G_N_ELEMENTS (fields)) > 0;
}

static gboolean
has_values (OvsTx *tx, const OvsEmployer *employer, gint64 sequence)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT field, new FROM history WHERE audit = ?2 AND employer = ?1 AND employee IS NULL", "ii", employer->id,
                                sequence);
  gboolean same = TRUE;

  while (same && ovs_rows_next (&rows))
    same = ovs_record_has (employer, ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), fields, G_N_ELEMENTS (fields));
  ovs_rows_close (&rows);
  return same;
}

gboolean
ovs_employers_put_back (OvsTx *tx, gint64 employer, gint64 undone, gint64 sequence)
{
  g_autofree char *number = ovs_tx_get_text (tx, "SELECT number_key FROM employer WHERE id = ?1", "i", employer);
  g_auto (OvsEmployer) current = { 0 };
  g_auto (OvsEmployer) original = { 0 };

  if (number == NULL || !ovs_employers_find (tx, number, &current) || !has_values (tx, &current, undone))
    return FALSE;
  read_before (tx, &current, undone, &original);
  ovs_employers_update (tx, &current, &original, sequence);
  return TRUE;
}

void
ovs_employers_in_conversion (OvsTx *tx, OvsEmployerFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.id, c.number, c.name, c.loket_id, c.selected FROM employer c WHERE c.selected OR c.id IN "
                                "(SELECT e.employer FROM intent i JOIN employee e ON e.id = i.employee) ORDER BY c.id",
                                "");

  while (ovs_rows_next (&rows))
    func (ovs_rows_int (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_text (&rows, 3),
          ovs_rows_int (&rows, 4) != 0, data);
}

char *
ovs_employers_get_number (OvsTx *tx, gint64 employer)
{
  return ovs_tx_get_text (tx, "SELECT number FROM employer WHERE id = ?1", "i", employer);
}

gboolean
ovs_employers_link (OvsTx *tx, const char *number, const char *loket_id)
{
  g_autofree char *key = ovs_text_number_key (number);

  ovs_tx_run (tx, "UPDATE employer SET loket_id = ?2 WHERE number_key = ?1", "ss", key, loket_id);
  return ovs_tx_changes (tx) > 0;
}

void
ovs_employers_count_selected (OvsTx *tx, gint64 *employers, gint64 *employees)
{
  ovs_tx_get_int (tx, employers, "SELECT count(*) FROM employer WHERE selected", "");
  ovs_tx_get_int (tx, employees, "SELECT count(*) FROM employee e JOIN employer c ON c.id = e.employer WHERE c.selected", "");
}
