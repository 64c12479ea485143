/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/target.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dossier/error.h"

/* A dossier, what SQLite keeps beside it, or a backup of one: a file in its place would destroy it. */
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
ovs_target_check (const char *target, const char *dossier, GError **error)
{
  g_autofree char *shown = g_filename_display_name (target);

  if (!would_destroy (target, dossier))
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("%s is a dossier or belongs to one. Choose another name for the export. Nothing was written."), shown);
  return FALSE;
}
