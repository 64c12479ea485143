/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "csv/preview.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_PREVIEW_GRID (ovs_import_preview_grid_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportPreviewGrid, ovs_import_preview_grid, OVS, IMPORT_PREVIEW_GRID, GtkWidget)

/**
 * OvsImportPreviewGrid:
 *
 * The first rows of a file as they will be read: per column what it means, a button that changes that, and under it what the file
 * calls it. Of a column that is never read only the header is in it.
 *
 * Signal "meaning" (guint column, guint field): a user gave the column another meaning, or none (%OVS_CSV_NO_FIELD).
 */
GtkWidget *ovs_import_preview_grid_new  (void);

/** Shows @preview (transfer none), which must live until another one is shown. The focus stays where it is. */
void       ovs_import_preview_grid_show (OvsImportPreviewGrid *self, const OvsCsvPreview *preview);

G_END_DECLS
