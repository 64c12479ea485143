/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * ovs_imports_begin:
 * @kind: employers, employees, status, fallout
 * @mapping: a JSON object, field → header; `repair-encoding` → `yes` where text encoded twice was set right
 *
 * Writes down that a file (or Loket) is read in. Returns: the id of the import; *@sequence is its entry in the trail, which the caller ends.
 */
gint64 ovs_imports_begin (OvsTx *tx, const char *kind, const char *file_name, const char *sha256, const char *mapping,
                          const char *encoding, const char *delimiter, gint64 *sequence);

/** Remembers on which line the header of its file stands, and of which day the file is (%OVS_NO_DAY for unknown). */
void   ovs_imports_describe (OvsTx *tx, gint64 import, guint64 header_line, OvsDay file_day);

/**
 * OvsFalloutEntry:
 * @id: 0 for one that is not stored yet
 * @employee: the person, 0 where he is not known here
 * @employer_number: as the dossier has it
 * @employee_number: as the dossier has it; as the list has it where the person is not known; may be empty
 * @name: as the list has it; may be empty
 * @apart: it is stored, but not yet as that of @employee
 * @again: the person was submitted since, so that the same line tells something new
 *
 * One line of Loket's uitvallijst. There is one for each known person, and for each combination of numbers and name of the others.
 */
typedef struct
{
  gint64 id;
  gint64 employee;
  const char *employer_number;
  const char *employee_number;
  const char *name;
  gboolean apart;
  gboolean again;
} OvsFalloutEntry;

/**
 * Finds the line about the same person and sets @id, @apart and @again; one that was kept apart before the person was known is his too.
 * Returns: (transfer full) (nullable): the reason as stored; NULL and an id of 0 where there is none.
 */
char  *ovs_imports_find_fallout  (OvsTx *tx, OvsFalloutEntry *entry);

/** Stores the line, new (an id of 0, which is set) or with another reason or another person than before. */
void   ovs_imports_store_fallout (OvsTx *tx, gint64 import, OvsFalloutEntry *entry, const char *reason);

/** Whether something was asked of Loket for any client, and for this one: that its people be invited. */
gboolean ovs_imports_anything_asked (OvsTx *tx);
gboolean ovs_imports_was_asked      (OvsTx *tx, gint64 employer);

G_END_DECLS
