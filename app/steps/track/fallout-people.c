/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/track/fallout-people.h"

#include "steps/track/outcome-words.h"

static void
stranger_free (gpointer data)
{
  OvsStranger *stranger = data;

  g_free (stranger->employer_number);
  g_free (stranger->employee_number);
  g_free (stranger->name);
  g_free (stranger->reason);
  g_free (stranger);
}

static void
add_stranger (const char *employer_number, const char *employee_number, const char *name, const char *reason, gpointer data)
{
  OvsStranger *stranger = g_new0 (OvsStranger, 1);

  stranger->employer_number = g_strdup (employer_number);
  stranger->employee_number = g_strdup (employee_number);
  stranger->name = g_strdup (name);
  stranger->reason = g_strdup (reason);
  g_ptr_array_add (data, stranger);
}

static gboolean
is_put_off (const OvsOutcomePerson *person, OvsDay today)
{
  return person->outcome.snoozed_until != OVS_NO_DAY && person->outcome.snoozed_until > today;
}

gboolean
ovs_fallout_people_needs_address (const OvsOutcomePerson *person)
{
  return !person->email_usable || person->change_in_loket || (person->address_refused && ovs_outcome_words_obstacle (person) == NULL);
}

OvsFalloutGroup
ovs_fallout_people_group (const OvsOutcomePerson *person, OvsDay today)
{
  if (ovs_outcome_list_has (OVS_OUTCOMES_STRANDED, &person->outcome))
    return OVS_FALLOUT_STRANDED;
  if (ovs_outcome_list_has (OVS_OUTCOMES_BLOCKED_BEFORE, &person->outcome))
    return OVS_FALLOUT_BLOCKED_BEFORE;
  if (is_put_off (person, today))
    return OVS_FALLOUT_LATER;
  if (ovs_fallout_people_needs_address (person))
    return OVS_FALLOUT_NEEDS_ADDRESS;
  return ovs_outcome_words_obstacle (person) == NULL ? OVS_FALLOUT_INVITABLE : OVS_FALLOUT_ELSEWHERE;
}

gboolean
ovs_fallout_people_keep (const OvsOutcomePerson *person, OvsDay today, gpointer group)
{
  return (int) ovs_fallout_people_group (person, today) == *(const int *) group;
}

/* Not who is put off: whoever put him off wants to see him first. */
static gboolean
count_person (const OvsOutcomePerson *person, OvsDay today, gpointer data)
{
  OvsFalloutPeople *list = data;
  OvsFalloutGroup group = ovs_fallout_people_group (person, today);

  list->counts[group]++;
  if (group != OVS_FALLOUT_LATER && ovs_outcome_words_obstacle (person) == NULL)
    g_array_append_val (list->invitable, person->outcome.employee);
  return TRUE;
}

static void
add_people (OvsTx *tx, OvsFalloutPeople *list, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      OvsOutcomePerson *person = ovs_outcome_person_get (tx, list->today, g_array_index (ids, gint64, i));

      if (person != NULL)
        g_ptr_array_add (list->people, person);
    }
}

/* Without a portal since his invitation came to nothing. */
static gboolean
count_lapsed (const OvsOutcomePerson *person, OvsDay today, gpointer data)
{
  return !ovs_outcome_list_has (OVS_OUTCOMES_FALLOUT, &person->outcome) && count_person (person, today, data);
}

static GArray *
find (OvsTx *tx, OvsFalloutPeople *list, OvsOutcomeList which, gboolean lapsed, const char *handler, const char *search)
{
  OvsOutcomeQuery query
      = { .list = which, .handler = handler, .search = search, .keep = lapsed ? count_lapsed : count_person, .data = list };

  return ovs_outcome_list_query (tx, list->today, &query);
}

OvsFalloutPeople *
ovs_fallout_people_read (OvsTx *tx, const char *handler, const char *search, gboolean stranded, guint most)
{
  OvsFalloutPeople *list = g_new0 (OvsFalloutPeople, 1);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) beside = NULL;

  list->today = ovs_tx_today (tx);
  list->people = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_outcome_person_free);
  list->invitable = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->strangers = g_ptr_array_new_with_free_func (stranger_free);
  ids = find (tx, list, stranded ? OVS_OUTCOMES_STRANDED : OVS_OUTCOMES_FALLOUT, FALSE, handler, search);
  list->total = ids->len;
  /* Few stand with the uitvallijst, many in a table of their own. */
  beside = stranded ? find (tx, list, OVS_OUTCOMES_BLOCKED_BEFORE, FALSE, handler, search)
                    : find (tx, list, OVS_OUTCOMES_STRANDED, TRUE, handler, search);
  if (ids->len <= most)
    add_people (tx, list, ids);
  if (ids->len <= most && beside->len <= most)
    add_people (tx, list, beside);
  else if (!stranded)
    list->counts[OVS_FALLOUT_STRANDED] -= beside->len;
  if (!stranded)
    ovs_outcomes_unknown_fallout (tx, add_stranger, list->strangers);
  return list;
}

void
ovs_fallout_people_free (OvsFalloutPeople *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->people);
  g_array_unref (list->invitable);
  g_ptr_array_unref (list->strangers);
  g_free (list);
}
