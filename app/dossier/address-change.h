/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsAddressChange:
 * @email: the new private address as it is to be written
 * @employer_number, @employee_number: as the dossier has them
 * @employer_loket_id, @employee_loket_id: (nullable): Loket's own, where its lists gave them
 *
 * A new private address of an employee that is to be changed in Loket as well. Filled by ovs_address_change_prepare(); free with
 * ovs_address_change_clear().
 */
typedef struct
{
  char *email;
  char *employer_number;
  char *employee_number;
  char *employer_loket_id;
  char *employee_loket_id;
} OvsAddressChange;

/** What Loket made of it. */
typedef enum
{
  OVS_ADDRESS_CHANGE_DONE,    /* Loket shows the new address */
  OVS_ADDRESS_CHANGE_REFUSED, /* Loket has not done it */
  OVS_ADDRESS_CHANGE_UNKNOWN, /* it may have */
} OvsAddressChangeState;

/**
 * Looks the employee up and checks the address; nothing is written. FALSE with %OVS_DOSSIER_ERROR_NOT_FOUND, or %OVS_DOSSIER_ERROR_REFUSED
 * for what is no address.
 */
gboolean ovs_address_change_prepare (OvsTx *tx, const char *employer, const char *employee, const char *email, OvsAddressChange *change, GError **error);

/**
 * ovs_address_change_record:
 * @answer: (nullable): Loket's own words, kept in the trail as a text apart
 *
 * Writes the address into the dossier. Done, it is no longer to be changed in Loket, and cannot be taken back here; else it is as
 * ovs_decisions_mend() makes it, a step that can be, with what Loket answered in the trail behind it. Returns: how many employees were changed, -1
 * with @error set.
 */
gint64   ovs_address_change_record  (OvsTx *tx, const OvsAddressChange *change, OvsAddressChangeState state, const char *answer, GError **error);

void     ovs_address_change_clear   (OvsAddressChange *change);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsAddressChange, ovs_address_change_clear)

G_END_DECLS
