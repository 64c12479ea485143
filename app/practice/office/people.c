/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/people.h"

#include <string.h>

#include "base/text.h"

#define REMEMBERED 500

struct _OvsPracticePeople
{
  OvsPracticeNames *names; /* (not owned) */
  GRand *random;           /* (not owned) */
  OvsDay day;              /* on which they are as old as they are */
  GHashTable *addresses;   /* (owned) private addresses that are taken */
  GPtrArray *elsewhere;    /* (owned) people of other employers, the latest ones */
  GPtrArray *here;         /* (owned) people of this employer, the latest ones */
};

OvsPracticePeople *
ovs_practice_people_new (OvsPracticeNames *names, GRand *random, OvsDay day)
{
  OvsPracticePeople *self = g_new0 (OvsPracticePeople, 1);

  self->names = names;
  self->random = random;
  self->day = day;
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->elsewhere = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_practice_person_free);
  self->here = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_practice_person_free);
  return self;
}

void
ovs_practice_people_free (OvsPracticePeople *self)
{
  g_hash_table_unref (self->addresses);
  g_ptr_array_unref (self->elsewhere);
  g_ptr_array_unref (self->here);
  g_free (self);
}

void
ovs_practice_person_free (OvsPracticePerson *person)
{
  g_free (person->initials);
  g_free (person->email);
  g_free (person);
}

static OvsPracticePerson *
person_copy (const OvsPracticePerson *person)
{
  OvsPracticePerson *copy = g_memdup2 (person, sizeof *person);

  copy->initials = g_strdup (person->initials);
  copy->email = g_strdup (person->email);
  return copy;
}

/* TRUE @share times out of a thousand. */
static gboolean
happens (OvsPracticePeople *self, int share)
{
  return g_rand_int_range (self->random, 0, 1000) < share;
}

static char *
plain_letters (const char *text)
{
  g_autofree char *folded = ovs_text_fold (text);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (letters, *p);
  return g_string_free (letters, FALSE);
}

char *
ovs_practice_people_local_part (const char *first_name, const char *prefix, const char *last_name)
{
  g_autofree char *first = plain_letters (first_name);
  g_autofree char *middle = plain_letters (prefix != NULL ? prefix : "");
  g_autofree char *last = plain_letters (last_name);

  /* Names in another script have none of these letters. */
  return g_strdup_printf ("%c.%s%s", *first != '\0' ? *first : 'x', middle, *last != '\0' ? last : "naam");
}

static const char *
pick_provider (OvsPracticePeople *self, const char *group)
{
  static const struct
  {
    const char *domain;
    int weight;
  } providers[] = {
    { "gmail.com", 46 }, { "hotmail.com", 15 }, { "outlook.com", 8 }, { "ziggo.nl", 8 }, { "live.nl", 6 },
    { "kpnmail.nl", 5 }, { "icloud.com", 5 },   { "hetnet.nl", 3 },   { "home.nl", 2 },  { "planet.nl", 2 },
  };
  int at = g_rand_int_range (self->random, 0, 100);

  if (g_str_equal (group, "pl") && at < 40)
    return "wp.pl";
  for (gsize i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      at -= providers[i].weight;
      if (at < 0)
        return providers[i].domain;
    }
  return "gmail.com";
}

static char *
pick_local_part (OvsPracticePeople *self, const OvsPracticePerson *person)
{
  g_autofree char *first = plain_letters (person->first_name);
  g_autofree char *prefix = plain_letters (person->prefix != NULL ? person->prefix : "");
  g_autofree char *last = plain_letters (person->last_name);

  switch (g_rand_int_range (self->random, 0, 5))
    {
    case 0:
      return g_strdup_printf ("%c.%s%s", first[0], prefix, last);
    case 1:
      return g_strdup_printf ("%s%s%s", first, prefix, last);
    case 2:
      return g_strdup_printf ("%s_%s", first, last);
    default:
      return g_strdup_printf ("%s.%s%s", first, prefix, last);
    }
}

/* An address that nobody else has. Returns: (transfer full). */
static char *
invent_address (OvsPracticePeople *self, const OvsPracticePerson *person)
{
  g_autofree char *local = pick_local_part (self, person);
  const char *provider = pick_provider (self, person->group);
  char *address = g_strdup_printf ("%s@%s", local, provider);

  while (g_hash_table_contains (self->addresses, address))
    {
      g_free (address);
      address = g_strdup_printf ("%s%d@%s", local, g_rand_int_range (self->random, 1, 100000), provider);
    }
  g_hash_table_add (self->addresses, g_strdup (address));
  return address;
}

static char *
pick_text (OvsPracticePeople *self, const char *const *texts, gsize n)
{
  return g_strdup (texts[g_rand_int_range (self->random, 0, n)]);
}

static char *
invent_impossible_address (OvsPracticePeople *self, const OvsPracticePerson *person)
{
  g_autofree char *local = pick_local_part (self, person);

  switch (g_rand_int_range (self->random, 0, 4))
    {
    case 0:
      return g_strdup_printf ("%sgmail.com", local);
    case 1:
      return g_strdup_printf ("%s@gmail", local);
    case 2:
      return g_strdup_printf ("%s @hotmail.com", local);
    default:
      return g_strdup_printf ("%s@gmail.com / %s@ziggo.nl", local, local);
    }
}

static char *
invent_mistyped_address (OvsPracticePeople *self, const OvsPracticePerson *person)
{
  static const char *const domains[] = { "gmial.com",   "gmail.con",  "gmai.com", "hotmial.com",
                                         "hotmail.cmo", "outlok.com", "gmail.nl" };
  g_autofree char *local = pick_local_part (self, person);
  g_autofree char *domain = pick_text (self, domains, G_N_ELEMENTS (domains));

  return g_strdup_printf ("%s@%s", local, domain);
}

