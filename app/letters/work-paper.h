/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * Saves the work list as a PDF of A4 to print: every client begins on a page of its own, with a box to tick for each employee who goes along, and
 * below them whom not to tick and why. Readable by its owner only; there whole or not at all. @wave and @employer: as for
 * ovs_work_list_foreach(). @pages: (out): 0, and no file, where nobody is to be ticked. FALSE with a %G_FILE_ERROR.
 */
gboolean ovs_work_paper_save (OvsTx *tx, gint64 wave, gint64 employer, const char *path, guint *pages, GError **error);

G_END_DECLS
