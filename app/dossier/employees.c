/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/employees.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/access.h"
#include "dossier/error.h"
#include "dossier/trail.h"
#include "rules/address.h"
#include "rules/person.h"

static void
load_employments (OvsTx *tx, OvsEmployee *employee)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT start_date, end_date FROM employment WHERE employee = ?1 ORDER BY ordinal", "i", employee->id);

  employee->employments = g_array_new (FALSE, FALSE, sizeof (OvsEmployment));
  while (ovs_rows_next (&rows))
    {
      OvsEmployment employment = { ovs_rows_day (&rows, 0), ovs_rows_day (&rows, 1) };
      g_array_append_val (employee->employments, employment);
    }
}

gboolean
ovs_employees_find (OvsTx *tx, gint64 employer, const char *number_key, OvsEmployee *employee)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT id, number, initials, first_name, prefix, last_name, birth_date, deceased_on, email_as_read, "
                                "email, work_email, change_in_loket, missing_since FROM employee WHERE employer = ?1 AND number_key = ?2",
                                "is", employer, number_key);
  gboolean found = ovs_rows_next (&rows);

  memset (employee, 0, sizeof *employee);
  if (found)
    {
      employee->id = ovs_rows_int (&rows, 0);
      employee->employer = employer;
      employee->number = g_strdup (ovs_rows_text (&rows, 1));
      employee->number_key = g_strdup (number_key);
      employee->initials = g_strdup (ovs_rows_text (&rows, 2));
      employee->first_name = g_strdup (ovs_rows_text (&rows, 3));
      employee->prefix = g_strdup (ovs_rows_text (&rows, 4));
      employee->last_name = g_strdup (ovs_rows_text (&rows, 5));
      employee->birth_date = ovs_rows_day (&rows, 6);
      employee->deceased_on = ovs_rows_day (&rows, 7);
      employee->email_as_read = g_strdup (ovs_rows_text (&rows, 8));
      employee->email = g_strdup (ovs_rows_text (&rows, 9));
      employee->work_email = g_strdup (ovs_rows_text (&rows, 10));
      employee->change_in_loket = ovs_rows_int (&rows, 11) != 0;
      employee->missing_since = ovs_rows_int (&rows, 12);
    }
  ovs_rows_close (&rows);
  if (found)
    load_employments (tx, employee);
  return found;
}

gboolean
ovs_employees_require (OvsTx *tx, gint64 employer, const char *number, OvsEmployee *employee, GError **error)
{
  g_autofree char *key = ovs_text_number_key (number);

  if (ovs_employees_find (tx, employer, key, employee))
    return TRUE;
  if (!ovs_tx_failed (tx))
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND,
                 _ ("This client has no employee with number %s in this dossier. Check the number."), number);
  return FALSE;
}

static char *
make_sort_key (const OvsEmployee *employee)
{
  g_autofree char *name = g_strjoin (" ", employee->last_name != NULL ? employee->last_name : "",
                                     employee->initials != NULL ? employee->initials : "",
                                     employee->first_name != NULL ? employee->first_name : "", NULL);
  return ovs_text_fold (name);
}

/* What is kept of somebody so that others are found by it, made of what is told of him. */
typedef struct
{
  OvsAddress *address;
  OvsAddress *work; /* (nullable) */
  char *base;
  char *initial;
  char *sort_key;
} Keys;

static void
make_keys (Keys *keys, const OvsEmployee *employee)
{
  keys->address = ovs_address_parse (employee->email);
  if (employee->work_email != NULL)
    keys->work = ovs_address_parse (employee->work_email);
  keys->base = ovs_person_base_key (employee->last_name, employee->birth_date);
  keys->initial = ovs_person_initial (employee->initials);
  keys->sort_key = make_sort_key (employee);
}

