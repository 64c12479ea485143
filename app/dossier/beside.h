/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsBeside:
 *
 * For this room: rows that only some people have, walked beside a walk of people. Both are in the order of the employee's id, so that
 * nobody is looked up. The first column is the employee.
 */
typedef struct
{
  OvsRows rows;
  gboolean more;
  gboolean used;   /* the row that it is at was handed out */
  gint64 employee; /* of that row */
} OvsBeside;

/** @sql: without parameters */
void     ovs_beside_open     (OvsBeside *self, OvsTx *tx, const char *sql);

/** The same with one parameter. */
void     ovs_beside_open_one (OvsBeside *self, OvsTx *tx, const char *sql, gint64 employee);

/** Goes on to the next row of @employee, who is never before one that was asked for earlier. FALSE where there is none (any more). */
gboolean ovs_beside_next     (OvsBeside *self, gint64 employee);

void     ovs_beside_close    (OvsBeside *self);

G_END_DECLS
