/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsClientEvent:
 * @day: on which it happened
 * @actor: who did it, "" where names were removed
 * @operation: the code of the trail: select, exclude, inform, import …
 * @field: what changed of the client: selected, excluded_reason, informed_on, or a field of the client list. Of a `letter`: its state
 * @old: (nullable): what it was. Of a letter: the way that it goes
 * @new_value: (nullable): what it became. Of a letter: which piece it is
 *
 * Something that was decided about a client, or read about it. Texts are borrowed, valid during the callback.
 */
typedef struct
{
  OvsDay day;
  const char *actor;
  const char *operation;
  const char *field;
  const char *old;
  const char *new_value;
} OvsClientEvent;

typedef void (*OvsClientEventFunc) (const OvsClientEvent *event, gpointer data);

/** Calls @func for the latest @limit events of a client, newest first. Steps that were taken back are no events. */
void ovs_client_history_foreach (OvsTx *tx, gint64 employer, guint limit, OvsClientEventFunc func, gpointer data);

G_END_DECLS
