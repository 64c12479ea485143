/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/outcome-list.h"

#include "dossier/access.h"
#include "dossier/client-filter.h"
#include "dossier/employee.h"
#include "dossier/meanings.h"
#include "dossier/sorted-ids.h"
#include "rules/refusal.h"

/* Everybody who matches, in one of three orders; who is in the list is known from the outcomes. */
#define MATCHING                                                                                                                   \
  "FROM temp.circle s CROSS JOIN employee e ON e.id = s.employee JOIN employer c ON c.id = e.employer WHERE " OVS_CLIENT_FILTER ("c.", "?1") " " \
  "AND (?2 = '' OR instr(e.sort_key, ?2) > 0 OR instr(e.number_key, ?2) > 0 OR instr(lower(c.name), ?2) > 0 OR instr(c.number_key, ?2) > 0) "

static const char by_name[] = "SELECT e.id, e.sort_key " MATCHING "ORDER BY s.employee";

static const char by_employer[] = "SELECT e.id, lower(c.name) || char(1) || printf('%08d', c.id) || e.sort_key " MATCHING "ORDER BY s.employee";

static const char by_sent[] = "SELECT e.id, coalesce((SELECT max(r.sent) FROM intent i JOIN request r ON r.id = i.request "
                              "WHERE i.employee = e.id AND i.kind = 'invite'), '') || e.sort_key " MATCHING "ORDER BY s.employee";

static const char select_person[]
    = "SELECT c.number, c.name, e.number, e.initials, e.first_name, e.prefix, e.last_name, e.email_as_read, e.email, "
      "coalesce((SELECT i.message FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.message IS NOT NULL "
      "ORDER BY i.generation DESC LIMIT 1), (SELECT f.reason FROM fallout_entry f WHERE f.employee = e.id ORDER BY f.id DESC LIMIT 1)), "
      "(SELECT max(r.sent) FROM intent i JOIN request r ON r.id = i.request WHERE i.employee = e.id AND i.kind = 'invite'), "
      "(SELECT max(r.sent) FROM intent i JOIN request r ON r.id = i.request WHERE i.employee = e.id AND i.kind = 'invite' "
      "AND i.state IN ('sent', 'unknown', 'confirmed')) "
      "FROM employee e JOIN employer c ON c.id = e.employer WHERE e.id = ?1";

const char *
ovs_outcome_list_code (OvsOutcomeList list)
{
  static const char *const codes[OVS_N_OUTCOME_LISTS] = {
    [OVS_OUTCOMES_INVITED] = "list:invited",         [OVS_OUTCOMES_OVER] = "list:over",
    [OVS_OUTCOMES_WAITING] = "list:waiting",         [OVS_OUTCOMES_LAPSED] = "list:lapsed",
    [OVS_OUTCOMES_REFUSED] = "list:refused",         [OVS_OUTCOMES_UNKNOWN] = "list:unknown",
    [OVS_OUTCOMES_FALLOUT] = "list:fallout",         [OVS_OUTCOMES_STRANDED] = "list:stranded",
    [OVS_OUTCOMES_BOTH_PORTALS] = "list:both-portals", [OVS_OUTCOMES_HANDLED] = "list:handled",
    [OVS_OUTCOMES_NEWCOMERS] = "list:newcomers",     [OVS_OUTCOMES_NO_ACCESS] = "list:no-access",
    [OVS_OUTCOMES_LEFT] = "list:left",               [OVS_OUTCOMES_BLOCKED_BEFORE] = "list:blocked-before",
  };

  return codes[list];
}

/* Concerned by the conversion and without MijnLoket: who is over has an end state whatever else is so. */
static gboolean
may_have_end_state (const OvsOutcomeRow *row)
{
  return (row->standing.outcome != OVS_OUTCOME_NOT_SUBMITTED || row->was_fallout) && row->standing.outcome != OVS_OUTCOME_UNKNOWN
         && row->mijnloket != OVS_ACCESS_ACTIVE;
}

static gboolean
needs_no_access (const OvsOutcomeRow *row)
{
  return row->no_access_needed && row->standing.outcome != OVS_OUTCOME_UNKNOWN && row->mijnloket != OVS_ACCESS_ACTIVE;
}

static gboolean
has_left (const OvsOutcomeRow *row)
{
  return may_have_end_state (row) && !row->no_access_needed && !row->active;
}

static gboolean
was_blocked_before (const OvsOutcomeRow *row)
{
  return row->converted && row->active && !row->no_access_needed && !row->standing.stranded && !ovs_access_has_or_awaits (row->mijnloket)
         && row->standing.reinstate == OVS_REINSTATE_BLOCKED_BEFORE;
}

