/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/told.h"

G_BEGIN_DECLS

/*
 * What the office answers itself about a client, each one step that can be taken back. An answer is about the contact, or the handler, of
 * now: with another one it is asked again. FALSE with @error set where there is no such client.
 */

/** Whether the contact person has left the client. */
gboolean ovs_client_answer_contact_left (OvsTx *tx, gint64 employer, gboolean left, GError **error);

/** Whether the handler may do the conversion for this client in Loket. */
gboolean ovs_client_answer_rights       (OvsTx *tx, gint64 employer, OvsTold rights, GError **error);

/** Days that are kept of a client. */
typedef enum
{
  OVS_CLIENT_DAY_EMPLOYEES_INFORMED, /* it told its employees */
  OVS_CLIENT_DAY_FLYER_HANGS,
  OVS_CLIENT_DAY_CONTRACT_ENDS,      /* its contract for Werknemerloket */
  OVS_N_CLIENT_DAYS
} OvsClientDay;

/** Keeps a day of these clients (element-type gint64), %OVS_NO_DAY forgets it. Returns: how many changed. */
gint64   ovs_client_answer_day          (OvsTx *tx, const GArray *employers, OvsClientDay which, OvsDay day);

G_END_DECLS
