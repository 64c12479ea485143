/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/conversion.h"

#include "practice/csv.h"
#include "practice/portals.h"

/* Somebody who is converted. */
typedef struct
{
  gint64 id;
  gint64 employer_number;
  gint64 number;
  char *employer; /* (owned) */
  char *name;     /* (owned) */
  gboolean has_address;
  gboolean has_werknemerloket;
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->employer);
  g_free (person->name);
  g_free (person);
}

/* Collected first: a query must not run over the rows that change under it. */
static GPtrArray *
find_people (OvsPracticeState *state, gint64 employer, OvsDay day)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db,
      "SELECT e.id, r.number, e.number, r.name, e.formatted_name, coalesce (e.email, '') <> '', e.wnl = 'HasAccessToClient'"
      " FROM employee e JOIN employer r ON r.id = e.employer WHERE e.employer = ?1"
      " AND e.ess NOT IN ('HasAccessToClient', 'InvitePending') AND (e.death_day IS NULL OR e.death_day > ?2)"
      " AND EXISTS (SELECT 1 FROM employment m WHERE m.employee = e.id AND (m.start_day IS NULL OR m.start_day <= ?2)"
      "             AND (m.end_day IS NULL OR m.end_day >= ?2))"
      " ORDER BY e.number",
      "li", employer, day);

  while (ovs_practice_rows_next (rows))
    {
      Person *person = g_new0 (Person, 1);

      person->id = ovs_practice_rows_number (rows, 0);
      person->employer_number = ovs_practice_rows_number (rows, 1);
      person->number = ovs_practice_rows_number (rows, 2);
      person->employer = g_strdup (ovs_practice_rows_text (rows, 3));
      person->name = g_strdup (ovs_practice_rows_text (rows, 4));
      person->has_address = ovs_practice_rows_number (rows, 5) != 0;
      person->has_werknemerloket = ovs_practice_rows_number (rows, 6) != 0;
      g_ptr_array_add (people, person);
    }
  return people;
}

void
ovs_practice_conversion_begin_fallout (GString *fallout)
{
  static const char *const heads[] = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Reden", NULL };

  ovs_practice_csv_add_line (fallout, heads);
}

static void
fall_out (Person *person, OvsPracticeRefusal refusal, GString *fallout, OvsPracticeConverted *converted)
{
  converted->fallout++;
  ovs_practice_csv_add_number (fallout, person->employer_number);
  ovs_practice_csv_add_text (fallout, person->employer);
  ovs_practice_csv_add_number (fallout, person->number);
  ovs_practice_csv_add_text (fallout, person->name);
  ovs_practice_csv_add_text (fallout, ovs_practice_refusal_text (refusal));
  ovs_practice_csv_end_line (fallout);
}

static void
convert (OvsPracticeState *state, Person *person, gint64 at, GString *fallout, OvsPracticeConverted *converted)
{
  OvsPracticeRefusal refusal;

  if (!person->has_address)
    {
      fall_out (person, OVS_PRACTICE_REFUSED_NO_ADDRESS, fallout, converted);
      return;
    }
  if (person->has_werknemerloket)
    {
      ovs_practice_werknemerloket_block (state, person->id, at);
      converted->blocked++;
    }
  refusal = ovs_practice_mijnloket_act (state, person->id, "SendInvite");
  if (refusal == OVS_PRACTICE_ACCEPTED)
    converted->invited++;
  else
    fall_out (person, refusal, fallout, converted);
}

static gint64
count_leavers (OvsPracticeState *state, gint64 employer)
{
  return ovs_practice_db_number (state->db, 0,
                                 "SELECT count (*) FROM employee WHERE employer = ? AND wnl = 'HasAccessToClient'"
                                 " AND service_end BETWEEN ? AND ?",
                                 "lii", employer, ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31));
}

void
ovs_practice_conversion_run (
    OvsPracticeState *state, gint64 employer, gint64 at, GString *fallout, OvsPracticeConverted *converted)
{
  g_autoptr (GPtrArray) people = find_people (state, employer, ovs_clock_day_of (at));

  *converted = (OvsPracticeConverted){ 0 };
  for (guint i = 0; i < people->len; i++)
    convert (state, g_ptr_array_index (people, i), at, fallout, converted);
  ovs_practice_review_product (state, employer, at);
  converted->leavers = count_leavers (state, employer);
}
