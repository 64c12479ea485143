/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/demo-witness.h"

#include "dossier/outcomes.h"

/* What is told of one person: by the practice Loket, then by the dossier. */
typedef struct
{
  guint invited;
  guint blocked;
  guint mails;
  gboolean linked;
  gboolean too_early; /* blocked before there was an invitation */
  gboolean says_invited;
  gboolean says_blocked;
  gboolean says_linked;
} Person;

static Person *
find_person (GHashTable *people, char *key)
{
  Person *person = g_hash_table_lookup (people, key);

  if (person != NULL)
    {
      g_free (key);
      return person;
    }
  person = g_new0 (Person, 1);
  g_hash_table_insert (people, key, person);
  return person;
}

static Person *
person_of (GHashTable *people, JsonObject *item)
{
  return find_person (people,
                      g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                       json_object_get_int_member_with_default (item, "employerNumber", 0),
                                       json_object_get_int_member_with_default (item, "employeeNumber", 0)));
}

static void
event_cb (JsonObject *item, gpointer people)
{
  const char *event = json_object_get_string_member_with_default (item, "event", "");
  Person *person;

  /* Some events are about a whole employer. */
  if (json_object_get_null_member (item, "employeeNumber"))
    return;
  person = person_of (people, item);
  person->invited += g_str_equal (event, "invited");
  person->linked |= g_str_equal (event, "linked");
  if (!g_str_equal (event, "blocked"))
    return;
  person->blocked++;
  person->too_early |= person->invited == 0;
}

static void
mail_cb (JsonObject *item, gpointer people)
{
  person_of (people, item)->mails++;
}

static void
outcome_cb (const OvsOutcomeRow *row, gpointer people)
{
  Person *person = find_person (people, g_strconcat (row->employer_number, "/", row->employee_number, NULL));

  person->says_invited = row->standing.outcome == OVS_OUTCOME_INVITED;
  person->says_blocked = row->standing.blocked;
  person->says_linked = row->mijnloket == OVS_ACCESS_ACTIVE;
}

static gboolean
hear_dossier (OvsTx *tx, gpointer people, GError **error)
{
  ovs_outcomes_foreach (tx, ovs_tx_today (tx), outcome_cb, people);
  return TRUE;
}

static gboolean
agrees (const Person *person)
{
  return person->invited <= 1 && person->mails == person->invited && person->blocked <= 1 &&
         !person->too_early && person->says_invited == (person->invited > 0) &&
         person->says_blocked == (person->blocked > 0) && (person->says_linked || !person->linked);
}

static void
conclude (GHashTable *people, OvsWitness *witness)
{
  GHashTableIter iter;
  gpointer value;

  *witness = (OvsWitness){ .agrees = TRUE };
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Person *person = value;

      witness->invited += person->invited > 0;
      witness->blocked += person->blocked > 0;
      witness->mails += person->mails;
      witness->agrees &= agrees (person);
    }
}

gboolean
ovs_witness_hear (OvsDemoDoor *door, OvsDossier *dossier, OvsWitness *witness, GError **error)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!ovs_demo_door_foreach (door, "/practice/events", event_cb, people, error) ||
      !ovs_demo_door_foreach (door, "/practice/mail?kind=invitation", mail_cb, people, error) ||
      !ovs_dossier_read (dossier, hear_dossier, people, NULL, error))
    return FALSE;
  conclude (people, witness);
  return TRUE;
}
