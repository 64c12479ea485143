/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table-source.h"

G_BEGIN_DECLS

#define FAKE_TYPE_SOURCE (fake_source_get_type ())
G_DECLARE_FINAL_TYPE (FakeSource, fake_source, FAKE, SOURCE, GObject)

/**
 * FakeSource:
 *
 * Rows that are made up, in a thread as those of a dossier are read: row 1 to @n_rows, the id times 7 as its number. Its first columns are
 * "nr" (backwards when sorted descending) and "client"; every sixth row is a stopper, each kind of cell follows from the id. The search
 * is a digit that the id ends in; the filter "even" leaves half, "none" leaves nothing. Rows can be ticked, but for every tenth.
 */
FakeSource *fake_source_new       (guint n_rows, guint n_columns);

void        fake_source_set_n     (FakeSource *self, guint n_rows);
void        fake_source_set_tick  (FakeSource *self, gint64 id, gboolean ticked);

/** How many rows it handed out, and how many queries it was asked. */
guint       fake_source_n_fetched (FakeSource *self);
guint       fake_source_n_queries (FakeSource *self);

G_END_DECLS
