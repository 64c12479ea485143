/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/firm.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/settings.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/mail-domain.h"

void
ovs_firm_begin (OvsTx *tx, const char *name, const char *domain)
{
  ovs_settings_set (tx, OVS_SETTING_FIRM, name);
  ovs_settings_set (tx, OVS_SETTING_FIRM_DOMAIN, domain);
  ovs_trail_end (tx, ovs_trail_begin (tx), "new", "{}", name);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

gboolean
ovs_firm_change (OvsTx *tx, const char *name, const char *domain, GError **error)
{
  g_autofree char *normal = is_blank (domain) ? NULL : ovs_mail_domain_normalise (domain);
  OvsStep step;

  if (!is_blank (domain) && normal == NULL)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("“%s” is no domain. Write it as kantoor.nl."), domain);
      return FALSE;
    }
  step = ovs_step_begin (tx);
  ovs_settings_set (tx, OVS_SETTING_FIRM, is_blank (name) ? NULL : name);
  ovs_settings_set (tx, OVS_SETTING_FIRM_DOMAIN, normal);
  ovs_step_end (&step, "firm", "{}", is_blank (name) ? NULL : name);
  return TRUE;
}
