/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "intake/error.h"
#include "intake/request.h"
#include "intake/result.h"

G_BEGIN_DECLS

/**
 * ovs_intake_run:
 *
 * Reads an office file into the dossier, in one transaction. The file is inspected first, in the calling
 * thread: one that is refused as a whole takes no write lock. Its rows are then matched in the writer's
 * thread, on the employer number and the employee number without leading zeros:
 *
 * - the employments of an employee in the file replace those known; without a column for a date they stay;
 * - a column that is not in the file leaves what is known, an empty cell clears it; of rows that contradict
 *   each other the last wins;
 * - people of the employers in an employees file who are not in it are marked as missing, never deleted;
 * - rows of an unknown employer, or with a cell that cannot be read, are refused one by one;
 * - a file that holds two numbers which differ only in leading zeros is refused as a whole;
 * - one that looks like the wrong file is refused as a whole where the request asks for it, see rules/wrong-file.h;
 * - one with rows that were refused before, as ovs_intake_save_refused() wrote them, marks nobody as missing.
 *
 * Memory grows by some bytes per employee, not with the rows. Blocks; not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR, %OVS_INTAKE_ERROR, %OVS_DOSSIER_ERROR or
 * %G_IO_ERROR_CANCELLED, and nothing changed.
 */
OvsIntakeResult *ovs_intake_run (OvsDossier *dossier,
                                 const OvsIntakeRequest *request,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
