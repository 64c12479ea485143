/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/purged.h"

#include "dossier/settings.h"

#define BEGUN "purge-begun"

OvsDay
ovs_purged_day (OvsTx *tx)
{
  g_autofree char *iso = ovs_settings_get (tx, OVS_SETTING_PURGED_ON);
  OvsDay day;

  return iso != NULL && ovs_day_parse_iso (iso, &day) ? day : OVS_NO_DAY;
}

gboolean
ovs_purged_is_begun (OvsTx *tx)
{
  return ovs_settings_get_int (tx, BEGUN) != 0;
}

void
ovs_purged_set_begun (OvsTx *tx, gboolean begun)
{
  ovs_settings_set_int (tx, BEGUN, begun);
}
