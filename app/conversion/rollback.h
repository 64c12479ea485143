/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/planned-request.h"
#include "conversion/problem.h"
#include "conversion/progress.h"
#include "conversion/rollback-scope.h"
#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsRolledBack:
 *
 * What a roll-back gave. Free with ovs_rolled_back_free().
 */
typedef struct
{
  guint reinstated;     /* Loket shows that Werknemerloket is open again */
  guint unknown;        /* asked, now or before, and Loket has not told */
  GPtrArray *refused;   /* (element-type OvsProblem) who does not get it back and why; without an employee for a whole client */
  GPtrArray *requests;  /* (element-type OvsPlannedRequest) dry run only, else empty */
  OvsRollbackCounts counts; /* of those for whom it was asked, or would be */
  OvsDay today;
} OvsRolledBack;

void           ovs_rolled_back_free   (OvsRolledBack *rolled_back);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRolledBack, ovs_rolled_back_free)

/**
 * ovs_rollback_async:
 * @dossier: opened to write and bound to a Loket
 * @scope: (transfer full): to whom
 * @dry_run: read and judge only, and list the requests that would be sent, by the same code
 * @progress: (nullable)
 *
 * Gives Werknemerloket back (deblokkeren) to whom this conversion took it, and to nobody who was blocked before. Reads what Loket knows, settles
 * what an earlier run left open, and asks; every request is journalled before it is sent, and each result read back. Killed at any
 * moment, doing it again goes on: who has it back is not asked for twice. What is not undone: see ovs_rollback_tell_lasting().
 *
 * Afterwards the conversion leaves these people alone: only a new invitation blocks Werknemerloket again.
 */
void           ovs_rollback_async     (OvsDossier *dossier, OvsRollbackScope *scope, gboolean dry_run, OvsProgressFunc progress,
                                       gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable). */
OvsRolledBack *ovs_rollback_finish    (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
