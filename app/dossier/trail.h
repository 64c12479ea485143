/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * The trail: one entry per operation, chained by hash, with ids, codes and counts only. Names and free text stand apart, referred to by
 * a salted hash, so that they can be removed while the chain still verifies.
 */

/** Reserves the entry of the running operation, so that what it changes can refer to it. Returns: its sequence number. */
gint64   ovs_trail_begin  (OvsTx *tx);

/**
 * ovs_trail_end:
 * @sequence: from ovs_trail_begin()
 * @operation: a code: import, select, exclude …
 * @detail: a JSON object with ids, codes and counts; never a name or free text
 * @note: (nullable): free text, stored apart
 *
 * Writes the entry. Must be the same transaction.
 */
void     ovs_trail_end    (OvsTx *tx, gint64 sequence, const char *operation, const char *detail, const char *note);

/** What changed of whom: @field from @old to @new (each nullable), by the operation @sequence. 0 for no employer or employee. */
void     ovs_history_add  (OvsTx *tx, gint64 sequence, gint64 employer, gint64 employee, const char *field, const char *old, const char *new_value);

/**
 * ovs_trail_foreach:
 *
 * Calls @func for each entry in order, with the texts still there ("" where removed). For the export and for verifying.
 */
typedef void (*OvsTrailFunc) (gint64 sequence, const char *at, const char *operation, const char *detail, const char *actor,
                              const char *note, const char *hash, gpointer data);
void     ovs_trail_foreach (OvsTx *tx, OvsTrailFunc func, gpointer data);

/** Checks the whole chain. Returns: the first sequence number whose hash is wrong, 0 when all are right. */
gint64   ovs_trail_verify  (OvsTx *tx, gint64 *entries);

G_END_DECLS
