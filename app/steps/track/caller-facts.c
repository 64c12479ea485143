/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/caller-facts.h"

#include <glib/gi18n.h>

#include "dossier/story.h"
#include "steps/track/outcome-words.h"

static void
earlier_free (gpointer data)
{
  OvsEarlierQuestion *earlier = data;

  g_free (earlier->title);
  g_free (earlier->note);
  g_free (earlier);
}

void
ovs_caller_facts_free (OvsCallerFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->title);
  g_free (facts->client);
  g_free (facts->contact_name);
  g_free (facts->contact_phone);
  g_free (facts->no_access_reason);
  ovs_outcome_person_free (facts->person);
  g_ptr_array_unref (facts->earlier);
  g_free (facts);
}

/* When, where it stuck, what helped. */
static void
add_earlier (const OvsQuestionRow *row, gpointer data)
{
  const OvsQuestion *question = &row->question;
  OvsEarlierQuestion *earlier = g_new0 (OvsEarlierQuestion, 1);
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_day_of (question->began));
  GString *title = g_string_new (day);

  if (question->step >= 0)
    g_string_append_printf (title, " · %s", ovs_drop_out_title (question->step));
  if (question->ended == 0)
    g_string_append_printf (title, " · %s", _ ("open"));
  else if (question->solved >= 0)
    g_string_append_printf (title, " · %s", ovs_solved_title (question->solved));
  earlier->id = question->id;
  earlier->title = g_string_free (title, FALSE);
  earlier->note = g_strdup (question->note);
  g_ptr_array_add (data, earlier);
}

static gboolean
read_person (OvsTx *tx, OvsCallerFacts *facts)
{
  g_autoptr (OvsStory) story = NULL;

  facts->person = ovs_outcome_person_get (tx, ovs_tx_today (tx), facts->employee);
  story = facts->person != NULL ? ovs_story_read (tx, facts->employee) : NULL;
  if (story == NULL)
    return FALSE;
  facts->title = g_strdup (facts->person->name);
  facts->birth_date = story->record.birth_date;
  facts->as_of = story->mijnloket.as_of;
  facts->no_access_reason = g_strdup (story->no_access_reason);
  facts->elsewhere = story->others->len;
  return TRUE;
}

OvsCallerFacts *
ovs_caller_facts_read (OvsTx *tx, gint64 employer, gint64 employee, gint64 except)
{
  g_autoptr (OvsCallerFacts) facts = g_new0 (OvsCallerFacts, 1);

  facts->earlier = g_ptr_array_new_with_free_func (earlier_free);
  facts->employer = employer;
  facts->employee = employee;
  if (!ovs_questions_get_client (tx, employer, &facts->client, &facts->contact_name, &facts->contact_phone))
    return NULL;
  if (employee == 0)
    facts->title = g_strdup (facts->client);
  else if (!read_person (tx, facts))
    return NULL;
  if (employee != 0)
    ovs_questions_foreach_of (tx, employee, except, add_earlier, facts->earlier);
  return g_steal_pointer (&facts);
}

OvsAccess
ovs_caller_facts_access (const OvsCallerFacts *facts)
{
  return facts->person != NULL ? facts->person->outcome.mijnloket : OVS_ACCESS_UNKNOWN;
}

char *
ovs_caller_facts_whom (const OvsCallerFacts *facts)
{
  if (facts->person == NULL)
    return g_strdup (_ ("The client itself asks"));
  /* Translators: a client, and the number of an employee there. */
  return g_strdup_printf (_ ("%s · employee number %s"), facts->client, facts->person->employee_number);
}

char *
ovs_caller_facts_state (const OvsCallerFacts *facts)
{
  const OvsOutcomePerson *person = facts->person;
  OvsAccess access = ovs_caller_facts_access (facts);
  g_autofree char *sent = person != NULL && person->went_out != 0 ? ovs_clock_to_dutch (person->went_out) : NULL;

  if (facts->no_access_reason != NULL)
    return g_strdup_printf (_ ("No access needed: %s"), facts->no_access_reason);
  if (access == OVS_ACCESS_INVITE_PENDING && sent != NULL)
    return g_strdup_printf (_ ("Invitation sent on %s, not activated yet"), sent);
  if (access == OVS_ACCESS_INVITE_PENDING)
    return g_strdup (_ ("Invited, not activated yet"));
  if (sent != NULL && access != OVS_ACCESS_ACTIVE)
    return g_strdup_printf (_ ("%s; last invited on %s"), ovs_outcome_words_status (person), sent);
  return g_strdup (person != NULL ? ovs_outcome_words_status (person) : "");
}

char *
ovs_caller_facts_detail (const OvsCallerFacts *facts)
{
  OvsAccess access = ovs_caller_facts_access (facts);
  g_autofree char *at = facts->as_of != 0 ? ovs_clock_to_dutch (facts->as_of) : NULL;
  GString *detail = g_string_new (NULL);

  if (access == OVS_ACCESS_INVITE_PENDING)
    g_string_append (detail, _ ("Loket reminds by itself; when is not known."));
  else if (facts->person != NULL)
    g_string_append (detail, ovs_outcome_words_advice (facts->person));
  if (at != NULL)
    {
      g_autofree char *as_of = g_strdup_printf (_ ("As of %s."), at);

      g_string_append_printf (detail, "%s%s", detail->len > 0 ? " " : "", as_of);
    }
  if (facts->elsewhere > 0)
    {
      g_autofree char *others = g_strdup_printf (ngettext ("The same person is at %u other client too: one account for both.",
                                                           "The same person is at %u other clients too: one account for all.", facts->elsewhere),
                                                 facts->elsewhere);

      g_string_append_printf (detail, "%s%s", detail->len > 0 ? " " : "", others);
    }
  return g_string_free (detail, FALSE);
}
