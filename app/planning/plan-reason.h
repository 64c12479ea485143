/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** Why a proposal is as it is: of the day of a round, of a client in it, and of a client without one. */
typedef enum
{
  OVS_PLAN_NOTHING,

  /* The first day that is looked at. */
  OVS_PLAN_TOMORROW,
  OVS_PLAN_FROM,           /* not before the day that was asked for */
  OVS_PLAN_NOT_INFORMED,   /* number: clients that can be informed today at the soonest */
  OVS_PLAN_INFORMED,       /* day: when the client that was informed last got to know */
  OVS_PLAN_GAP,            /* number: of the round before it; other: days in between */

  /* Days that are passed over; of more than one kind day is the first, other how many. */
  OVS_PLAN_WEEKEND,
  OVS_PLAN_FRIDAY,
  OVS_PLAN_HOLIDAY,        /* number: OvsHoliday */
  OVS_PLAN_EVE,            /* the day before one; number: OvsHoliday */
  OVS_PLAN_YEAR_END,
  OVS_PLAN_BLOCKED,        /* text: why the office blocked it */
  OVS_PLAN_STILL_FULL,     /* the questions of earlier rounds leave no room */
  OVS_PLAN_MORE_CAN,       /* number: clients that can go on the chosen day */
  OVS_PLAN_STANDS,         /* the round stands already, on that day */

  /* Why a client is in this round. */
  OVS_PLAN_PILOT_OFFICE,
  OVS_PLAN_PILOT,
  OVS_PLAN_CONTRACT,       /* day: its contract ends then */
  OVS_PLAN_WITH_ADDRESS,   /* text: number of the client that it goes together with */
  OVS_PLAN_WITH_PERSON,
  OVS_PLAN_WITH_OWNER,
  OVS_PLAN_JOINS,          /* number: of the round that stands; other: the OvsTie with it */
  OVS_PLAN_FITS,           /* the largest first, as far as the day has room */

  /* Why it is in no earlier round, or what keeps a client from a day. number: of that round. */
  OVS_PLAN_KNOWS_TOO_LATE, /* day: the first on which it can go */
  OVS_PLAN_HANDLER_AWAY,   /* text: why */
  OVS_PLAN_PAYDAY,         /* day: of its pay */
  OVS_PLAN_PAYROLL_WEEK,
  OVS_PLAN_NO_ROOM,
  OVS_PLAN_AFTER_PILOT,
  OVS_PLAN_FROZEN,         /* it takes no clients any more */

  /* What to look out for. */
  OVS_PLAN_SHORT_NOTICE,   /* number: clients that know of it less than two weeks before */
  OVS_PLAN_OVER_HALF,      /* text: the largest client; number: its people; other: those of the round */
  OVS_PLAN_CONTRACT_ENDED, /* day: the contract ends before the round */
  OVS_PLAN_APART,          /* text: number of a client that it belongs with; number: people of all that belong together; other: how many can go */
  OVS_PLAN_ELSEWHERE,      /* number: of the round that stands and that it belongs with; other: the OvsTie */
  OVS_PLAN_PAY_UNKNOWN,    /* number: clients whose payday nobody knows */

  /* Why a client has no round. */
  OVS_PLAN_NOBODY,
  OVS_PLAN_TOO_LARGE,      /* number: its people; other: how many can go on one day */
  OVS_PLAN_NO_DAY,         /* other: the OvsPlanWhy that kept it from the first day */
  OVS_N_PLAN_WHYS
} OvsPlanWhy;

/** @text: (nullable) (not owned): of who asked for the proposal. */
typedef struct
{
  OvsPlanWhy why;
  OvsDay day;
  gint64 number;
  gint64 other;
  const char *text;
} OvsPlanReason;

/** "friday": for `--json` and tests. Returns: (transfer none). */
const char *ovs_plan_why_code    (OvsPlanWhy why);

/** A sentence in the user's language. Returns: (transfer full). */
char       *ovs_plan_reason_tell (const OvsPlanReason *reason);

G_END_DECLS
