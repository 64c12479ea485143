/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsLetterClient:
 * @wave: number of its round, 0 for none
 * @wave_on: %OVS_NO_DAY while that has none
 * @selected: it takes part
 *
 * A client as a letter goes to it. Texts but @number are nullable; valid during the callback.
 */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *contact_name;
  const char *contact_email;
  gint64 wave;
  OvsDay wave_on;
  gboolean selected;
} OvsLetterClient;

typedef void (*OvsLetterClientFunc) (const OvsLetterClient *client, gpointer data);

/**
 * Calls @func for each client that takes part, and for who withdrew after a letter went, by number. @wave: number of a round, 0 for all.
 */
void     ovs_letter_clients_foreach (OvsTx *tx, gint64 wave, OvsLetterClientFunc func, gpointer data);

/** Calls @func for one; FALSE where there is none with this id. */
gboolean ovs_letter_clients_get     (OvsTx *tx, gint64 id, OvsLetterClientFunc func, gpointer data);

G_END_DECLS
