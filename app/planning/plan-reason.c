/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/plan-reason.h"

#include <glib/gi18n.h>

#include "planning/holidays.h"
#include "planning/payroll-days.h"
#include "rules/boundary.h"
#include "rules/tie.h"

static const char *const codes[OVS_N_PLAN_WHYS] = {
  [OVS_PLAN_NOTHING] = "nothing",
  [OVS_PLAN_TOMORROW] = "tomorrow",
  [OVS_PLAN_FROM] = "from",
  [OVS_PLAN_NOT_INFORMED] = "not-informed",
  [OVS_PLAN_INFORMED] = "informed",
  [OVS_PLAN_GAP] = "gap",
  [OVS_PLAN_WEEKEND] = "weekend",
  [OVS_PLAN_FRIDAY] = "friday",
  [OVS_PLAN_HOLIDAY] = "holiday",
  [OVS_PLAN_EVE] = "day-before-holiday",
  [OVS_PLAN_YEAR_END] = "end-of-year",
  [OVS_PLAN_BLOCKED] = "blocked",
  [OVS_PLAN_STILL_FULL] = "still-full",
  [OVS_PLAN_MORE_CAN] = "more-clients-can",
  [OVS_PLAN_STANDS] = "stands",
  [OVS_PLAN_PILOT_OFFICE] = "pilot-office",
  [OVS_PLAN_PILOT] = "pilot",
  [OVS_PLAN_CONTRACT] = "contract-ends-first",
  [OVS_PLAN_WITH_ADDRESS] = "together-address",
  [OVS_PLAN_WITH_PERSON] = "together-person",
  [OVS_PLAN_WITH_OWNER] = "together-owner",
  [OVS_PLAN_JOINS] = "joins-round",
  [OVS_PLAN_FITS] = "fits",
  [OVS_PLAN_KNOWS_TOO_LATE] = "knows-too-late",
  [OVS_PLAN_HANDLER_AWAY] = "handler-away",
  [OVS_PLAN_PAYDAY] = "payday",
  [OVS_PLAN_PAYROLL_WEEK] = "payroll-week",
  [OVS_PLAN_NO_ROOM] = "no-room",
  [OVS_PLAN_AFTER_PILOT] = "after-pilot",
  [OVS_PLAN_FROZEN] = "round-frozen",
  [OVS_PLAN_SHORT_NOTICE] = "short-notice",
  [OVS_PLAN_OVER_HALF] = "over-half",
  [OVS_PLAN_CONTRACT_ENDED] = "contract-ended",
  [OVS_PLAN_APART] = "apart",
  [OVS_PLAN_ELSEWHERE] = "belongs-elsewhere",
  [OVS_PLAN_PAY_UNKNOWN] = "payday-unknown",
  [OVS_PLAN_NOBODY] = "nobody",
  [OVS_PLAN_TOO_LARGE] = "too-large",
  [OVS_PLAN_NO_DAY] = "no-day",
};

const char *
ovs_plan_why_code (OvsPlanWhy why)
{
  return codes[why];
}

static int
year_of (OvsDay day)
{
  int year;

  ovs_day_to_ymd (day, &year, NULL, NULL);
  return year;
}

static char *
tell_holiday (const OvsPlanReason *reason, const char *day)
{
  OvsHoliday holiday = (OvsHoliday) reason->number;
  const char *name = ovs_holiday_name (holiday);

  if (reason->why == OVS_PLAN_EVE)
    return g_strdup_printf (_ ("Not on %s: the day after is a public holiday (%s), so nobody answers questions then."), day, name);
  if (ovs_holiday_offices_work (holiday, year_of (reason->day)))
    return g_strdup_printf (_ ("Not on %s: %s is a public holiday. Many offices work then, but clients may not."), day, name);
  return g_strdup_printf (_ ("Not on %s: %s is a public holiday."), day, name);
}

