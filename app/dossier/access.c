/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/access.h"

#include <string.h>

#include "dossier/trail.h"

static const char *const sources[] = { "employees", "status", "loket" };

/* Whether what is known gives way to what is observed now. */
static gboolean
gives_way (const char *old_source, const char *old_as_of, OvsAccessSource source, const char *as_of)
{
  gboolean was_plain = strcmp (old_source, sources[OVS_ACCESS_FROM_EMPLOYEES]) == 0;

  if (source == OVS_ACCESS_FROM_EMPLOYEES && !was_plain)
    return FALSE;
  if (source != OVS_ACCESS_FROM_EMPLOYEES && was_plain)
    return TRUE;
  /* Loket is read in its order, whatever its clock does meanwhile: a status from a future that has not come would hide an invitation. */
  if (source == OVS_ACCESS_FROM_LOKET && strcmp (old_source, sources[OVS_ACCESS_FROM_LOKET]) == 0)
    return TRUE;
  return strcmp (as_of, old_as_of) >= 0;
}

/*
 * So that an import can be taken back. Left out is what a plain file only tells again, since it would tell it again of everybody; and
 * what Loket tells, since that is never taken back. Of what one operation writes twice, the first thing that it replaced counts.
 */
static void
keep_before (OvsTx *tx, gint64 sequence, gint64 employee, const char *portal, const char *as_of)
{
  ovs_tx_run (tx,
              "INSERT INTO access_before (audit, employee, portal, status, source, as_of, written) "
              "SELECT ?1, ?2, ?3, a.status, a.source, a.as_of, ?4 FROM (SELECT 1) LEFT JOIN access a ON a.employee = ?2 AND a.portal = ?3 "
              "WHERE true ON CONFLICT DO UPDATE SET written = excluded.written",
              "iiss", sequence, employee, portal, as_of);
}

/* What Loket tells once more: only when it was seen changes. */
static gboolean
is_told_again (OvsTx *tx, gint64 employee, const char *portal, const char *status, const char *as_of)
{
  ovs_tx_run (tx, "UPDATE access SET as_of = ?4 WHERE employee = ?1 AND portal = ?2 AND status = ?3 AND source = 'loket'", "isss", employee,
              portal, status, as_of);
  return ovs_tx_changes (tx) > 0;
}

gboolean
ovs_access_record (OvsTx *tx,
                   gint64 employee,
                   const char *portal,
                   const char *status,
                   OvsAccessSource source,
                   const char *as_of,
                   gint64 sequence)
{
  if (status == NULL || *status == '\0')
    return FALSE;
  if (source == OVS_ACCESS_FROM_LOKET && is_told_again (tx, employee, portal, status, as_of))
    return FALSE;

  OvsRows rows = ovs_rows_open (tx, "SELECT status, source, as_of FROM access WHERE employee = ?1 AND portal = ?2", "is", employee, portal);
  g_autofree char *old = NULL;
  gboolean known = ovs_rows_next (&rows);
  gboolean accepted = !known || gives_way (ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), source, as_of);
  gboolean same = known && g_strcmp0 (ovs_rows_text (&rows, 0), status) == 0
                  && g_strcmp0 (ovs_rows_text (&rows, 1), sources[source]) == 0 && g_strcmp0 (ovs_rows_text (&rows, 2), as_of) == 0;
  gboolean changed;

  if (known)
    old = g_strdup (ovs_rows_text (&rows, 0));
  ovs_rows_close (&rows);
  if (!accepted || same)
    return FALSE;

  changed = g_strcmp0 (old, status) != 0;
  if (sequence != 0 && source != OVS_ACCESS_FROM_LOKET && (changed || source == OVS_ACCESS_FROM_STATUS))
    keep_before (tx, sequence, employee, portal, as_of);
  if (known)
    ovs_tx_run (tx, "UPDATE access SET status = ?3, source = ?4, as_of = ?5 WHERE employee = ?1 AND portal = ?2", "issss", employee, portal,
                status, sources[source], as_of);
  else
    ovs_tx_run (tx, "INSERT INTO access (employee, portal, status, source, as_of) VALUES (?1, ?2, ?3, ?4, ?5)", "issss", employee, portal,
                status, sources[source], as_of);
  if (changed && sequence != 0)
    ovs_history_add (tx, sequence, 0, employee, portal, old, status);
  return changed;
}

gboolean
ovs_access_settle (OvsTx *tx, gint64 employee, const char *portal, gint64 sequence)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT old FROM history WHERE employee = ?1 AND audit = ?2 AND field = ?3 ORDER BY id", "iis",
                                employee, sequence, portal);
  gboolean written = ovs_rows_next (&rows);
  g_autofree char *before = written ? g_strdup (ovs_rows_text (&rows, 0)) : NULL;
  g_autofree char *now = NULL;

  ovs_rows_close (&rows);
  if (!written)
    return FALSE;
  now = ovs_access_get (tx, employee, portal);
  ovs_tx_run (tx, "DELETE FROM history WHERE employee = ?1 AND audit = ?2 AND field = ?3", "iis", employee, sequence, portal);
  if (g_strcmp0 (before, now) == 0)
    return FALSE;
  ovs_history_add (tx, sequence, 0, employee, portal, before, now);
  return TRUE;
}

char *
ovs_access_get (OvsTx *tx, gint64 employee, const char *portal)
{
  return ovs_tx_get_text (tx, "SELECT status FROM access WHERE employee = ?1 AND portal = ?2", "is", employee, portal);
}

void
ovs_access_foreach_word (OvsTx *tx, OvsAccessWordFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT portal, status, count(*) FROM access GROUP BY portal, status ORDER BY portal, status", "");

  while (ovs_rows_next (&rows))
    func (ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_int (&rows, 2), data);
}
