/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/conversion.h"

#include "practice/conversion/fallout.h"
#include "practice/deeds.h"
#include "practice/portals.h"

/* People in a part: some milliseconds. */
#define PART 40

/* Somebody who is converted, or could have been. */
typedef struct
{
  gint64 id;
  gint64 number;
  gboolean has_address;
  gboolean has_werknemerloket;
  gboolean has_product; /* the employer has MijnLoket */
  const char *left;     /* (nullable) why he stays as he is */
} Person;

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

/* Who is converted, and who has Werknemerloket and is not. Collected first: a query must not run over the rows that change under it. */
static GArray *
find_people (OvsPracticeState *state, const OvsPracticeConversionPart *part, OvsDay day)
{
  GArray *people = g_array_sized_new (FALSE, FALSE, sizeof (Person), PART);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      state->db,
      "SELECT e.id, e.number, coalesce (e.email, '') <> '', e.wnl = 'HasAccessToClient', r.mijnloket,"
      " CASE WHEN e.ess = 'HasAccessToClient' THEN 'linked' WHEN e.ess = 'InvitePending' THEN 'invited' WHEN " IS_ACTIVE " THEN NULL"
      " WHEN e.service_end BETWEEN ?3 AND ?4 THEN 'left-2025' WHEN " STARTS_LATER " THEN 'not-yet' ELSE 'inactive' END AS why"
      " FROM employee e JOIN employer r ON r.id = e.employer"
      " WHERE e.employer = ?1 AND e.number > ?5 AND (why IS NULL OR e.wnl = 'HasAccessToClient') ORDER BY e.number LIMIT ?6",
      "liiili", part->employer, day, ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31), part->reached, PART);

  while (ovs_practice_rows_next (rows))
    {
      Person person = { .id = ovs_practice_rows_number (rows, 0),
                        .number = ovs_practice_rows_number (rows, 1),
                        .has_address = ovs_practice_rows_number (rows, 2) != 0,
                        .has_werknemerloket = ovs_practice_rows_number (rows, 3) != 0,
                        .has_product = ovs_practice_rows_number (rows, 4) != 0,
                        .left = why_left (ovs_practice_rows_text (rows, 5)) };

      g_array_append_val (people, person);
    }
  return people;
}

/* Whom no invitation can go to keeps Werknemerloket. Returns: why no invitation went to @person, if none did. */
static OvsPracticeRefusal
convert (OvsPracticeState *state, const Person *person, gint64 at, gboolean *blocked)
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
convert_or_leave (OvsPracticeDeed *deed, gint64 ticket, const Person *person, gint64 at, OvsPracticeConverted *converted)
{
  OvsPracticeRefusal refusal;
  gboolean blocked;

  if (person->left != NULL)
    {
      ovs_practice_deed_leave (deed, person->id, person->left);
      return;
    }
  refusal = convert (deed->state, person, at, &blocked);
  ovs_practice_deed_add (deed, person->id, "SendInvite", refusal, blocked);
  converted->blocked += blocked;
  if (refusal == OVS_PRACTICE_ACCEPTED)
    {
      converted->invited++;
      return;
    }
  converted->fallout++;
  ovs_practice_fallout_add (deed->state, ticket, person->id, ovs_practice_refusal_text (refusal));
}

static gint64
count_leavers (OvsPracticeState *state, gint64 employer)
{
  return ovs_practice_db_number (state->db, 0,
                                 "SELECT count (*) FROM employee WHERE employer = ? AND wnl = 'HasAccessToClient'"
                                 " AND service_end BETWEEN ? AND ?",
                                 "lii", employer, ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31));
}

static void
begin_deed (OvsPracticeDeed *deed, OvsPracticeState *state, const OvsPracticeConversionPart *part)
{
  if (part->reached == 0 || !ovs_practice_deed_go_on (deed, state, part->employer, part->ticket))
    ovs_practice_deed_begin (deed, state, "ess", part->employer, OVS_PRACTICE_ORIGIN_TICKET, part->ticket);
}

gboolean
ovs_practice_conversion_run (OvsPracticeState *state, OvsPracticeConversionPart *part, gint64 at, OvsPracticeConverted *converted)
{
  g_autoptr (GArray) people = find_people (state, part, ovs_clock_day_of (at));
  OvsPracticeDeed deed;

  *converted = (OvsPracticeConverted){ 0 };
  begin_deed (&deed, state, part);
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      part->reached = person->number;
      convert_or_leave (&deed, part->ticket, person, at, converted);
    }
  ovs_practice_deed_end (&deed, FALSE);
  if (people->len == PART)
    return TRUE;
  ovs_practice_review_product (state, part->employer, at);
  converted->leavers = count_leavers (state, part->employer);
  return FALSE;
}
