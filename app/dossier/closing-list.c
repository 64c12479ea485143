/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/closing-list.h"

#include "dossier/client-filter.h"
#include "dossier/tally-sums.h"

/* --- reading --------------------------------------------------------------------------------------------------- */

#define TALLY(what) "coalesce((SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = '" what "'), 0)"

/* Who takes part; and who does no more, but of whom people were submitted. */
#define CONCERNED "((c.selected AND c.excluded_reason IS NULL) OR EXISTS (SELECT 1 FROM request r WHERE r.employer = c.id AND r.kind = 'invite'))"

/* Product 500 as it was last seen, by a client list or by asking Loket. */
#define ASKED_LAST "(p.product_500 IS NOT NULL AND (c.product_500 IS NULL OR coalesce(c.overview_on, '') <= substr(p.as_of, 1, 10)))"

#define SELECT_CLIENTS                                                                                                                        \
  "WITH lost AS MATERIALIZED (SELECT ltrim(trim(employer_number), '0') AS key, count(*) AS lines FROM fallout_entry WHERE employee IS NULL "  \
  "GROUP BY 1) "                                                                                                                              \
  "SELECT c.id, c.number, c.name, c.handler, "                                                                                                \
  "iif(" ASKED_LAST ", p.product_500, coalesce(c.product_500, -1)), iif(" ASKED_LAST ", substr(p.as_of, 1, 10), "                             \
  "iif(c.product_500 IS NULL, NULL, c.overview_on)), coalesce(l.lines, 0), k.closed_on, k.reopened_on, k.reopened_for, k.reason, "            \
  "(SELECT min(r.sent) FROM request r WHERE r.employer = c.id AND r.kind = 'invite'), "                                        \
  "(SELECT max(coalesce(m.settled, m.written)) FROM letter m WHERE m.employer = c.id AND m.piece = 'closing' AND m.state = 'sent'), " \
  "(SELECT max(v.made) FROM accountability v WHERE v.employer = c.id), "                                                       \
  TALLY ("ready") " + " TALLY ("decide") " + " TALLY ("stopper") ", " TALLY ("left-out") " + " TALLY ("done") ", "                            \
  TALLY (OVS_TALLY_JUDGED_TOO) ", " TALLY ("end:over") ", " TALLY ("end:no-access") ", " TALLY ("end:left") ", "                              \
  TALLY ("end:not-invited") ", " TALLY ("end:waiting") ", " TALLY ("end:fallout") ", " TALLY ("end:unknown")                                  \
  ", coalesce((SELECT w.number FROM wave w WHERE w.id = c.wave), 0) "                                                                          \
  "FROM employer c LEFT JOIN preflight p ON p.employer = c.id LEFT JOIN lost l ON l.key = c.number_key "                                      \
  "LEFT JOIN closing k ON k.id = (SELECT max(o.id) FROM closing o WHERE o.employer = c.id) "

enum
{
  COLUMN_EMPLOYER,
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_HANDLER,
  COLUMN_PRODUCT,
  COLUMN_PRODUCT_ON,
  COLUMN_LOST_LINES,
  COLUMN_CLOSED_ON,
  COLUMN_REOPENED_ON,
  COLUMN_REOPENED_FOR,
  COLUMN_REASON,
  COLUMN_CONVERTED_ON,
  COLUMN_LETTER_ON,
  COLUMN_ACCOUNTED_ON,
  COLUMN_IN_SCOPE,
  COLUMN_OTHERS,
  COLUMN_IN_SCOPE_TOO,
  COLUMN_OVER,
  COLUMN_NO_ACCESS,
  COLUMN_LEFT,
  COLUMN_NOT_INVITED,
  COLUMN_WAITING,
  COLUMN_FALLOUT,
  COLUMN_UNKNOWN,
  COLUMN_WAVE,
};

static OvsObstacle
obstacle_from_code (const char *code)
{
  for (int i = 0; i < OVS_N_OBSTACLES; i++)
    if (g_strcmp0 (ovs_obstacle_code ((OvsObstacle) i), code) == 0)
      return (OvsObstacle) i;
  return OVS_N_OBSTACLES;
}

/* The tally knows the end states of those who have an outcome; of the others, who can still be invited is not. */
static void
read_ends (OvsRows *rows, gint64 *ends)
{
  gint64 in_scope = ovs_rows_int (rows, COLUMN_IN_SCOPE);

  ends[OVS_END_OVER] = ovs_rows_int (rows, COLUMN_OVER);
  ends[OVS_END_NO_ACCESS] = ovs_rows_int (rows, COLUMN_NO_ACCESS);
  ends[OVS_END_LEFT] = ovs_rows_int (rows, COLUMN_LEFT);
  ends[OVS_END_NOT_INVITED] = ovs_rows_int (rows, COLUMN_NOT_INVITED) + in_scope - ovs_rows_int (rows, COLUMN_IN_SCOPE_TOO);
  ends[OVS_END_WAITING] = ovs_rows_int (rows, COLUMN_WAITING);
  ends[OVS_END_FALLOUT] = ovs_rows_int (rows, COLUMN_FALLOUT);
  ends[OVS_END_UNKNOWN] = ovs_rows_int (rows, COLUMN_UNKNOWN);
  ends[OVS_END_NOT_PART] = in_scope + ovs_rows_int (rows, COLUMN_OTHERS);
  for (int state = 0; state < OVS_N_END_STATES; state++)
    if (state != OVS_END_NOT_PART)
      ends[OVS_END_NOT_PART] -= ends[state];
}