static char *
invent_private_address (OvsPracticePeople *self, const OvsPracticePerson *person, const char *domain)
{
  static const char *const placeholders[] = { "geen@geen.nl", "nvt@nvt.nl", "onbekend@onbekend.nl",
                                              "test@test.nl" };
  static const char *const words[] = { "nvt", "-", "geen", "onbekend" };
  static const char *const roles[] = { "info", "administratie", "personeel", "receptie" };
  int at = g_rand_int_range (self->random, 0, 1000);
  g_autofree char *local = NULL;

  if (at < 25)
    return NULL;
  if (at < 30)
    return pick_text (self, words, G_N_ELEMENTS (words));
  if (at < 35)
    return invent_impossible_address (self, person);
  if (at < 40)
    return pick_text (self, placeholders, G_N_ELEMENTS (placeholders));
  if (at < 46)
    return invent_mistyped_address (self, person);
  if (at < 58)
    local = ovs_practice_people_local_part (person->first_name, person->prefix, person->last_name);
  else if (at < 61)
    local = pick_text (self, roles, G_N_ELEMENTS (roles));
  return local != NULL ? g_strdup_printf ("%s@%s", local, domain) : invent_address (self, person);
}

static char *
invent_initials (OvsPracticePeople *self, const char *first_name)
{
  GString *initials = g_string_new (NULL);
  int more = g_rand_int_range (self->random, 0, 3);

  g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (first_name)));
  g_string_append_c (initials, '.');
  for (int i = 0; i < more; i++)
    g_string_append_printf (initials, "%c.", "ABCEFGHJKLMNPRSTW"[g_rand_int_range (self->random, 0, 17)]);
  return g_string_free (initials, FALSE);
}

static OvsDay
invent_birth (OvsPracticePeople *self)
{
  int at = g_rand_int_range (self->random, 0, 1000);
  /* Mostly between 18 and 63: the middle of two throws. */
  int age = 16 + (g_rand_int_range (self->random, 0, 53) + g_rand_int_range (self->random, 0, 53)) / 2;

  if (at < 4)
    return OVS_NO_DAY;
  if (at < 6)
    return ovs_day_from_ymd (1900, 1, 1);
  if (at < 7)
    return self->day - g_rand_int_range (self->random, 0, 8 * 365);
  return self->day - age * 365 - age / 4 - g_rand_int_range (self->random, 0, 365);
}

static void
give_first_name (OvsPracticePeople *self, OvsPracticePerson *person, const OvsPracticeFirstName *first)
{
  g_free (person->initials);
  person->first_name = first->text;
  person->female = first->female;
  person->initials = invent_initials (self, first->text);
}

static OvsPracticePerson *
invent_stranger (OvsPracticePeople *self, const char *domain)
{
  const OvsPracticeFirstName *first = ovs_practice_names_pick_first (self->names, self->random);
  const OvsPracticeSurname *last = ovs_practice_names_pick_surname (self->names, self->random, first->group);
  OvsPracticePerson *person = g_new0 (OvsPracticePerson, 1);

  give_first_name (self, person, first);
  person->group = first->group;
  person->prefix = last->prefix;
  person->last_name = last->text;
  person->birth = invent_birth (self);
  person->email = invent_private_address (self, person, domain);
  return person;
}

static const OvsPracticePerson *
pick_person (OvsPracticePeople *self, GPtrArray *people)
{
  return people->pdata[g_rand_int_range (self->random, 0, people->len)];
}

/* Partner, parent or child of somebody: the same surname and the same address. */
static OvsPracticePerson *
invent_relative (OvsPracticePeople *self, const OvsPracticePerson *other)
{
  OvsPracticePerson *person = person_copy (other);
  const OvsPracticeFirstName *first;

  do
    first = ovs_practice_names_pick_first (self->names, self->random);
  while (!g_str_equal (first->group, other->group) || g_str_equal (first->text, other->first_name));
  give_first_name (self, person, first);
  person->birth = invent_birth (self);
  return person;
}

static OvsPracticePerson *
invent_second_job (OvsPracticePeople *self, const OvsPracticePerson *other)
{
  OvsPracticePerson *person = person_copy (other);

  if (happens (self, 250))
    {
      g_free (person->email);
      person->email = invent_address (self, person);
    }
  return person;
}

static void
remember (GPtrArray *people, GRand *random, const OvsPracticePerson *person)
{
  if (people->len == REMEMBERED)
    g_ptr_array_remove_index_fast (people, g_rand_int_range (random, 0, REMEMBERED));
  g_ptr_array_add (people, person_copy (person));
}

OvsPracticePerson *
ovs_practice_people_invent (OvsPracticePeople *self, const char *domain)
{
  OvsPracticePerson *person;

  if (self->elsewhere->len > 0 && happens (self, 15))
    return invent_second_job (self, pick_person (self, self->elsewhere));
  if (self->here->len > 0 && happens (self, 12))
    return invent_relative (self, pick_person (self, self->here));
  if (self->elsewhere->len > 0 && happens (self, 5))
    return invent_relative (self, pick_person (self, self->elsewhere));
  person = invent_stranger (self, domain);
  remember (self->here, self->random, person);
  return person;
}

void
ovs_practice_people_next_employer (OvsPracticePeople *self)
{
  for (guint i = 0; i < self->here->len; i++)
    remember (self->elsewhere, self->random, self->here->pdata[i]);
  g_ptr_array_set_size (self->here, 0);
}
