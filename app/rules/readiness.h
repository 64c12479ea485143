/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "rules/told.h"

G_BEGIN_DECLS

/**
 * OvsHindrance:
 *
 * What stands in the way of a client, or may do so, in the order in which it weighs. Only codes leave the program, see OvsHindranceRule.
 */
typedef enum
{
  OVS_HINDRANCE_WITHDRAWAL_OPEN,
  OVS_HINDRANCE_MIJNLOKET_OFF,
  OVS_HINDRANCE_ADDENDUM_NOT_SIGNED,
  OVS_HINDRANCE_RIGHT_LACKS,
  OVS_HINDRANCE_STOPPERS,

  OVS_HINDRANCE_DECISIONS,

  OVS_HINDRANCE_FUNCTIONS_LOST,
  OVS_HINDRANCE_NOT_IN_FILE,
  OVS_HINDRANCE_NOT_IN_LOKET,
  OVS_HINDRANCE_MIJNLOKET_NOT_SHOWN,
  OVS_HINDRANCE_NO_RIGHTS,
  OVS_HINDRANCE_RIGHT_LACKS_BESIDE,
  OVS_HINDRANCE_CONTACT_LEFT,
  OVS_HINDRANCE_NO_CONTACT_EMAIL,
  OVS_HINDRANCE_PAYDAY,
  OVS_HINDRANCE_SHORT_NOTICE,

  OVS_HINDRANCE_MIJNLOKET_UNKNOWN,
  OVS_HINDRANCE_ADDENDUM_UNKNOWN,
  OVS_HINDRANCE_EMPLOYEES_UNKNOWN,
  OVS_HINDRANCE_FUNCTIONS_UNKNOWN,
  OVS_HINDRANCE_PRODUCT_UNKNOWN,
  OVS_HINDRANCE_RIGHTS_UNKNOWN,
  OVS_HINDRANCE_PAYDAY_UNKNOWN,

  OVS_HINDRANCE_NO_PRODUCT,
  OVS_HINDRANCE_NOBODY_IN_WERKNEMERLOKET,
  OVS_HINDRANCE_INVITED_BEFORE_WITHDRAWAL,
  OVS_HINDRANCE_PARTLY_OVER,
  OVS_HINDRANCE_LEAVING,
  OVS_HINDRANCE_PAYDAY_BY_REFERENCE_DATE,
  OVS_HINDRANCE_NOT_INFORMED,
} OvsHindrance;

#define OVS_N_HINDRANCES (OVS_HINDRANCE_NOT_INFORMED + 1)

typedef enum
{
  OVS_HINDRANCE_KIND_STOPS,   /* the client, or some of its people, cannot go over like this */
  OVS_HINDRANCE_KIND_DECIDE,  /* waits for a decision */
  OVS_HINDRANCE_KIND_WARNING,
  OVS_HINDRANCE_KIND_UNKNOWN, /* nobody has told; never taken for well */
  OVS_HINDRANCE_KIND_INFO,
} OvsHindranceKind;

/** What employees do in Werknemerloket today and perhaps cannot do in MijnLoket; a set. */
typedef enum
{
  OVS_FUNCTION_LEAVE = 1 << 0,
  OVS_FUNCTION_EXPENSES = 1 << 1,
  OVS_FUNCTION_CHANGES = 1 << 2,
} OvsFunctions;

/**
 * OvsHindranceRule:
 * @code: never renamed
 * @quiet: told where the client is looked at by itself; a whole list would be full of it
 * @source: as of OvsRule
 * @title, @why, @remedy: English message ids; shown by ovs_readiness_title() and its sisters. A counted one has no title.
 */
typedef struct
{
  const char *code;
  OvsHindranceKind kind;
  gboolean quiet;
  const char *source;
  const char *title;
  const char *why;
  const char *remedy;
} OvsHindranceRule;

/** The rule of a @hindrance. Returns: (transfer none). */
const OvsHindranceRule *ovs_hindrance_get (OvsHindrance hindrance);

