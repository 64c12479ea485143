/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/conversion.h"

#include "practice/csv.h"
#include "practice/deeds.h"
#include "practice/portals.h"

/* Somebody who is converted, or could have been. */
typedef struct
{
  gint64 id;
  gint64 employer_number;
  gint64 number;
  char *employer; /* (owned) */
  char *name;     /* (owned) */
  gboolean has_address;
  gboolean has_werknemerloket;
  gboolean has_product; /* the employer has MijnLoket */
  const char *left;     /* (nullable) why he stays as he is */
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->employer);
  g_free (person->name);
  g_free (person);
}

static const char *
why_left (const char *word)
{
  static const struct
  {
    const char *word;
    const char *why;
  } reasons[] = {
    { "linked", "Heeft al toegang tot MijnLoket." },
    { "invited", "Is al uitgenodigd voor MijnLoket." },
    { "left-2025", "In 2025 uit dienst gegaan: houdt Werknemerloket tot 1 oktober 2026." },
    { "not-yet", "Nog niet in dienst op de dag van de conversie." },
    { "inactive", "Geen actief dienstverband op de dag van de conversie." },
  };

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].word, word))
      return reasons[i].why;
  return NULL;
}

#define IS_ACTIVE                                                                                            \
  "((e.death_day IS NULL OR e.death_day > ?2)"                                                               \
  " AND EXISTS (SELECT 1 FROM employment m WHERE m.employee = e.id AND (m.start_day IS NULL OR m.start_day <= ?2)" \
  "             AND (m.end_day IS NULL OR m.end_day >= ?2)))"
#define STARTS_LATER "EXISTS (SELECT 1 FROM employment m WHERE m.employee = e.id AND m.start_day > ?2)"

static Person *
read_person (OvsPracticeRows *rows)
{
  Person *person = g_new0 (Person, 1);

  person->id = ovs_practice_rows_number (rows, 0);
  person->employer_number = ovs_practice_rows_number (rows, 1);
  person->number = ovs_practice_rows_number (rows, 2);
  person->employer = g_strdup (ovs_practice_rows_text (rows, 3));
  person->name = g_strdup (ovs_practice_rows_text (rows, 4));
  person->has_address = ovs_practice_rows_number (rows, 5) != 0;
  person->has_werknemerloket = ovs_practice_rows_number (rows, 6) != 0;
  person->has_product = ovs_practice_rows_number (rows, 7) != 0;
  person->left = why_left (ovs_practice_rows_text (rows, 8));
  return person;
}

/* Who is converted, and who has Werknemerloket and is not. Collected first: a query must not run over the rows that change under it. */
static GPtrArray *
find_people (OvsPracticeState *state, gint64 employer, OvsDay day)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db,
      "SELECT e.id, r.number, e.number, r.name, e.formatted_name, coalesce (e.email, '') <> '', e.wnl = 'HasAccessToClient', r.mijnloket,"
      " CASE WHEN e.ess = 'HasAccessToClient' THEN 'linked' WHEN e.ess = 'InvitePending' THEN 'invited' WHEN " IS_ACTIVE " THEN NULL"
      " WHEN e.service_end BETWEEN ?3 AND ?4 THEN 'left-2025' WHEN " STARTS_LATER " THEN 'not-yet' ELSE 'inactive' END AS why"
      " FROM employee e JOIN employer r ON r.id = e.employer WHERE e.employer = ?1 AND (why IS NULL OR e.wnl = 'HasAccessToClient')"
      " ORDER BY e.number",
      "liii", employer, day, ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31));

  while (ovs_practice_rows_next (rows))
    g_ptr_array_add (people, read_person (rows));
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

/* Whom no invitation can go to keeps Werknemerloket. */
static OvsPracticeRefusal
convert (OvsPracticeState *state, Person *person, gint64 at, gboolean *blocked)
{
  *blocked = FALSE;
  if (!person->has_product)
    return OVS_PRACTICE_REFUSED_PRODUCT;
  if (!person->has_address)
    return OVS_PRACTICE_REFUSED_NO_ADDRESS;
  *blocked = person->has_werknemerloket;
  if (person->has_werknemerloket)
    ovs_practice_werknemerloket_block (state, person->id, at);
  return ovs_practice_mijnloket_act (state, person->id, "SendInvite");
}

static void
convert_or_leave (OvsPracticeState *state, Person *person, gint64 at, OvsPracticeDeed *deed, GString *fallout, OvsPracticeConverted *converted)
{
  OvsPracticeRefusal refusal;
  gboolean blocked;

  if (person->left != NULL)
    {
      ovs_practice_deed_leave (deed, person->id, person->left);
      return;
    }
  refusal = convert (state, person, at, &blocked);
  ovs_practice_deed_add (deed, person->id, "SendInvite", refusal, blocked);
  converted->blocked += blocked;
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
    OvsPracticeState *state, gint64 ticket, gint64 employer, gint64 at, GString *fallout, OvsPracticeConverted *converted)
{
  g_autoptr (GPtrArray) people = find_people (state, employer, ovs_clock_day_of (at));
  OvsPracticeDeed deed;

  *converted = (OvsPracticeConverted){ 0 };
  ovs_practice_deed_begin (&deed, state, "ess", employer, OVS_PRACTICE_ORIGIN_TICKET, ticket);
  for (guint i = 0; i < people->len; i++)
    convert_or_leave (state, g_ptr_array_index (people, i), at, &deed, fallout, converted);
  ovs_practice_deed_end (&deed, FALSE);
  ovs_practice_review_product (state, employer, at);
  converted->leavers = count_leavers (state, employer);
}
