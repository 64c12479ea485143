/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_NOTICE (ovs_import_notice_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportNotice, ovs_import_notice, OVS, IMPORT_NOTICE, AdwBin)

/**
 * OvsImportNotice:
 *
 * Why a file cannot be looked at, or nothing can be read in at all, and the way on. Signals: "other-file"; "encoding" (int, -1
 * finds out).
 */
GtkWidget *ovs_import_notice_new            (void);

/** The file cannot be opened; @sentence says why. @offers_encoding: whether another one may help than @encoding (-1: found out). */
void       ovs_import_notice_show_refused   (OvsImportNotice *self, const char *sentence, int encoding, gboolean offers_encoding);

/** The dossier is open to read only. */
void       ovs_import_notice_show_read_only (OvsImportNotice *self);

G_END_DECLS
