/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/address-change.h"
#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsMended:
 * @state: %OVS_ADDRESS_CHANGE_DONE: Loket shows the new address, and the dossier has it; otherwise the dossier has it too, and it is
 *   still to be changed in Loket
 * @answer: (nullable): what Loket said, in its own words where it gave any, or a finished sentence; NULL when it is done. May hold a
 *   name: never logged
 * @changed: how many employees of the dossier were changed: 0 where it had all that already
 *
 * What came of it. Free with ovs_mended_free().
 */
typedef struct
{
  OvsAddressChangeState state;
  char *answer;
  gint64 changed;
} OvsMended;

void       ovs_mended_free   (OvsMended *mended);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsMended, ovs_mended_free)

/**
 * ovs_mend_async:
 * @dossier: opened to write, bound to a Loket
 * @employer, @employee: numbers as the dossier has them
 * @email: the new private address
 *
 * Changes the private address of one employee in Loket, and then here. To be offered where OvsGlance has a loket_kind. Signs in, looks the employee up in Loket's lists, asks what
 * Loket has, changes it where it differs, and reads it back: only what Loket then shows is called done.
 *
 * Nothing is journalled: giving the same address twice is harmless. After an answer that leaves open what happened it is read back first, and
 * then tried once more. Whoever is killed in between finds the address in Loket by the next reading, or does it again.
 *
 * Where Loket refuses, cannot be reached or does not have the employee, that is no error: the address is mended here only. Fails with
 * %OVS_DOSSIER_ERROR (no such employee, no address), %OVS_CONVERSION_ERROR_NOT_CONNECTED or, when it was cancelled before anything was sent,
 * %G_IO_ERROR_CANCELLED; then nothing is changed. Main context.
 */
void       ovs_mend_async    (OvsDossier *dossier, const char *employer, const char *employee, const char *email, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable). */
OvsMended *ovs_mend_finish   (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
