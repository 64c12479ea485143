/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/payslip-list.h"

#include <string.h>

#include "base/text.h"
#include "dossier/client-filter.h"
#include "dossier/judge-rows.h"
#include "rules/payday.h"

/* --- who is on which list ---------------------------------------------------------------------------------------- */

static OvsPayslips
judge (const OvsJudgeRows *rows, OvsDay today)
{
  const OvsJudgeRow *row = &rows->row;

  return ovs_payslips_judge (row->employments, row->n_employments, row->mijnloket, row->deceased, today);
}

typedef struct
{
  gint64 people[OVS_N_PAYSLIPS];
  gint64 without_portal[OVS_N_PAYSLIPS];
} Counts;

/* The ids of the clients that take part and pass the filter, each with counts that are still empty. */
static GHashTable *
find_clients (OvsTx *tx, const char *filter)
{
  GHashTable *clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  OvsRows rows = ovs_rows_open (tx, "SELECT id FROM employer WHERE selected AND excluded_reason IS NULL AND " OVS_CLIENT_FILTER ("", "?1"), "s", filter);

  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);

      g_hash_table_insert (clients, g_memdup2 (&id, sizeof id), g_new0 (Counts, 1));
    }
  return clients;
}

/* Counts those whom the walk comes to: each with his client, or, without @clients, all in @all. */
static void
count_people (OvsTx *tx, OvsJudgeRows *rows, GHashTable *clients, Counts *all)
{
  OvsDay today = ovs_tx_today (tx);

  while (ovs_judge_rows_next (rows))
    {
      Counts *counts = clients != NULL ? g_hash_table_lookup (clients, &rows->employer) : all;
      OvsPayslips list = counts != NULL ? judge (rows, today) : OVS_PAYSLIPS_NONE;

      if (list == OVS_PAYSLIPS_NONE)
        continue;
      counts->people[list]++;
      counts->without_portal[list] += !ovs_access_may_be_active (rows->row.werknemerloket);
    }
}

static GHashTable *
count_all (OvsTx *tx, const char *filter)
{
  GHashTable *clients = find_clients (tx, filter);
  OvsJudgeRows rows;

  ovs_judge_rows_open (&rows, tx, OVS_JUDGE_EVERYBODY);
  count_people (tx, &rows, clients, NULL);
  ovs_judge_rows_close (&rows);
  return clients;
}

void
ovs_payslip_count (OvsTx *tx, const char *filter, gint64 counts[OVS_N_PAYSLIPS])
{
  g_autoptr (GHashTable) clients = count_all (tx, filter);
  GHashTableIter iter;
  gpointer value;

  memset (counts, 0, OVS_N_PAYSLIPS * sizeof *counts);
  g_hash_table_iter_init (&iter, clients);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (int list = 0; list < OVS_N_PAYSLIPS; list++)
      counts[list] += ((const Counts *) value)->people[list];
}

/* --- the clients ------------------------------------------------------------------------------------------------- */

void
ovs_payslip_client_free (OvsPayslipClient *client)
{
  if (client == NULL)
    return;
  g_free (client->number);
  g_free (client->name);
  g_free (client->handler);
  g_free (client);
}

static int
compare_names (const OvsPayslipClient *a, const OvsPayslipClient *b)
{
  g_autofree char *one = ovs_text_fold (a->name != NULL ? a->name : a->number);
  g_autofree char *other = ovs_text_fold (b->name != NULL ? b->name : b->number);

  return strcmp (one, other);
}

/* Of whom the payday is not known comes last. */
static int
compare_clients (gconstpointer a, gconstpointer b)
{
  const OvsPayslipClient *one = *(OvsPayslipClient *const *) a;
  const OvsPayslipClient *other = *(OvsPayslipClient *const *) b;

  if (one->next_payday == other->next_payday)
    return compare_names (one, other);
  if (one->next_payday == OVS_NO_DAY || other->next_payday == OVS_NO_DAY)
    return one->next_payday == OVS_NO_DAY ? 1 : -1;
  return one->next_payday < other->next_payday ? -1 : 1;
}

#define CLIENT_COLUMNS "SELECT id, number, name, handler, payroll, payday FROM employer "

static OvsPayslipClient *
client_new (OvsRows *rows, OvsPayslips list, OvsDay today, const Counts *counts)
{
  OvsPayslipClient *client = g_new0 (OvsPayslipClient, 1);

  client->id = ovs_rows_int (rows, 0);
  client->number = g_strdup (ovs_rows_text (rows, 1));
  client->name = g_strdup (ovs_rows_text (rows, 2));
  client->handler = g_strdup (ovs_rows_text (rows, 3));
  if (list == OVS_PAYSLIPS_NOT_YET)
    client->next_payday = ovs_payday_next (ovs_rows_text (rows, 4), ovs_rows_text (rows, 5), today);
  client->people = counts->people[list];
  client->without_portal = counts->without_portal[list];
  return client;
}

