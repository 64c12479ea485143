/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/rollback.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_BACK (ovs_import_back_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportBack, ovs_import_back, OVS, IMPORT_BACK, AdwBin)

/**
 * OvsImportBack:
 *
 * What came of taking an import back, in three numbers. Signal: "history": to what was read in earlier.
 */
GtkWidget *ovs_import_back_new  (void);

/** @name: of the file. */
void       ovs_import_back_show (OvsImportBack *self, const char *name, const OvsRollback *back);

G_END_DECLS
