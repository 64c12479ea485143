/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-facts.h"

#include <glib/gi18n.h>

#include "dossier/client-list.h"
#include "dossier/enquiries.h"
#include "dossier/error.h"
#include "dossier/tickets.h"
#include "steps/enquiry-text.h"
#include "steps/select/client-words.h"

/* More is to be found in the export of the trail. */
#define HISTORY_LINES 8

static OvsClientFacts *
facts_new (gint64 client)
{
  OvsClientFacts *facts = g_new0 (OvsClientFacts, 1);

  facts->id = client;
  facts->history = g_ptr_array_new_with_free_func (g_free);
  return facts;
}

void
ovs_client_facts_free (OvsClientFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->number);
  g_free (facts->name);
  g_free (facts->city);
  g_free (facts->contact_name);
  g_free (facts->contact_phone);
  g_free (facts->contact_email);
  g_free (facts->handler);
  g_free (facts->payroll);
  g_free (facts->enquiry);
  g_free (facts->payday);
  g_free (facts->tier);
  g_free (facts->excluded_reason);
  g_free (facts->said_by);
  g_free (facts->withdrawal_number);
  g_ptr_array_unref (facts->history);
  g_free (facts);
}

static void
take_client (const OvsClientRow *row, gpointer data)
{
  OvsClientFacts *facts = data;
  OvsReadinessFacts readiness = ovs_client_readiness_facts (row, facts->today);

  ovs_readiness_judge (&readiness, &facts->readiness);
  facts->withdrawal = ovs_client_withdrawal (row);
  facts->said_by = g_strdup (row->said_by);
  facts->said_on = row->said_on;
  facts->letter_on = row->letter_on;
  facts->told_on = row->told_on;
  facts->confirmed_on = row->confirmed_on;
  facts->handed_in_on = row->handed_in_on;
  facts->invited = row->invited;
  facts->wave = row->wave;
  facts->wave_on = row->wave_on;
  facts->has_own_route = row->has_own_route;
  facts->route = row->route;
  facts->contact_left = row->contact_left;
  facts->rights = row->rights;
  facts->number = g_strdup (row->number);
  facts->name = g_strdup (row->name);
  facts->city = g_strdup (row->city);
  facts->contact_name = g_strdup (row->contact_name);
  facts->contact_phone = g_strdup (row->contact_phone);
  facts->contact_email = g_strdup (row->contact_email);
  facts->handler = g_strdup (row->handler);
  facts->payroll = g_strdup (row->payroll);
  facts->payday = g_strdup (row->payday);
  facts->tier = g_strdup (row->tier);
  facts->excluded_reason = g_strdup (row->excluded_reason);
  facts->mijnloket = row->mijnloket;
  facts->product_500 = row->product_500;
  facts->selected = row->selected;
  facts->over = ovs_client_is_over (row);
  facts->informed_on = row->informed_on;
  facts->contract_ends_on = row->contract_ends_on;
  facts->employees = row->employees;
  facts->ready = row->ready;
  facts->decide = row->decide;
  facts->stoppers = row->stoppers;
  facts->left_out = row->left_out;
  facts->done = row->done;
}

/* The latest ticket by which Loket was told. */
static void
take_ticket (const OvsTicketRow *row, gpointer data)
{
  OvsClientFacts *facts = data;

  if (row->subject != OVS_SUBJECT_WITHDRAWAL || row->handed_in_on < facts->told_on || facts->withdrawal_ticket != 0)
    return;
  facts->withdrawal_ticket = row->id;
  facts->withdrawal_number = g_strdup (row->number);
}

static void
take_enquiry (const OvsEnquiryRow *row, gpointer data)
{
  OvsClientFacts *facts = data;

  facts->enquiry = ovs_enquiry_text_sentence (row, facts->today);
}

/* A file that changed many fields is one line. */
static void
take_event (const OvsClientEvent *event, gpointer data)
{
  OvsClientFacts *facts = data;
  g_autofree char *line = ovs_client_words_event (event, facts->today);
  guint last = facts->history->len;

  if (line == NULL || (last > 0 && g_str_equal (g_ptr_array_index (facts->history, last - 1), line)))
    return;
  g_ptr_array_add (facts->history, g_steal_pointer (&line));
}

static gboolean
read_facts (OvsTx *tx, gpointer data, GError **error)
{
  OvsClientFacts *facts = data;

  facts->today = ovs_tx_today (tx);
  if (!ovs_client_list_get (tx, facts->id, take_client, facts))
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND, _ ("This client is no longer in the dossier."));
      return FALSE;
    }
  ovs_tickets_foreach (tx, facts->id, take_ticket, facts);
  ovs_enquiries_get (tx, facts->id, take_enquiry, facts);
  ovs_client_history_foreach (tx, facts->id, HISTORY_LINES, take_event, facts);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OvsClientFacts) facts = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&facts), (GDestroyNotify) ovs_client_facts_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_client_facts_read_async (OvsWorkspace *workspace, gint64 client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  OvsClientFacts *facts = facts_new (client);

  g_task_set_source_tag (task, ovs_client_facts_read_async);
  g_task_set_task_data (task, facts, NULL);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_facts, facts, cancellable, on_read, task);
}

OvsClientFacts *
ovs_client_facts_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
