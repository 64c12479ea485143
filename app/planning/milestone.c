/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/milestone.h"

#include <glib/gi18n.h>

#include "planning/holidays.h"
#include "rules/boundary.h"

static const struct
{
  const char *code;
  const char *label;
  int due;
  int last;
  gboolean people;
  gboolean can_tick;
  const char *title;
  const char *sentence;
} milestones[OVS_N_MILESTONES] = {
  [OVS_MILESTONE_OVERVIEW] = { "overview", "T−28", -28, -28, FALSE, TRUE, N_ ("Ask for the overview"),
                               N_ ("Ask Loket in a ticket for the overview of clients and products.") },
  [OVS_MILESTONE_READ_IN] = { "read-in", "T−21", -21, -21, FALSE, TRUE, N_ ("Read in and check"),
                              N_ ("Read in the employees of these clients, and look who can go over.") },
  [OVS_MILESTONE_ANSWERS] = { "answers", "T−16", -16, -16, TRUE, TRUE, N_ ("Put questions to clients"),
                              N_ ("Decide what you can decide, and ask the clients for what only they know.") },
  [OVS_MILESTONE_CLIENT_MAIL] = { "client-mail", "T−14", -OVS_NOTICE_DAYS, -OVS_NOTICE_DAYS, FALSE, FALSE, N_ ("Inform the clients"),
                                  N_ ("The last day on which clients hear of it two weeks ahead. Send the client mail, or call.") },
  [OVS_MILESTONE_EMPLOYEES] = { "employees", "T−7", -7, -7, FALSE, TRUE, N_ ("Clients tell their employees"),
                                N_ ("Ask the clients whether they told their employees, and whether the flyer hangs.") },
  [OVS_MILESTONE_READ_AGAIN] = { "read-again", "T−7", -7, -7, FALSE, TRUE, N_ ("Read in once more"),
                                 N_ ("Read in the employees again: who came or left since, and which addresses were completed.") },
  [OVS_MILESTONE_FREEZE] = { "freeze", "T−3", -3, -3, FALSE, TRUE, N_ ("Check for the last time"),
                             N_ ("Look once more who goes over and who does not, and freeze the round.") },
  [OVS_MILESTONE_HAND_IN] = { "hand-in", "T−2", -2, -2, FALSE, TRUE, N_ ("Hand in the client list"),
                              N_ ("Hand in the client list to Loket with a ticket.") },
  [OVS_MILESTONE_CONVERSION] = { "conversion", "T", 0, 0, TRUE, FALSE, N_ ("Convert"),
                                 N_ ("Employees are invited to MijnLoket, and blocked in Werknemerloket.") },
  [OVS_MILESTONE_RESULTS] = { "results", "T+1", 1, 1, TRUE, TRUE, N_ ("Read the results"),
                              N_ ("Read the message centre or the uitvallijst; first help who is without access.") },
  [OVS_MILESTONE_FALLOUT] = { "fallout", "T+3", 3, 3, TRUE, TRUE, N_ ("Work off the uitvallijst"),
                              N_ ("Decide for everybody on the uitvallijst, and invite again where that is possible.") },
  [OVS_MILESTONE_FOLLOW_UP] = { "follow-up", "T+5…7", 5, 7, TRUE, TRUE, N_ ("Remind who is not over"),
                                N_ ("Let the clients remind who has not finished yet. Loket reminds too.") },
  [OVS_MILESTONE_SECOND_FOLLOW_UP] = { "second-follow-up", "T+14", 14, 14, TRUE, TRUE, N_ ("Remind once more"),
                                       N_ ("Call about who still has no MijnLoket, and invite again where needed.") },
  [OVS_MILESTONE_CLOSE] = { "close", "T+30", 30, 30, FALSE, TRUE, N_ ("Close the round"),
                            N_ ("Tell the clients how it went, and remove what is no longer needed.") },
};

static const char *const state_codes[] = {
  [OVS_MILESTONE_AHEAD] = "ahead", [OVS_MILESTONE_DUE] = "due",       [OVS_MILESTONE_LATE] = "late",
  [OVS_MILESTONE_DONE] = "done",   [OVS_MILESTONE_PASSED] = "passed", [OVS_MILESTONE_NOT_NEEDED] = "not-needed",
};

const char *
ovs_milestone_code (OvsMilestone milestone)
{
  return milestones[milestone].code;
}

