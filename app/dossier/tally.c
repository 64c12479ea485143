/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/tally.h"

#include "dossier/client-filter.h"
#include "dossier/closing-list.h"
#include "dossier/standing-days.h"

#include <string.h>

/* --- the codes ------------------------------------------------------------------------------------------------- */

#define AS_OF "as-of"

static const struct
{
  const char *code;
  gsize offset;
} outcomes[] = {
  { "outcome:submitted", G_STRUCT_OFFSET (OvsOutcomeCounts, submitted) },
  { "outcome:invited", G_STRUCT_OFFSET (OvsOutcomeCounts, invited) },
  { "outcome:fallout", G_STRUCT_OFFSET (OvsOutcomeCounts, fallout) },
  { "outcome:unknown", G_STRUCT_OFFSET (OvsOutcomeCounts, unknown) },
  { "outcome:blocked", G_STRUCT_OFFSET (OvsOutcomeCounts, blocked) },
  { "outcome:stranded", G_STRUCT_OFFSET (OvsOutcomeCounts, stranded) },
  { "outcome:perhaps-stranded", G_STRUCT_OFFSET (OvsOutcomeCounts, perhaps_stranded) },
  { "outcome:both-portals", G_STRUCT_OFFSET (OvsOutcomeCounts, both_portals) },
  { "outcome:pending", G_STRUCT_OFFSET (OvsOutcomeCounts, pending) },
  { "outcome:linked", G_STRUCT_OFFSET (OvsOutcomeCounts, linked) },
  { "outcome:expired", G_STRUCT_OFFSET (OvsOutcomeCounts, expired) },
  { "outcome:failed", G_STRUCT_OFFSET (OvsOutcomeCounts, failed) },
  { "outcome:newcomers", G_STRUCT_OFFSET (OvsOutcomeCounts, newcomers) },
};

static gint64 *
find_outcome (OvsOutcomeCounts *counts, gsize index)
{
  return (gint64 *) (gpointer) ((char *) counts + outcomes[index].offset);
}

/* --- counting -------------------------------------------------------------------------------------------------- */

static const char make_tables[] = "CREATE TEMP TABLE IF NOT EXISTS counted_client (employer INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE IF NOT EXISTS circle (employee INTEGER PRIMARY KEY);"
                                  "DELETE FROM counted_client; DELETE FROM circle;";

/* Last whose outcome counts at all: of a big office before its conversion, nobody. */
static const char find_involved[]
    = "INSERT INTO temp.circle SELECT e.id FROM temp.counted_client k CROSS JOIN employee e ON e.employer = k.employer "
      "WHERE EXISTS (SELECT 1 FROM intent i WHERE i.employee = e.id) OR EXISTS (SELECT 1 FROM fallout_entry f WHERE f.employee = e.id) "
      "OR EXISTS (SELECT 1 FROM access a WHERE a.employee = e.id AND a.portal = 'mijnloket' AND a.status <> 'NoAccessToClient') "
      "OR e.first_seen > (SELECT min(r.sent) FROM request r WHERE r.employer = k.employer AND r.kind = 'invite') "
      "OR EXISTS (SELECT 1 FROM follow_up u WHERE u.employee = e.id AND u.no_access_on IS NOT NULL) "
      "OR (EXISTS (SELECT 1 FROM request r WHERE r.employer = k.employer AND r.kind = 'invite') AND EXISTS (SELECT 1 FROM access a "
      "WHERE a.employee = e.id AND a.portal = 'werknemerloket' AND a.status IN ('AccessToClientIsBlocked', 'UserIsBlocked')));";

static const char find_all_involved[]
    = "INSERT INTO temp.circle SELECT employee FROM intent UNION SELECT employee FROM fallout_entry WHERE employee IS NOT NULL "
      OVS_OUTCOMES_OTHERS_INVOLVED ";";

static const char select_people[]
    = "SELECT e.id, e.employer, j.disposition, j.reason, (SELECT a.status FROM access a WHERE a.employee = e.id AND a.portal = 'werknemerloket'), "
      "EXISTS (SELECT 1 FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.state <> 'planned') "
      "FROM temp.counted_client k CROSS JOIN employee e ON e.employer = k.employer CROSS JOIN judgement j ON j.employee = e.id";

static const char select_judgements[] = "SELECT coalesce(j.disposition, '') FROM temp.circle s LEFT JOIN judgement j ON j.employee = s.employee ORDER BY s.employee";

static const char select_as_of[]
    = "SELECT k.employer, max(a.as_of) FROM temp.counted_client k CROSS JOIN employee e ON e.employer = k.employer "
      "CROSS JOIN access a ON a.employee = e.id WHERE a.source = 'loket' GROUP BY k.employer";

static const char select_all_as_of[]
    = "SELECT e.employer, max(a.as_of) FROM access a CROSS JOIN employee e ON e.id = a.employee WHERE a.source = 'loket' GROUP BY e.employer";

