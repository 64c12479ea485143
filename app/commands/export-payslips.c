/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/export-payslips.h"

#include <glib/gi18n.h>

#include "letters/payslip-file.h"

typedef struct
{
  guint lists;
  gboolean each;
  const char *target;
  guint files;
  gint64 rows;
} Saving;

guint
ovs_export_payslips_lists (const char *kind)
{
  if (g_str_equal (kind, "not-yet-mijnloket"))
    return OVS_PAYSLIP_BIT (OVS_PAYSLIPS_NOT_YET);
  return g_str_equal (kind, "leavers") ? OVS_PAYSLIP_LEAVERS : 0;
}

static gboolean
save (OvsTx *tx, gpointer data, GError **error)
{
  Saving *saving = data;

  if (saving->each)
    return ovs_payslip_file_save_each (tx, saving->lists, NULL, saving->target, &saving->files, &saving->rows, error);
  return ovs_payslip_file_save (tx, saving->lists, NULL, 0, saving->target, &saving->rows, error);
}

gboolean
ovs_export_payslips (OvsInvocation *invocation, OvsDossier *dossier, guint lists, gboolean each, const char *target, GError **error)
{
  Saving saving = { lists, each, target, 1, 0 };
  g_autofree char *shown = g_filename_display_name (target);

  if (!ovs_dossier_read (dossier, save, &saving, NULL, error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "rows", saving.rows);
  ovs_json_add_count (ovs_invocation_json (invocation), "files", saving.files);
  ovs_json_add_text (ovs_invocation_json (invocation), "file", shown);
  ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "Wrote %lu row to %s.", "Wrote %lu rows to %s.", (gulong) saving.rows),
                      (gulong) saving.rows, shown);
  return TRUE;
}
