/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/approvers.h"

#include "dossier/settings.h"
#include "dossier/trail.h"

gint64
ovs_approvers_get_above (OvsTx *tx)
{
  return ovs_settings_get_int (tx, OVS_SETTING_SECOND_PERSON);
}

void
ovs_approvers_set_above (OvsTx *tx, gint64 people)
{
  gint64 sequence = ovs_trail_begin (tx);
  g_autofree char *detail = g_strdup_printf ("{\"above\": %" G_GINT64_FORMAT "}", people);

  ovs_settings_set_int (tx, OVS_SETTING_SECOND_PERSON, people);
  ovs_trail_end (tx, sequence, "second-person", detail, NULL);
}
