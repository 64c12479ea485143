/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/figures.h"

#include "dossier/notes.h"
#include "dossier/settings.h"
#include "dossier/stale.h"

OvsFigures *
ovs_figures_read (OvsTx *tx, const char *handler)
{
  OvsFigures *figures = g_new0 (OvsFigures, 1);
  g_autofree char *ticket_on = NULL;

  figures->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  figures->loket_kind = ovs_settings_get (tx, OVS_SETTING_LOKET_KIND);
  figures->loket_url = ovs_settings_get (tx, OVS_SETTING_LOKET_URL);
  figures->reference_date = ovs_tx_today (tx);
  figures->ticket = ovs_settings_get (tx, OVS_SETTING_TICKET);
  ticket_on = ovs_settings_get (tx, OVS_SETTING_TICKET_ON);
  ovs_day_parse_iso (ticket_on, &figures->ticket_on);
  figures->call_backs = ovs_notes_due (tx, handler, figures->reference_date, &figures->first_call_back);
  ovs_enquiries_count (tx, handler, &figures->enquiries);
  figures->handlers = ovs_summary_handlers (tx);
  figures->unjudged = ovs_stale_is_everybody (tx);
  ovs_tally_read (tx, handler, TRUE, &figures->judged);
  ovs_tally_read (tx, handler, FALSE, &figures->all);
  ovs_summary_read (tx, handler, &figures->judged, &figures->clients);
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
  g_free (figures);
}
