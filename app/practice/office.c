/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office.h"

#include <math.h>
#include <string.h>

#include "practice/people.h"
#include "practice/seed.h"

#define FIRST_NUMBER 20001

typedef struct
{
  OvsPracticeState *state;
  OvsPracticeNames *names;
  GRand *random;
  OvsPracticePeople *people;
  GHashTable *taken; /* (owned) company names in use */
} Office;

static const char *const handlers[] = { "Anouk de Kooning", "Bart Hendriks",  "Esra Yilmaz",
                                        "Joost van Dam",    "Marloes Visser", "Ria Dijkstra" };

static int
throw (Office *office, int sides)
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
  const char *ending = g_str_equal (legal_form, "B.V.") ? " B.V." : g_str_equal (legal_form, "V.O.F.") ? " V.O.F." : "";
  static const char *const signs[] = { "De Kroon", "Het Anker", "De Linde", "'t Hoekje", "De Molen", "De Zwaan" };
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

static char *
company_domain (const char *name, int number)
{
  GString *domain = g_string_new (NULL);

  for (const char *p = name; *p != '\0' && domain->len < 30; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (domain, g_ascii_tolower (*p));
      else if (domain->len > 0 && domain->str[domain->len - 1] != '-')
        g_string_append_c (domain, '-');
    }
  g_string_append_printf (domain, "%s%d.example", domain->str[domain->len - 1] == '-' ? "" : "-", number);
  return g_string_free (domain, FALSE);
}

static void
add_employer (Office *office, int index, int size)
{
  static const char *const legal_forms[] = { "B.V.", "B.V.", "B.V.", "V.O.F.", "Eenmanszaak" };
  static const char *const tiers[] = { "Start", "Start", "Plus", "Plus", "Plus", "Pro" };
  const char *branch, *digits;
  const char *trade = ovs_practice_names_pick_trade (office->names, office->random, &branch);
  const char *city = ovs_practice_names_pick_city (office->names, office->random, &digits);
  const char *legal_form = legal_forms[throw (office, G_N_ELEMENTS (legal_forms))];
  const OvsPracticeFirstName *first = ovs_practice_names_pick_first (office->names, office->random);
  const OvsPracticeSurname *last = ovs_practice_names_pick_surname (office->names, office->random, first->group);
  int rhythm = throw (office, 10);
  const char *payroll = rhythm < 7 ? "maand" : rhythm < 9 ? "4 weken" : "week";
  gboolean mijnloket = throw (office, 100) >= 5;
  gboolean product_500 = throw (office, 100) >= 4;
  const char *tier = mijnloket ? tiers[throw (office, G_N_ELEMENTS (tiers))] : "";
  OvsDay payday = ovs_day_from_ymd (2026, 12, rhythm < 7 ? 20 + throw (office, 9) : 4 + throw (office, 14));
  g_autofree char *uuid = ovs_practice_seed_uuid (office->random);
  g_autofree char *name = invent_company (office, trade, legal_form);
  g_autofree char *domain = company_domain (name, FIRST_NUMBER + index);
  const char *street = ovs_practice_names_pick_street (office->names, office->random);
  const char *handler = handlers[throw (office, G_N_ELEMENTS (handlers))];
  int house_number = 1 + throw (office, 180), group = 10 * (1 + throw (office, 4));
  int letters = throw (office, 24 * 24), area = 10 + throw (office, 68), line = throw (office, 10000000);
  gboolean leave = throw (office, 3) > 0, expenses = throw (office, 3) == 0, changes = throw (office, 4) == 0;
  g_autofree char *postal_code = g_strdup_printf ("%s%c%c", digits, 'A' + letters / 24, 'A' + letters % 24);
  g_autofree char *contact = g_strdup_printf ("%s %s%s%s", first->text, last->prefix != NULL ? last->prefix : "",
                                              last->prefix != NULL ? " " : "", last->text);
  g_autofree char *local = ovs_practice_people_local_part (first->text, last->prefix, last->text);
  g_autofree char *email = throw (office, 4) == 0 ? g_strdup_printf ("info@%s", domain) : g_strdup_printf ("%s@%s", local, domain);
  g_autofree char *phone = g_strdup_printf ("0%d-%07d", area, line);
  g_autofree char *administration = g_strdup_printf ("DEB%04d", 100 + index);
  OvsPracticeSeedEmployer employer = { .domain = domain, .product_500 = product_500, .mijnloket = mijnloket, .size = size };

  ovs_practice_db_run (
      office->state->db,
      "INSERT INTO employer (uuid, number, name, branch, legal_form, street, house_number, postal_code, city, domain,"
      " contact_name, contact_email, contact_phone, handler, group_code, administration_number, payroll, payday, product_500,"
      " mijnloket, tier, uses_leave, uses_expenses, uses_changes)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "tittttitttttttittdiitiii", uuid, FIRST_NUMBER + index, name, branch, legal_form, street, house_number, postal_code, city,
      domain, contact, email, phone, handler, group, administration, payroll, payday, product_500, mijnloket, tier, leave,
      expenses, changes);
  employer.id = ovs_practice_db_last_id (office->state->db);
  ovs_practice_seed_employees (office->state, office->random, office->people, &employer);
  ovs_practice_people_next_employer (office->people);
}

void
ovs_practice_office_fill (OvsPracticeState *state, int employers, int employees, guint32 seed)
{
  g_autoptr (OvsPracticeNames) names = ovs_practice_names_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (OvsPracticePeople) people = ovs_practice_people_new (names, random);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Office office = { .state = state, .names = names, .random = random, .people = people, .taken = taken };
  g_autofree char *provider = ovs_practice_seed_uuid (random);
  g_autofree char *user = ovs_practice_seed_uuid (random);
  g_autoptr (GArray) sizes = divide (&office, employers, employees);

  ovs_practice_state_set (state, "provider", provider);
  ovs_practice_state_set (state, "user", user);
  ovs_practice_state_set (state, "user-name", "Kooning A. de");
  ovs_practice_state_set (state, "firm", "Kantoor Oefenstad Accountants B.V.");
  ovs_practice_state_set (state, "firm-domain", "kantoor-oefenstad.example");
  for (int i = 0; i < employers; i++)
    add_employer (&office, i, g_array_index (sizes, int, i));
}
