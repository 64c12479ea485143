/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "intake/result.h"
#include "steps/select/import-choice.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_LOOK (ovs_import_look_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportLook, ovs_import_look, OVS, IMPORT_LOOK, AdwBin)

/**
 * OvsImportLook:
 *
 * A file before it is read in: what it is, what its columns mean, what has to be chosen and what the whole of it would do.
 *
 * Signals: "changed": the user chose something, which is in the choice already; "save-refused"; "other-file"; "despite" (the code of a brake):
 * the file is right all the same; "failed" (GError): a kept layout could not be changed.
 */
GtkWidget *ovs_import_look_new           (void);

/** Shows @preview of the file of @choice; both (transfer none) must live until others are shown. */
void       ovs_import_look_show_file     (OvsImportLook *self, OvsImportChoice *choice, const OvsCsvPreview *preview);

/** Shows the layouts that were kept, as they are now. */
void       ovs_import_look_show_layouts  (OvsImportLook *self);

/** The whole file is being counted; how far that is, for one that takes long. */
void       ovs_import_look_show_counting (OvsImportLook *self);
void       ovs_import_look_set_progress  (OvsImportLook *self, double fraction);

void       ovs_import_look_show_counted  (OvsImportLook *self, const OvsIntakeResult *result);

/** Shows the brakes of @result (nullable) that nobody has @answered yet. */
void       ovs_import_look_show_brakes   (OvsImportLook *self, const OvsIntakeResult *result, const char *const *answered);

/** It cannot be read in so; @sentence says why. */
void       ovs_import_look_show_refusal  (OvsImportLook *self, const char *sentence);

G_END_DECLS