/**
 * OvsReadinessFacts:
 * @excluded: the whole client takes no part
 * @withdrawal_open: Loket still has it on a list, see OvsWithdrawal
 * @invited: how many of its people have an invitation or are over
 * @over: everybody who had to go has gone
 * @missing: an earlier client list had it, the last one does not
 * @addendum: whether the firm has signed the addendum that MijnLoket asks for
 * @tier: (nullable): variant of MijnLoket
 * @in_loket: whether the one who signed in to Loket sees this client there; unknown without a connection
 * @rights: whether the handler may do the conversion in Loket
 * @by_api: the program converts it, as the user who signed in
 * @rights_told: whether Loket told what that user may do there; unknown where it was not asked
 * @lacking: (nullable): Loket's names of what that user may not, see rules/activity.h
 * @shown_mijnloket: whether Loket showed MijnLoket among its products when it was asked; unknown else
 * @ready, @decide, @stoppers: its people in scope; @done: those who have an invitation or are over
 * @without_werknemerloket: left out because they have no access there
 * @leaving: whose last employment ends by or around @date
 * @date: day of its round, else the reference date
 * @planned: @date is that of a round
 *
 * What is known of a client. Texts are borrowed.
 */
typedef struct
{
  gboolean excluded;
  gboolean withdrawal_open;
  gint64 invited;
  gboolean over;
  gboolean selected;
  gboolean missing;
  OvsTold addendum;
  OvsTold mijnloket;
  OvsTold product_500;
  const char *tier;
  OvsTold uses_leave;
  OvsTold uses_expenses;
  OvsTold uses_changes;
  gboolean has_contact_email;
  gboolean contact_left;
  OvsTold in_loket;
  OvsTold rights;
  gboolean by_api;
  OvsTold rights_told;
  const char *lacking;
  OvsTold shown_mijnloket;
  gint64 employees;
  gint64 ready;
  gint64 decide;
  gint64 stoppers;
  gint64 done;
  gint64 without_werknemerloket;
  gint64 leaving;
  const char *payroll;
  const char *payday;
  OvsDay informed_on;
  OvsDay date;
  gboolean planned;
} OvsReadinessFacts;

/**
 * OvsReadinessPoint:
 * @count: of people, 0 where it does not count them
 * @functions: for %OVS_HINDRANCE_FUNCTIONS_LOST
 * @day: for a payday
 * @activities: for a right that lacks: a set, the bit of each is its place in ovs_activities()
 */
typedef struct
{
  OvsHindrance hindrance;
  gint64 count;
  OvsFunctions functions;
  OvsDay day;
  guint activities;
} OvsReadinessPoint;

/** Everything that stands in the way of one client, what weighs most first. */
typedef struct
{
  OvsReadinessPoint points[OVS_N_HINDRANCES];
  guint n_points;
} OvsReadiness;

/** Judges a client. What is not known becomes a point of its own; a client that is over, or takes no part, has nothing else to do. */
void                     ovs_readiness_judge    (const OvsReadinessFacts *facts, OvsReadiness *readiness);

/**
 * The point that weighs most among those of which a list tells. @more: (out) (optional): how many others there are, of the same kinds.
 * Returns: (transfer none) (nullable): NULL where nothing stands in the way and nothing is unknown.
 */
const OvsReadinessPoint *ovs_readiness_worst    (const OvsReadiness *readiness, guint *more);

/** Whether the client, or some of its people, cannot go over as it is. */
gboolean                 ovs_readiness_stops    (const OvsReadiness *readiness);

/** Which of what is used today the variant of MijnLoket does not have. Only what is known to be used counts. @tier: (nullable). */
OvsFunctions             ovs_readiness_lost     (const char *tier, OvsTold leave, OvsTold expenses, OvsTold changes);

/** In the user's language: in few words ("4 stoppers"), why it matters, what to do. Returns: (transfer full), the last (transfer none). */
char                    *ovs_readiness_title    (const OvsReadinessPoint *point);
char                    *ovs_readiness_why      (const OvsReadinessPoint *point);
const char              *ovs_readiness_remedy   (const OvsReadinessPoint *point);

G_END_DECLS
