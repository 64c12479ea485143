/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/overview.h"

#include "practice/csv.h"

/* An employee of today has an employment that runs on day ?1. */
#define OVERVIEW                                                                                             \
  "WITH active AS (SELECT DISTINCT m.employee FROM employment m WHERE (m.start_day IS NULL OR m.start_day <= ?1)"             \
  "                AND (m.end_day IS NULL OR m.end_day >= ?1))"                                               \
  " SELECT r.number, r.name, count (e.id), count (a.employee),"                                              \
  " coalesce (sum (a.employee IS NOT NULL AND coalesce (e.email, '') <> ''), 0),"                            \
  " coalesce (sum (a.employee IS NOT NULL AND coalesce (e.email, '') = ''), 0),"                             \
  " coalesce (sum (e.wnl = 'HasAccessToClient'), 0), r.mijnloket"                                            \
  " FROM employer r LEFT JOIN employee e ON e.employer = r.id LEFT JOIN active a ON a.employee = e.id"       \
  " GROUP BY r.id ORDER BY r.number"

#define COUNTS_FROM 2
#define COUNTS_TO 6

char *
ovs_practice_overview_make (OvsPracticeState *state, OvsDay day)
{
  static const char *const heads[] = { "Werkgevernummer",        "Werkgever",          "Medewerkers", "Actief in dienst", "Met privé e-mail",
                                       "Zonder privé e-mail", "Met Werknemerloket", "MijnLoket",   NULL };
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (state->db, OVERVIEW, "i", day);
  GString *csv = ovs_practice_csv_new ();

  ovs_practice_csv_add_line (csv, heads);
  while (ovs_practice_rows_next (rows))
    {
      ovs_practice_csv_add_number (csv, ovs_practice_rows_number (rows, 0));
      ovs_practice_csv_add_text (csv, ovs_practice_rows_text (rows, 1));
      for (int column = COUNTS_FROM; column <= COUNTS_TO; column++)
        ovs_practice_csv_add_number (csv, ovs_practice_rows_number (rows, column));
      ovs_practice_csv_add_text (csv, ovs_practice_rows_number (rows, COUNTS_TO + 1) != 0 ? "J" : "N");
      ovs_practice_csv_end_line (csv);
    }
  return g_string_free (csv, FALSE);
}
