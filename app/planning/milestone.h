/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "rules/route.h"

G_BEGIN_DECLS

/** What is to be done around the day of a round, in the order of its time line. The days are our own advice, but for two weeks' notice. */
typedef enum
{
  OVS_MILESTONE_OVERVIEW,         /* T−28: Loket is asked for the overview of clients */
  OVS_MILESTONE_READ_IN,          /* T−21: employees are read in and judged */
  OVS_MILESTONE_ANSWERS,          /* T−16: what stands in the way lies with the clients */
  OVS_MILESTONE_CLIENT_MAIL,      /* T−14: the last day on which clients can be informed in time */
  OVS_MILESTONE_EMPLOYEES,        /* T−7: the clients told their employees */
  OVS_MILESTONE_READ_AGAIN,       /* T−7: who came or left since */
  OVS_MILESTONE_FREEZE,           /* T−3: from now on the round stands */
  OVS_MILESTONE_HAND_IN,          /* T−2: the client list goes to Loket, or the work list is made */
  OVS_MILESTONE_CONVERSION,       /* T */
  OVS_MILESTONE_RESULTS,          /* T+1: nobody is unknown or without access */
  OVS_MILESTONE_FALLOUT,          /* T+3: the uitvallijst is worked off */
  OVS_MILESTONE_FOLLOW_UP,        /* T+5 to T+7: who is not over yet is reminded */
  OVS_MILESTONE_SECOND_FOLLOW_UP, /* T+14 */
  OVS_MILESTONE_CLOSE,            /* T+30 */
  OVS_N_MILESTONES
} OvsMilestone;

/** How far one is. */
typedef enum
{
  OVS_MILESTONE_AHEAD,      /* not due yet */
  OVS_MILESTONE_DUE,        /* today, or these days */
  OVS_MILESTONE_LATE,
  OVS_MILESTONE_DONE,
  OVS_MILESTONE_PASSED,     /* the round went without it */
  OVS_MILESTONE_NOT_NEEDED, /* by the route of the round */
} OvsMilestoneState;

/**
 * OvsMilestoneRound:
 * @day: %OVS_NO_DAY while it has none
 * @begun: something of it was sent
 * @finished: and nobody of it is left to be invited
 *
 * What all milestones of a round follow from.
 */
typedef struct
{
  OvsDay day;
  OvsDay today;
  OvsRoute route;
  gboolean begun;
  gboolean finished;
} OvsMilestoneRound;

/**
 * OvsMilestoneFact:
 * @known: the dossier tells by itself how far it is; then @open and @done_on hold
 * @open: how many clients or people it is still to be done for, see ovs_milestone_counts_people()
 * @done_on: the latest day on which something of it was done; %OVS_NO_DAY where that is not kept
 * @ticked_on: when somebody ticked it off; %OVS_NO_DAY while nobody did
 * @ticked_by: (nullable) (not owned)
 *
 * What is known of one milestone of a round. Begins empty.
 */
typedef struct
{
  gboolean known;
  gint64 open;
  OvsDay done_on;
  OvsDay ticked_on;
  const char *ticked_by;
} OvsMilestoneFact;

/** `client-mail`, `freeze` …: in the dossier, in `--json` and in calendars. Returns: (transfer none). */
const char       *ovs_milestone_code          (OvsMilestone milestone);

/** FALSE for a code that is none. @code: (nullable). */
gboolean          ovs_milestone_from_code     (const char *code, OvsMilestone *milestone);

/** "T−14", "T", "T+5". Returns: (transfer none). */
const char       *ovs_milestone_label         (OvsMilestone milestone);

/** "Inform the clients", in the user's language. Returns: (transfer none). */
const char       *ovs_milestone_title         (OvsMilestone milestone, OvsRoute route);

/** What is to be done, as a sentence in the user's language. Returns: (transfer none). */
const char       *ovs_milestone_tell          (OvsMilestone milestone, OvsRoute route);

/** What a number that is open counts: people, or else clients. */
gboolean          ovs_milestone_counts_people (OvsMilestone milestone);

/** Whether somebody can tick it off. What the dossier knows for certain cannot be: then the thing itself is to be done. */
gboolean          ovs_milestone_can_tick      (OvsMilestone milestone);

/**
 * The day on which it is due for a round on @day. Where no office works then it is the working day before, and after the round the one
 * that follows.
 */
OvsDay            ovs_milestone_due           (OvsMilestone milestone, OvsDay day);

/** The last day on which it is in time; the day on which it is due, but for what takes a few. */
OvsDay            ovs_milestone_last          (OvsMilestone milestone, OvsDay day);

OvsMilestoneState ovs_milestone_judge         (OvsMilestone milestone, const OvsMilestoneRound *round, const OvsMilestoneFact *fact);

/** `late`, `due` …: for `--json`. Returns: (transfer none). */
const char       *ovs_milestone_state_code    (OvsMilestoneState state);

/** When it was done, as far as that is kept, else %OVS_NO_DAY. */
OvsDay            ovs_milestone_done_on       (const OvsMilestoneFact *fact);

/** Adds what is known of some clients of a round to what is known of the others. */
void              ovs_milestone_fact_add      (OvsMilestoneFact *fact, const OvsMilestoneFact *more);

/** How far a milestone is, short: "done 10-11 by …", "today, 3 still open". In the user's language. Returns: (transfer full). */
char             *ovs_milestone_say           (OvsMilestone milestone, const OvsMilestoneRound *round, const OvsMilestoneFact *fact);

G_END_DECLS
