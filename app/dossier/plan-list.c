/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/plan-list.h"

#include "dossier/employee.h"
#include "dossier/sorted-ids.h"
#include "dossier/waves.h"

/* What became of the latest invitation that was more than planned. */
#define LATEST                                                                                                                      \
  "(SELECT i.state FROM intent i WHERE i.employee = j.employee AND i.kind = 'invite' AND i.state <> 'planned' ORDER BY i.generation DESC LIMIT 1)"

/* Who is ready and was submitted before is not invited by a run again: he waits for Loket's answer, or stands on the uitvallijst. */
#define DISPOSITION                                                                                                                 \
  "CASE WHEN j.disposition <> 'ready' THEN j.disposition ELSE coalesce((SELECT CASE WHEN " LATEST " IN ('sent', 'unknown') "        \
  "THEN 'waiting' WHEN " LATEST " IS NOT NULL THEN 'fallen' END), 'ready') END"

/* How many of the client `c` wait: from the requests, of which there are few. */
#define WAITING                                                                                                                     \
  "(SELECT count(DISTINCT j.employee) FROM request r CROSS JOIN intent o ON o.request = r.id CROSS JOIN judgement j ON j.employee = o.employee " \
  "WHERE r.employer = c.id AND r.kind = 'invite' AND o.state IN ('sent', 'unknown') AND j.disposition = 'ready' "                   \
  "AND " LATEST " IN ('sent', 'unknown'))"

/* Client by client along the index; ?4 says what is sorted by. */
static const char select_people[]
    = "SELECT e.id, CASE WHEN ?4 THEN lower(c.name) ELSE e.sort_key END FROM employer c "
      "CROSS JOIN employee e INDEXED BY employee_order ON e.employer = c.id CROSS JOIN judgement j ON j.employee = e.id "
      "WHERE c.selected AND (?1 = 0 OR c.id = ?1) AND " OVS_MAY_APPLY ("?5", "?6") " AND instr(?2, ' ' || " DISPOSITION " || ' ') > 0 "
      "AND (?3 = '' OR instr(e.sort_key, ?3) > 0 OR instr(e.number_key, ?3) > 0 OR instr(lower(c.name), ?3) > 0 "
      "OR instr(c.number_key, ?3) > 0) ORDER BY c.id, e.sort_key, e.id";

#define TALLY(what) "coalesce((SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = '" what "'), 0)"

#define SELECT_CLIENTS                                                                                                              \
  "SELECT c.id, c.number, c.name, c.informed_on, " TALLY ("ready") " - " TALLY ("fallen") ", " TALLY ("decide") ", "                 \
  TALLY ("stopper") ", " TALLY ("left-out") ", " TALLY ("done") ", " TALLY ("fallen") ", " WAITING ", " TALLY ("to-block") " FROM employer c WHERE c.selected "

static OvsPlanClient *
read_client (OvsRows *rows)
{
  OvsPlanClient *client = g_new0 (OvsPlanClient, 1);

  client->id = ovs_rows_int (rows, 0);
  client->number = g_strdup (ovs_rows_text (rows, 1));
  client->name = g_strdup (ovs_rows_text (rows, 2));
  client->informed_on = ovs_rows_day (rows, 3);
  client->ready = ovs_rows_int (rows, 4);
  client->decide = ovs_rows_int (rows, 5);
  client->stopper = ovs_rows_int (rows, 6);
  client->left_out = ovs_rows_int (rows, 7);
  client->done = ovs_rows_int (rows, 8);
  client->waiting = ovs_rows_int (rows, 10);
  client->fallen = MAX (ovs_rows_int (rows, 9) - client->waiting, 0);
  client->to_block = ovs_rows_int (rows, 11);
  return client;
}

GPtrArray *
ovs_plan_list_clients (OvsTx *tx, gint64 wave)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_plan_client_free);
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "AND " OVS_MAY_APPLY ("?1", "?2") " ORDER BY lower(c.name), length(c.number_key), c.number_key", "id", wave, ovs_tx_today (tx));

  while (ovs_rows_next (&rows))
    g_ptr_array_add (clients, read_client (&rows));
  return clients;
}

OvsPlanClient *
ovs_plan_client_get (OvsTx *tx, gint64 employer)
{
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "AND c.id = ?1", "i", employer);
  OvsPlanClient *client = ovs_rows_next (&rows) ? read_client (&rows) : NULL;

  ovs_rows_close (&rows);
  return client;
}

void
ovs_plan_client_free (OvsPlanClient *client)
{
  if (client == NULL)
    return;
  g_free (client->number);
  g_free (client->name);
  g_free (client);
}

/* The dispositions in a text, each between spaces: one constant statement serves them all. */
static const char *
choose_dispositions (OvsPlanPeople people)
{
  switch (people)
    {
    case OVS_PLAN_READY:
      return " ready ";
    case OVS_PLAN_WAITING:
      return " waiting ";
    case OVS_PLAN_DONE:
      return " done ";
    case OVS_PLAN_EVERYBODY:
      return " ready decide stopper left-out fallen waiting done ";
    case OVS_PLAN_STAY_BEHIND:
    default:
      return " decide stopper left-out fallen ";
    }
}

GArray *
ovs_plan_list_people (OvsTx *tx, const OvsPlanQuery *query)
{
  OvsRows rows = ovs_rows_open (tx, select_people, "issbid", query->employer, choose_dispositions (query->people), query->search,
                                query->by_employer, query->wave, ovs_tx_today (tx));

  return ovs_sorted_ids (&rows, query->descending);
}

OvsPlanPerson *
ovs_plan_person_get (OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT e.initials, e.first_name, e.prefix, e.last_name, e.number, c.name, coalesce(e.email, e.email_as_read), "
                                "j.disposition, j.reason, " LATEST ", (SELECT f.code FROM finding f WHERE f.employee = e.id AND NOT f.accepted "
                                "ORDER BY f.code LIMIT 1) FROM employee e JOIN employer c ON c.id = e.employer "
                                "JOIN judgement j ON j.employee = e.id WHERE e.id = ?1",
                                "i", employee);
  OvsPlanPerson *person = NULL;

  if (ovs_rows_next (&rows))
    {
      person = g_new0 (OvsPlanPerson, 1);
      person->name = ovs_employee_list_name (ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2),
                                               ovs_rows_text (&rows, 3));
      person->employee_number = g_strdup (ovs_rows_text (&rows, 4));
      person->employer_name = g_strdup (ovs_rows_text (&rows, 5));
      person->email = g_strdup (ovs_rows_text (&rows, 6));
      ovs_disposition_from_code (ovs_rows_text (&rows, 7), &person->disposition);
      ovs_reason_from_code (ovs_rows_text (&rows, 8), &person->reason);
      person->submitted = ovs_rows_text (&rows, 9) != NULL;
      person->waiting = g_strcmp0 (ovs_rows_text (&rows, 9), "sent") == 0 || g_strcmp0 (ovs_rows_text (&rows, 9), "unknown") == 0;
      person->finding = g_strdup (ovs_rows_text (&rows, 10));
    }
  ovs_rows_close (&rows);
  return person;
}

void
ovs_plan_person_free (OvsPlanPerson *person)
{
  if (person == NULL)
    return;
  g_free (person->name);
  g_free (person->employee_number);
  g_free (person->employer_name);
  g_free (person->email);
  g_free (person->finding);
  g_free (person);
}
