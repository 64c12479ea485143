/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "csv/preview.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_ADVANCED (ovs_import_advanced_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportAdvanced, ovs_import_advanced, OVS, IMPORT_ADVANCED, AdwBin)

/**
 * OvsImportAdvanced:
 *
 * What few people need about a file: its encoding, its delimiter and the line with the headers.
 *
 * Signals: "encoding" (int, -1 finds out), "delimiter" (string, empty finds out), "header" (guint line);
 * "failed" (GError): a kept layout could not be changed.
 */
GtkWidget *ovs_import_advanced_new  (void);

/** Shows what holds for @preview. @encoding: the one that was chosen, -1 for none. */
void       ovs_import_advanced_show (OvsImportAdvanced *self, const OvsCsvPreview *preview, int encoding);

/** Shows the layouts that were kept, as they are now. */
void       ovs_import_advanced_show_layouts (OvsImportAdvanced *self);

/** A list to choose an encoding from, with finding out as its first item. Returns: (transfer full). */
GtkStringList *ovs_import_advanced_list_encodings (void);

G_END_DECLS
