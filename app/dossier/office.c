/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/office.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/settings.h"
#include "dossier/undo.h"

#define LONGEST 500

const char *const *
ovs_office_settings (void)
{
  static const char *const settings[] = { OVS_SETTING_OFFICE_ADDRESS, OVS_SETTING_OFFICE_PHONE, OVS_SETTING_OFFICE_EMAIL, OVS_SETTING_HELP_CONTACT,
                                          OVS_SETTING_HELP_PHONE,     OVS_SETTING_HELP_HOURS,   OVS_SETTING_FLYER_LANGUAGES, NULL };

  return settings;
}

/* Returns: (nullable): NULL where nothing remains. */
static char *
trim_lines (const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", lines[i]);
  return kept->len > 0 ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}

gboolean
ovs_office_change (OvsTx *tx, const char *setting, const char *value, GError **error)
{
  g_autofree char *trimmed = trim_lines (value);
  g_autofree char *before = ovs_settings_get (tx, setting);
  OvsStep step;

  if (!g_strv_contains (ovs_office_settings (), setting) || (trimmed != NULL && g_utf8_strlen (trimmed, -1) > LONGEST))
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("This is too long for a letter. Shorten it."));
      return FALSE;
    }
  if (g_strcmp0 (before, trimmed) == 0)
    return TRUE;
  step = ovs_step_begin (tx);
  ovs_settings_set (tx, setting, trimmed);
  ovs_step_end (&step, "office", "{}", NULL);
  return TRUE;
}