/* Why no round goes on a day, or why the first one that is looked at is the first. */
static char *
tell_day (const OvsPlanReason *reason, const char *day)
{
  int number = (int) reason->number;
  int other = (int) reason->other;

  switch (reason->why)
    {
    case OVS_PLAN_TOMORROW:
      return g_strdup_printf (_ ("Possible from %s: every client was informed long enough ago."), day);
    case OVS_PLAN_FROM:
      return g_strdup_printf (_ ("Not before %s, as was asked."), day);
    case OVS_PLAN_NOT_INFORMED:
      return g_strdup_printf (ngettext ("Possible from %s: %d client is not informed yet, and %d days after that is advised.",
                                        "Possible from %s: %d clients are not informed yet, and %d days after that is advised.", (gulong) number),
                              day, number, OVS_NOTICE_DAYS);
    case OVS_PLAN_INFORMED:
      return g_strdup_printf (_ ("Possible from %s: %d days after the last client was informed."), day, OVS_NOTICE_DAYS);
    case OVS_PLAN_GAP:
      return g_strdup_printf (ngettext ("Possible from %s: %d day after round %d, to see to its fallout.",
                                        "Possible from %s: %d days after round %d, to see to its fallout.", (gulong) other),
                              day, other, number);
    case OVS_PLAN_FRIDAY:
      return g_strdup_printf (_ ("Not on Friday %s: questions would come in the weekend."), day);
    case OVS_PLAN_WEEKEND:
      return g_strdup_printf (_ ("Not on %s: that is in a weekend."), day);
    case OVS_PLAN_YEAR_END:
      return g_strdup_printf (_ ("Not on %s: not in the last two weeks of December, with the end of the year and the annual statements."), day);
    case OVS_PLAN_BLOCKED:
      return g_strdup_printf (_ ("Not on %s: blocked (%s)."), day, reason->text);
    case OVS_PLAN_STILL_FULL:
      return g_strdup_printf (_ ("Not on %s: the questions of earlier rounds leave no room."), day);
    case OVS_PLAN_STANDS:
      return g_strdup_printf (_ ("This round stands already, on %s. Only clients that belong with it come to it."), day);
    default:
      return g_strdup_printf (ngettext ("Not on %s: later more clients can go together, %d in all.", "Not on %s: later more clients can go together, %d in all.",
                                        (gulong) number),
                              day, number);
    }
}

static char *
tell_joins (const OvsPlanReason *reason)
{
  int round = (int) reason->number;

  switch ((OvsTie) reason->other)
    {
    case OVS_TIE_ADDRESS:
      return g_strdup_printf (_ ("Belongs with round %d: people there have the same private address."), round);
    case OVS_TIE_PERSON:
      return g_strdup_printf (_ ("Belongs with round %d: somebody works there too."), round);
    case OVS_TIE_OWNER:
    case OVS_N_TIES:
    default:
      return g_strdup_printf (_ ("Belongs with round %d: the same group or the same contact."), round);
    }
}

/* Why a client is where it is. */
static char *
tell_place (const OvsPlanReason *reason, const char *day)
{
  switch (reason->why)
    {
    case OVS_PLAN_PILOT_OFFICE:
      return g_strdup (_ ("The office itself goes first, as a trial."));
    case OVS_PLAN_PILOT:
      return g_strdup (_ ("Small and simple: a good trial to begin with."));
    case OVS_PLAN_CONTRACT:
      return g_strdup_printf (_ ("Its contract ends on %s; what ends first goes first."), day);
    case OVS_PLAN_WITH_ADDRESS:
      return g_strdup_printf (_ ("Together with client %s: people of both have the same private address."), reason->text);
    case OVS_PLAN_WITH_PERSON:
      return g_strdup_printf (_ ("Together with client %s: somebody works at both."), reason->text);
    case OVS_PLAN_WITH_OWNER:
      return g_strdup_printf (_ ("Together with client %s: the same group or the same contact."), reason->text);
    case OVS_PLAN_JOINS:
      return tell_joins (reason);
    default:
      return g_strdup (_ ("The largest clients first, as far as the day has room."));
    }
}

