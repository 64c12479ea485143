/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "csv/profiles.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_LAYOUT_ROWS (ovs_import_layout_rows_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportLayoutRows, ovs_import_layout_rows, OVS, IMPORT_LAYOUT_ROWS, GObject)

/**
 * OvsImportLayoutRows:
 *
 * The layouts that were kept, as rows of an expander: each can get another name, be forgotten, and be put back until the rows are
 * filled anew.
 *
 * Signals: "failed" (GError): a change could not be kept.
 */
OvsImportLayoutRows *ovs_import_layout_rows_new  (AdwExpanderRow *expander);

/** Reads and shows what there is now. */
void                 ovs_import_layout_rows_fill (OvsImportLayoutRows *self);

G_END_DECLS
