/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_HISTORY (ovs_import_history_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportHistory, ovs_import_history, OVS, IMPORT_HISTORY, AdwBin)

/**
 * OvsImportHistory:
 *
 * What was read in earlier, newest first: which file, when, by whom, with its counts; each can be taken back. Signals: "take-back" (the id
 * of the import, the name of its file), "other-file".
 */
GtkWidget *ovs_import_history_new  (void);

/** Reads the list again. */
void       ovs_import_history_load (OvsImportHistory *self, OvsWorkspace *workspace);

G_END_DECLS
