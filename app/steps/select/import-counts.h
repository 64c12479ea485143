/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "intake/result.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_COUNTS (ovs_import_counts_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportCounts, ovs_import_counts, OVS, IMPORT_COUNTS, AdwBin)

/**
 * OvsImportCounts:
 *
 * What the whole file would do: new, changed, unchanged, no longer in it, refused; or why it cannot be read in so.
 *
 * Signals: "save-refused", "other-file".
 */
GtkWidget *ovs_import_counts_new           (void);

/** Nothing can be counted yet; @why is said instead. */
void       ovs_import_counts_show_waiting  (OvsImportCounts *self, const char *why);

/** The file is being counted. */
void       ovs_import_counts_show_counting (OvsImportCounts *self);

/** How far that is, from 0 to 1; for a file that takes long. */
void       ovs_import_counts_set_progress  (OvsImportCounts *self, double fraction);

void       ovs_import_counts_show_result   (OvsImportCounts *self, const OvsIntakeResult *result);

/** The file as a whole cannot be read in so; @sentence says why and what to do. */
void       ovs_import_counts_show_refusal  (OvsImportCounts *self, const char *sentence);

G_END_DECLS
