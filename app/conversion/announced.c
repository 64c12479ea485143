/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/announced.h"

#include "dossier/settings.h"
#include "dossier/sunsets.h"
#include "dossier/unknown-fields.h"

void
ovs_announced_note (OvsTx *tx, OvsLoket *loket)
{
  const GPtrArray *obsolete = ovs_loket_get_obsolete (loket);
  const GPtrArray *fields = ovs_loket_get_unknown_fields (loket);

  for (guint i = 0; i < obsolete->len; i++)
    {
      const OvsLoketObsolete *one = g_ptr_array_index (obsolete, i);

      ovs_sunsets_note (tx, one->resource, one->on);
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const OvsLoketField *one = g_ptr_array_index (fields, i);

      ovs_unknown_fields_note (tx, one->resource, one->field);
    }
}

void
ovs_announced_keep_prefixes (OvsTx *tx, OvsLoket *loket)
{
  g_autofree char *found = ovs_loket_get_prefixes (loket);
  g_autofree char *known = ovs_settings_get (tx, OVS_SETTING_PREFIXES);

  if (*found != '\0' && g_strcmp0 (found, known) != 0)
    ovs_settings_set (tx, OVS_SETTING_PREFIXES, found);
}