static OvsFindings
open_findings (OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT code FROM finding WHERE employee = ?1 AND NOT accepted", "i", employee);
  OvsFindings findings = 0;
  OvsFinding finding;

  while (ovs_rows_next (&rows))
    if (ovs_rule_lookup (ovs_rows_text (&rows, 0), &finding))
      findings |= OVS_FINDING_BIT (finding);
  return findings;
}

/* Counts what is stored of the people of the chosen clients. */
static void
count_people (OvsTx *tx)
{
  g_autoptr (OvsTallySums) sums = ovs_tally_sums_new ();
  OvsRows rows = ovs_rows_open (tx, select_people, "");

  while (ovs_rows_next (&rows))
    {
      OvsTallyPerson person = {
        .employer = ovs_rows_int (&rows, 1),
        .findings = open_findings (tx, ovs_rows_int (&rows, 0)),
        .werknemerloket = ovs_access_from_word (ovs_rows_text (&rows, 4)),
        .submitted = ovs_rows_int (&rows, 5) != 0,
      };

      if (!ovs_disposition_from_code (ovs_rows_text (&rows, 2), &person.disposition))
        continue;
      ovs_reason_from_code (ovs_rows_text (&rows, 3), &person.reason);
      ovs_tally_sums_add (sums, &person);
    }
  ovs_tally_sums_write (sums, tx);
}

typedef struct
{
  OvsOutcomeCounts counts;
  gint64 lists[OVS_N_OUTCOME_LISTS];
  gint64 ends[OVS_N_END_STATES];
  gint64 in_scope; /* who can still be judged; the others of the client who can are not in the circle */
} Outcomes;

/* The people of the circle: their outcomes, and their judgements beside these. */
typedef struct
{
  GHashTable *clients; /* of Outcomes by the employer's id */
  OvsRows judgements;
} Counting;

static Outcomes *
get_outcomes (Counting *counting, gint64 employer)
{
  Outcomes *client = g_hash_table_lookup (counting->clients, &employer);

  if (client == NULL)
    {
      client = g_new0 (Outcomes, 1);
      g_hash_table_insert (counting->clients, g_memdup2 (&employer, sizeof employer), client);
    }
  return client;
}

/* Both walks go by employee. */
static void
count_end (Counting *counting, Outcomes *client, const OvsOutcomeRow *row)
{
  OvsEndStateRow end = {
    .outcome = row->standing.outcome,
    .mijnloket = row->mijnloket,
    .listed = row->was_fallout,
    .active = row->active,
    .no_access_needed = row->no_access_needed,
  };

  if (!ovs_rows_next (&counting->judgements) || !ovs_disposition_from_code (ovs_rows_text (&counting->judgements, 0), &end.disposition))
    return;
  client->ends[ovs_end_state_derive (&end)]++;
  client->in_scope += end.disposition != OVS_DISPOSITION_DONE && end.disposition != OVS_DISPOSITION_LEFT_OUT;
}

static void
count_outcome (const OvsOutcomeRow *row, gpointer data)
{
  Counting *counting = data;
  Outcomes *client = get_outcomes (counting, row->employer);

  ovs_outcomes_add (&client->counts, row);
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    client->lists[list] += ovs_outcome_list_has (list, row);
  count_end (counting, client, row);
}

/* Nobody outside the circle is over, or was asked anything of: he can still be invited, or takes no part. */
static void
put_ends (OvsTx *tx, gint64 employer, const Outcomes *client)
{
  for (int end = 0; end < OVS_N_END_STATES; end++)
    {
      g_autofree char *what = client->ends[end] != 0 ? g_strconcat (OVS_TALLY_END, ovs_end_state_code ((OvsEndState) end), NULL) : NULL;

      ovs_tally_sums_put (tx, employer, what, client->ends[end]);
    }
  ovs_tally_sums_put (tx, employer, OVS_TALLY_JUDGED_TOO, client->in_scope);
}

static void
count_outcomes (OvsTx *tx, OvsDay today)
{
  g_autoptr (GHashTable) clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Counting counting = { clients, ovs_rows_open (tx, select_judgements, "") };
  GHashTableIter iter;
  gpointer employer, found;

  ovs_outcomes_foreach_in_circle (tx, today, count_outcome, &counting);
  ovs_rows_close (&counting.judgements);
  g_hash_table_iter_init (&iter, clients);
  while (g_hash_table_iter_next (&iter, &employer, &found))
    {
      Outcomes *client = found;

      for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
        ovs_tally_sums_put (tx, *(gint64 *) employer, outcomes[i].code, *find_outcome (&client->counts, i));
      for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
        ovs_tally_sums_put (tx, *(gint64 *) employer, ovs_outcome_list_code (list), client->lists[list]);
      put_ends (tx, *(gint64 *) employer, client);
    }
}

static void
count_as_of (OvsTx *tx, const char *select)
{
  OvsRows rows = ovs_rows_open (tx, select, "");
  gint64 instant;

  while (ovs_rows_next (&rows))
    if (ovs_clock_parse_iso (ovs_rows_text (&rows, 1), &instant))
      ovs_tally_sums_put (tx, ovs_rows_int (&rows, 0), AS_OF, instant);
}

