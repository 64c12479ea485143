/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/approvers.h"
#include "dossier/firm.h"
#include "rules/mail-domain.h"

typedef struct
{
  const char *firm;
  const char *domain;
  int second_above;
} Firm;

static gboolean
write_firm (OvsTx *tx, gpointer data, GError **error)
{
  const Firm *firm = data;

  ovs_firm_begin (tx, firm->firm, firm->domain);
  if (firm->second_above > 0)
    ovs_approvers_set_above (tx, firm->second_above);
  return TRUE;
}

gboolean
ovs_command_new (OvsInvocation *invocation, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *normal = NULL;
  g_autofree char *path = NULL;
  int second_above = 0;
  g_autoptr (OvsDossier) dossier = NULL;
  const GOptionEntry options[] = {
    { "firm", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the accounting firm"), "NAME" },
    { "firm-domain", 0, 0, G_OPTION_ARG_STRING, &domain,
      N_ ("What follows the @ in the firm's own e-mail addresses"), "DOMAIN" },
    { "second-person-above", 0, 0, G_OPTION_ARG_INT, &second_above,
      N_ ("Above how many people at once a second person has to agree"), "N" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (domain != NULL && (normal = ovs_mail_domain_normalise (domain)) == NULL)
    {
      g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE,
                   _ ("“%s” is no domain. Write it as kantoor.nl."), domain);
      return FALSE;
    }

  dossier = ovs_dossier_create (ovs_invocation_word (invocation, 0), error);
  if (dossier == NULL || !ovs_dossier_write (dossier, write_firm, &(Firm){ name, normal, second_above }, NULL, error))
    return FALSE;

  path = g_filename_display_name (ovs_dossier_get_path (dossier));
  ovs_json_add_text (ovs_invocation_json (invocation), "dossier", path);
  ovs_invocation_say (
      invocation,
      _ ("Made the dossier %s. Next: “overstap import” for the clients, then for their employees."), path);
  return TRUE;
}
