/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/database.h"

G_BEGIN_DECLS

/**
 * OvsPracticeRowCache:
 *
 * Which rows the lists have that were asked for last, so that each page of a list costs the same, however far it is. It knows them as long as
 * nothing is written, by whomever; after that they are found anew.
 */
typedef struct _OvsPracticeRowCache OvsPracticeRowCache;

OvsPracticeRowCache *ovs_practice_row_cache_new  (void);
void                 ovs_practice_row_cache_free (OvsPracticeRowCache *self);

/**
 * The first column of all rows of @sql with @values (an array of OvsPracticeValue), as gint64, in their order. @again as in
 * ovs_practice_db_query_array(). Returns: (transfer none): good until the next call.
 */
GArray              *ovs_practice_row_cache_find (OvsPracticeRowCache *self, OvsPracticeDb *db, const char *sql, GArray *values, gboolean again);

G_END_DECLS
