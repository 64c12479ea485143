/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/result.h"
#include "steps/select/import-choice.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/** How far reading is, in thousandths; written by one thread and read by another. */
typedef struct
{
  int thousandths;
} OvsImportProgress;

OvsImportProgress *ovs_import_progress_new   (void);
OvsImportProgress *ovs_import_progress_ref   (OvsImportProgress *progress);
void               ovs_import_progress_unref (OvsImportProgress *progress);
int                ovs_import_progress_get   (OvsImportProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsImportProgress, ovs_import_progress_unref)

/**
 * Looks at the file, off the main thread. The finish gives (transfer full) what was seen. The first time it also looks whether such a
 * file was read in before, which it tells @choice.
 */
void             ovs_import_look_async   (OvsWorkspace *workspace, const OvsImportChoice *choice, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
OvsCsvPreview   *ovs_import_look_finish  (GAsyncResult *result, OvsImportChoice *choice, GError **error);

/**
 * ovs_import_run_async:
 * @dry_run: counts only, by the same code, and keeps nothing
 * @despite: (nullable): codes of brakes that were answered
 * @progress: (nullable)
 *
 * Reads the file into the dossier, off the main thread; whoever cancels it finds nothing changed. The finish gives (transfer full)
 * the counts.
 */
void             ovs_import_run_async    (OvsWorkspace *workspace, const OvsImportChoice *choice, gboolean dry_run, const char *const *despite,
                                          OvsImportProgress *progress, GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
OvsIntakeResult *ovs_import_run_finish   (GAsyncResult *result, GError **error);

/** Writes the refused rows to @target, off the main thread. @source: whose callback it is. */
void             ovs_import_save_async   (gpointer source, const OvsImportChoice *choice, OvsIntakeResult *result, const char *target,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean         ovs_import_save_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
