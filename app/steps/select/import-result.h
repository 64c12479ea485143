/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "intake/result.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_RESULT (ovs_import_result_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportResult, ovs_import_result, OVS, IMPORT_RESULT, AdwBin)

/**
 * OvsImportResult:
 *
 * What came of reading a file in. Signals: "save-refused", "other-file".
 */
GtkWidget *ovs_import_result_new  (void);

/** @name: of the file. */
void       ovs_import_result_show (OvsImportResult *self, const char *name, const OvsIntakeResult *result);

G_END_DECLS
