/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** A client that takes part, as far as informing goes. Texts but @number are nullable; valid during the callback. */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *contact_name;
  const char *contact_phone;
  const char *contact_email;
  const char *note;
  OvsDay informed_on; /* %OVS_NO_DAY: not yet */
  gint64 employees;
} OvsInformRow;

typedef void (*OvsInformFunc) (const OvsInformRow *row, gpointer data);

/** Calls @func for each client that takes part, by number. @handler: (nullable): only this colleague's. */
void   ovs_inform_list_foreach (OvsTx *tx, const char *handler, OvsInformFunc func, gpointer data);

/** Calls @func for each of these clients that still takes part. */
void   ovs_inform_list_read    (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsInformFunc func, gpointer data);

/**
 * The latest day on which a client that takes part was informed; %OVS_NO_DAY while nobody was. @handler: (nullable).
 */
OvsDay ovs_inform_list_latest  (OvsTx *tx, const char *handler);

G_END_DECLS