static void
report (OvsRows *rows, OvsClosingFunc func, gpointer data)
{
  OvsClosingClient client = {
    .employer = ovs_rows_int (rows, COLUMN_EMPLOYER),
    .number = ovs_rows_text (rows, COLUMN_NUMBER),
    .name = ovs_rows_text (rows, COLUMN_NAME),
    .handler = ovs_rows_text (rows, COLUMN_HANDLER),
    .facts = {
      .product_500 = (OvsTold) ovs_rows_int (rows, COLUMN_PRODUCT),
      .unknown_fallout = ovs_rows_int (rows, COLUMN_LOST_LINES),
    },
    .closed_on = ovs_rows_day (rows, COLUMN_CLOSED_ON),
    .reopened_on = ovs_rows_day (rows, COLUMN_REOPENED_ON),
    .reopened_for = obstacle_from_code (ovs_rows_text (rows, COLUMN_REOPENED_FOR)),
    .reason = ovs_rows_text (rows, COLUMN_REASON),
    .wave = ovs_rows_int (rows, COLUMN_WAVE),
    .product_500_on = ovs_rows_day (rows, COLUMN_PRODUCT_ON),
    .converted_on = ovs_rows_day_of (rows, COLUMN_CONVERTED_ON),
    .letter_on = ovs_rows_day_of (rows, COLUMN_LETTER_ON),
    .accounted_on = ovs_rows_day_of (rows, COLUMN_ACCOUNTED_ON),
  };
  gboolean standing = client.closed_on != OVS_NO_DAY && client.reopened_on == OVS_NO_DAY;

  read_ends (rows, client.facts.ends);
  client.obstacles = ovs_closing_judge (&client.facts);
  if (standing)
    client.obstacles = ovs_closing_reopens (client.obstacles, client.reason != NULL);
  client.closed = standing && client.obstacles == 0;
  func (&client, data);
}

void
ovs_closing_foreach (OvsTx *tx, const char *filter, OvsClosingFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "WHERE " CONCERNED " AND " OVS_CLIENT_FILTER ("c.", "?1") " ORDER BY length(c.number_key), c.number_key",
                                "s", filter);

  while (ovs_rows_next (&rows))
    report (&rows, func, data);
}

gboolean
ovs_closing_get (OvsTx *tx, gint64 employer, OvsClosingFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "WHERE c.id = ?1 AND " CONCERNED, "i", employer);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    report (&rows, func, data);
  ovs_rows_close (&rows);
  return found;
}

/* --- sums ------------------------------------------------------------------------------------------------------ */

static void
add_client (const OvsClosingClient *client, gpointer data)
{
  OvsClosingSums *sums = data;
  OvsObstacle first = ovs_obstacle_first (client->obstacles);

  sums->clients++;
  sums->closed += client->closed;
  sums->closable += !client->closed && first == OVS_N_OBSTACLES;
  sums->reopened += !client->closed && client->closed_on != OVS_NO_DAY;
  if (first < OVS_N_OBSTACLES)
    sums->first[first]++;
  for (int state = 0; state < OVS_N_END_STATES; state++)
    sums->people[state] += client->facts.ends[state];
  if (client->closed)
    sums->all_closed_on = MAX (sums->all_closed_on, client->closed_on);
}

void
ovs_closing_sum (OvsTx *tx, const char *filter, OvsClosingSums *sums)
{
  *sums = (OvsClosingSums) { 0 };
  ovs_closing_foreach (tx, filter, add_client, sums);
  if (sums->closed < sums->clients)
    sums->all_closed_on = OVS_NO_DAY;
}

/* --- opening again by itself ----------------------------------------------------------------------------------- */

typedef struct
{
  gint64 employer;
  OvsObstacle obstacle;
} Opened;

static void
find_opened (const OvsClosingClient *client, gpointer data)
{
  Opened opened = { client->employer, ovs_obstacle_first (client->obstacles) };

  if (client->closed_on != OVS_NO_DAY && client->reopened_on == OVS_NO_DAY && opened.obstacle < OVS_N_OBSTACLES)
    g_array_append_val ((GArray *) data, opened);
}

void
ovs_closing_reopen (OvsTx *tx)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Opened));
  OvsRows rows = ovs_rows_open (tx, SELECT_CLIENTS "WHERE c.id IN (SELECT employer FROM closing WHERE reopened_on IS NULL)", "");

  while (ovs_rows_next (&rows))
    report (&rows, find_opened, found);
  for (guint i = 0; i < found->len; i++)
    {
      const Opened *opened = &g_array_index (found, Opened, i);

      ovs_tx_run (tx, "UPDATE closing SET reopened_on = ?2, reopened_for = ?3 WHERE employer = ?1 AND reopened_on IS NULL", "ids", opened->employer,
                  ovs_tx_today (tx), ovs_obstacle_code (opened->obstacle));
    }
}
