/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "base/clock.h"

G_BEGIN_DECLS

/**
 * OvsTx:
 *
 * One transaction on a dossier, lent to an #OvsDossierFunc and valid only until it returns, only in its thread.
 *
 * The first SQL failure is kept: from then on statements do nothing and rows end, and the whole transaction is rolled back and
 * reported by the call that started it. So the functions of this room need no error of their own for SQL.
 */
typedef struct _OvsTx OvsTx;

/** A running SELECT. Fill it with ovs_rows_open(), walk it with ovs_rows_next(); it ends by itself. */
typedef struct
{
  OvsTx *tx;
  sqlite3_stmt *statement; /* (nullable) */
} OvsRows;

/**
 * OvsDossierFunc:
 * @tx: valid until the function returns
 * @data: as given; the caller must not touch it until the work is done
 *
 * Work inside one transaction, in a thread of the dossier. FALSE with @error set, or any SQL failure, rolls back.
 */
typedef gboolean (*OvsDossierFunc) (OvsTx *tx, gpointer data, GError **error);

/** The instant of this transaction, microseconds since 1970: one moment for all that is written in it. */
gint64      ovs_tx_now          (OvsTx *tx);

/** The same instant as stored. Owned by @tx. */
const char *ovs_tx_now_text     (OvsTx *tx);

/** Today in Europe/Amsterdam, by the clock of the dossier. */
OvsDay      ovs_tx_today        (OvsTx *tx);

/** TRUE once something failed or was cancelled. */
gboolean    ovs_tx_failed       (OvsTx *tx);

/** Lets the transaction do its work and then be rolled back, so that a dry run takes the same path. */
void        ovs_tx_set_dry_run  (OvsTx *tx);

/*
 * For dossier/ only: SQL. @sql must be a string constant (its address is the key of the statement cache). @types has a letter
 * per bound parameter: i gint64, b gboolean, s string (NULL is NULL), d OvsDay (stored as ISO text, OVS_NO_DAY is NULL),
 * x bytes (gconstpointer, gsize).
 */
gboolean    ovs_tx_run          (OvsTx *tx, const char *sql, const char *types, ...);
gboolean    ovs_tx_exec         (OvsTx *tx, const char *script);
gint64      ovs_tx_last_id      (OvsTx *tx);
int         ovs_tx_changes      (OvsTx *tx);
gboolean    ovs_tx_get_int      (OvsTx *tx, gint64 *value, const char *sql, const char *types, ...);
char       *ovs_tx_get_text     (OvsTx *tx, const char *sql, const char *types, ...);
sqlite3    *ovs_tx_handle       (OvsTx *tx);

OvsRows     ovs_rows_open       (OvsTx *tx, const char *sql, const char *types, ...);
gboolean    ovs_rows_next       (OvsRows *rows);
void        ovs_rows_close      (OvsRows *rows);
gint64      ovs_rows_int        (OvsRows *rows, int column);
const char *ovs_rows_text       (OvsRows *rows, int column); /* (nullable), until the next row */
GBytes     *ovs_rows_bytes      (OvsRows *rows, int column); /* (transfer full) */
OvsDay      ovs_rows_day        (OvsRows *rows, int column);
OvsDay      ovs_rows_day_of     (OvsRows *rows, int column); /* on which an instant lies; OVS_NO_DAY for none */

/* For dossier.c: the life of a transaction. */
OvsTx      *ovs_tx_new          (sqlite3 *handle, OvsClock *clock);
void        ovs_tx_free         (OvsTx *tx);
void        ovs_tx_begin        (OvsTx *tx, gboolean write, GCancellable *cancellable);
gboolean    ovs_tx_end          (OvsTx *tx, gboolean commit, GError **error);
void        ovs_tx_fail         (OvsTx *tx, GError *error);

/** Undoes what was done since SAVEPOINT part, and lets the rest of the transaction go on where that is possible. @error: (nullable): why it failed. */
void        ovs_tx_undo_part    (OvsTx *tx, GError **error);

G_END_DECLS
