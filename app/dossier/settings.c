/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/settings.h"

char *
ovs_settings_get (OvsTx *tx, const char *name)
{
  return ovs_tx_get_text (tx, "SELECT value FROM setting WHERE name = ?1", "s", name);
}

void
ovs_settings_set (OvsTx *tx, const char *name, const char *value)
{
  if (value == NULL)
    ovs_tx_run (tx, "DELETE FROM setting WHERE name = ?1", "s", name);
  else
    ovs_tx_run (tx, "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)", "ss", name, value);
}

gint64
ovs_settings_get_int (OvsTx *tx, const char *name)
{
  g_autofree char *value = ovs_settings_get (tx, name);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

void
ovs_settings_set_int (OvsTx *tx, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  ovs_settings_set (tx, name, value != 0 ? text : NULL);
}
