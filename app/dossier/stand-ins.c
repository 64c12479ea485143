/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/stand-ins.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/error.h"
#include "dossier/undo.h"

static gint64
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return -1;
}

gint64
ovs_stand_ins_keep (OvsTx *tx, const OvsStandIn *stand_in, GError **error)
{
  g_autofree char *handler = ovs_text_clean (stand_in->handler);
  g_autofree char *by = ovs_text_clean (stand_in->by);
  g_autofree char *detail = NULL;
  gint64 id = stand_in->id;
  OvsStep step;

  if (*handler == '\0' || *by == '\0' || g_str_equal (handler, by))
    return refuse (error, _ ("Say who is away, and which other colleague does the work. Nothing was changed."));
  if (stand_in->first == OVS_NO_DAY || stand_in->last < stand_in->first)
    return refuse (error, _ ("A period ends on the day on which it begins, or later. Nothing was changed."));

  step = ovs_step_begin (tx);
  if (id == 0)
    {
      ovs_tx_run (tx, "INSERT INTO stand_in (handler, by, first, last, audit) VALUES (?1, ?2, ?3, ?4, ?5)", "ssddi", handler, by,
                  stand_in->first, stand_in->last, step.sequence);
      id = ovs_tx_last_id (tx);
    }
  else
    ovs_tx_run (tx, "UPDATE stand_in SET handler = ?2, by = ?3, first = ?4, last = ?5 WHERE id = ?1", "issdd", id, handler, by,
                stand_in->first, stand_in->last);
  detail = g_strdup_printf ("{\"stand_in\": %" G_GINT64_FORMAT "}", id);
  ovs_step_end (&step, "stand-in", detail, NULL);
  return id;
}

gboolean
ovs_stand_ins_remove (OvsTx *tx, gint64 stand_in, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("{\"stand_in\": %" G_GINT64_FORMAT "}", stand_in);
  OvsStep step;
  gint64 found;

  if (!ovs_tx_get_int (tx, &found, "SELECT id FROM stand_in WHERE id = ?1", "i", stand_in))
    return refuse (error, _ ("This stand-in is no longer there. Nothing was changed.")) > 0;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "DELETE FROM stand_in WHERE id = ?1", "i", stand_in);
  ovs_step_end (&step, "stand-in-removed", detail, NULL);
  return TRUE;
}

void
ovs_stand_ins_foreach (OvsTx *tx, OvsStandInFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, handler, by, first, last FROM stand_in ORDER BY first, last, id", "");

  while (ovs_rows_next (&rows))
    {
      OvsStandIn stand_in = { ovs_rows_int (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_day (&rows, 3),
                              ovs_rows_day (&rows, 4) };

      func (&stand_in, data);
    }
}
