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

OvsFalloutGroup
ovs_fallout_people_group (const OvsOutcomePerson *person)
{
  if (person->outcome.standing.stranded)
    return OVS_FALLOUT_STRANDED;
  if (!person->email_usable || person->change_in_loket)
    return OVS_FALLOUT_NEEDS_ADDRESS;
  return ovs_outcome_words_obstacle (person) == NULL ? OVS_FALLOUT_INVITABLE : OVS_FALLOUT_ELSEWHERE;
}

static void
add_people (OvsTx *tx, OvsFalloutPeople *list, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      OvsOutcomePerson *person = ovs_outcome_person_get (tx, ovs_tx_today (tx), g_array_index (ids, gint64, i));

      if (person == NULL)
        continue;
      if (ovs_outcome_words_obstacle (person) == NULL)
        g_array_append_val (list->invitable, person->outcome.employee);
      g_ptr_array_add (list->people, person);
    }
}

OvsFalloutPeople *
ovs_fallout_people_read (OvsTx *tx, const char *handler, const char *search, gboolean stranded, guint most)
{
  OvsFalloutPeople *list = g_new0 (OvsFalloutPeople, 1);
  OvsDay today = ovs_tx_today (tx);
  OvsOutcomeQuery query = { .list = stranded ? OVS_OUTCOMES_STRANDED : OVS_OUTCOMES_FALLOUT, .handler = handler, .search = search };
  g_autoptr (GArray) ids = ovs_outcome_list_query (tx, today, &query);

  list->total = ids->len;
  list->people = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_outcome_person_free);
  list->invitable = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->strangers = g_ptr_array_new_with_free_func (stranger_free);
  if (ids->len > most)
    g_array_append_vals (list->invitable, ids->data, ids->len);
  else
    add_people (tx, list, ids);
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
