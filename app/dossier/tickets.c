/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/tickets.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/undo.h"

static const char *const codes[OVS_N_SUBJECTS] = {
  [OVS_SUBJECT_OVERVIEW] = "overview",     [OVS_SUBJECT_CLIENT_LIST] = "client-list", [OVS_SUBJECT_WITHDRAWAL] = "withdrawal",
  [OVS_SUBJECT_ADDENDUM] = "addendum",     [OVS_SUBJECT_MIJNLOKET] = "mijnloket",     [OVS_SUBJECT_OTHER] = "other",
};

const char *
ovs_subject_code (OvsSubject subject)
{
  g_return_val_if_fail (subject < OVS_N_SUBJECTS, NULL);

  return codes[subject];
}

/* A word of a later version is shown as another subject. */
static OvsSubject
read_code (const char *code)
{
  for (int subject = 0; subject < OVS_N_SUBJECTS; subject++)
    if (g_strcmp0 (codes[subject], code) == 0)
      return (OvsSubject) subject;
  return OVS_SUBJECT_OTHER;
}

/* --- changing -------------------------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
require (OvsTx *tx, gint64 ticket, GError **error)
{
  gint64 found;

  return ovs_tx_get_int (tx, &found, "SELECT id FROM ticket WHERE id = ?1", "i", ticket)
         || refuse (error, _ ("This ticket is no longer in the dossier. Nothing was changed."));
}

static void
end_step (OvsStep *step, const char *operation, gint64 ticket)
{
  g_autofree char *detail = g_strdup_printf ("{\"ticket\": %" G_GINT64_FORMAT "}", ticket);

  ovs_step_end (step, operation, detail, NULL);
}

static char *
cleaned (const char *text)
{
  g_autofree char *clean = ovs_text_clean (text);

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static gint64
write_row (OvsTx *tx, const OvsTicketRow *row)
{
  g_autofree char *about = cleaned (row->about);
  g_autofree char *number = cleaned (row->number);
  const char *subject = ovs_subject_code (row->subject);

  if (row->id != 0)
    {
      ovs_tx_run (tx,
                  "UPDATE ticket SET subject = ?2, about = ?3, number = ?4, handed_in_on = ?5, closed_on = ?6 WHERE id = ?1 AND (subject <> ?2 "
                  "OR about IS NOT ?3 OR number IS NOT ?4 OR handed_in_on <> ?5 OR closed_on IS NOT ?6)",
                  "isssdd", row->id, subject, about, number, row->handed_in_on, row->closed_on);
      return row->id;
    }
  ovs_tx_run (tx, "INSERT INTO ticket (subject, about, number, handed_in_on, closed_on) VALUES (?1, ?2, ?3, ?4, ?5)", "sssdd", subject, about,
              number, row->handed_in_on, row->closed_on);
  return ovs_tx_last_id (tx);
}

static void
write_clients (OvsTx *tx, gint64 ticket, const GArray *clients)
{
  ovs_tx_run (tx, "DELETE FROM ticket_client WHERE ticket = ?1", "i", ticket);
  for (guint i = 0; i < clients->len; i++)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO ticket_client (ticket, employer) VALUES (?1, ?2)", "ii", ticket, g_array_index (clients, gint64, i));
}

static gboolean
check (OvsTx *tx, const OvsTicketRow *row, GError **error)
{
  if (row->handed_in_on == OVS_NO_DAY)
    return refuse (error, _ ("A ticket needs the day on which it was handed in. Nothing was changed."));
  return ovs_free_text_check (row->about, error) && ovs_free_text_check (row->number, error) && (row->id == 0 || require (tx, row->id, error));
}

gint64
ovs_tickets_write (OvsTx *tx, const OvsTicketRow *row, const GArray *clients, GError **error)
{
  gint64 ticket;

  if (!check (tx, row, error))
    return -1;
  ticket = write_row (tx, row);
  if (clients != NULL)
    write_clients (tx, ticket, clients);
  return ticket;
}

gint64
ovs_tickets_keep (OvsTx *tx, const OvsTicketRow *row, const GArray *clients, GError **error)
{
  OvsStep step;
  gint64 ticket;

  if (!check (tx, row, error))
    return -1;
  step = ovs_step_begin (tx);
  ticket = ovs_tickets_write (tx, row, clients, error);
  end_step (&step, "ticket", ticket);
  return ticket;
}

gboolean
ovs_tickets_close (OvsTx *tx, gint64 ticket, gboolean closed, GError **error)
{
  OvsStep step;

  if (!require (tx, ticket, error))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "UPDATE ticket SET closed_on = ?2 WHERE id = ?1 AND (closed_on IS NULL) = ?3", "idb", ticket,
              closed ? ovs_tx_today (tx) : OVS_NO_DAY, closed);
  end_step (&step, closed ? "ticket-closed" : "ticket-open", ticket);
  return TRUE;
}

gboolean
ovs_tickets_remove (OvsTx *tx, gint64 ticket, GError **error)
{
  OvsStep step;

  if (!require (tx, ticket, error))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "DELETE FROM ticket_client WHERE ticket = ?1", "i", ticket);
  ovs_tx_run (tx, "DELETE FROM ticket WHERE id = ?1", "i", ticket);
  end_step (&step, "ticket-removed", ticket);
  return TRUE;
}

/* --- reading --------------------------------------------------------------------------------------------------- */