/* What keeps a client from an earlier round, or from any. */
static char *
tell_hindrance (const OvsPlanReason *reason, const char *day)
{
  int round = (int) reason->number;

  switch (reason->why)
    {
    case OVS_PLAN_KNOWS_TOO_LATE:
      return g_strdup_printf (_ ("Not in round %d: it can go from %s, two weeks after it is informed."), round, day);
    case OVS_PLAN_HANDLER_AWAY:
      return g_strdup_printf (_ ("Not in round %d: its handler’s clients are blocked then (%s)."), round, reason->text);
    case OVS_PLAN_PAYDAY:
      return g_strdup_printf (_ ("Not in round %d: it pays wages on %s."), round, day);
    case OVS_PLAN_PAYROLL_WEEK:
      return g_strdup_printf (_ ("Not in round %d: wages are made then, from the %dth to the %dth; its payday is not known."), round, OVS_PAYROLL_FIRST_DAY,
                              OVS_PAYROLL_LAST_DAY);
    case OVS_PLAN_AFTER_PILOT:
      return g_strdup_printf (_ ("Not in round %d: that is the trial."), round);
    case OVS_PLAN_FROZEN:
      return g_strdup_printf (_ ("Not in round %d: that takes no clients any more."), round);
    default:
      return g_strdup_printf (_ ("Not in round %d: that was full."), round);
    }
}

static const char *
tell_obstacle (OvsPlanWhy why)
{
  switch (why)
    {
    case OVS_PLAN_HANDLER_AWAY:
    case OVS_PLAN_BLOCKED:
      return _ ("No day is free: days are blocked all the time. Remove a blocked period.");
    case OVS_PLAN_PAYDAY:
    case OVS_PLAN_PAYROLL_WEEK:
      return _ ("No day is free: it, or a client that it goes together with, pays wages around each of them. Put it in a round by hand.");
    case OVS_PLAN_KNOWS_TOO_LATE:
      return _ ("No day is free within two years: it was informed on a day that is too far ahead. Correct that day.");
    default:
      return _ ("No day is free within two years. Let more colleagues answer questions, or put it in a round by hand.");
    }
}

static char *
tell_rest (const OvsPlanReason *reason, const char *day)
{
  int number = (int) reason->number;
  int other = (int) reason->other;

  switch (reason->why)
    {
    case OVS_PLAN_SHORT_NOTICE:
      return g_strdup_printf (ngettext ("%d client knows of it less than %d days before.", "%d clients know of it less than %d days before.", (gulong) number),
                              number, OVS_NOTICE_DAYS);
    case OVS_PLAN_OVER_HALF:
      return g_strdup_printf (_ ("Client %s has %'d of the %'d people of this round: more than half. If something goes wrong there, much goes wrong at once."),
                              reason->text, number, other);
    case OVS_PLAN_CONTRACT_ENDED:
      return g_strdup_printf (_ ("Its contract ends on %s, before this round. Choose an earlier day by hand, or prolong it."), day);
    case OVS_PLAN_APART:
      return g_strdup_printf (_ ("Belongs with client %s too, but all that belong together have %'d people, and on one day %'d can go."), reason->text,
                              number, other);
    case OVS_PLAN_ELSEWHERE:
      return tell_joins (reason);
    case OVS_PLAN_PAY_UNKNOWN:
      return g_strdup_printf (ngettext ("The payday of %d client is not known, so it may fall on the day of its round.",
                                        "The paydays of %d clients are not known, so they may fall on the day of their round.", (gulong) number),
                              number);
    case OVS_PLAN_NOBODY:
      return g_strdup (_ ("Nobody here can be invited any more."));
    case OVS_PLAN_TOO_LARGE:
      return g_strdup_printf (_ ("It has %'d people, and on one day %'d can go. Let more colleagues answer questions, or put it in a round by hand."), number,
                              other);
    default:
      return g_strdup (tell_obstacle ((OvsPlanWhy) reason->other));
    }
}

char *
ovs_plan_reason_tell (const OvsPlanReason *reason)
{
  g_autofree char *day = ovs_day_to_dutch (reason->day);

  if (reason->why == OVS_PLAN_HOLIDAY || reason->why == OVS_PLAN_EVE)
    return tell_holiday (reason, day);
  if (reason->why < OVS_PLAN_PILOT_OFFICE)
    return tell_day (reason, day);
  if (reason->why < OVS_PLAN_KNOWS_TOO_LATE)
    return tell_place (reason, day);
  if (reason->why < OVS_PLAN_SHORT_NOTICE)
    return tell_hindrance (reason, day);
  return tell_rest (reason, day);
}