static void
clear_keys (Keys *keys)
{
  ovs_address_free (keys->address);
  ovs_address_free (keys->work);
  g_free (keys->base);
  g_free (keys->initial);
  g_free (keys->sort_key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, clear_keys)

static const char *
key_of (const OvsAddress *address)
{
  return address->kind == OVS_ADDRESS_OK ? address->key : NULL;
}

static const char *
domain_of (const OvsAddress *address)
{
  return address != NULL && address->kind == OVS_ADDRESS_OK ? ovs_address_domain (address->key) : NULL;
}

static const char *
filled (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
write_fields (OvsTx *tx, const OvsEmployee *employee)
{
  g_auto (Keys) keys = { 0 };

  make_keys (&keys, employee);
  ovs_tx_run (tx,
              "UPDATE employee SET initials = ?2, first_name = ?3, prefix = ?4, last_name = ?5, birth_date = ?6, deceased_on = ?7, "
              "email_as_read = ?8, email = ?9, email_kind = ?10, email_key = ?11, email_domain = ?12, work_email = ?13, "
              "work_domain = ?14, change_in_loket = ?15, person_base = ?16, person_initial = ?17, sort_key = ?18, missing_since = nullif(?19, 0) "
              "WHERE id = ?1",
              "issssddsssssssbsssi", employee->id, employee->initials, employee->first_name, employee->prefix, employee->last_name,
              employee->birth_date, employee->deceased_on, employee->email_as_read, employee->email,
              ovs_address_kind_code (keys.address->kind), key_of (keys.address), domain_of (keys.address), employee->work_email,
              domain_of (keys.work), employee->change_in_loket, filled (keys.base), keys.initial, keys.sort_key, employee->missing_since);
}

static void
add_employments (OvsTx *tx, const OvsEmployee *employee)
{
  for (guint i = 0; i < ovs_employee_n_employments (employee); i++)
    ovs_tx_run (tx, "INSERT INTO employment (employee, ordinal, start_date, end_date) VALUES (?1, ?2, ?3, ?4)", "iidd",
                employee->id, (gint64) i, ovs_employee_employments (employee)[i].start, ovs_employee_employments (employee)[i].end);
}

static void
write_employments (OvsTx *tx, const OvsEmployee *employee)
{
  ovs_tx_run (tx, "DELETE FROM employment WHERE employee = ?1", "i", employee->id);
  add_employments (tx, employee);
}

void
ovs_employees_add (OvsTx *tx, OvsEmployee *employee, gint64 import)
{
  g_auto (Keys) keys = { 0 };

  make_keys (&keys, employee);
  ovs_tx_run (tx,
              "INSERT INTO employee (employer, number, number_key, initials, first_name, prefix, last_name, birth_date, deceased_on, "
              "email_as_read, email, email_kind, email_key, email_domain, work_email, work_domain, change_in_loket, person_base, "
              "person_initial, sort_key, first_seen, added_by) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
              "issssssddsssssssbssssi", employee->employer, employee->number, employee->number_key, employee->initials,
              employee->first_name, employee->prefix, employee->last_name, employee->birth_date, employee->deceased_on,
              employee->email_as_read, employee->email, ovs_address_kind_code (keys.address->kind), key_of (keys.address),
              domain_of (keys.address), employee->work_email, domain_of (keys.work), employee->change_in_loket, filled (keys.base),
              keys.initial, keys.sort_key, ovs_tx_now_text (tx), import);
  employee->id = ovs_tx_last_id (tx);
  add_employments (tx, employee);
}

gboolean
ovs_employees_update (OvsTx *tx, const OvsEmployee *old, OvsEmployee *employee, gint64 sequence)
{
  guint changes = ovs_employee_note_changes (tx, sequence, old, employee);

  if (changes > 0 || old->missing_since != employee->missing_since)
    write_fields (tx, employee);
  if (old->missing_since != 0 && employee->missing_since == 0)
    ovs_history_add (tx, sequence, employee->employer, employee->id, "missing", "1", NULL);
  if (!ovs_employee_same_employments (old, employee))
    write_employments (tx, employee);
  return changes > 0;
}

void
ovs_employees_before (OvsTx *tx, const OvsEmployee *employee, gint64 sequence, OvsEmployee *original)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT field, old FROM history WHERE employee = ?1 AND audit = ?2", "ii", employee->id, sequence);

  ovs_employee_copy (employee, original);
  while (ovs_rows_next (&rows))
    ovs_employee_put_back (original, ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1));
}

