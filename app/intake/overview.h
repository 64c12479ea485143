/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsOverviewReturn:
 * @rows: data rows that were written
 * @taking_part: of these with *Ja*
 * @unknown: of these of employers that the dossier does not know; they have no answer
 * @changed: it is not the file that was read in: another one, or changed since
 * @dropped: (array zero-terminated=1): columns that were left out, as they are never stored
 *
 * What came of it. Free with ovs_overview_return_free().
 */
typedef struct
{
  guint64 rows;
  guint64 taking_part;
  guint64 unknown;
  gboolean changed;
  GStrv dropped;
} OvsOverviewReturn;

void               ovs_overview_return_free  (OvsOverviewReturn *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsOverviewReturn, ovs_overview_return_free)

/**
 * ovs_intake_return_overview:
 * @source: the overview as Loket sent it
 * @target: the file to write, which must be another one
 *
 * Writes Loket's overview again, with all its lines and columns in their order, and a column *Meenemen*: Ja or Nee by the selection. Its
 * columns are not kept in the dossier, so the file itself is read again. A column *Meenemen* of the time before is filled anew. What is
 * never stored is not written either. Blocks; not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR, %OVS_DOSSIER_ERROR or %G_IO_ERROR_CANCELLED, and nothing written.
 */
OvsOverviewReturn *ovs_intake_return_overview (OvsDossier *dossier, const char *source, const char *target, GCancellable *cancellable,
                                               GError **error);

G_END_DECLS
