/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/calendar.h"

#include "conversion/agenda.h"
#include "dossier/letter-clients.h"
#include "dossier/settings.h"
#include "dossier/waves.h"

static char *
get_id (OvsTx *tx)
{
  char *id = ovs_settings_get (tx, OVS_SETTING_CALENDAR);

  if (id != NULL)
    return id;
  id = g_uuid_string_random ();
  ovs_settings_set (tx, OVS_SETTING_CALENDAR, id);
  return id;
}

static void
add_client (const OvsLetterClient *client, gpointer data)
{
  OvsCalendarRound *round = data;

  if (client->selected)
    g_ptr_array_add (round->clients, client->name != NULL ? g_strdup_printf ("%s %s", client->number, client->name) : g_strdup (client->number));
}

static void
add_row (const OvsWaveRow *row, gpointer data)
{
  OvsCalendarRound *round = data;

  round->employees = row->employees;
  round->reason = g_strdup (row->notice_reason);
}

OvsCalendar *
ovs_calendar_read (OvsTx *tx)
{
  g_autofree char *id = get_id (tx);
  g_autofree char *firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  g_autoptr (OvsRoundLines) lines = ovs_round_lines_read (tx);
  OvsCalendar *calendar = ovs_calendar_new (id, firm, ovs_tx_today (tx), ovs_tx_now (tx));

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const OvsRoundLine *line = &g_array_index (lines->lines, OvsRoundLine, i);
      OvsCalendarRound *round = ovs_calendar_add_round (calendar, line->number, &line->round, line->facts);

      ovs_waves_get (tx, line->wave, add_row, round);
      ovs_letter_clients_foreach (tx, line->number, add_client, round);
    }
  return calendar;
}
