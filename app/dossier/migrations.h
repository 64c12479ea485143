/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** The version of the schema that this program writes: the number of the last file in schema/. */
#define OVS_SCHEMA_VERSION 7

/** Reads `user_version` of an open file. */
int      ovs_migrations_version (sqlite3 *handle);

/** Brings the schema from its version to %OVS_SCHEMA_VERSION, in the running transaction. */
gboolean ovs_migrations_run     (OvsTx *tx, gpointer unused, GError **error);

G_END_DECLS
