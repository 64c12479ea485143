/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/story.h"

#include "dossier/employees.h"
#include "rules/person.h"

static void
event_free (gpointer data)
{
  OvsStoryEvent *event = data;

  g_free (event->what);
  g_free (event->old);
  g_free (event->new_value);
  g_free (event->operation);
  g_free (event->text);
  g_free (event->actor);
  g_free (event);
}

static void
acceptance_free (gpointer data)
{
  OvsStoryAcceptance *acceptance = data;

  g_free (acceptance->reason);
  g_free (acceptance);
}

void
ovs_story_free (OvsStory *story)
{
  if (story == NULL)
    return;
  ovs_employee_clear (&story->record);
  g_free (story->name);
  g_free (story->employer_number);
  g_free (story->employer_name);
  g_free (story->handler);
  g_free (story->loket_id);
  g_free (story->werknemerloket.status);
  g_free (story->mijnloket.status);
  g_free (story->excluded_reason);
  g_free (story->no_access_reason);
  g_free (story->asked_address);
  g_ptr_array_unref (story->acceptances);
  g_ptr_array_unref (story->events);
  g_clear_pointer (&story->others, g_array_unref);
  g_free (story);
}

const char *
ovs_story_kind_code (OvsStoryKind kind)
{
  static const char *const codes[OVS_N_STORY_KINDS] = {
    [OVS_STORY_READ] = "read",       [OVS_STORY_CHANGED] = "changed", [OVS_STORY_ACCESS] = "access",   [OVS_STORY_DECIDED] = "decided",
    [OVS_STORY_CLIENT] = "client",   [OVS_STORY_LETTER] = "letter",   [OVS_STORY_ENQUIRY] = "enquiry", [OVS_STORY_REQUEST] = "request",
    [OVS_STORY_RESULT] = "result",   [OVS_STORY_FALLOUT] = "fallout", [OVS_STORY_NOTE] = "note",       [OVS_STORY_CALLED] = "called",
    [OVS_STORY_QUESTION] = "question",
  };

  return codes[kind];
}

static gint64
instant (const char *text)
{
  gint64 at = 0;

  ovs_clock_parse_iso (text, &at);
  return at;
}

OvsStoryEvent *
ovs_story_add (GPtrArray *events, OvsStoryKind kind, const char *at)
{
  OvsStoryEvent *event = g_new0 (OvsStoryEvent, 1);

  event->kind = kind;
  event->at = instant (at);
  g_ptr_array_add (events, event);
  return event;
}

/* --- the same human being ---------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  char *initial;
} Namesake;

static void
clear_namesake (gpointer data)
{
  g_free (((Namesake *) data)->initial);
}

/* Who has the same surname and birth date, with the initials that occur among them. */
static GArray *
find_namesakes (OvsTx *tx, gint64 employee, guint *n_initials, char **any_initial)
{
  GArray *namesakes = g_array_new (FALSE, FALSE, sizeof (Namesake));
  g_autoptr (GHashTable) initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT o.id, o.person_initial FROM employee e JOIN employee o ON o.person_base = e.person_base "
                                "WHERE e.id = ?1 AND e.person_base IS NOT NULL ORDER BY o.id",
                                "i", employee);

  g_array_set_clear_func (namesakes, clear_namesake);
  while (ovs_rows_next (&rows))
    {
      Namesake namesake = { ovs_rows_int (&rows, 0), g_strdup (ovs_rows_text (&rows, 1)) };

      g_array_append_val (namesakes, namesake);
      if (*namesake.initial == '\0')
        continue;
      g_free (*any_initial);
      *any_initial = g_strdup (namesake.initial);
      g_hash_table_add (initials, g_strdup (namesake.initial));
    }
  *n_initials = g_hash_table_size (initials);
  return namesakes;
}

GArray *
ovs_story_find_others (OvsTx *tx, gint64 employee)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *base = ovs_tx_get_text (tx, "SELECT person_base FROM employee WHERE id = ?1", "i", employee);
  g_autofree char *initial = ovs_tx_get_text (tx, "SELECT person_initial FROM employee WHERE id = ?1", "i", employee);
  g_autofree char *any_initial = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GArray) namesakes = NULL;
  guint n_initials;

  if (base == NULL || initial == NULL)
    return others;
  namesakes = find_namesakes (tx, employee, &n_initials, &any_initial);
  own = ovs_person_join (base, initial, n_initials, any_initial);
  for (guint i = 0; own != NULL && i < namesakes->len; i++)
    {
      const Namesake *namesake = &g_array_index (namesakes, Namesake, i);
      g_autofree char *key = ovs_person_join (base, namesake->initial, n_initials, any_initial);

      if (namesake->id != employee && g_strcmp0 (key, own) == 0)
        g_array_append_val (others, namesake->id);
    }
  return others;
}

/* --- how he stands ----------------------------------------------------------------------------------------------- */

static void
read_access (OvsTx *tx, gint64 employee, const char *portal, OvsStoryAccess *access)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT status, CASE source WHEN 'employees' THEN ?3 WHEN 'status' THEN ?4 ELSE ?5 END, as_of "
                                "FROM access WHERE employee = ?1 AND portal = ?2",
                                "isiii", employee, portal, (gint64) OVS_ACCESS_FROM_EMPLOYEES, (gint64) OVS_ACCESS_FROM_STATUS,
                                (gint64) OVS_ACCESS_FROM_LOKET);

  if (ovs_rows_next (&rows))
    {
      access->status = g_strdup (ovs_rows_text (&rows, 0));
      access->source = (OvsAccessSource) ovs_rows_int (&rows, 1);
      access->as_of = instant (ovs_rows_text (&rows, 2));
    }
  ovs_rows_close (&rows);
}

