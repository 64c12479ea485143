/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/office.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "practice/office/people.h"
#include "practice/office/seed.h"

#define FIRST_NUMBER 20001

typedef struct
{
  OvsPracticeState *state;
  OvsPracticeNames *names;
  GRand *random;
  OvsPracticePeople *people;
  GHashTable *taken; /* (owned) company names in use */
  const OvsPracticeWanted *wanted;
  OvsDay day;     /* around which it is made */
  gint64 earlier; /* people of the employers that are there */
} Office;

static const char *const handlers[] = { "Anouk de Kooning", "Bart Hendriks",  "Esra Yilmaz",
                                        "Joost van Dam",    "Marloes Visser", "Ria Dijkstra" };

static int throw (Office * office, int sides)
{
  return g_rand_int_range (office->random, 0, sides);
}

/* Many small clients and a few big ones, @employees together, at least one each when there are enough. */
static GArray *
divide (Office *office, int employers, int employees)
{
  GArray *sizes = g_array_sized_new (FALSE, TRUE, sizeof (int), employers);
  g_autofree double *weights = g_new (double, employers);
  double total = 0, below = 0;
  int given = 0;

  for (int i = 0; i < employers; i++)
    {
      double u = 1 - g_rand_double (office->random), v = g_rand_double (office->random);

      weights[i] = exp (1.1 * sqrt (-2 * log (u)) * cos (2 * G_PI * v));
      total += weights[i];
    }
  for (int i = 0; i < employers; i++)
    {
      int least = MIN (1, MAX (0, employees - given - (employers - 1 - i)));
      int spare = MAX (0, employees - employers);
      int upto, size;

      below += weights[i];
      upto = (int) floor (spare * below / total + 0.5) + MIN (i + 1, employees);
      size = i == employers - 1 ? employees - given : MAX (least, upto - given);
      g_array_append_val (sizes, size);
      given += size;
    }
  return sizes;
}

static char *
invent_company (Office *office, const char *trade, const char *legal_form)
{
  const OvsPracticeSurname *surname = ovs_practice_names_pick_surname (office->names, office->random, "nl");
  g_autofree char *owner = surname->prefix != NULL ? g_strdup_printf ("%s %s", surname->prefix, surname->text)
                                                   : g_strdup (surname->text);
  const char *ending = g_str_equal (legal_form, "B.V.")     ? " B.V."
                       : g_str_equal (legal_form, "V.O.F.") ? " V.O.F."
                                                            : "";
  static const char *const signs[] = { "De Kroon",  "Het Anker", "De Linde",
                                       "'t Hoekje", "De Molen",  "De Zwaan" };
  char *name;

  if (throw (office, 12) == 0)
    name = g_strdup_printf ("%s \"%s\"%s", trade, signs[throw (office, G_N_ELEMENTS (signs))], ending);
  else if (throw (office, 8) == 0)
    name = g_strdup_printf ("%s %s & Zn.%s", trade, owner, ending);
  else
    name = g_strdup_printf ("%s %s%s", trade, owner, ending);
  for (int i = 2; g_hash_table_contains (office->taken, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %s %d%s", trade, owner, i, ending);
    }
  g_hash_table_add (office->taken, g_strdup (name));
  return name;
}

/* `bakkerij-visser-20012.example`: nobody can own it. */
static char *
company_domain (const char *name, int number)
{
  g_autofree char *folded = ovs_text_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " .&\"'", -1);
  GString *domain = g_string_new (NULL);

  for (int i = 0; words[i] != NULL && domain->len < 25; i++)
    if (strlen (words[i]) > 1 && g_str_is_ascii (words[i]))
      g_string_append_printf (domain, "%s-", words[i]);
  g_string_append_printf (domain, "%d.example", number);
  return g_string_free (domain, FALSE);
}

static gint64
add_company (Office *office, int number, char **domain)
{
  static const char *const legal_forms[] = { "B.V.", "B.V.", "B.V.", "V.O.F.", "Eenmanszaak" };
  const char *branch, *digits;
  const char *trade = ovs_practice_names_pick_trade (office->names, office->random, &branch);
  const char *city = ovs_practice_names_pick_city (office->names, office->random, &digits);
  const char *street = ovs_practice_names_pick_street (office->names, office->random);
  const char *legal_form = legal_forms[throw (office, G_N_ELEMENTS (legal_forms))];
  int house_number = 1 + throw (office, 180), letters = throw (office, 24 * 24);
  g_autofree char *uuid = ovs_practice_seed_uuid (office->random);
  g_autofree char *name = invent_company (office, trade, legal_form);
  g_autofree char *postal_code = g_strdup_printf ("%s%c%c", digits, 'A' + letters / 24, 'A' + letters % 24);

  *domain = company_domain (name, number);
  ovs_practice_db_run (office->state->db,
                       "INSERT INTO employer (uuid, number, name, branch, legal_form, street, house_number,"
                       " postal_code, city) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       "tittttitt", uuid, number, name, branch, legal_form, street, house_number, postal_code,
                       city);
  return ovs_practice_db_last_id (office->state->db);
}

