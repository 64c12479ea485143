/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-work.h"

#include <glib/gi18n.h>

#include "dossier/addendum.h"
#include "dossier/client-answers.h"

typedef struct
{
  GtkWidget *teller; /* (owned) */
  char *told;        /* when it is done */
  char *number;      /* (nullable) of the client, or of the ticket */
  char *text;        /* (nullable) */
  char *said_by;     /* (nullable) */
  GArray *clients;   /* (owned) (nullable) */
  gint64 id;         /* of the client or the ticket */
  OvsSubject subject;
  OvsDay day;
  OvsDay closed_on;
  OvsTold answer;
  gboolean done;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->teller);
  g_clear_pointer (&work->clients, g_array_unref);
  g_free (work->told);
  g_free (work->number);
  g_free (work->text);
  g_free (work->said_by);
  g_free (work);
}

/* @told: (transfer full). */
static Work *
work_new (GtkWidget *teller, char *told, gint64 id)
{
  Work *work = g_new0 (Work, 1);

  work->teller = g_object_ref (teller);
  work->told = told;
  work->id = id;
  return work;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (work->teller, "win.tell", "(sb)", work->told, TRUE);
  else
    gtk_widget_activate_action (work->teller, "win.tell-error", "s", error->message);
  work_free (work);
}

static void
start (OvsWorkspace *workspace, OvsDossierFunc func, Work *work)
{
  ovs_workspace_write_async (workspace, func, work, NULL, on_done, work);
}

/* --- taking part ----------------------------------------------------------------------------------------------- */

static gboolean
withdraw (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;
  const OvsWithdrawalSaid said = { work->text, work->said_by, work->day };

  return ovs_withdrawals_write (tx, work->number, &said, error) >= 0;
}

void
ovs_client_work_withdraw (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name, const OvsWithdrawalSaid *said)
{
  Work *work = work_new (teller, g_strdup_printf (_ ("%s does not take part"), name), 0);

  work->number = g_strdup (number);
  work->text = g_strdup (said->reason);
  work->said_by = g_strdup (said->said_by);
  work->day = said->said_on;
  start (workspace, withdraw, work);
}

static gboolean
rejoin (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_withdrawals_rejoin (tx, work->number, error) >= 0;
}

void
ovs_client_work_rejoin (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name)
{
  Work *work = work_new (teller, g_strdup_printf (_ ("%s takes part again, and is chosen"), name), 0);

  work->number = g_strdup (number);
  start (workspace, rejoin, work);
}

static gboolean
note_letter (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_withdrawals_letter (tx, work->id, work->done, error);
}

void
ovs_client_work_letter (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, gboolean sent)
{
  Work *work = work_new (teller, g_strdup (sent ? _ ("Noted: letter sent") : _ ("Noted: letter not sent yet")), client);

  work->done = sent;
  start (workspace, note_letter, work);
}

/* --- answers about a client ------------------------------------------------------------------------------------ */

static gboolean
note_contact_left (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_client_answer_contact_left (tx, work->id, work->done, error);
}

void
ovs_client_work_contact_left (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, gboolean left)
{
  Work *work = work_new (teller, g_strdup (left ? _ ("Noted: the contact has left") : _ ("Noted: the contact is there")), client);

  work->done = left;
  start (workspace, note_contact_left, work);
}

static gboolean
note_rights (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_client_answer_rights (tx, work->id, work->answer, error);
}

void
ovs_client_work_rights (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, OvsTold rights)
{
  Work *work = work_new (teller,
                         g_strdup (rights == OVS_TOLD_YES  ? _ ("Noted: the handler has rights")
                                   : rights == OVS_TOLD_NO ? _ ("Noted: the handler has no rights")
                                                           : _ ("Noted: rights unknown")),
                         client);

  work->answer = rights;
  start (workspace, note_rights, work);
}

static gboolean
note_contract (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (clients, work->id);
  ovs_client_answer_day (tx, clients, OVS_CLIENT_DAY_CONTRACT_ENDS, work->day);
  return TRUE;
}

void
ovs_client_work_contract (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, OvsDay day)
{
  g_autofree char *told = ovs_day_to_dutch (day);
  Work *work = work_new (teller, day != OVS_NO_DAY ? g_strdup_printf (_ ("Noted: contract until %s"), told) : g_strdup (_ ("Noted: end of the contract unknown")),
                         client);

  work->day = day;
  start (workspace, note_contract, work);
}

/* --- tickets --------------------------------------------------------------------------------------------------- */

static gboolean
keep_ticket (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;
  const OvsTicketRow row = {
    .id = work->id,
    .subject = work->subject,
    .about = work->text,
    .number = work->number,
    .handed_in_on = work->day,
    .closed_on = work->closed_on,
  };

  return ovs_tickets_keep (tx, &row, work->clients, error) > 0;
}

void
ovs_client_work_ticket (GtkWidget *teller, OvsWorkspace *workspace, const OvsTicketRow *row, GArray *clients)
{
  Work *work = work_new (teller, g_strdup (_ ("Ticket noted")), row->id);

  work->subject = row->subject;
  work->text = g_strdup (row->about);
  work->number = g_strdup (row->number);
  work->day = row->handed_in_on;
  work->closed_on = row->closed_on;
  work->clients = clients;
  start (workspace, keep_ticket, work);
}

static gboolean
close_ticket (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_tickets_close (tx, work->id, work->done, error);
}

void
ovs_client_work_close_ticket (GtkWidget *teller, OvsWorkspace *workspace, gint64 ticket, gboolean closed)
{
  Work *work = work_new (teller, g_strdup (closed ? _ ("Ticket settled") : _ ("Ticket open again")), ticket);

  work->done = closed;
  start (workspace, close_ticket, work);
}

static gboolean
remove_ticket (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_tickets_remove (tx, work->id, error);
}

void
ovs_client_work_remove_ticket (GtkWidget *teller, OvsWorkspace *workspace, gint64 ticket)
{
  start (workspace, remove_ticket, work_new (teller, g_strdup (_ ("Ticket removed")), ticket));
}

static gboolean
answer_addendum (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_addendum_answer (tx, work->answer, work->number, work->day, error);
}

void
ovs_client_work_addendum (GtkWidget *teller, OvsWorkspace *workspace, OvsTold is_signed, const char *ticket, OvsDay day)
{
  Work *work = work_new (teller, g_strdup (_ ("Answer about the addendum noted")), 0);

  work->answer = is_signed;
  work->number = g_strdup (ticket);
  work->day = day;
  start (workspace, answer_addendum, work);
}
