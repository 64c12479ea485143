/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** The two portals, as stored. */
#define OVS_PORTAL_WERKNEMERLOKET "werknemerloket"
#define OVS_PORTAL_MIJNLOKET      "mijnloket"

/** Where an observation comes from. */
typedef enum
{
  OVS_ACCESS_FROM_EMPLOYEES, /* a plain employees file: never overrides an observation of the other two */
  OVS_ACCESS_FROM_STATUS,    /* a status or migration list */
  OVS_ACCESS_FROM_LOKET,     /* Loket itself */
} OvsAccessSource;

/**
 * ovs_access_record:
 * @portal: %OVS_PORTAL_WERKNEMERLOKET or %OVS_PORTAL_MIJNLOKET
 * @status: Loket's word, also one that is not known; empty or NULL tells nothing
 * @as_of: the instant at which it was so, as ovs_clock_to_iso() writes it
 * @sequence: the operation, for the history; 0 writes none (somebody who is new has no history)
 *
 * Writes down an observed fact. The latest as-of holds, whatever its source; only a plain employees file never overrides an observation.
 * Returns: TRUE when the value changed.
 */
gboolean ovs_access_record (OvsTx *tx, gint64 employee, const char *portal, const char *status, OvsAccessSource source,
                            const char *as_of, gint64 sequence);

/**
 * Joins what the operation @sequence wrote into the history of this access into one line, or none where it is again what it was:
 * for a person of whom one file tells twice. Returns: TRUE when it differs from before the operation.
 */
gboolean ovs_access_settle (OvsTx *tx, gint64 employee, const char *portal, gint64 sequence);

/** The status as known. Returns: (transfer full) (nullable): NULL for unknown. */
char    *ovs_access_get    (OvsTx *tx, gint64 employee, const char *portal);

/** Calls @func for each status that somebody has at a portal: Loket's words, also those that are not known. Looks at everybody. */
typedef void (*OvsAccessWordFunc) (const char *portal, const char *word, gint64 people, gpointer data);
void     ovs_access_foreach_word (OvsTx *tx, OvsAccessWordFunc func, gpointer data);

G_END_DECLS
