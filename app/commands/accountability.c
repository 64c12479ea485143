/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/accountability.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "dossier/employers.h"
#include "dossier/judgement.h"
#include "letters/account-file.h"

typedef struct
{
  const char *employer; /* (nullable) */
  OvsAccountFile file;
} Export;

static gboolean
save (OvsTx *tx, gpointer data, GError **error)
{
  Export *export = data;

  if (export->employer != NULL && !ovs_employers_require (tx, export->employer, &export->file.employer, error))
    return FALSE;
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  return ovs_account_file_save (tx, &export->file, error);
}

gboolean
ovs_accountability_export (OvsInvocation *invocation, OvsDossier *dossier, const char *employer, const char *target, GError **error)
{
  Export export = { employer, { .path = target } };
  g_autofree char *shown = g_filename_display_name (target);

  if (!ovs_dossier_write (dossier, save, &export, NULL, error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "rows", export.file.rows);
  ovs_json_add_text (ovs_invocation_json (invocation), "file", shown);
  ovs_invocation_say (invocation, _ ("Wrote the verantwoording to %s. That it was made is remembered in the dossier."), shown);
  return TRUE;
}
