/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/reconciliation.h"

#include "dossier/outcomes.h"
#include "dossier/routes.h"
#include "dossier/sorted-ids.h"
#include "rules/access.h"

/* The clients of whom somebody was submitted by route ?1, in round ?2, and by which entry of the trail first. */
#define SUBMITTED_CLIENTS                                                                                                           \
  "(SELECT r.employer, min(r.audit) AS audit FROM request r JOIN employer c ON c.id = r.employer "                                    \
  "WHERE r.route <> 'api' AND r.route = ?1 AND " OVS_OF_WAVE " GROUP BY r.employer)"

#define WAS_SUBMITTED "EXISTS (SELECT 1 FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.state <> 'planned')"

static const char find_submitted[] =
    "INSERT INTO temp.circle SELECT DISTINCT i.employee FROM request r CROSS JOIN intent i ON i.request = r.id "
    "JOIN employer c ON c.id = r.employer WHERE r.route <> 'api' AND r.route = ?1 AND i.kind = 'invite' AND " OVS_OF_WAVE;

/* An access that was there before is no news: only what changed since then is. */
static const char select_not_submitted[] =
    "SELECT e.id, a.status FROM " SUBMITTED_CLIENTS " x CROSS JOIN employee e ON e.employer = x.employer "
    "CROSS JOIN access a ON a.employee = e.id AND a.portal = 'mijnloket' WHERE NOT " WAS_SUBMITTED " AND EXISTS (SELECT 1 FROM history h "
    "WHERE h.employee = e.id AND h.field = 'mijnloket' AND h.audit > x.audit) ORDER BY e.id";

static const char select_listed[] =
    "SELECT DISTINCT e.id FROM " SUBMITTED_CLIENTS " x CROSS JOIN employee e ON e.employer = x.employer "
    "CROSS JOIN fallout_entry f ON f.employee = e.id WHERE NOT " WAS_SUBMITTED " ORDER BY e.id";

static const char select_strangers[] =
    "SELECT f.id FROM fallout_entry f JOIN employer k ON k.number = f.employer_number JOIN " SUBMITTED_CLIENTS " x ON x.employer = k.id "
    "WHERE f.employee IS NULL ORDER BY f.id";

typedef struct
{
  gboolean all;
  OvsOutcome outcome;
  GArray *ids;
} Collect;

static void
collect_one (const OvsOutcomeRow *row, gpointer data)
{
  Collect *collect = data;

  if (collect->all || row->standing.outcome == collect->outcome)
    g_array_append_val (collect->ids, row->employee);
}

static GArray *
list_submitted (OvsTx *tx, OvsRoute route, gint64 wave, gboolean all, OvsOutcome outcome)
{
  Collect collect = { all, outcome, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  ovs_tx_exec (tx, "CREATE TEMP TABLE IF NOT EXISTS circle (employee INTEGER PRIMARY KEY); DELETE FROM circle;");
  ovs_tx_run (tx, find_submitted, "si", ovs_route_code (route), wave);
  ovs_outcomes_foreach_in_circle (tx, ovs_tx_today (tx), collect_one, &collect);
  return collect.ids;
}

static GArray *
list_not_submitted (OvsTx *tx, OvsRoute route, gint64 wave)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRows rows = ovs_rows_open (tx, select_not_submitted, "si", ovs_route_code (route), wave);

  while (ovs_rows_next (&rows))
    {
      gint64 employee = ovs_rows_int (&rows, 0);

      if (ovs_access_has_or_awaits (ovs_access_from_word (ovs_rows_text (&rows, 1))))
        g_array_append_val (ids, employee);
    }
  return ids;
}

GArray *
ovs_reconciliation_list (OvsTx *tx, OvsRoute route, gint64 wave, OvsReconciled list)
{
  OvsRows rows;

  switch (list)
    {
    case OVS_RECONCILED_INVITED:
      return list_submitted (tx, route, wave, FALSE, OVS_OUTCOME_INVITED);
    case OVS_RECONCILED_FALLOUT:
      return list_submitted (tx, route, wave, FALSE, OVS_OUTCOME_FALLOUT);
    case OVS_RECONCILED_UNKNOWN:
      return list_submitted (tx, route, wave, FALSE, OVS_OUTCOME_UNKNOWN);
    case OVS_RECONCILED_NOT_SUBMITTED:
      return list_not_submitted (tx, route, wave);
    case OVS_RECONCILED_LISTED:
      rows = ovs_rows_open (tx, select_listed, "si", ovs_route_code (route), wave);
      return ovs_ids (&rows);
    case OVS_RECONCILED_STRANGERS:
      rows = ovs_rows_open (tx, select_strangers, "si", ovs_route_code (route), wave);
      return ovs_ids (&rows);
    case OVS_RECONCILED_SUBMITTED:
    case OVS_N_RECONCILED:
    default:
      return list_submitted (tx, route, wave, TRUE, OVS_OUTCOME_INVITED);
    }
}

void
ovs_reconciliation_count (OvsTx *tx, OvsRoute route, gint64 wave, gint64 *counts)
{
  for (int list = 0; list < OVS_N_RECONCILED; list++)
    {
      g_autoptr (GArray) ids = ovs_reconciliation_list (tx, route, wave, list);

      counts[list] = ids->len;
    }
}

gboolean
ovs_fallout_line_get (OvsTx *tx, gint64 id, OvsFalloutLine *line)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT employer_number, employee_number, name, reason FROM fallout_entry WHERE id = ?1", "i", id);
  gboolean found = ovs_rows_next (&rows);

  *line = (OvsFalloutLine) { 0 };
  if (found)
    {
      line->employer_number = g_strdup (ovs_rows_text (&rows, 0));
      line->employee_number = g_strdup (ovs_rows_text (&rows, 1));
      line->name = g_strdup (ovs_rows_text (&rows, 2));
      line->reason = g_strdup (ovs_rows_text (&rows, 3));
    }
  ovs_rows_close (&rows);
  return found;
}

void
ovs_fallout_line_clear (OvsFalloutLine *line)
{
  g_clear_pointer (&line->employer_number, g_free);
  g_clear_pointer (&line->employee_number, g_free);
  g_clear_pointer (&line->name, g_free);
  g_clear_pointer (&line->reason, g_free);
}
