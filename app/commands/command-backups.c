/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/backup-restore.h"
#include "dossier/backups.h"

static void
add_backup (OvsJsonWriter *json, const OvsBackup *backup)
{
  g_autofree char *name = g_filename_display_basename (backup->path);
  g_autofree char *at = ovs_clock_to_iso (backup->at);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "name", name);
  ovs_json_add_text (json, "reason", backup->reason);
  ovs_json_add_text (json, "at", at);
  ovs_json_add_count (json, "bytes", backup->bytes);
  ovs_json_end_object (json);
}

static void
say_backup (OvsInvocation *invocation, const OvsBackup *backup)
{
  g_autofree char *name = g_filename_display_basename (backup->path);
  g_autofree char *at = ovs_clock_to_dutch (backup->at);
  g_autofree char *size = g_format_size ((guint64) backup->bytes);

  ovs_invocation_say (invocation, "%s  %10s  %s", at, size, name);
}

static void
answer_list (OvsInvocation *invocation, const char *path)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autoptr (GPtrArray) backups = ovs_backups_list (path);

  ovs_json_begin_list (json, "backups");
  for (guint i = 0; i < backups->len; i++)
    {
      add_backup (json, g_ptr_array_index (backups, i));
      say_backup (invocation, g_ptr_array_index (backups, i));
    }
  ovs_json_end_list (json);
  if (backups->len == 0)
    ovs_invocation_say (invocation, "%s", _ ("There are no backups beside this dossier. One is made before each conversion, or now with --make."));
}

static void
answer_name (OvsInvocation *invocation, const char *member, const char *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  ovs_json_add_text (ovs_invocation_json (invocation), member, name);
}

static gboolean
make (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  g_autofree char *path = dossier != NULL ? ovs_dossier_backup (dossier, OVS_BACKUP_HAND, error) : NULL;

  if (path == NULL)
    return FALSE;
  answer_name (invocation, "made", path);
  return TRUE;
}

static gboolean
restore (OvsInvocation *invocation, const char *name, GError **error)
{
  const char *path = ovs_invocation_word (invocation, 0);
  g_autoptr (OvsBackup) backup = ovs_backups_find (path, name, error);
  g_autofree char *kept = NULL;
  g_autofree char *shown = NULL;

  if (backup == NULL || !ovs_backup_restore (path, backup->path, &kept, error))
    return FALSE;
  answer_name (invocation, "restored", backup->path);
  answer_name (invocation, "kept", kept);
  ovs_invocation_say (invocation, "%s", _ ("The backup is in the place of the dossier. What Loket did since stays done: “overstap track” reads back how everybody stands."));
  shown = kept != NULL ? g_filename_display_basename (kept) : NULL;
  if (shown != NULL)
    ovs_invocation_say (invocation, _ ("What was there is kept as “%s”."), shown);
  return TRUE;
}

static gboolean
do_what_is_asked (OvsInvocation *invocation, gboolean to_make, const char *name, GError **error)
{
  if (name != NULL)
    return restore (invocation, name, error);
  return !to_make || make (invocation, error);
}

gboolean
ovs_command_backups (OvsInvocation *invocation, GError **error)
{
  g_autofree char *name = NULL;
  gboolean to_make = FALSE;
  gboolean yes = FALSE;
  const GOptionEntry options[] = {
    { "make", 0, 0, G_OPTION_ARG_NONE, &to_make, N_ ("Make one now"), NULL },
    { "restore", 0, 0, G_OPTION_ARG_FILENAME, &name, N_ ("Put the backup of this name in the place of the dossier, which is kept as a backup first"), "NAME" },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("With --restore: do it"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (to_make && name != NULL)
    return ovs_usage_refuse (error, _ ("Either make a backup or put one back."));
  if (name != NULL && !yes)
    return ovs_usage_refuse (error, _ ("What was done since the backup would no longer be in the dossier. With --yes it is put back."));
  if (!do_what_is_asked (invocation, to_make, name, error))
    return FALSE;
  answer_list (invocation, ovs_invocation_word (invocation, 0));
  return TRUE;
}
