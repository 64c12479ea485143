/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsTraces:
 *
 * For this room: what a dossier knew of employees, to be looked for in the bytes of its file once it was removed.
 */
typedef struct _OvsTraces OvsTraces;

OvsTraces *ovs_traces_new    (void);
void       ovs_traces_free   (OvsTraces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTraces, ovs_traces_free)

/** Notes addresses, and names as they are stored, of one employee (his id) or of everybody (0); of very many, some of each. */
void       ovs_traces_note   (OvsTraces *self, OvsTx *tx, gint64 employee);

guint      ovs_traces_count  (OvsTraces *self);

/** How many of them are somewhere in the file of @handle, or in what SQLite keeps beside it; -1 where it could not be read. Outside any transaction. */
gint64     ovs_traces_search (OvsTraces *self, sqlite3 *handle);

G_END_DECLS
