/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"
#include "loket/records.h"

G_BEGIN_DECLS

/*
 * One record at a time, by Loket's id, with what the lists do not tell. Every _finish() fails with %OVS_LOKET_ERROR
 * (%OVS_LOKET_ERROR_NOT_FOUND where Loket has nobody with that id) or %G_IO_ERROR_CANCELLED.
 */

/** One employee as Loket has him now. */
void              ovs_loket_read_employee_async  (OvsLoket             *self,
                                                  const char           *employee_id,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/** Returns: (transfer full) (nullable). */
OvsLoketEmployee *ovs_loket_read_employee_finish (OvsLoket             *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/** The e-mail address of an employer, by which Loket itself would write to it; no list has it. */
void              ovs_loket_read_contact_email_async  (OvsLoket             *self,
                                                       const char           *employer_id,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/** Returns: (transfer full) (nullable): an empty text where there is none. */
char             *ovs_loket_read_contact_email_finish (OvsLoket             *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
