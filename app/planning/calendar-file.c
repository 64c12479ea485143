/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/calendar-file.h"

#include <glib/gi18n.h>
#include <libical/ical.h>

#define PRODUCT "-//Overstap//Overstap//NL"

/* So many clients are named in an event. */
#define MOST_CLIENTS 60

/* 1-1-2020: from then on an event counts the seconds, so that each export is newer than the one before. */
#define SEQUENCE_FROM ((gint64) 1577836800)

/* A calendar takes lines and tabs for what they are; anything else that is no letter is a hole in its format. */
static char *
clean (const char *text)
{
  char *cleaned = g_utf8_make_valid (text, -1);

  for (char *at = cleaned; *at != '\0'; at++)
    if ((guchar) *at < 0x20 && *at != '\n')
      *at = ' ';
  return cleaned;
}

static struct icaltimetype
day_to_ical (OvsDay day)
{
  struct icaltimetype when = icaltime_null_date ();

  ovs_day_to_ymd (day, &when.year, &when.month, &when.day);
  when.is_date = 1;
  return when;
}

static struct icaltimetype
now_to_ical (gint64 now)
{
  return icaltime_from_timet_with_zone ((time_t) (now / G_USEC_PER_SEC), 0, icaltimezone_get_utc_timezone ());
}

/* --- what an event tells --- */

static char *
say_clients (const OvsCalendarRound *round)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (round->clients->len, MOST_CLIENTS); i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (round->clients, i));
  if (round->clients->len > MOST_CLIENTS)
    {
      guint more = round->clients->len - MOST_CLIENTS;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("And %'u more client", "And %'u more clients", more), more);
    }
  return g_strdup (text->str);
}

static char *
say_round (const OvsCalendarRound *round)
{
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", round->clients->len), (int) round->clients->len);
  g_autofree char *people = g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) round->employees), (int) round->employees);
  g_autofree char *day = ovs_day_to_dutch (round->round.day);

  return g_strdup_printf (_ ("Round %d on %s: %s, %s."), (int) round->number, day, clients, people);
}

static char *
say_event (const OvsCalendarRound *round, OvsMilestone milestone)
{
  g_autofree char *about = say_round (round);
  g_autofree char *state = ovs_milestone_say (milestone, &round->round, &round->facts[milestone]);
  g_autofree char *clients = milestone == OVS_MILESTONE_CONVERSION ? say_clients (round) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s\n%s%s%s%s", ovs_milestone_tell (milestone, round->round.route), about, *state != '\0' ? "\n" : "", state, clients);

  return clean (text);
}

static char *
say_title (const OvsCalendarRound *round, OvsMilestone milestone)
{
  /* Translators: the number of a round, what is to be done, and when that is: T−14. */
  return g_strdup_printf (_ ("Round %d: %s (%s)"), (int) round->number, ovs_milestone_title (milestone, round->round.route),
                          ovs_milestone_label (milestone));
}

/* --- the file --- */

static icalcomponent *
make_event (const OvsCalendar *calendar, const OvsCalendarRound *round, OvsMilestone milestone)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *uid = g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%s@overstap", calendar->id, round->number, ovs_milestone_code (milestone));
  g_autofree char *title = say_title (round, milestone);
  g_autofree char *text = say_event (round, milestone);
  struct icaltimetype now = now_to_ical (calendar->now);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (now));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (now));
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) CLAMP (calendar->now / G_USEC_PER_SEC - SEQUENCE_FROM, 0, G_MAXINT32)));
  icalcomponent_add_property (event, icalproperty_new_dtstart (day_to_ical (ovs_milestone_due (milestone, round->round.day))));
  /* The first day that it no longer takes. */
  icalcomponent_add_property (event, icalproperty_new_dtend (day_to_ical (ovs_milestone_last (milestone, round->round.day) + 1)));
  icalcomponent_add_property (event, icalproperty_new_summary (title));
  icalcomponent_add_property (event, icalproperty_new_description (text));
  icalcomponent_add_property (event, icalproperty_new_categories ("Overstap"));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  return event;
}

static guint
add_round (icalcomponent *file, const OvsCalendar *calendar, const OvsCalendarRound *round)
{
  guint n_events = 0;

  for (int i = 0; round->round.day != OVS_NO_DAY && i < OVS_N_MILESTONES; i++)
    {
      if (ovs_milestone_judge ((OvsMilestone) i, &round->round, &round->facts[i]) == OVS_MILESTONE_NOT_NEEDED)
        continue;
      icalcomponent_add_component (file, make_event (calendar, round, (OvsMilestone) i));
      n_events++;
    }
  return n_events;
}

static void
add_name (icalcomponent *file, const OvsCalendar *calendar)
{
  g_autofree char *name = g_strdup_printf ("Overstap%s%s", calendar->firm != NULL ? " " : "", calendar->firm != NULL ? calendar->firm : "");
  g_autofree char *cleaned = clean (name);
  icalproperty *property = icalproperty_new_x (g_strdelimit (cleaned, "\n", ' '));

  icalproperty_set_x_name (property, "X-WR-CALNAME");
  icalcomponent_add_property (file, property);
}

char *
ovs_calendar_file_text (const OvsCalendar *calendar, guint *n_events)
{
  icalcomponent *file = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  guint events = 0;
  char *written;
  char *text;

  icalcomponent_add_property (file, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (file, icalproperty_new_prodid (PRODUCT));
  icalcomponent_add_property (file, icalproperty_new_calscale ("GREGORIAN"));
  icalcomponent_add_property (file, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  add_name (file, calendar);
  for (guint i = 0; i < calendar->rounds->len; i++)
    events += add_round (file, calendar, g_ptr_array_index (calendar->rounds, i));
  written = icalcomponent_as_ical_string_r (file);
  text = g_strdup (written);
  icalmemory_free_buffer (written);
  icalcomponent_free (file);
  if (n_events != NULL)
    *n_events = events;
  return text;
}
