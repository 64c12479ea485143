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

OvsBackup *
ovs_backups_find (const char *path, const char *name, GError **error)
{
  g_autoptr (GPtrArray) backups = ovs_backups_list (path);
  g_autofree char *shown = g_filename_display_name (name);

  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *its_name = g_path_get_basename (((OvsBackup *) g_ptr_array_index (backups, i))->path);

      if (g_str_equal (its_name, name))
        return g_ptr_array_steal_index (backups, i);
    }
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND,
               _ ("There is no backup “%s” beside this dossier. “overstap backups” lists those there are."), shown);
  return NULL;
}

void
ovs_backups_prune (const char *path, const char *reason, guint keep)
{
  g_autoptr (GPtrArray) backups = ovs_backups_list (path);
  guint seen = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const OvsBackup *backup = g_ptr_array_index (backups, i);

      if (g_str_equal (backup->reason, reason) && ++seen > keep)
        g_unlink (backup->path);
    }
}

/* Made a second later by its name where there is one of this moment already. */
char *
ovs_backups_name (const char *path, const char *reason)
{
  g_autoptr (OvsClock) machine = ovs_clock_new ();
  gint64 now = ovs_clock_now (machine);

  for (;;)
    {
      g_autofree char *iso = ovs_clock_to_iso (now);
      GString *moment = g_string_new (iso);
      g_autofree char *stamp = NULL;
      g_autofree char *name = NULL;

      g_string_replace (moment, "-", "", 0);
      g_string_replace (moment, ":", "", 0);
      g_string_replace (moment, "T", "-", 0);
      stamp = g_string_free (moment, FALSE);
      stamp[strlen (stamp) - 1] = '\0';
      name = g_strdup_printf ("%s.%s-%s", path, reason, stamp);
      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
      now += G_USEC_PER_SEC;
    }
}

char *
ovs_backups_bench (const char *path)
{
  return g_strconcat (path, ".restoring", NULL);
}

/* With what SQLite keeps beside a file. */
static gboolean
remove_whole (const char *path, GError **error)
{
  static const char *const beside[] = { "-wal", "-shm", "-journal", "" };
  g_autofree char *shown = g_filename_display_basename (path);

  for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *file = g_strconcat (path, beside[i], NULL);

      if (g_unlink (file) == 0 || errno == ENOENT)
        continue;
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY,
                   _ ("The backup “%s” cannot be removed: %s. Remove it yourself, and try again."), shown, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

gboolean
ovs_backups_clear_bench (const char *path, GError **error)
{
  g_autofree char *bench = ovs_backups_bench (path);
  g_autoptr (GPtrArray) of_bench = ovs_backups_list (bench);

  /* A backup of before it was brought to this version is made beside it, too. */
  for (guint i = 0; i < of_bench->len; i++)
    if (!remove_whole (((OvsBackup *) g_ptr_array_index (of_bench, i))->path, error))
      return FALSE;
  return remove_whole (bench, error);
}

gboolean
ovs_backups_remove_all (const char *path, guint *removed, GError **error)
{
  g_autoptr (GPtrArray) backups = ovs_backups_list (path);

  *removed = 0;
  for (guint i = 0; i < backups->len; i++)
    {
      if (!remove_whole (((OvsBackup *) g_ptr_array_index (backups, i))->path, error))
        return FALSE;
      *removed += 1;
    }
  return ovs_backups_clear_bench (path, error);
}