void
ovs_employees_forget_changes (OvsTx *tx, gint64 employee, gint64 sequence)
{
  ovs_tx_run (tx,
              "DELETE FROM history WHERE employee = ?1 AND audit = ?2 "
              "AND field NOT IN ('" OVS_PORTAL_WERKNEMERLOKET "', '" OVS_PORTAL_MIJNLOKET "', 'missing')",
              "ii", employee, sequence);
}

gboolean
ovs_employees_update_again (OvsTx *tx, const OvsEmployee *current, OvsEmployee *employee, gint64 sequence)
{
  g_auto (OvsEmployee) original = { 0 };

  ovs_employees_before (tx, current, sequence, &original);
  ovs_employees_update (tx, current, employee, sequence);
  ovs_employees_forget_changes (tx, employee->id, sequence);
  return ovs_employee_note_changes (tx, sequence, &original, employee) > 0;
}

void
ovs_employees_mark_missing (OvsTx *tx, gint64 employee, gint64 import, gint64 sequence)
{
  ovs_tx_run (tx, "UPDATE employee SET missing_since = ?2 WHERE id = ?1 AND missing_since IS NULL", "ii", employee, import);
  if (ovs_tx_changes (tx) > 0)
    ovs_history_add (tx, sequence, 0, employee, "missing", NULL, "1");
}

void
ovs_employees_foreach (OvsTx *tx, gint64 employer, OvsEmployeeIdFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, missing_since IS NOT NULL FROM employee WHERE employer = ?1 ORDER BY id", "i", employer);

  while (ovs_rows_next (&rows))
    func (ovs_rows_int (&rows, 0), ovs_rows_int (&rows, 1) != 0, data);
}

gint64
ovs_employees_link (OvsTx *tx, gint64 employer, const char *number, const char *loket_id)
{
  g_autofree char *key = ovs_text_number_key (number);
  OvsRows rows = ovs_rows_open (tx, "SELECT id, loket_id FROM employee WHERE employer = ?1 AND number_key = ?2", "is", employer, key);
  gint64 id = ovs_rows_next (&rows) ? ovs_rows_int (&rows, 0) : 0;
  gboolean known = id != 0 && g_strcmp0 (ovs_rows_text (&rows, 1), loket_id) == 0;

  ovs_rows_close (&rows);
  if (id != 0 && !known)
    ovs_tx_run (tx, "UPDATE employee SET loket_id = ?2 WHERE id = ?1", "is", id, loket_id);
  return id;
}

gboolean
ovs_employees_is_linked (OvsTx *tx, gint64 employee)
{
  gint64 linked;

  ovs_tx_get_int (tx, &linked, "SELECT loket_id IS NOT NULL FROM employee WHERE id = ?1", "i", employee);
  return linked != 0;
}

char *
ovs_employees_get_numbers (OvsTx *tx, gint64 employee, char **employer)
{
  *employer = ovs_tx_get_text (tx, "SELECT c.number FROM employee e JOIN employer c ON c.id = e.employer WHERE e.id = ?1", "i", employee);
  return ovs_tx_get_text (tx, "SELECT number FROM employee WHERE id = ?1", "i", employee);
}

gint64
ovs_employees_get_employer (OvsTx *tx, gint64 employee)
{
  gint64 employer;

  ovs_tx_get_int (tx, &employer, "SELECT employer FROM employee WHERE id = ?1", "i", employee);
  return employer;
}

gint64
ovs_employees_find_linked (OvsTx *tx, const char *loket_id)
{
  gint64 id;

  ovs_tx_get_int (tx, &id, "SELECT id FROM employee WHERE loket_id = ?1", "s", loket_id);
  return id;
}

void
ovs_employees_see_email (OvsTx *tx, gint64 employee, const char *email, gint64 sequence)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (email);

  if (address->kind != OVS_ADDRESS_OK)
    return;
  ovs_tx_run (tx, "UPDATE employee SET change_in_loket = 0 WHERE id = ?1 AND change_in_loket AND email_key = ?2", "is", employee, address->key);
  if (ovs_tx_changes (tx) > 0)
    ovs_history_add (tx, sequence, 0, employee, "change_in_loket", "1", NULL);
}
