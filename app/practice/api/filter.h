/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/database.h"

G_BEGIN_DECLS

typedef enum
{
  OVS_PRACTICE_FIELD_PLAIN,
  OVS_PRACTICE_FIELD_DAY,       /* compared with a quoted ISO day */
  OVS_PRACTICE_FIELD_ORDER_ONLY /* a list cannot be filtered by it */
} OvsPracticeFieldKind;

/* A field that a list can be filtered and ordered by, and the SQL that stands for it. */
typedef struct
{
  const char *name;
  const char *sql;
  OvsPracticeFieldKind kind;
} OvsPracticeField;

/**
 * ovs_practice_filter_to_sql:
 * @fields: closed by a line without a name
 * @sql: a condition between parentheses is appended
 * @values: the literals are appended
 *
 * Reads Loket's `field op literal`, joined by `and` and `or`, with the operators eq, ne, gt, ge, lt and le. Only SQL of
 * @fields gets into @sql; every literal is bound.
 * Returns: FALSE for anything else, with @sql and @values in an undefined state.
 */
gboolean ovs_practice_filter_to_sql (const char *filter, const OvsPracticeField *fields, GString *sql, GArray *values);

/** Reads `-field,field` into an ORDER BY list. FALSE for an unknown field. */
gboolean ovs_practice_order_to_sql  (const char *order, const OvsPracticeField *fields, GString *sql);

G_END_DECLS
