/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/figures.h"

#include "dossier/addendum.h"
#include "dossier/notes.h"
#include "dossier/people-list.h"
#include "dossier/settings.h"
#include "dossier/stale.h"
#include "dossier/sunsets.h"
#include "dossier/tickets.h"
#include "dossier/withdrawals.h"

static void
read_call_backs (OvsTx *tx, const char *handler, OvsFigures *figures)
{
  g_autofree char *client = NULL;
  g_autofree char *of_employee = NULL;
  OvsDay since, since_employee;

  figures->call_backs = ovs_notes_due (tx, OVS_NOTES_ON_CLIENT, handler, figures->reference_date, &client, &since);
  figures->people_call_backs = ovs_notes_due (tx, OVS_NOTES_ON_EMPLOYEE, handler, figures->reference_date, &of_employee, &since_employee);
  if (of_employee != NULL && (client == NULL || since_employee < since))
    figures->first_call_back = g_steal_pointer (&of_employee);
  else
    figures->first_call_back = g_steal_pointer (&client);
}

static void
add_wave (const OvsWaveRow *row, gpointer data)
{
  OvsFiguresWave wave = { row->id, row->number, row->date, row->route, row->frozen, row->submitted > 0, row->to_invite };

  g_array_append_val ((GArray *) data, wave);
}

const OvsFiguresWave *
ovs_figures_find_wave (const OvsFigures *figures, gint64 id)
{
  for (guint i = 0; i < figures->waves->len; i++)
    {
      const OvsFiguresWave *wave = &g_array_index (figures->waves, OvsFiguresWave, i);

      if (wave->id == id)
        return wave;
    }
  return NULL;
}

OvsFigures *
ovs_figures_read (OvsTx *tx, const char *handler)
{
  OvsFigures *figures = g_new0 (OvsFigures, 1);

  figures->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  figures->loket_kind = ovs_settings_get (tx, OVS_SETTING_LOKET_KIND);
  figures->loket_url = ovs_settings_get (tx, OVS_SETTING_LOKET_URL);
  figures->reference_date = ovs_tx_today (tx);
  figures->stops_on = ovs_sunsets_first (tx);
  figures->ticket_id = ovs_tickets_latest (tx, OVS_SUBJECT_OVERVIEW, &figures->ticket, &figures->ticket_on);
  figures->addendum = ovs_addendum_get (tx);
  figures->withdrawals_open = ovs_withdrawals_at_risk (tx, handler);
  read_call_backs (tx, handler, figures);
  ovs_enquiries_count (tx, handler, &figures->enquiries);
  ovs_questions_count (tx, handler, figures->reference_date, &figures->questions);
  figures->handlers = ovs_summary_handlers (tx);
  figures->waves = g_array_new (FALSE, FALSE, sizeof (OvsFiguresWave));
  ovs_waves_foreach (tx, add_wave, figures->waves);
  figures->unjudged = ovs_stale_is_everybody (tx);
  ovs_tally_read (tx, handler, TRUE, &figures->judged);
  ovs_tally_read (tx, handler, FALSE, &figures->all);
  ovs_runs_find_unfinished (tx, &figures->unfinished);
  figures->on_paper = ovs_people_count_on_paper (tx, handler);
  ovs_summary_read (tx, handler, &figures->judged, &figures->clients);
  ovs_informing_count (tx, handler, &figures->informing);
  return figures;
}

void
ovs_figures_free (OvsFigures *figures)
{
  if (figures == NULL)
    return;
  g_free (figures->firm);
  g_free (figures->loket_kind);
  g_free (figures->loket_url);
  g_free (figures->ticket);
  g_free (figures->first_call_back);
  g_strfreev (figures->handlers);
  g_array_unref (figures->waves);
  ovs_informing_totals_clear (&figures->informing);
  g_free (figures);
}