static void
add_contact (Office *office, gint64 id, const char *domain)
{
  const OvsPracticeFirstName *first = ovs_practice_names_pick_first (office->names, office->random);
  const OvsPracticeSurname *last =
      ovs_practice_names_pick_surname (office->names, office->random, first->group);
  int area = 10 + throw (office, 68), line = throw (office, 10000000);
  g_autofree char *name = last->prefix != NULL
                              ? g_strdup_printf ("%s %s %s", first->text, last->prefix, last->text)
                              : g_strdup_printf ("%s %s", first->text, last->text);
  g_autofree char *own = ovs_practice_people_local_part (first->text, last->prefix, last->text);
  g_autofree char *email = g_strdup_printf ("%s@%s", throw (office, 4) == 0 ? "info" : own, domain);
  g_autofree char *phone = g_strdup_printf ("0%d-%07d", area, line);

  ovs_practice_db_run (
      office->state->db,
      "UPDATE employer SET contact_name = ?, contact_email = ?, contact_phone = ? WHERE id = ?", "tttl", name,
      email, phone, id);
}

static void
add_payroll (Office *office, gint64 id, int index)
{
  int rhythm = throw (office, 10);
  const char *payroll = rhythm < 7 ? "maand" : rhythm < 9 ? "4 weken" : "week";
  int year, month, on = rhythm < 7 ? 20 + throw (office, 9) : 4 + throw (office, 14);
  const char *handler = handlers[throw (office, G_N_ELEMENTS (handlers))];
  int group = 10 * (1 + throw (office, 4));
  g_autofree char *uuid = ovs_practice_seed_uuid (office->random);
  g_autofree char *administration = g_strdup_printf ("DEB%04d", 100 + index);

  ovs_day_to_ymd (office->day, &year, &month, NULL);
  ovs_practice_db_run (office->state->db,
                       "UPDATE employer SET handler = ?, group_code = ?, administration_number = ?,"
                       " payroll = ?, payroll_uuid = ?, payday = ? WHERE id = ?",
                       "titttdl", handler, group, administration, payroll, uuid, ovs_day_from_ymd (year, month, on), id);
}

static void
add_products (Office *office, OvsPracticeSeedEmployer *employer)
{
  static const char *const tiers[] = { "Start", "Start", "Plus", "Plus", "Plus", "Pro" };
  const char *tier = tiers[throw (office, G_N_ELEMENTS (tiers))];
  gboolean leave = throw (office, 3) > 0, expenses = throw (office, 3) == 0, changes = throw (office, 4) == 0;

  employer->mijnloket = throw (office, 100) >= 5;
  employer->product_500 = throw (office, 100) >= 4;
  ovs_practice_db_run (office->state->db,
                       "UPDATE employer SET product_500 = ?, mijnloket = ?, tier = ?, uses_leave = ?,"
                       " uses_expenses = ?, uses_changes = ? WHERE id = ?",
                       "iitiiil", employer->product_500, employer->mijnloket, employer->mijnloket ? tier : "",
                       leave, expenses, changes, employer->id);
}

static void
add_employer (Office *office, int index, int size)
{
  g_autofree char *domain = NULL;
  OvsPracticeSeedEmployer employer = { .id = add_company (office, FIRST_NUMBER + index, &domain),
                                       .size = size,
                                       .day = office->day,
                                       .earlier = office->earlier,
                                       .wanted = office->wanted };

  employer.domain = domain;
  add_contact (office, employer.id, domain);
  add_payroll (office, employer.id, index);
  add_products (office, &employer);
  ovs_practice_seed_employees (office->state, office->random, office->people, &employer);
  ovs_practice_people_next_employer (office->people);
  office->earlier += size;
}

void
ovs_practice_office_fill (OvsPracticeState *state, const OvsPracticeWanted *wanted)
{
  OvsDay day = wanted->start != OVS_NO_DAY ? wanted->start : OVS_PRACTICE_OFFICE_DAY;
  g_autoptr (OvsPracticeNames) names = ovs_practice_names_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (wanted->seed);
  g_autoptr (OvsPracticePeople) people = ovs_practice_people_new (names, random, day);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Office office = { .state = state, .names = names, .random = random, .people = people, .taken = taken, .wanted = wanted, .day = day };
  g_autofree char *provider = ovs_practice_seed_uuid (random);
  g_autofree char *user = ovs_practice_seed_uuid (random);
  g_autoptr (GArray) sizes = divide (&office, wanted->employers, wanted->employees);

  ovs_practice_state_set (state, "provider", provider);
  ovs_practice_state_set (state, "user", user);
  ovs_practice_state_set (state, "user-name", "Kooning A. de");
  ovs_practice_state_set (state, "firm", "Kantoor Oefenstad Accountants B.V.");
  ovs_practice_state_set (state, "firm-domain", "kantoor-oefenstad.example");
  for (int i = 0; i < wanted->employers; i++)
    add_employer (&office, i, g_array_index (sizes, int, i));
}
