/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/calendar.h"

static void
round_free (gpointer data)
{
  OvsCalendarRound *round = data;

  g_free (round->reason);
  g_ptr_array_unref (round->clients);
  g_free (round);
}

OvsCalendar *
ovs_calendar_new (const char *id, const char *firm, OvsDay today, gint64 now)
{
  OvsCalendar *calendar = g_new0 (OvsCalendar, 1);

  calendar->id = g_strdup (id);
  calendar->firm = g_strdup (firm);
  calendar->today = today;
  calendar->now = now;
  calendar->rounds = g_ptr_array_new_with_free_func (round_free);
  calendar->texts = g_string_chunk_new (256);
  return calendar;
}

void
ovs_calendar_free (OvsCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_free (calendar->id);
  g_free (calendar->firm);
  g_ptr_array_unref (calendar->rounds);
  g_string_chunk_free (calendar->texts);
  g_free (calendar);
}

OvsCalendarRound *
ovs_calendar_add_round (OvsCalendar *calendar, gint64 number, const OvsMilestoneRound *round, const OvsMilestoneFact *facts)
{
  OvsCalendarRound *added = g_new0 (OvsCalendarRound, 1);

  added->number = number;
  added->round = *round;
  added->clients = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < OVS_N_MILESTONES; i++)
    {
      added->facts[i] = facts[i];
      if (facts[i].ticked_by != NULL)
        added->facts[i].ticked_by = g_string_chunk_insert_const (calendar->texts, facts[i].ticked_by);
    }
  g_ptr_array_add (calendar->rounds, added);
  return added;
}
