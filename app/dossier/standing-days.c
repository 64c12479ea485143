/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/standing-days.h"

#include <string.h>

#include "dossier/client-filter.h"

/* --- keeping --- */

#define IS_LIST "what >= 'list:' AND what < 'list;'"
#define LATEST(employer, what) \
  "(SELECT d.number FROM standing_day d WHERE d.employer = " employer " AND d.what = " what " ORDER BY d.day DESC LIMIT 1)"
#define KEEP "INSERT INTO standing_day (day, employer, what, number) "
#define ON_THE_SAME_DAY " ON CONFLICT (employer, what, day) DO UPDATE SET number = excluded.number"

/* A number of nobody is not in the tally: it is one that was somebody. */
#define NUMBERS(among) \
  KEEP "SELECT ?1, t.employer, t.what, t.number FROM tally t WHERE t." IS_LIST " AND " among ("t.employer") \
       " AND t.number <> coalesce(" LATEST ("t.employer", "t.what") ", 0)" ON_THE_SAME_DAY
#define NOBODIES(among) \
  KEEP "SELECT DISTINCT ?1, s.employer, s.what, 0 FROM standing_day s WHERE " among ("s.employer") \
       " AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.employer = s.employer AND t.what = s.what) " \
       "AND " LATEST ("s.employer", "s.what") " <> 0" ON_THE_SAME_DAY

#define EVERYONE(employer) "1"
#define COUNTED(employer) employer " IN (SELECT k.employer FROM temp.counted_client k)"

void
ovs_standing_days_keep (OvsTx *tx)
{
  OvsDay today = ovs_tx_today (tx);

  ovs_tx_run (tx, NUMBERS (EVERYONE), "d", today);
  ovs_tx_run (tx, NOBODIES (EVERYONE), "d", today);
}

void
ovs_standing_days_keep_counted (OvsTx *tx)
{
  OvsDay today = ovs_tx_today (tx);

  ovs_tx_run (tx, NUMBERS (COUNTED), "d", today);
  ovs_tx_run (tx, NOBODIES (COUNTED), "d", today);
}

/* --- reading --- */

static gint64 *
find_list (gint64 lists[OVS_N_OUTCOME_LISTS], const char *what)
{
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    if (g_str_equal (what, ovs_outcome_list_code (list)))
      return &lists[list];
  return NULL;
}

static const char select_steps[]
    = "SELECT day, what, sum(step) FROM (SELECT s.day, s.what, "
      "s.number - lag(s.number, 1, 0) OVER (PARTITION BY s.employer, s.what ORDER BY s.day) AS step "
      "FROM employer c CROSS JOIN standing_day s ON s.employer = c.id WHERE " OVS_CLIENT_FILTER ("c.", "?1") ") AS steps "
      "GROUP BY day, what ORDER BY day";

GArray *
ovs_standing_days_read (OvsTx *tx, const char *filter)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (OvsStandingDay));
  OvsRows rows = ovs_rows_open (tx, select_steps, "s", filter);
  OvsStandingDay now = { .day = OVS_NO_DAY };

  while (ovs_rows_next (&rows))
    {
      OvsDay day = ovs_rows_day (&rows, 0);
      gint64 *number;

      if (day != now.day && now.day != OVS_NO_DAY)
        g_array_append_val (days, now);
      now.day = day;
      number = find_list (now.lists, ovs_rows_text (&rows, 1));
      if (number != NULL)
        *number += ovs_rows_int (&rows, 2);
    }
  if (now.day != OVS_NO_DAY)
    g_array_append_val (days, now);
  return days;
}

static const char select_of_day[]
    = "SELECT s.employer, s.what, s.number FROM standing_day s WHERE s.day = (SELECT max(d.day) FROM standing_day d "
      "WHERE d.employer = s.employer AND d.what = s.what AND d.day <= ?1) ORDER BY s.employer";

void
ovs_standing_days_of (OvsTx *tx, OvsDay day, OvsStandingDayFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, select_of_day, "d", day);
  gint64 lists[OVS_N_OUTCOME_LISTS] = { 0 };
  gint64 employer = 0;

  while (ovs_rows_next (&rows))
    {
      gint64 *number;

      if (ovs_rows_int (&rows, 0) != employer && employer != 0)
        {
          func (employer, lists, data);
          memset (lists, 0, sizeof lists);
        }
      employer = ovs_rows_int (&rows, 0);
      number = find_list (lists, ovs_rows_text (&rows, 1));
      if (number != NULL)
        *number = ovs_rows_int (&rows, 2);
    }
  if (employer != 0)
    func (employer, lists, data);
}
