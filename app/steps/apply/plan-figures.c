/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/apply/plan-figures.h"

#include "dossier/plan-list.h"
#include "rules/boundary.h"

static void
add_client (OvsPlanFigures *figures, const OvsPlanClient *client, OvsDay today)
{
  figures->clients++;
  figures->clients_with_ready += client->ready > 0;
  figures->ready += client->ready;
  figures->decide += client->decide;
  figures->stopper += client->stopper;
  figures->left_out += client->left_out;
  figures->done += client->done;
  figures->fallen += client->fallen;
  figures->waiting += client->waiting;
  figures->blocks += client->to_block;
  figures->last_informed = MAX (figures->last_informed, client->informed_on);
  if (client->ready > 0 && (client->informed_on == OVS_NO_DAY || today - client->informed_on < OVS_NOTICE_DAYS))
    figures->informed_late++;
}

void
ovs_plan_figures_read (OvsTx *tx, OvsPlanFigures *figures)
{
  g_autoptr (GPtrArray) clients = ovs_plan_list_clients (tx, figures->wave);

  *figures = (OvsPlanFigures) { .wave = figures->wave };
  for (guint i = 0; i < clients->len; i++)
    add_client (figures, g_ptr_array_index (clients, i), ovs_tx_today (tx));
}
