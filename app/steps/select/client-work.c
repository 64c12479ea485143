/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-work.h"

#include <glib/gi18n.h>

#include "dossier/notes.h"
#include "dossier/tickets.h"
#include "dossier/withdrawals.h"

typedef struct
{
  GtkWidget *teller; /* (owned) */
  char *told;        /* when it is done */
  char *number;      /* (nullable) of the client, or of the ticket */
  char *text;        /* (nullable) */
  gint64 id;         /* of the client or the note */
  OvsDay day;
  gboolean done;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->teller);
  g_free (work->told);
  g_free (work->number);
  g_free (work->text);
  g_free (work);
}

static Work *
work_new (GtkWidget *teller, char *told)
{
  Work *work = g_new0 (Work, 1);

  work->teller = g_object_ref (teller);
  work->told = told;
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

static gboolean
withdraw (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  const OvsWithdrawalSaid said = { .reason = work->text };

  return ovs_withdrawals_write (tx, work->number, &said, error) >= 0;
}

void
ovs_client_work_withdraw (GtkWidget *teller, OvsWorkspace *workspace, const char *number, const char *name, const char *reason)
{
  Work *work = work_new (teller, g_strdup_printf (_ ("%s does not take part"), name));

  work->number = g_strdup (number);
  work->text = g_strdup (reason);
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
  Work *work = work_new (teller, g_strdup_printf (_ ("%s takes part again, and is chosen"), name));

  work->number = g_strdup (number);
  start (workspace, rejoin, work);
}

static gboolean
write_note (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_notes_add (tx, OVS_NOTES_ON_CLIENT, work->id, work->text, work->day, error) > 0;
}

void
ovs_client_work_note (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, const char *text, OvsDay call_back_on)
{
  Work *work = work_new (teller, g_strdup (_ ("Note kept")));

  work->id = client;
  work->text = g_strdup (text);
  work->day = call_back_on;
  start (workspace, write_note, work);
}

static gboolean
tick_off (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_notes_tick (tx, OVS_NOTES_ON_CLIENT, work->id, work->done, error);
}

void
ovs_client_work_called (GtkWidget *teller, OvsWorkspace *workspace, gint64 note, gboolean done)
{
  Work *work = work_new (teller, g_strdup (done ? _ ("Called back") : _ ("Still to be called back")));

  work->id = note;
  work->done = done;
  start (workspace, tick_off, work);
}

static gboolean
keep_ticket (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  g_autofree char *known = NULL;
  OvsDay known_on;
  const OvsTicketRow row = {
    .id = ovs_tickets_latest (tx, OVS_SUBJECT_OVERVIEW, &known, &known_on),
    .subject = OVS_SUBJECT_OVERVIEW,
    .number = work->number,
    .handed_in_on = work->day,
  };

  return ovs_tickets_keep (tx, &row, NULL, error) > 0;
}

void
ovs_client_work_ticket (GtkWidget *teller, OvsWorkspace *workspace, const char *number, OvsDay day)
{
  Work *work = work_new (teller, g_strdup (_ ("Ticket noted")));

  work->number = g_strdup (number);
  work->day = day;
  start (workspace, keep_ticket, work);
}
