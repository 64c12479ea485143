/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/* What the dossier knows of an overview that goes back to Loket: who takes part, and how the file was read. */

/**
 * OvsSelectionOverview:
 * @encoding, @delimiter: by which a client list was read
 * @number_header: (nullable): header of the column with the employer number
 * @same: it was this very file; FALSE for the last client list that was read instead
 *
 * Texts are owned. Clear with ovs_selection_overview_clear().
 */
typedef struct
{
  char *encoding;
  char *delimiter;
  char *number_header;
  gboolean same;
} OvsSelectionOverview;

/** How the client list with the hash @sha256 was read in, else the last one. FALSE where none ever was. @overview must be empty. */
gboolean    ovs_selection_find_overview  (OvsTx *tx, const char *sha256, OvsSelectionOverview *overview);
void        ovs_selection_overview_clear (OvsSelectionOverview *overview);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsSelectionOverview, ovs_selection_overview_clear)

/** Who takes part. Returns: (transfer full): number without leading zeros → GINT_TO_POINTER (TRUE or FALSE), for every client. */
GHashTable *ovs_selection_read           (OvsTx *tx);

G_END_DECLS
