/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/standing.h"

G_BEGIN_DECLS

/**
 * OvsOutcomeRow:
 *
 * How one employee stands after the conversion. Everything is borrowed and valid during the callback only.
 */
typedef struct
{
  gint64 employee;
  gint64 employer;
  const char *employer_number;
  const char *employee_number;
  OvsAccess werknemerloket;
  OvsAccess mijnloket;
  OvsStanding standing;
  const char *reason;  /* (nullable) code of the latest refusal, see dossier/journal.h */
  const char *message; /* (nullable) Loket's own words, or those of its uitvallijst */
  gint64 attempts;     /* invitations that were sent */
  gboolean active;      /* has an active employment today */
  gboolean newcomer;    /* first seen after the client was converted, and not submitted */
  gboolean was_fallout; /* refused at least once, or on Loket's uitvallijst */
  gboolean converted;   /* something was asked of Loket for his client */
  gboolean no_access_needed; /* so it was decided, see follow-up.h */
  OvsDay snoozed_until; /* not shown as work before that day; %OVS_NO_DAY for none */
} OvsOutcomeRow;

typedef void (*OvsOutcomeFunc) (const OvsOutcomeRow *row, gpointer data);

/** The figures of `apply` and `track`: counts of the whole dossier. */
typedef struct
{
  gint64 submitted;
  gint64 invited; /* an invitation was confirmed */
  gint64 fallout;
  gint64 unknown;
  gint64 blocked;
  gint64 stranded;
  gint64 perhaps_stranded;
  gint64 both_portals;
  gint64 pending;
  gint64 linked;
  gint64 expired;
  gint64 failed;
  gint64 newcomers; /* beside these: new at a client since it was converted */
} OvsOutcomeCounts;

/** Calls @func for everybody, in the order of the dossier. @today: the day on which being active is judged. */
void ovs_outcomes_foreach (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data);

/** The same for those only who were sent or stand on Loket's uitvallijst; and with all of whom there is something to count: also those
 * with a word about MijnLoket. */
void ovs_outcomes_foreach_sent     (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data);
void ovs_outcomes_foreach_involved (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data);

/** Calls @func for one employee; FALSE where there is none. */
gboolean ovs_outcomes_get (OvsTx *tx, OvsDay today, gint64 employee, OvsOutcomeFunc func, gpointer data);

/** The figures. Always: submitted = invited + fallout + unknown. */
void ovs_outcomes_count   (OvsTx *tx, OvsDay today, OvsOutcomeCounts *counts);

/** The figures of the clients of one round (its id). */
void ovs_outcomes_count_wave (OvsTx *tx, OvsDay today, gint64 wave, OvsOutcomeCounts *counts);

/** Adds one to the counts. */
void ovs_outcomes_add     (OvsOutcomeCounts *counts, const OvsOutcomeRow *row);

/**
 * For this room: who counts besides those who were sent or stand on the uitvallijst, as further terms of a UNION: who has a word about MijnLoket, or needs no
 * access; and of converted clients, who came since or is blocked in Werknemerloket.
 */
#define OVS_OUTCOMES_OTHERS_INVOLVED \
  "UNION SELECT employee FROM access WHERE portal = 'mijnloket' AND status <> 'NoAccessToClient' " \
  "UNION SELECT employee FROM follow_up WHERE no_access_on IS NOT NULL " \
  "UNION SELECT e.id FROM (SELECT employer, min(sent) AS converted FROM request WHERE kind = 'invite' GROUP BY employer) r " \
  "CROSS JOIN employee e ON e.employer = r.employer WHERE e.first_seen > r.converted OR EXISTS (SELECT 1 FROM access a " \
  "WHERE a.employee = e.id AND a.portal = 'werknemerloket' AND a.status IN ('AccessToClientIsBlocked', 'UserIsBlocked')) "

/** For this room: the same as ovs_outcomes_foreach() for the people in temp.circle. */
void ovs_outcomes_foreach_in_circle (OvsTx *tx, OvsDay today, OvsOutcomeFunc func, gpointer data);

/** The lines of Loket's own uitvallijst whose person is not known here. */
typedef void (*OvsUnknownFalloutFunc) (const char *employer_number, const char *employee_number, const char *name, const char *reason, gpointer data);
void ovs_outcomes_unknown_fallout (OvsTx *tx, OvsUnknownFalloutFunc func, gpointer data);

G_END_DECLS