GPtrArray *
ovs_payslip_clients (OvsTx *tx, OvsPayslips list, const char *filter)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_payslip_client_free);
  g_autoptr (GHashTable) counted = count_all (tx, filter);
  OvsRows rows = ovs_rows_open (tx, CLIENT_COLUMNS "ORDER BY id", "");

  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);
      const Counts *counts = g_hash_table_lookup (counted, &id);

      if (counts != NULL && counts->people[list] > 0)
        g_ptr_array_add (clients, client_new (&rows, list, ovs_tx_today (tx), counts));
    }
  g_ptr_array_sort (clients, compare_clients);
  return clients;
}

#define FIND_CLIENT "CREATE TEMP TABLE IF NOT EXISTS circle (employee INTEGER PRIMARY KEY); DELETE FROM circle;"

static void
open_client (OvsTx *tx, gint64 employer, OvsJudgeRows *rows)
{
  ovs_tx_exec (tx, FIND_CLIENT);
  ovs_tx_run (tx, "INSERT INTO temp.circle SELECT id FROM employee WHERE employer = ?1", "i", employer);
  ovs_judge_rows_open (rows, tx, OVS_JUDGE_CIRCLE);
}

OvsPayslipClient *
ovs_payslip_client_get (OvsTx *tx, OvsPayslips list, gint64 employer)
{
  OvsPayslipClient *client = NULL;
  Counts counts = { { 0 }, { 0 } };
  OvsJudgeRows people;
  OvsRows rows;

  open_client (tx, employer, &people);
  count_people (tx, &people, NULL, &counts);
  ovs_judge_rows_close (&people);
  rows = ovs_rows_open (tx, CLIENT_COLUMNS "WHERE id = ?1", "i", employer);
  if (ovs_rows_next (&rows) && counts.people[list] > 0)
    client = client_new (&rows, list, ovs_tx_today (tx), &counts);
  ovs_rows_close (&rows);
  return client;
}

/* --- the people of one ------------------------------------------------------------------------------------------- */

/* Who is on the list, with the last day of each. */
static GHashTable *
find_people (OvsTx *tx, OvsPayslips list, gint64 employer)
{
  GHashTable *people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  OvsDay today = ovs_tx_today (tx);
  OvsJudgeRows rows;

  open_client (tx, employer, &rows);
  while (ovs_judge_rows_next (&rows))
    if (judge (&rows, today) == list)
      g_hash_table_insert (people, g_memdup2 (&rows.employee, sizeof rows.employee),
                           GINT_TO_POINTER (ovs_employments_last_end (rows.row.employments, rows.row.n_employments)));
  ovs_judge_rows_close (&rows);
  return people;
}

static GArray *
order_people (OvsTx *tx, gint64 employer, GHashTable *people)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRows rows = ovs_rows_open (tx, "SELECT id FROM employee WHERE employer = ?1 ORDER BY sort_key, id", "i", employer);

  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);

      if (g_hash_table_contains (people, &id))
        g_array_append_val (ids, id);
    }
  return ids;
}

GArray *
ovs_payslip_ids (OvsTx *tx, OvsPayslips list, gint64 employer)
{
  g_autoptr (GHashTable) people = find_people (tx, list, employer);

  return order_people (tx, employer, people);
}

static void
read_judged (OvsTx *tx, gint64 employee, OvsPayslipPerson *person)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT j.disposition, j.reason, e.on_paper FROM employee e LEFT JOIN temp.export_judged j ON j.employee = e.id "
                                "WHERE e.id = ?1",
                                "i", employee);

  if (ovs_rows_next (&rows))
    {
      person->disposition = (OvsDisposition) ovs_rows_int (&rows, 0);
      person->reason = (OvsReason) ovs_rows_int (&rows, 1);
      person->on_paper = ovs_rows_int (&rows, 2) != 0;
    }
  ovs_rows_close (&rows);
}

void
ovs_payslip_foreach (OvsTx *tx, OvsPayslips list, gint64 employer, OvsPayslipFunc func, gpointer data)
{
  g_autoptr (GHashTable) people = find_people (tx, list, employer);
  g_autoptr (GArray) ids = order_people (tx, employer, people);
  OvsDay today = ovs_tx_today (tx);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (OvsOutcomePerson) found = ovs_outcome_person_get (tx, today, id);
      OvsPayslipPerson person = { .person = found, .end = (OvsDay) GPOINTER_TO_INT (g_hash_table_lookup (people, &id)) };

      if (found == NULL)
        continue;
      read_judged (tx, id, &person);
      func (&person, data);
    }
}
