/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "csv/reader.h"
#include "intake/request.h"
#include "intake/result.h"

G_BEGIN_DECLS

/**
 * ovs_intake_save_refused:
 * @request: by which the file was read
 * @result: what came of it; a dry run will do
 * @target: the file to write
 *
 * Writes the refused rows with all their own columns, but for those that are never stored, and a last column that says why; to be
 * mended and read again. Blocks; needs no dossier.
 *
 * Returns: FALSE with an %OVS_CSV_ERROR (%OVS_CSV_ERROR_CHANGED when the file is no longer the one that was read) or
 * %G_IO_ERROR_CANCELLED, and nothing written.
 */
gboolean ovs_intake_save_refused (const OvsIntakeRequest *request,
                                  const OvsIntakeResult *result,
                                  const char *target,
                                  GCancellable *cancellable,
                                  GError **error);

/** For this room: the column that ovs_intake_save_refused() added to the file that is read, from 0; -1 for none. */
int      ovs_intake_find_reason_column (OvsCsvReader *reader);

G_END_DECLS