static void
read_judgement (OvsTx *tx, gint64 employee, OvsStory *story)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT disposition, reason FROM judgement WHERE employee = ?1", "i", employee);

  if (ovs_rows_next (&rows))
    {
      story->judged = ovs_disposition_from_code (ovs_rows_text (&rows, 0), &story->disposition);
      ovs_reason_from_code (ovs_rows_text (&rows, 1), &story->reason);
    }
  ovs_rows_close (&rows);

  rows = ovs_rows_open (tx, "SELECT code, accepted FROM finding WHERE employee = ?1", "i", employee);
  while (ovs_rows_next (&rows))
    {
      OvsFinding finding;

      if (!ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
        continue;
      story->findings |= OVS_FINDING_BIT (finding);
      if (ovs_rows_int (&rows, 1) == 0)
        story->open |= OVS_FINDING_BIT (finding);
    }
}

static void
read_acceptances (OvsTx *tx, gint64 employee, OvsStory *story)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT code, reason, at FROM acceptance WHERE employee = ?1 ORDER BY at, code", "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryAcceptance *acceptance;
      OvsFinding finding;

      if (!ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
        continue;
      acceptance = g_new0 (OvsStoryAcceptance, 1);
      acceptance->finding = finding;
      acceptance->reason = g_strdup (ovs_rows_text (&rows, 1));
      acceptance->at = instant (ovs_rows_text (&rows, 2));
      g_ptr_array_add (story->acceptances, acceptance);
    }
}

static void
read_follow_up (OvsTx *tx, gint64 employee, OvsStory *story)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT no_access_reason, no_access_on, snoozed_until, asked_address FROM follow_up WHERE employee = ?1", "i", employee);

  if (ovs_rows_next (&rows))
    {
      story->no_access_reason = g_strdup (ovs_rows_text (&rows, 0));
      story->no_access_on = ovs_rows_day (&rows, 1);
      story->snoozed_until = ovs_rows_day (&rows, 2);
      story->asked_address = g_strdup (ovs_rows_text (&rows, 3));
    }
  ovs_rows_close (&rows);
}

/* FALSE where there is no such employee. */
static gboolean
read_person (OvsTx *tx, gint64 employee, OvsStory *story)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT e.employer, e.number_key, e.loket_id, e.first_seen, e.excluded_reason, e.on_paper, c.number, c.name, c.handler "
                                "FROM employee e JOIN employer c ON c.id = e.employer WHERE e.id = ?1",
                                "i", employee);
  g_autofree char *key = NULL;
  gint64 employer = 0;
  gboolean found = ovs_rows_next (&rows);

  if (found)
    {
      employer = ovs_rows_int (&rows, 0);
      key = g_strdup (ovs_rows_text (&rows, 1));
      story->loket_id = g_strdup (ovs_rows_text (&rows, 2));
      story->first_seen = instant (ovs_rows_text (&rows, 3));
      story->excluded_reason = g_strdup (ovs_rows_text (&rows, 4));
      story->on_paper = ovs_rows_int (&rows, 5) != 0;
      story->employer_number = g_strdup (ovs_rows_text (&rows, 6));
      story->employer_name = g_strdup (ovs_rows_text (&rows, 7));
      story->handler = g_strdup (ovs_rows_text (&rows, 8));
    }
  ovs_rows_close (&rows);
  return found && ovs_employees_find (tx, employer, key, &story->record);
}

/* By their instant; what happened at the same one stays as it was collected. */
static int
compare_events (gconstpointer a, gconstpointer b, gpointer order)
{
  const OvsStoryEvent *one = *(OvsStoryEvent *const *) a;
  const OvsStoryEvent *other = *(OvsStoryEvent *const *) b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return GPOINTER_TO_INT (g_hash_table_lookup (order, one)) - GPOINTER_TO_INT (g_hash_table_lookup (order, other));
}

static void
sort_events (GPtrArray *events)
{
  g_autoptr (GHashTable) order = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < events->len; i++)
    g_hash_table_insert (order, g_ptr_array_index (events, i), GUINT_TO_POINTER (i));
  g_ptr_array_sort_with_data (events, compare_events, order);
}

OvsStory *
ovs_story_read (OvsTx *tx, gint64 employee)
{
  g_autoptr (OvsStory) story = g_new0 (OvsStory, 1);
  const OvsEmployee *record = &story->record;

  story->acceptances = g_ptr_array_new_with_free_func (acceptance_free);
  story->events = g_ptr_array_new_with_free_func (event_free);
  if (!read_person (tx, employee, story))
    return NULL;
  story->name = ovs_employee_format_name (record->initials, record->first_name, record->prefix, record->last_name);
  read_access (tx, employee, OVS_PORTAL_WERKNEMERLOKET, &story->werknemerloket);
  read_access (tx, employee, OVS_PORTAL_MIJNLOKET, &story->mijnloket);
  read_judgement (tx, employee, story);
  read_acceptances (tx, employee, story);
  read_follow_up (tx, employee, story);
  story->others = ovs_story_find_others (tx, employee);
  ovs_story_collect (tx, employee, record->employer, story->events);
  sort_events (story->events);
  return g_steal_pointer (&story);
}
