/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/blocked-periods.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/undo.h"

static gint64
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return -1;
}

gint64
ovs_blocked_periods_keep (OvsTx *tx, const OvsBlockedPeriod *period, GError **error)
{
  g_autofree char *reason = ovs_text_clean (period->reason);
  g_autofree char *handler = ovs_text_clean (period->handler);
  g_autofree char *detail = NULL;
  gint64 id = period->id;
  OvsStep step;

  if (period->first == OVS_NO_DAY || period->last < period->first)
    return refuse (error, _ ("A period ends on the day on which it begins, or later. Nothing was changed."));
  if (*reason == '\0')
    return refuse (error, _ ("A period in which no round goes needs a reason: give one. Nothing was changed."));
  if (!ovs_free_text_check (reason, error))
    return -1;

  step = ovs_step_begin (tx);
  if (id == 0)
    {
      ovs_tx_run (tx, "INSERT INTO blocked_period (first, last, handler, reason, audit) VALUES (?1, ?2, nullif(?3, ''), ?4, ?5)", "ddssi",
                  period->first, period->last, handler, reason, step.sequence);
      id = ovs_tx_last_id (tx);
    }
  else
    ovs_tx_run (tx, "UPDATE blocked_period SET first = ?2, last = ?3, handler = nullif(?4, ''), reason = ?5 WHERE id = ?1", "iddss", id,
                period->first, period->last, handler, reason);
  detail = g_strdup_printf ("{\"period\": %" G_GINT64_FORMAT "}", id);
  ovs_step_end (&step, "blocked-period", detail, NULL);
  return id;
}

gboolean
ovs_blocked_periods_remove (OvsTx *tx, gint64 period, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("{\"period\": %" G_GINT64_FORMAT "}", period);
  OvsStep step;
  gint64 found;

  if (!ovs_tx_get_int (tx, &found, "SELECT id FROM blocked_period WHERE id = ?1", "i", period))
    return refuse (error, _ ("This period is no longer there. Nothing was changed.")) > 0;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "DELETE FROM blocked_period WHERE id = ?1", "i", period);
  ovs_step_end (&step, "blocked-period-removed", detail, NULL);
  return TRUE;
}

void
ovs_blocked_periods_foreach (OvsTx *tx, OvsBlockedPeriodFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, first, last, handler, reason FROM blocked_period ORDER BY first, last, id", "");

  while (ovs_rows_next (&rows))
    {
      OvsBlockedPeriod period = { ovs_rows_int (&rows, 0), ovs_rows_day (&rows, 1), ovs_rows_day (&rows, 2), ovs_rows_text (&rows, 3),
                                  ovs_rows_text (&rows, 4) };

      func (&period, data);
    }
}
