/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/ticket.h"

#include "dossier/settings.h"
#include "dossier/undo.h"

void
ovs_ticket_keep (OvsTx *tx, const char *number, OvsDay day)
{
  g_autofree char *iso = ovs_day_to_iso (day);
  OvsStep step = ovs_step_begin (tx);

  ovs_settings_set (tx, OVS_SETTING_TICKET, number != NULL && *number != '\0' ? number : NULL);
  ovs_settings_set (tx, OVS_SETTING_TICKET_ON, iso);
  ovs_step_end (&step, "ticket", "{}", NULL);
}
