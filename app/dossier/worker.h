/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsWorker:
 *
 * One thread with one SQLite connection that nobody else uses. Work is done in the order in which it arrives.
 */
typedef struct _OvsWorker OvsWorker;

/** Called in the worker's thread, outside any transaction, every @seconds when there is nothing else to do. */
typedef void (*OvsWorkerIdleFunc) (sqlite3 *handle, gpointer data);

/** Takes over @handle. @write: transactions take the write lock and @func may change the file. */
OvsWorker *ovs_worker_new      (sqlite3 *handle, OvsClock *clock, gboolean write);

/** Runs @func in the worker's thread before each writing transaction's own work; FALSE refuses it. */
void       ovs_worker_set_gate (OvsWorker *self, OvsDossierFunc gate, gpointer data);

/** Runs @func every @seconds while the worker has nothing to do. */
void       ovs_worker_set_idle (OvsWorker *self, OvsWorkerIdleFunc func, gpointer data, guint seconds);

/** Runs @func in a transaction and waits for it. */
gboolean   ovs_worker_run      (OvsWorker *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable, GError **error);

/**
 * Runs @func in a transaction and completes @task (transfer full) with a boolean. @shared: it may be committed together with others that
 * wait beside it; each then succeeds or fails by itself, and is heard of after the commit. Such a one cannot be cancelled or be a dry run.
 */
void       ovs_worker_run_task (OvsWorker *self, OvsDossierFunc func, gpointer data, gboolean shared, GTask *task);

/** Runs @func outside any transaction and waits (VACUUM INTO, checkpoints). */
void       ovs_worker_run_bare (OvsWorker *self, OvsWorkerIdleFunc func, gpointer data);

/** Finishes what was handed in, closes the connection, ends the thread. */
void       ovs_worker_free     (OvsWorker *self);

G_END_DECLS
