/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/client-history.h"

void
ovs_client_history_foreach (OvsTx *tx, gint64 employer, guint limit, OvsClientEventFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT at, coalesce((SELECT w.text FROM audit_text w WHERE w.reference = actor), ''), operation, field, old, new FROM ("
                                "SELECT a.at, a.actor, a.operation, h.field, h.old, h.new, a.sequence, h.id FROM history h "
                                "JOIN audit a ON a.sequence = h.audit "
                                "WHERE h.employer = ?1 AND h.employee IS NULL AND NOT EXISTS "
                                "(SELECT 1 FROM undo_step s WHERE s.audit = a.sequence AND s.undone IS NOT NULL AND s.changeset IS NOT NULL) "
                                "UNION ALL SELECT coalesce(l.settled, l.written), a.actor, 'letter', l.state, l.way, l.piece, a.sequence, l.id "
                                "FROM letter l JOIN audit a ON a.sequence = l.audit WHERE l.employer = ?1 AND l.state <> 'dropped') "
                                "ORDER BY at DESC, sequence DESC, id DESC LIMIT ?2",
                                "ii", employer, (gint64) limit);

  while (ovs_rows_next (&rows))
    {
      OvsClientEvent event = {
        .actor = ovs_rows_text (&rows, 1),
        .operation = ovs_rows_text (&rows, 2),
        .field = ovs_rows_text (&rows, 3),
        .old = ovs_rows_text (&rows, 4),
        .new_value = ovs_rows_text (&rows, 5),
      };
      gint64 at;

      if (ovs_clock_parse_iso (ovs_rows_text (&rows, 0), &at))
        event.day = ovs_clock_day_of (at);
      func (&event, data);
    }
}