static void
make (OvsTx *tx, OvsDay today, const char *choose)
{
  ovs_tx_exec (tx, make_tables);
  ovs_tx_exec (tx, choose);
  ovs_tx_exec (tx, "DELETE FROM tally WHERE employer IN (SELECT employer FROM temp.counted_client)");
  count_people (tx);
  ovs_tx_exec (tx, find_involved);
  count_outcomes (tx, today);
  count_as_of (tx, select_as_of);
  ovs_standing_days_keep_counted (tx);
  ovs_closing_reopen (tx);
}

void
ovs_tally_make (OvsTx *tx, OvsDay today)
{
  make (tx, today, "INSERT INTO temp.counted_client SELECT id FROM employer");
}

void
ovs_tally_make_wanted (OvsTx *tx, OvsDay today)
{
  make (tx, today,
        "INSERT INTO temp.counted_client SELECT DISTINCT e.employer FROM temp.wanted w CROSS JOIN employee e ON e.id = w.employee");
}

void
ovs_tally_make_of (OvsTx *tx, OvsDay today, OvsTallySums *sums)
{
  ovs_tx_exec (tx, make_tables);
  ovs_tx_exec (tx, "DELETE FROM tally");
  ovs_tally_sums_write (sums, tx);
  ovs_tx_exec (tx, find_all_involved);
  count_outcomes (tx, today);
  count_as_of (tx, select_all_as_of);
  ovs_standing_days_keep (tx);
  ovs_closing_reopen (tx);
}

static const char forget_outcomes[] = "DELETE FROM tally WHERE employer IN (SELECT employer FROM temp.counted_client) "
                                      "AND (what = 'as-of' OR (what >= 'list:' AND what < 'list;') OR (what >= 'outcome:' AND what < 'outcome;') OR (what >= 'end:' AND what < 'end;'))";

void
ovs_tally_make_outcomes (OvsTx *tx, OvsDay today, const GArray *employers)
{
  ovs_tx_exec (tx, make_tables);
  for (guint i = 0; i < employers->len; i++)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.counted_client VALUES (?1)", "i", g_array_index (employers, gint64, i));
  ovs_tx_exec (tx, forget_outcomes);
  ovs_tx_exec (tx, find_involved);
  count_outcomes (tx, today);
  count_as_of (tx, select_as_of);
  ovs_standing_days_keep_counted (tx);
}

/* --- reading --------------------------------------------------------------------------------------------------- */

static gboolean
put_outcome (OvsTally *tally, const char *what, gint64 number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (what, outcomes[i].code))
      {
        *find_outcome (&tally->outcomes, i) = number;
        return TRUE;
      }
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    if (g_str_equal (what, ovs_outcome_list_code (list)))
      {
        tally->lists[list] = number;
        return TRUE;
      }
  return FALSE;
}

static void
put (OvsTally *tally, const char *what, gint64 number, gint64 largest)
{
  OvsDisposition disposition;
  OvsReason reason;
  OvsFinding finding;

  if (ovs_disposition_from_code (what, &disposition))
    {
      tally->dispositions[disposition] = number;
      tally->people += number;
    }
  else if (g_str_has_prefix (what, OVS_TALLY_REASON) && ovs_reason_from_code (what + strlen (OVS_TALLY_REASON), &reason))
    tally->reasons[reason] = number;
  else if (g_str_has_prefix (what, OVS_TALLY_FINDING) && ovs_rule_lookup (what + strlen (OVS_TALLY_FINDING), &finding))
    tally->findings[finding] = number;
  else if (g_str_equal (what, OVS_TALLY_FALLEN))
    tally->fallen = number;
  else if (g_str_equal (what, OVS_TALLY_TO_BLOCK))
    tally->to_block = number;
  else if (g_str_equal (what, AS_OF))
    tally->as_of = largest;
  else
    put_outcome (tally, what, number);
}

void
ovs_tally_read (OvsTx *tx, const char *handler, gboolean selected, OvsTally *tally)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT t.what, sum(t.number), max(t.number) FROM employer c CROSS JOIN tally t ON t.employer = c.id "
                                "WHERE " OVS_CLIENT_FILTER ("c.", "?1") " AND c.selected >= ?2 GROUP BY t.what",
                                "sb", handler, selected);

  *tally = (OvsTally) { 0 };
  while (ovs_rows_next (&rows))
    put (tally, ovs_rows_text (&rows, 0), ovs_rows_int (&rows, 1), ovs_rows_int (&rows, 2));
}

void
ovs_tally_read_client (OvsTx *tx, gint64 employer, OvsTally *tally)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT what, sum(number), max(number) FROM tally WHERE ?1 = 0 OR employer = ?1 GROUP BY what", "i", employer);

  *tally = (OvsTally) { 0 };
  while (ovs_rows_next (&rows))
    put (tally, ovs_rows_text (&rows, 0), ovs_rows_int (&rows, 1), ovs_rows_int (&rows, 2));
}
