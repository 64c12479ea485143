/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/plan-list.h"

#include "dossier/employee.h"

/* Who is ready and was submitted before is not invited by a run again: he stands on the uitvallijst, or is unknown. */
#define DISPOSITION                                                                                                                \
  "CASE WHEN j.disposition = 'ready' AND EXISTS (SELECT 1 FROM intent i WHERE i.employee = j.employee AND i.kind = 'invite' "      \
  "AND i.state <> 'planned') THEN 'fallen' ELSE j.disposition END"

#define MATCHING                                                                                                                   \
  "FROM judgement j JOIN employee e ON e.id = j.employee JOIN employer c ON c.id = e.employer "                                    \
  "WHERE c.selected AND (?1 = 0 OR c.id = ?1) AND instr(?2, ' ' || " DISPOSITION " || ' ') > 0 "                                  \
  "AND (?3 = '' OR instr(e.sort_key, ?3) > 0 OR instr(e.number_key, ?3) > 0 OR instr(lower(c.name), ?3) > 0 OR instr(c.number_key, ?3) > 0) "

static const char by_name[] = "SELECT e.id " MATCHING "ORDER BY e.sort_key, e.id";
static const char by_employer[] = "SELECT e.id " MATCHING "ORDER BY lower(c.name), c.id, e.sort_key, e.id";

#define SELECT_CLIENTS                                                                                                              \
  "SELECT c.id, c.number, c.name, c.informed_on, count(*) FILTER (WHERE p.disposition = 'ready'), "                                \
  "count(*) FILTER (WHERE p.disposition = 'decide'), count(*) FILTER (WHERE p.disposition = 'stopper'), "                          \
  "count(*) FILTER (WHERE p.disposition = 'left-out'), count(*) FILTER (WHERE p.disposition = 'done'), "                           \
  "count(*) FILTER (WHERE p.disposition = 'fallen') FROM employer c LEFT JOIN (SELECT e.employer AS employer, " DISPOSITION        \
  " AS disposition FROM employee e JOIN judgement j ON j.employee = e.id) p ON p.employer = c.id WHERE c.selected "

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
  client->fallen = ovs_rows_int (rows, 9);
  return client;
}

GPtrArray *
ovs_plan_list_clients (OvsTx *tx)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_plan_client_free);
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "GROUP BY c.id ORDER BY lower(c.name), length(c.number_key), c.number_key", "");

  while (ovs_rows_next (&rows))
    g_ptr_array_add (clients, read_client (&rows));
  return clients;
}

OvsPlanClient *
ovs_plan_client_get (OvsTx *tx, gint64 employer)
{
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "AND c.id = ?1 GROUP BY c.id", "i", employer);
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

gint64
ovs_plan_count_blocks (OvsTx *tx)
{
  gint64 open;

  /* What is not known counts as access, as in rules/access.h. */
  ovs_tx_get_int (tx, &open,
                  "SELECT count(*) FROM judgement j JOIN employee e ON e.id = j.employee JOIN employer c ON c.id = e.employer "
                  "LEFT JOIN access w ON w.employee = e.id AND w.portal = 'werknemerloket' "
                  "WHERE c.selected AND " DISPOSITION " = 'ready' AND (w.status IS NULL OR w.status = 'HasAccessToClient')",
                  "");
  return open;
}

/* The dispositions in a text, each between spaces: one constant statement serves them all. */
static const char *
choose_dispositions (OvsPlanPeople people)
{
  switch (people)
    {
    case OVS_PLAN_READY:
      return " ready ";
    case OVS_PLAN_DONE:
      return " done ";
    case OVS_PLAN_EVERYBODY:
      return " ready decide stopper left-out fallen done ";
    case OVS_PLAN_STAY_BEHIND:
    default:
      return " decide stopper left-out fallen ";
    }
}

GArray *
ovs_plan_list_people (OvsTx *tx, const OvsPlanQuery *query)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRows rows = ovs_rows_open (tx, query->by_employer ? by_employer : by_name, "iss", query->employer, choose_dispositions (query->people),
                                query->search);

  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; query->descending && i < ids->len / 2; i++)
    {
      gint64 kept = g_array_index (ids, gint64, i);

      g_array_index (ids, gint64, i) = g_array_index (ids, gint64, ids->len - 1 - i);
      g_array_index (ids, gint64, ids->len - 1 - i) = kept;
    }
  return ids;
}

OvsPlanPerson *
ovs_plan_person_get (OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT e.initials, e.first_name, e.prefix, e.last_name, e.number, c.name, coalesce(e.email, e.email_as_read), "
                                "j.disposition, j.reason, (SELECT f.code FROM finding f WHERE f.employee = e.id AND NOT f.accepted "
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
      person->finding = g_strdup (ovs_rows_text (&rows, 9));
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
