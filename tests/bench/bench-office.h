/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * A dossier of an invented office with @employees people, read in as an office would: from two files. It is made once and kept in the
 * folder for temporary files; all clients but every tenth are chosen and everybody is judged. Aborts where that fails. Returns: (transfer
 * full): the path of a copy of it, for this run.
 */
char *bench_office (guint employees);

/** Takes the copy away. */
void  bench_office_remove (const char *path);
