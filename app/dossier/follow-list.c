/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/follow-list.h"

#include "dossier/outcomes.h"

/* Somebody who is over stays so; with any other something may happen at any moment. */
static gboolean
may_change (const OvsOutcomeRow *row)
{
  const OvsStanding *standing = &row->standing;

  return standing->outcome == OVS_OUTCOME_UNKNOWN || standing->both_portals || standing->stranded || standing->perhaps_stranded
         || (standing->outcome == OVS_OUTCOME_INVITED && row->mijnloket != OVS_ACCESS_ACTIVE);
}

static void
add (GHashTable *employers, gint64 employer)
{
  g_hash_table_add (employers, g_memdup2 (&employer, sizeof employer));
}

static void
look_at (const OvsOutcomeRow *row, gpointer data)
{
  if (row->standing.outcome != OVS_OUTCOME_NOT_SUBMITTED && may_change (row))
    add (data, row->employer);
}

/* The others of whom somebody was submitted: when nothing of them was read today. */
static void
add_daily (OvsTx *tx, OvsDay today, GHashTable *employers)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT r.employer, (SELECT max(a.as_of) FROM employee e JOIN access a ON a.employee = e.id "
                                "WHERE e.employer = r.employer AND a.source = 'loket') FROM request r GROUP BY r.employer",
                                "");

  while (ovs_rows_next (&rows))
    {
      gint64 employer = ovs_rows_int (&rows, 0);
      gint64 read;

      if (g_hash_table_contains (employers, &employer))
        continue;
      if (!ovs_clock_parse_iso (ovs_rows_text (&rows, 1), &read) || ovs_clock_day_of (read) < today)
        add (employers, employer);
    }
}

/* Where a client was closed, nobody is followed any more; something new opens it again. */
static void
leave_closed (OvsTx *tx, GHashTable *employers)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT employer FROM closing WHERE reopened_on IS NULL", "");

  while (ovs_rows_next (&rows))
    {
      gint64 employer = ovs_rows_int (&rows, 0);

      g_hash_table_remove (employers, &employer);
    }
}

GHashTable *
ovs_follow_list (OvsTx *tx, OvsDay today)
{
  GHashTable *employers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  ovs_outcomes_foreach_sent (tx, today, look_at, employers);
  add_daily (tx, today, employers);
  leave_closed (tx, employers);
  return employers;
}

static void
look_at_fallout (const OvsOutcomeRow *row, gpointer data)
{
  if (row->standing.outcome == OVS_OUTCOME_FALLOUT)
    add (data, row->employer);
}

GHashTable *
ovs_follow_all (OvsTx *tx, OvsDay today)
{
  GHashTable *employers = ovs_follow_list (tx, today);
  OvsRows rows = ovs_rows_open (tx, "SELECT id FROM employer WHERE NOT EXISTS (SELECT 1 FROM request WHERE request.employer = employer.id)", "");

  while (ovs_rows_next (&rows))
    add (employers, ovs_rows_int (&rows, 0));
  ovs_outcomes_foreach_sent (tx, today, look_at_fallout, employers);
  leave_closed (tx, employers);
  return employers;
}

gint64
ovs_follow_mark (OvsTx *tx)
{
  gint64 mark;

  ovs_tx_get_int (tx, &mark, "SELECT coalesce(max(id), 0) FROM history", "");
  return mark;
}

gboolean
ovs_follow_changed (OvsTx *tx, gint64 mark)
{
  gint64 changed;

  ovs_tx_get_int (tx, &changed, "SELECT EXISTS (SELECT 1 FROM history WHERE id > ?1 AND field IN ('werknemerloket', 'mijnloket'))", "i", mark);
  return changed != 0;
}
