/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Where tables remember their columns: the key `tables` (a{sa(sib)}) of the schema nl.overstap.Overstap, per name of a table the id, width
 * and visibility of each column. Where that schema is not installed, nothing is remembered.
 */

/** The columns of the table @name. Returns: (nullable) (transfer full): of type a(sib). */
GVariant *ovs_table_memory_read  (const char *name);

/** Remembers @columns, of type a(sib); a floating reference is taken. */
void      ovs_table_memory_write (const char *name, GVariant *columns);

G_END_DECLS
