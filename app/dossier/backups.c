/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/backups.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/clock.h"
#include "dossier/error.h"

void
ovs_backup_free (OvsBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup->reason);
  g_free (backup);
}

/* What follows the dossier's own name: REASON-YYYYMMDD-HHMMSS, in UTC. */
static OvsBackup *
parse_name (const char *rest)
{
  static GRegex *form = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  OvsBackup *backup;
  g_autofree char *iso = NULL;

  if (g_once_init_enter (&form))
    g_once_init_leave (&form, g_regex_new ("^\\.([a-z0-9-]+)-(\\d{4})(\\d\\d)(\\d\\d)-(\\d\\d)(\\d\\d)(\\d\\d)$", G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (form, rest, 0, &match))
    return NULL;
  iso = g_match_info_expand_references (match, "\\2-\\3-\\4T\\5:\\6:\\7Z", NULL);
  backup = g_new0 (OvsBackup, 1);
  backup->reason = g_match_info_fetch (match, 1);
  ovs_clock_parse_iso (iso, &backup->at);
  return backup;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const OvsBackup *one = *(OvsBackup *const *) a;
  const OvsBackup *other = *(OvsBackup *const *) b;

  return (one->at < other->at) - (one->at > other->at);
}

GPtrArray *
ovs_backups_list (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_backup_free);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      OvsBackup *backup = g_str_has_prefix (file, name) ? parse_name (file + strlen (name)) : NULL;
      GStatBuf info;

      if (backup == NULL)
        continue;
      backup->path = g_build_filename (folder, file, NULL);
      backup->bytes = g_stat (backup->path, &info) == 0 ? info.st_size : 0;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

gint64
ovs_backups_size (const char *path)
{
  g_autoptr (GPtrArray) backups = ovs_backups_list (path);
  gint64 bytes = 0;

  for (guint i = 0; i < backups->len; i++)
    bytes += ((OvsBackup *) g_ptr_array_index (backups, i))->bytes;
  return bytes;
}

gboolean
ovs_backups_remove_all (const char *path, guint *removed, GError **error)
{
  g_autoptr (GPtrArray) backups = ovs_backups_list (path);

  *removed = 0;
  for (guint i = 0; i < backups->len; i++)
    {
      const OvsBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *shown = g_filename_display_basename (backup->path);

      if (g_unlink (backup->path) != 0 && errno != ENOENT)
        {
          g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                       _ ("The backup “%s” cannot be removed: %s. Remove it yourself, and try again."), shown, g_strerror (errno));
          return FALSE;
        }
      *removed += 1;
    }
  return TRUE;
}
