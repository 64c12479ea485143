/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "commands/command.h"
#include "commands/export-kinds.h"
#include "commands/parse.h"

typedef struct
{
  OvsExportFunc func;
  OvsCsvWriter *writer; /* (not owned) */
  gint64 rows;
} Export;

static gboolean
write_rows (OvsTx *tx, gpointer data, GError **error)
{
  Export *export = data;

  return export->func (tx, export->writer, &export->rows, error);
}

/* A dossier, what SQLite keeps beside it, or a backup of one: an export in its place would destroy it. */
static gboolean
would_destroy (const char *target, const char *dossier)
{
  g_autofree char *name = g_path_get_basename (target);
  GStatBuf there, here;

  return strstr (name, ".overstap") != NULL ||
         (g_stat (target, &there) == 0 && g_stat (dossier, &here) == 0 && there.st_dev == here.st_dev &&
          there.st_ino == here.st_ino);
}

gboolean
ovs_command_export (OvsInvocation *invocation, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsCsvWriter) writer = NULL;
  Export export = { NULL };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &target,
      N_ ("The file to write; one that is there is replaced"), "FILE" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 2, 2, error))
    return FALSE;
  export.func = ovs_export_find (ovs_invocation_word (invocation, 1));
  if (export.func == NULL)
    return ovs_usage_refuse (error, _ ("There is no such export. It is client-list, fallout, corrections, "
                                       "not-yet-mijnloket, overview or audit."));
  if (target == NULL)
    return ovs_usage_refuse (error, _ ("Say which file to write with -o."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL)
    return FALSE;
  shown = g_filename_display_name (target);
  if (would_destroy (target, ovs_dossier_get_path (dossier)))
    {
      g_set_error (
          error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
          _ ("%s is a dossier or belongs to one. Choose another name for the export. Nothing was written."),
          shown);
      return FALSE;
    }
  export.writer = writer = ovs_csv_writer_new (target, error);
  if (writer == NULL || !ovs_dossier_read (dossier, write_rows, &export, NULL, error) ||
      !ovs_csv_writer_close (writer, error))
    return FALSE;

  ovs_json_add_count (ovs_invocation_json (invocation), "rows", export.rows);
  ovs_json_add_text (ovs_invocation_json (invocation), "file", shown);
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Wrote %lu row to %s.", "Wrote %lu rows to %s.",
                                   (gulong) export.rows),
                      (gulong) export.rows, shown);
  return TRUE;
}
