/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/address-change.h"

#include <glib/gi18n.h>

#include "dossier/decisions.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/address.h"

static const char *const state_codes[] = { "done", "refused", "unknown" };

void
ovs_address_change_clear (OvsAddressChange *change)
{
  g_clear_pointer (&change->email, g_free);
  g_clear_pointer (&change->employer_number, g_free);
  g_clear_pointer (&change->employee_number, g_free);
  g_clear_pointer (&change->employer_loket_id, g_free);
  g_clear_pointer (&change->employee_loket_id, g_free);
}

static gboolean
find (OvsTx *tx, const char *employer, const char *employee, OvsEmployee *person, GError **error)
{
  gint64 client;

  return ovs_employers_require (tx, employer, &client, error) && ovs_employees_require (tx, client, employee, person, error);
}

static void
read_ids (OvsTx *tx, gint64 employee, OvsAddressChange *change)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.number, c.loket_id, e.number, e.loket_id FROM employee e JOIN employer c ON c.id = e.employer "
                                "WHERE e.id = ?1",
                                "i", employee);

  if (ovs_rows_next (&rows))
    {
      change->employer_number = g_strdup (ovs_rows_text (&rows, 0));
      change->employer_loket_id = g_strdup (ovs_rows_text (&rows, 1));
      change->employee_number = g_strdup (ovs_rows_text (&rows, 2));
      change->employee_loket_id = g_strdup (ovs_rows_text (&rows, 3));
    }
  ovs_rows_close (&rows);
}

gboolean
ovs_address_change_prepare (OvsTx *tx, const char *employer, const char *employee, const char *email, OvsAddressChange *change, GError **error)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (email);
  g_auto (OvsEmployee) person = { 0 };

  if (!find (tx, employer, employee, &person, error))
    return FALSE;
  if (address->kind != OVS_ADDRESS_OK)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                           _ ("This is not an e-mail address that can be used. Check it for typing errors. Nothing was changed."));
      return FALSE;
    }
  change->email = g_strdup (address->address);
  read_ids (tx, person.id, change);
  return TRUE;
}

static char *
write_detail (const OvsEmployee *person, OvsAddressChangeState state)
{
  return g_strdup_printf ("{\"employer\": %" G_GINT64_FORMAT ", \"employee\": %" G_GINT64_FORMAT ", \"loket\": \"%s\"}", person->employer,
                          person->id, state_codes[state]);
}

/* Loket has it: that is not taken back by a key of this program. */
static gint64
record_done (OvsTx *tx, const OvsEmployee *person, const char *email, const char *answer)
{
  g_autofree char *detail = write_detail (person, OVS_ADDRESS_CHANGE_DONE);
  g_auto (OvsEmployee) mended = { 0 };
  gint64 sequence;

  ovs_employee_copy (person, &mended);
  ovs_employee_set_text (&mended.email, email);
  mended.change_in_loket = FALSE;
  if (ovs_employee_equal (person, &mended))
    return 0;
  sequence = ovs_trail_begin (tx);
  ovs_employees_update (tx, person, &mended, sequence);
  ovs_trail_end (tx, sequence, "mend-in-loket", detail, answer);
  ovs_undo_bar (tx, sequence);
  return 1;
}

static gint64
record_open (OvsTx *tx, const OvsAddressChange *change, const OvsEmployee *person, OvsAddressChangeState state, const char *answer, GError **error)
{
  g_autofree char *detail = write_detail (person, state);
  gint64 changed = ovs_decisions_mend (tx, change->employer_number, change->employee_number, change->email, FALSE, error);
  gint64 sequence;

  if (changed < 0)
    return -1;
  sequence = ovs_trail_begin (tx);
  ovs_trail_end (tx, sequence, "mend-in-loket", detail, answer);
  return changed;
}

gint64
ovs_address_change_record (OvsTx *tx, const OvsAddressChange *change, OvsAddressChangeState state, const char *answer, GError **error)
{
  g_auto (OvsEmployee) person = { 0 };

  if (!find (tx, change->employer_number, change->employee_number, &person, error))
    return -1;
  if (change->employee_loket_id != NULL)
    ovs_employees_link (tx, person.employer, person.number, change->employee_loket_id);
  if (state == OVS_ADDRESS_CHANGE_DONE)
    return record_done (tx, &person, change->email, answer);
  return record_open (tx, change, &person, state, answer, error);
}