void
ovs_tickets_foreach (OvsTx *tx, gint64 employer, OvsTicketFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT t.id, t.subject, t.about, t.number, t.handed_in_on, t.closed_on, "
                                "(SELECT count(*) FROM ticket_client x WHERE x.ticket = t.id), "
                                "(SELECT coalesce(c.name, c.number) FROM ticket_client x JOIN employer c ON c.id = x.employer "
                                "WHERE x.ticket = t.id ORDER BY length(c.number_key), c.number_key LIMIT 1) FROM ticket t "
                                "WHERE ?1 = 0 OR EXISTS (SELECT 1 FROM ticket_client x WHERE x.ticket = t.id AND x.employer = ?1) "
                                "ORDER BY t.closed_on IS NOT NULL, t.handed_in_on DESC, t.id DESC",
                                "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsTicketRow row = {
        .id = ovs_rows_int (&rows, 0),
        .subject = read_code (ovs_rows_text (&rows, 1)),
        .about = ovs_rows_text (&rows, 2),
        .number = ovs_rows_text (&rows, 3),
        .handed_in_on = ovs_rows_day (&rows, 4),
        .closed_on = ovs_rows_day (&rows, 5),
        .n_clients = ovs_rows_int (&rows, 6),
        .first_client = ovs_rows_text (&rows, 7),
      };
      func (&row, data);
    }
}

gint64
ovs_tickets_latest (OvsTx *tx, OvsSubject subject, char **number, OvsDay *handed_in_on)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, number, handed_in_on FROM ticket WHERE subject = ?1 ORDER BY handed_in_on DESC, id DESC LIMIT 1", "s",
                                ovs_subject_code (subject));
  gboolean found = ovs_rows_next (&rows);
  gint64 ticket = found ? ovs_rows_int (&rows, 0) : 0;

  if (number != NULL)
    *number = found ? g_strdup (ovs_rows_text (&rows, 1)) : NULL;
  *handed_in_on = found ? ovs_rows_day (&rows, 2) : OVS_NO_DAY;
  ovs_rows_close (&rows);
  return ticket;
}

static GArray *
take_ids (OvsRows *rows)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (ovs_rows_next (rows))
    {
      gint64 id = ovs_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

GArray *
ovs_tickets_clients (OvsTx *tx, gint64 ticket)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT employer FROM ticket_client WHERE ticket = ?1 ORDER BY employer", "i", ticket);

  return take_ids (&rows);
}

GArray *
ovs_tickets_taking_part (OvsTx *tx)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id FROM employer WHERE selected AND excluded_reason IS NULL ORDER BY id", "");

  return take_ids (&rows);
}
