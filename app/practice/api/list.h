/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"
#include "practice/api/filter.h"

G_BEGIN_DECLS

/**
 * OvsPracticeList:
 *
 * A list resource: the SQL of its rows and how one becomes JSON. `source` is what follows FROM, and ends with a WHERE clause in
 * which the parent's row id, if any, is `?1`. A list that can be long also has `row`, the column of `source` that tells its rows apart, and
 * `one`, what follows FROM for the columns of the row that is `?1`: then a page far away costs what the first one does.
 */
typedef struct
{
  const char *columns;
  const char *source;
  const char *order;
  const char *row; /* (nullable) */
  const char *one; /* (nullable) */
  const OvsPracticeField *fields; /* (nullable) without: no filter, no orderBy */
  void (*put) (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange); /* inside the item's object */
} OvsPracticeList;

/** Answers with the page that the query asks for. @values (transfer full) (nullable) are bound to `source`. */
void ovs_practice_list_reply     (OvsPracticeExchange *exchange, const OvsPracticeList *list, GArray *values);

/** The same for a list under one parent, whose row id is `?1`. */
void ovs_practice_list_reply_for (OvsPracticeExchange *exchange, const OvsPracticeList *list, gint64 parent);

/** The same, all on one page unless the query asks for a pageSize. */
void ovs_practice_list_reply_whole (OvsPracticeExchange *exchange, const OvsPracticeList *list, GArray *values);

/** Opens a list envelope for @total rows of which all are on this page; the builder is inside `_embedded`. Returns: (transfer full). */
OvsPracticeJson *ovs_practice_list_begin (OvsPracticeExchange *exchange, int total);
void         ovs_practice_list_end   (OvsPracticeExchange *exchange, OvsPracticeJson *json);

G_END_DECLS
