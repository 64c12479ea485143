/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What Loket answered that it had not described when this version of the program was made: the paths of fields, never what was in them. A later
 * version may know them, and begins with none.
 */

/** Keeps that answers of @resource, a path without ids, have @field. */
void     ovs_unknown_fields_note    (OvsTx *tx, const char *resource, const char *field);

/** Calls @func for each, by resource. @shown: the window told of it before. */
typedef void (*OvsUnknownFieldFunc) (const char *resource, const char *field, gboolean shown, gpointer data);
void     ovs_unknown_fields_foreach (OvsTx *tx, OvsUnknownFieldFunc func, gpointer data);

/** Marks all as told of in the window. Returns: whether there was news. */
gboolean ovs_unknown_fields_show    (OvsTx *tx);

G_END_DECLS
