/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"
#include "loket/records.h"

G_BEGIN_DECLS

/**
 * The writes. Each ends in one of three ways:
 *
 * - it succeeds: Loket took it. What became of each person stands in the items of the collective action;
 * - it fails and ovs_loket_error_nothing_done(): Loket did nothing;
 * - it fails and ovs_loket_error_is_unknown(): read back.
 */
typedef enum
{
  OVS_LOKET_CHANGE_SEND_INVITE,
  OVS_LOKET_CHANGE_REVOKE_ACCESS,
  OVS_LOKET_CHANGE_REINSTATE_ACCESS,
} OvsLoketChange;

/**
 * ovs_loket_change_mijnloket_async:
 * @employer_id: Loket's id of the employer
 * @employee_ids: (array zero-terminated=1): Loket's ids, at least one; the caller keeps the chunks small
 *
 * Invites to MijnLoket, or takes or gives back the access there (PATCH `essaccessstatus`).
 */
void            ovs_loket_change_mijnloket_async       (OvsLoket             *self,
                                                        const char           *employer_id,
                                                        const char *const    *employee_ids,
                                                        OvsLoketChange        change,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);

/**
 * ovs_loket_change_mijnloket_finish:
 *
 * Returns: (transfer full) (nullable): the collective action that carries it out, with at least its id and status.
 */
OvsLoketAction *ovs_loket_change_mijnloket_finish      (OvsLoket             *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

/**
 * ovs_loket_change_werknemerloket_async:
 * @change: not %OVS_LOKET_CHANGE_SEND_INVITE: this program invites nobody to the old portal
 *
 * Blocks Werknemerloket or gives it back (PATCH `selfservice`); otherwise as ovs_loket_change_mijnloket_async().
 */
void            ovs_loket_change_werknemerloket_async  (OvsLoket             *self,
                                                        const char           *employer_id,
                                                        const char *const    *employee_ids,
                                                        OvsLoketChange        change,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
OvsLoketAction *ovs_loket_change_werknemerloket_finish (OvsLoket             *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

/**
 * ovs_loket_describe_change:
 * @mijnloket: TRUE for what ovs_loket_change_mijnloket_async() sends, FALSE for ovs_loket_change_werknemerloket_async()
 * @body: (out) (transfer full): the content as it would go out
 *
 * What would be sent, by the same code, without sending it. Returns: (transfer full): the path; the verb is PATCH.
 */
char           *ovs_loket_describe_change              (OvsLoket             *self,
                                                        gboolean              mijnloket,
                                                        const char           *employer_id,
                                                        const char *const    *employee_ids,
                                                        OvsLoketChange        change,
                                                        char                **body);

/** Stores @email as the private address of one employee; Loket answers nothing but that it did. */
void            ovs_loket_change_email_async           (OvsLoket             *self,
                                                        const char           *employee_id,
                                                        const char           *email,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
gboolean        ovs_loket_change_email_finish          (OvsLoket             *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

G_END_DECLS
