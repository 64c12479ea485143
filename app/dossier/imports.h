/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * ovs_imports_begin:
 * @kind: employers, employees, status, fallout
 * @mapping: a JSON object, field → header
 *
 * Writes down that a file (or Loket) is read in. Returns: the id of the import; *@sequence is its entry in the trail, which the caller ends.
 */
gint64 ovs_imports_begin (OvsTx *tx, const char *kind, const char *file_name, const char *sha256, const char *mapping,
                          const char *encoding, const char *delimiter, gint64 *sequence);

/**
 * One line of Loket's uitvallijst. @employee: 0 where the person is not known here.
 * Returns: 0 unchanged, 1 added, 2 changed.
 */
int    ovs_imports_store_fallout (OvsTx *tx, gint64 import, gint64 employee, const char *employer_number, const char *employee_number,
                                  const char *name, const char *reason);

G_END_DECLS