gboolean
ovs_milestone_from_code (const char *code, OvsMilestone *milestone)
{
  for (int i = 0; i < OVS_N_MILESTONES; i++)
    if (g_strcmp0 (milestones[i].code, code) == 0)
      {
        *milestone = (OvsMilestone) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_milestone_label (OvsMilestone milestone)
{
  return milestones[milestone].label;
}

const char *
ovs_milestone_title (OvsMilestone milestone, OvsRoute route)
{
  if (milestone == OVS_MILESTONE_HAND_IN && route == OVS_ROUTE_HAND)
    return _ ("Make the work list");
  return _ (milestones[milestone].title);
}

const char *
ovs_milestone_tell (OvsMilestone milestone, OvsRoute route)
{
  if (milestone == OVS_MILESTONE_HAND_IN && route == OVS_ROUTE_HAND)
    return _ ("Make the work list for who does the conversion in Loket.");
  return _ (milestones[milestone].sentence);
}

gboolean
ovs_milestone_counts_people (OvsMilestone milestone)
{
  return milestones[milestone].people;
}

gboolean
ovs_milestone_can_tick (OvsMilestone milestone)
{
  return milestones[milestone].can_tick;
}

/* --- days --- */

static gboolean
is_working_day (OvsDay day)
{
  OvsHoliday holiday;
  int year;

  /* Day 1 was a Monday. */
  if ((day - 1) % 7 >= 5)
    return FALSE;
  ovs_day_to_ymd (day, &year, NULL, NULL);
  return !ovs_holiday_find (day, &holiday) || ovs_holiday_offices_work (holiday, year);
}

/* Nobody works on that day: sooner before the round, later after it. The day of the round is as it was chosen. */
static OvsDay
find_working_day (OvsDay day, int offset)
{
  OvsDay found = day + offset;

  while (offset != 0 && found > 1 && !is_working_day (found))
    found += offset < 0 ? -1 : 1;
  return found;
}

OvsDay
ovs_milestone_due (OvsMilestone milestone, OvsDay day)
{
  return day != OVS_NO_DAY ? find_working_day (day, milestones[milestone].due) : OVS_NO_DAY;
}

OvsDay
ovs_milestone_last (OvsMilestone milestone, OvsDay day)
{
  return day != OVS_NO_DAY ? find_working_day (day, milestones[milestone].last) : OVS_NO_DAY;
}

/* --- how far --- */

static gboolean
is_done (OvsMilestone milestone, const OvsMilestoneRound *round, const OvsMilestoneFact *fact)
{
  if (fact->ticked_on != OVS_NO_DAY)
    return TRUE;
  if (milestone == OVS_MILESTONE_CONVERSION)
    return round->finished;
  /* Before the round nobody is unknown, on the uitvallijst or to be reminded. */
  return fact->known && fact->open == 0 && (milestone < OVS_MILESTONE_CONVERSION || round->begun);
}

OvsMilestoneState
ovs_milestone_judge (OvsMilestone milestone, const OvsMilestoneRound *round, const OvsMilestoneFact *fact)
{
  if (milestone == OVS_MILESTONE_HAND_IN && round->route == OVS_ROUTE_API)
    return OVS_MILESTONE_NOT_NEEDED;
  if (is_done (milestone, round, fact))
    return OVS_MILESTONE_DONE;
  if (milestone < OVS_MILESTONE_CONVERSION && round->begun)
    return OVS_MILESTONE_PASSED;
  if (round->day == OVS_NO_DAY || (milestone > OVS_MILESTONE_CONVERSION && !round->begun)
      || round->today < ovs_milestone_due (milestone, round->day))
    return OVS_MILESTONE_AHEAD;
  return round->today > ovs_milestone_last (milestone, round->day) ? OVS_MILESTONE_LATE : OVS_MILESTONE_DUE;
}

const char *
ovs_milestone_state_code (OvsMilestoneState state)
{
  return state_codes[state];
}

OvsDay
ovs_milestone_done_on (const OvsMilestoneFact *fact)
{
  return fact->ticked_on != OVS_NO_DAY ? fact->ticked_on : fact->done_on;
}

void
ovs_milestone_fact_add (OvsMilestoneFact *fact, const OvsMilestoneFact *more)
{
  fact->known = fact->known || more->known;
  fact->open += more->open;
  fact->done_on = MAX (fact->done_on, more->done_on);
  if (more->ticked_on == OVS_NO_DAY)
    return;
  fact->ticked_on = more->ticked_on;
  fact->ticked_by = more->ticked_by;
}

/* --- in words --- */

static char *
say_done (const OvsMilestoneFact *fact)
{
  OvsDay day = ovs_milestone_done_on (fact);
  g_autofree char *when = ovs_day_to_dutch (day);

  if (day == OVS_NO_DAY)
    return g_strdup (_ ("done"));
  if (fact->ticked_on != OVS_NO_DAY && fact->ticked_by != NULL && *fact->ticked_by != '\0')
    return g_strdup_printf (_ ("done %s, %s"), when, fact->ticked_by);
  return g_strdup_printf (_ ("done %s"), when);
}

static char *
say_open (OvsMilestone milestone, const OvsMilestoneFact *fact)
{
  if (!fact->known || fact->open == 0)
    return NULL;
  if (ovs_milestone_counts_people (milestone))
    return g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) fact->open), (int) fact->open);
  return g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) fact->open), (int) fact->open);
}

char *
ovs_milestone_say (OvsMilestone milestone, const OvsMilestoneRound *round, const OvsMilestoneFact *fact)
{
  OvsMilestoneState state = ovs_milestone_judge (milestone, round, fact);
  OvsDay last = ovs_milestone_last (milestone, round->day);
  g_autofree char *open = NULL;
  g_autofree char *when = NULL;
  int days;

  if (state == OVS_MILESTONE_DONE)
    return say_done (fact);
  if (state == OVS_MILESTONE_PASSED)
    return g_strdup (_ ("not ticked off"));
  if (state == OVS_MILESTONE_NOT_NEEDED)
    return g_strdup (_ ("not needed"));
  if (state == OVS_MILESTONE_AHEAD)
    return g_strdup ("");
  days = (int) (round->today - last);
  if (state == OVS_MILESTONE_LATE)
    when = g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) days), days);
  else
    when = days == 0 ? g_strdup (_ ("today")) : g_strdup_printf (ngettext ("within %d day", "within %d days", (gulong) -days), -days);
  open = say_open (milestone, fact);
  return open != NULL ? g_strdup_printf ("%s, %s", when, open) : g_steal_pointer (&when);
}
