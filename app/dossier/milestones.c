/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/milestones.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/undo.h"

gboolean
ovs_milestones_tick (OvsTx *tx, gint64 wave, const char *code, OvsDay day, GError **error)
{
  g_autofree char *detail = NULL;
  OvsStep step;
  gint64 number;

  if (!ovs_tx_get_int (tx, &number, "SELECT number FROM wave WHERE id = ?1", "i", wave))
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND, _ ("This round is no longer there. Nothing was changed."));
      return FALSE;
    }
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "DELETE FROM milestone WHERE wave = ?1 AND code = ?2", "is", wave, code);
  if (day != OVS_NO_DAY)
    ovs_tx_run (tx, "INSERT INTO milestone (wave, code, done_on, audit) VALUES (?1, ?2, ?3, ?4)", "isdi", wave, code, day, step.sequence);
  detail = g_strdup_printf ("{\"wave\": %" G_GINT64_FORMAT ", \"milestone\": \"%s\"}", number, code);
  ovs_step_end (&step, day != OVS_NO_DAY ? "milestone-done" : "milestone-open", detail, NULL);
  return TRUE;
}

void
ovs_milestones_foreach (OvsTx *tx, gint64 wave, OvsMilestoneFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT m.wave, m.code, m.done_on, coalesce(who.text, '') FROM milestone m "
                                "JOIN audit a ON a.sequence = m.audit LEFT JOIN audit_text who ON who.reference = a.actor "
                                "WHERE ?1 IN (0, m.wave) ORDER BY m.wave, m.code",
                                "i", wave);

  while (ovs_rows_next (&rows))
    func (ovs_rows_int (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_day (&rows, 2), ovs_rows_text (&rows, 3), data);
}