gboolean
ovs_outcome_list_has (OvsOutcomeList list, const OvsOutcomeRow *row)
{
  gboolean invited = row->standing.outcome == OVS_OUTCOME_INVITED;
  gboolean ended = needs_no_access (row) || has_left (row);
  gboolean waiting = invited && row->mijnloket != OVS_ACCESS_ACTIVE && !ended;
  gboolean refused = row->standing.outcome == OVS_OUTCOME_FALLOUT;
  gboolean listed = row->standing.outcome == OVS_OUTCOME_NOT_SUBMITTED && row->was_fallout;

  switch (list)
    {
    case OVS_OUTCOMES_INVITED:
      return invited;
    case OVS_OUTCOMES_OVER:
      return invited && row->mijnloket == OVS_ACCESS_ACTIVE;
    case OVS_OUTCOMES_WAITING:
      return waiting;
    case OVS_OUTCOMES_LAPSED:
      return waiting && !ovs_access_has_or_awaits (row->mijnloket);
    case OVS_OUTCOMES_REFUSED:
      return refused;
    case OVS_OUTCOMES_UNKNOWN:
      return row->standing.outcome == OVS_OUTCOME_UNKNOWN;
    case OVS_OUTCOMES_FALLOUT:
      return !ended && (refused || (listed && !ovs_access_has_or_awaits (row->mijnloket)));
    case OVS_OUTCOMES_STRANDED:
      return row->standing.stranded && !row->no_access_needed;
    case OVS_OUTCOMES_BOTH_PORTALS:
      return row->standing.both_portals;
    case OVS_OUTCOMES_HANDLED:
      return row->was_fallout && (invited || (listed && ovs_access_has_or_awaits (row->mijnloket)));
    case OVS_OUTCOMES_NEWCOMERS:
      return row->newcomer;
    case OVS_OUTCOMES_NO_ACCESS:
      return needs_no_access (row);
    case OVS_OUTCOMES_LEFT:
      return has_left (row);
    case OVS_OUTCOMES_BLOCKED_BEFORE:
      return was_blocked_before (row);
    case OVS_N_OUTCOME_LISTS:
    default:
      return FALSE;
    }
}

typedef struct
{
  OvsOutcomeList list;
  GArray *rows;      /* (element-type OvsOutcomeRow) by employee */
} Collect;

/* A row that outlives its callback. Reasons are codes, so there are few of them. */
static OvsOutcomeRow
keep (const OvsOutcomeRow *row)
{
  OvsOutcomeRow kept = *row;

  kept.employer_number = kept.employee_number = kept.message = NULL;
  kept.reason = g_intern_string (row->reason);
  return kept;
}

static void
collect_one (const OvsOutcomeRow *row, gpointer data)
{
  const Collect *collect = data;
  OvsOutcomeRow kept;

  if (!ovs_outcome_list_has (collect->list, row))
    return;
  kept = keep (row);
  g_array_append_val (collect->rows, kept);
}

static const char *
choose_order (OvsOutcomeSort sort)
{
  switch (sort)
    {
    case OVS_OUTCOME_SORT_EMPLOYER:
      return by_employer;
    case OVS_OUTCOME_SORT_SENT:
      return by_sent;
    default:
      return by_name;
    }
}

static int
compare_employee (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const OvsOutcomeRow *) a)->employee;
  gint64 other = ((const OvsOutcomeRow *) b)->employee;

  return (one > other) - (one < other);
}

/* What is in the outcome itself is sorted here, stably: the order by name stays within equals. */
static int
compare_by (gconstpointer a, gconstpointer b, gpointer data)
{
  const OvsOutcomeRow *one = a;
  const OvsOutcomeRow *other = b;

  switch (GPOINTER_TO_INT (data))
    {
    case OVS_OUTCOME_SORT_ATTEMPTS:
      return (one->attempts > other->attempts) - (one->attempts < other->attempts);
    case OVS_OUTCOME_SORT_REASON:
      return g_strcmp0 (one->reason, other->reason);
    case OVS_OUTCOME_SORT_STATUS:
      return (int) one->mijnloket - (int) other->mijnloket;
    default:
      return 0;
    }
}

/* What Loket said of an address counts until there is another one. */
#define REFUSAL_OF_THE_ADDRESS                                                                                                      \
  "(SELECT i.message FROM intent i JOIN request r ON r.id = i.request WHERE i.employee = e.id AND i.kind = 'invite' AND i.state = 'refused' " \
  "AND NOT EXISTS (SELECT 1 FROM intent n WHERE n.employee = e.id AND n.kind = 'invite' AND n.generation > i.generation) "          \
  "AND NOT EXISTS (SELECT 1 FROM history h JOIN audit a ON a.sequence = h.audit WHERE h.employee = e.id AND h.field = 'email' AND a.at > r.sent)) "

