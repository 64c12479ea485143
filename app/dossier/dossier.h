/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/clock.h"
#include "dossier/error.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/* "OVST": marks an SQLite file as a dossier. */
#define OVS_DOSSIER_APPLICATION_ID 0x4f565354

#define OVS_TYPE_DOSSIER (ovs_dossier_get_type ())
G_DECLARE_FINAL_TYPE (OvsDossier, ovs_dossier, OVS, DOSSIER, GObject)

/**
 * OvsDossier:
 *
 * One dossier file (`NAME.overstap`). It owns a thread that writes and a thread that reads, each with its own SQLite connection; all
 * work is handed to them as functions that get a transaction. Nobody else opens the file. Who opens to write holds the lease: a
 * second one is refused with the name of the first.
 */
typedef enum
{
  OVS_DOSSIER_TO_READ,
  OVS_DOSSIER_TO_WRITE,
} OvsDossierMode;

/** For this room: pages kept by who writes, in KiB below zero: with SQLite's 2 MiB a big import writes its own pages out and reads them back. */
#define OVS_DOSSIER_CACHE_TO_WRITE "PRAGMA cache_size = -32768;"

/** Makes an empty dossier, readable by its owner only, and opens it to write. Blocks. An existing file is never touched. */
OvsDossier *ovs_dossier_create       (const char *path, GError **error);

/**
 * Opens a dossier. Blocks. One whose personal data were removed opens to read only. An older one is brought to this version when opened to write, after a backup beside it. A dossier that
 * follows a practice Loket's clock gets that clock.
 */
OvsDossier *ovs_dossier_open         (const char *path, OvsDossierMode mode, GError **error);

/** Waits for the work at hand, gives the lease back and closes the file. Called by the last unref as well. */
void        ovs_dossier_close        (OvsDossier *self);

/** Owned by the dossier. */
const char *ovs_dossier_get_path     (OvsDossier *self);

/** The clock that everything about this dossier goes by. Owned by the dossier. */
OvsClock   *ovs_dossier_get_clock    (OvsDossier *self);

/** Runs @func in the writer's thread and waits. For commands and tests, never for the main thread of a window. */
gboolean    ovs_dossier_write        (OvsDossier *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable, GError **error);

/** The same in the reader's thread, beside a running write. */
gboolean    ovs_dossier_read         (OvsDossier *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable, GError **error);

/** The same without waiting; @callback runs in the caller's thread-default main context. @data must live until then. */
void        ovs_dossier_write_async  (OvsDossier *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean    ovs_dossier_write_finish (OvsDossier *self, GAsyncResult *result, GError **error);

/**
 * The same for one of many small writes that come side by side: those that wait are committed as one, and each succeeds or fails by
 * itself. It cannot be cancelled, and @func must not make it a dry run. Finish with ovs_dossier_write_finish().
 */
void        ovs_dossier_write_beside_async (OvsDossier *self, OvsDossierFunc func, gpointer data, GAsyncReadyCallback callback,
                                            gpointer user_data);

void        ovs_dossier_read_async   (OvsDossier *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean    ovs_dossier_read_finish  (OvsDossier *self, GAsyncResult *result, GError **error);

/** For this room: runs @func in the writer's thread, outside any transaction, and waits. The dossier was opened to write. */
void        ovs_dossier_run_bare     (OvsDossier *self, void (*func) (sqlite3 *handle, gpointer data), gpointer data);

/** For this room: finishes removing personal data where that was begun; @backups: (out) (optional): how many were removed. Blocks. */
gboolean    ovs_dossier_finish_purge (OvsDossier *self, guint *backups, GError **error);

/**
 * Writes a copy of the dossier as it stands beside it, `NAME.overstap.REASON-YYYYMMDD-HHMMSS`. Returns: (transfer full): its path.
 * Blocks; runs in the writer's thread.
 */
char       *ovs_dossier_backup       (OvsDossier *self, const char *reason, GError **error);

G_END_DECLS
