/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* Who is in the migration list of employer ?1: has Werknemerloket, is not invited yet and has no account at this employer. */
#define OVS_PRACTICE_TO_MIGRATE                                                                              \
  "employee e WHERE e.employer = ?1 AND e.wnl = 'HasAccessToClient' AND e.ess NOT IN ('HasAccessToClient', 'InvitePending')"

/* Without a private address there is nowhere to send an invitation: Loket's stopper. */
#define OVS_PRACTICE_HAS_ADDRESS "e.email IS NOT NULL AND e.email <> ''"

/* Somebody else at the employer has the same address: Loket's warning. */
#define OVS_PRACTICE_SHARES_ADDRESS                                                                          \
  "lower (e.email) IN (SELECT lower (email) FROM employee WHERE employer = ?1 AND email <> '' GROUP BY 1 HAVING count (*) > 1)"

/** Ticks or unticks somebody, until the ticks of the employer are applied. Who cannot be ticked stays as he is. */
void   ovs_practice_migration_tick       (OvsPracticeState *state, gint64 employer, gint64 employee, gboolean ticked);

/* Whom somebody looks for: ?2 is a pattern, ?3 a number. */
#define OVS_PRACTICE_SOUGHT_EMPLOYEE                                                                         \
  "(e.formatted_name LIKE ?2 ESCAPE '\\' OR e.email LIKE ?2 ESCAPE '\\' OR e.number = ?3)"

/** Ticks everybody who can be, or nobody, of those with @pattern in the name or address, or with employee number @number. */
void   ovs_practice_migration_tick_all   (OvsPracticeState *state, gint64 employer, const char *pattern, gint64 number, gboolean ticked);

/** How many of the list are ticked; @shared: (out) (optional): so many of them with an address that is not unique. */
gint64 ovs_practice_migration_count      (OvsPracticeState *state, gint64 employer, gint64 *shared);

/**
 * Blocks Werknemerloket at once for everybody who is ticked, and has the invitations sent as one collective action.
 * @failing: share of them whose invitation fails on order, see practice/doors/faults.h
 * Returns: the row id of the action; 0 when nobody is ticked.
 */
gint64 ovs_practice_migration_apply      (OvsPracticeState *state, gint64 employer, double failing);

G_END_DECLS
