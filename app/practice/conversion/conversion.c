/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/conversion.h"

#include "practice/conversion/fallout.h"
#include "practice/portals.h"

/* People in a part: some milliseconds. */
#define PART 40

/* Somebody who is converted. */
typedef struct
{
  gint64 id;
  gint64 number;
  gboolean has_address;
  gboolean has_werknemerloket;
} Person;

/* Collected first: a query must not run over the rows that change under it. */
static GArray *
find_people (OvsPracticeState *state, const OvsPracticeConversionPart *part, OvsDay day)
{
  GArray *people = g_array_sized_new (FALSE, FALSE, sizeof (Person), PART);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db,
      "SELECT e.id, e.number, coalesce (e.email, '') <> '', e.wnl = 'HasAccessToClient' FROM employee e WHERE e.employer = ?1"
      " AND e.number > ?3"
      " AND e.ess NOT IN ('HasAccessToClient', 'InvitePending') AND (e.death_day IS NULL OR e.death_day > ?2)"
      " AND EXISTS (SELECT 1 FROM employment m WHERE m.employee = e.id AND (m.start_day IS NULL OR m.start_day <= ?2)"
      "             AND (m.end_day IS NULL OR m.end_day >= ?2))"
      " ORDER BY e.number LIMIT ?4",
      "lili", part->employer, day, part->reached, PART);

  while (ovs_practice_rows_next (rows))
    {
      Person person = { .id = ovs_practice_rows_number (rows, 0),
                        .number = ovs_practice_rows_number (rows, 1),
                        .has_address = ovs_practice_rows_number (rows, 2) != 0,
                        .has_werknemerloket = ovs_practice_rows_number (rows, 3) != 0 };

      g_array_append_val (people, person);
    }
  return people;
}

/* Returns: why no invitation went to @person, if none did. */
static OvsPracticeRefusal
convert (OvsPracticeState *state, const Person *person, gint64 at, OvsPracticeConverted *converted)
{
  if (!person->has_address)
    return OVS_PRACTICE_REFUSED_NO_ADDRESS;
  if (person->has_werknemerloket)
    {
      ovs_practice_werknemerloket_block (state, person->id, at);
      converted->blocked++;
    }
  return ovs_practice_mijnloket_act (state, person->id, "SendInvite");
}

static gint64
count_leavers (OvsPracticeState *state, gint64 employer)
{
  return ovs_practice_db_number (state->db, 0,
                                 "SELECT count (*) FROM employee WHERE employer = ? AND wnl = 'HasAccessToClient'"
                                 " AND service_end BETWEEN ? AND ?",
                                 "lii", employer, ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31));
}

gboolean
ovs_practice_conversion_run (OvsPracticeState *state, OvsPracticeConversionPart *part, gint64 at, OvsPracticeConverted *converted)
{
  g_autoptr (GArray) people = find_people (state, part, ovs_clock_day_of (at));

  *converted = (OvsPracticeConverted){ 0 };
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);
      OvsPracticeRefusal refusal = convert (state, person, at, converted);

      part->reached = person->number;
      if (refusal == OVS_PRACTICE_ACCEPTED)
        converted->invited++;
      else
        ovs_practice_fallout_add (state, part->ticket, person->id, ovs_practice_refusal_text (refusal));
    }
  converted->fallout = people->len - converted->invited;
  if (people->len == PART)
    return TRUE;
  ovs_practice_review_product (state, part->employer, at);
  converted->leavers = count_leavers (state, part->employer);
  return FALSE;
}