static void
read_facts (OvsTx *tx, OvsOutcomePerson *person)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT e.email_kind = 'ok', e.change_in_loket, e.loket_id IS NOT NULL, " REFUSAL_OF_THE_ADDRESS ", "
                                "EXISTS (SELECT 1 FROM follow_up u WHERE u.employee = e.id AND u.asked_address = coalesce(e.email, e.email_as_read, '')) "
                                "FROM employee e WHERE e.id = ?1",
                                "i", person->outcome.employee);

  if (ovs_rows_next (&rows))
    {
      person->email_usable = ovs_rows_int (&rows, 0) != 0;
      person->change_in_loket = ovs_rows_int (&rows, 1) != 0;
      person->linked = ovs_rows_int (&rows, 2) != 0;
      person->address_refused = ovs_refusal_is_about_address (ovs_rows_text (&rows, 3));
      person->client_asked = ovs_rows_int (&rows, 4) != 0;
    }
  ovs_rows_close (&rows);
}

static gboolean
is_kept (OvsTx *tx, OvsDay today, const OvsOutcomeQuery *query, const OvsOutcomeRow *row)
{
  OvsOutcomePerson person = { .outcome = *row };

  if (query->keep == NULL)
    return TRUE;
  read_facts (tx, &person);
  return query->keep (&person, today, query->data);
}

GArray *
ovs_outcome_list_query (OvsTx *tx, OvsDay today, const OvsOutcomeQuery *query)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (OvsOutcomeRow));
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (OvsOutcomeRow));
  g_autoptr (GArray) matching = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Collect collect = { query->list, found };
  OvsRows rows;

  /* The walk is by employee, so the rows found can be looked up by halving; temp.circle still has those whom it passed. */
  if (query->list == OVS_OUTCOMES_BOTH_PORTALS || query->list == OVS_OUTCOMES_NEWCOMERS || query->list == OVS_OUTCOMES_BLOCKED_BEFORE)
    ovs_outcomes_foreach_involved (tx, today, collect_one, &collect);
  else
    ovs_outcomes_foreach_sent (tx, today, collect_one, &collect);
  if (found->len == 0)
    return ids;
  rows = ovs_rows_open (tx, choose_order (query->sort), "ss", query->handler, query->search);
  matching = ovs_sorted_ids (&rows, FALSE);
  for (guint i = 0; i < matching->len; i++)
    {
      OvsOutcomeRow wanted = { .employee = g_array_index (matching, gint64, i) };
      guint at;

      if (g_array_binary_search (found, &wanted, compare_employee, &at)
          && is_kept (tx, today, query, &g_array_index (found, OvsOutcomeRow, at)))
        g_array_append_val (sorted, g_array_index (found, OvsOutcomeRow, at));
    }
  g_array_sort_with_data (sorted, compare_by, GINT_TO_POINTER (query->sort));
  for (guint i = 0; i < sorted->len; i++)
    {
      guint at = query->descending ? sorted->len - 1 - i : i;
      gint64 employee = g_array_index (sorted, OvsOutcomeRow, at).employee;

      g_array_append_val (ids, employee);
    }
  return ids;
}

static void
keep_outcome (const OvsOutcomeRow *row, gpointer data)
{
  *(OvsOutcomeRow *) data = keep (row);
}

OvsOutcomePerson *
ovs_outcome_person_get (OvsTx *tx, OvsDay today, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx, select_person, "i", employee);
  OvsOutcomePerson *person = NULL;

  if (ovs_rows_next (&rows))
    {
      const char *mended = ovs_rows_text (&rows, 8);

      person = g_new0 (OvsOutcomePerson, 1);
      person->employer_number = g_strdup (ovs_rows_text (&rows, 0));
      person->employer_name = g_strdup (ovs_rows_text (&rows, 1));
      person->employee_number = g_strdup (ovs_rows_text (&rows, 2));
      person->name = ovs_employee_list_name (ovs_rows_text (&rows, 3), ovs_rows_text (&rows, 4), ovs_rows_text (&rows, 5),
                                               ovs_rows_text (&rows, 6));
      person->email = g_strdup (mended != NULL ? mended : ovs_rows_text (&rows, 7));
      person->message = g_strdup (ovs_rows_text (&rows, 9));
      ovs_clock_parse_iso (ovs_rows_text (&rows, 10), &person->sent);
      ovs_clock_parse_iso (ovs_rows_text (&rows, 11), &person->went_out);
    }
  ovs_rows_close (&rows);
  if (person == NULL)
    return NULL;
  person->meaning = ovs_meanings_get (tx, person->message, &person->meaning_advice);
  ovs_outcomes_get (tx, today, employee, keep_outcome, &person->outcome);
  person->outcome.employee = employee;
  read_facts (tx, person);
  if (person->outcome.mijnloket == OVS_ACCESS_OTHER)
    person->foreign_word = ovs_access_get (tx, employee, OVS_PORTAL_MIJNLOKET);
  return person;
}

void
ovs_outcome_person_free (OvsOutcomePerson *person)
{
  if (person == NULL)
    return;
  g_free (person->employer_number);
  g_free (person->employer_name);
  g_free (person->employee_number);
  g_free (person->name);
  g_free (person->email);
  g_free (person->message);
  g_free (person->meaning);
  g_free (person->meaning_advice);
  g_free (person->foreign_word);
  g_free (person);
}
