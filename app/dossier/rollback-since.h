/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * For rollback.c: what happened to clients and people after an operation. Steps that were taken back, imports that were, and their
 * taking back itself did not happen.
 */

/**
 * Fills temp.touched_person (employee) and temp.touched_client (employer) with whom a decision, an edit or a later import changed after
 * @sequence. That somebody was no longer in a file is no change.
 */
void ovs_since_collect_touched    (OvsTx *tx, gint64 sequence);

/**
 * Sets `result` to @result in @table (temp.back_person or temp.back_client) for those who were added, have no result yet, and of whom
 * something is kept in a table that refers to @parent by @key, other than those in @own (NULL-terminated).
 */
void ovs_since_mark_referred      (OvsTx *tx, const char *parent, const char *table, const char *key, int result, const char *const *own);

G_END_DECLS
