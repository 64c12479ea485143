/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/milestone.h"

G_BEGIN_DECLS

/**
 * OvsCalendarRound:
 * @employees: all people of its clients
 * @reason: (nullable) (owned): why its clients get to know later than two weeks ahead
 * @clients: (owned) (element-type utf8): number and name of each, by number
 * @facts: what is known of its milestones; texts are owned by the calendar
 */
typedef struct
{
  gint64 number;
  OvsMilestoneRound round;
  gint64 employees;
  char *reason;
  GPtrArray *clients;
  OvsMilestoneFact facts[OVS_N_MILESTONES];
} OvsCalendarRound;

/**
 * OvsCalendar:
 * @id: (owned): of the dossier, the same each time
 * @firm: (owned) (nullable)
 * @now: microseconds since 1970
 * @rounds: (owned) (element-type OvsCalendarRound): by number, those without a day too
 * @texts: (owned)
 *
 * All rounds of an office, to be put in a calendar or on paper. Free with ovs_calendar_free().
 */
typedef struct
{
  char *id;
  char *firm;
  OvsDay today;
  gint64 now;
  GPtrArray *rounds;
  GStringChunk *texts;
} OvsCalendar;

OvsCalendar      *ovs_calendar_new       (const char *id, const char *firm, OvsDay today, gint64 now);
void              ovs_calendar_free      (OvsCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCalendar, ovs_calendar_free)

/** Adds a round, of which the texts are taken over into the calendar. Returns: (transfer none): to be completed. */
OvsCalendarRound *ovs_calendar_add_round (OvsCalendar *calendar, gint64 number, const OvsMilestoneRound *round, const OvsMilestoneFact *facts);

G_END_DECLS
