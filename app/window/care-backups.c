/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/care-backups.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "dossier/backup-job.h"
#include "dossier/backup-restore.h"
#include "dossier/backups.h"
#include "widgets/accessible.h"
#include "widgets/confirm.h"
#include "window/care-window.h"

struct _OvsCareBackups
{
  AdwPreferencesPage parent_instance;

  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *group;
  GtkWidget *make;
  GPtrArray *rows;         /* (owned) (element-type GtkWidget) (unowned elements) */
};

G_DEFINE_FINAL_TYPE (OvsCareBackups, ovs_care_backups, ADW_TYPE_PREFERENCES_PAGE)

static void
ovs_care_backups_dispose (GObject *object)
{
  OvsCareBackups *self = OVS_CARE_BACKUPS (object);

  g_clear_object (&self->teller);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_care_backups_parent_class)->dispose (object);
}

static void
ovs_care_backups_class_init (OvsCareBackupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_care_backups_dispose;
}

static void
ovs_care_backups_init (OvsCareBackups *self)
{
}

static void
tell (OvsCareBackups *self, const char *text)
{
  ovs_care_window_tell (GTK_WIDGET (self), text);
}

/* --- putting one back ------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsCareBackups *self; /* (owned) */
  char *path;
  gint64 at;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->self);
  g_free (restoring->path);
  g_free (restoring);
}

static void
restoring_closure_free (gpointer data, GClosure *closure)
{
  g_free (((Restoring *) data)->path);
  g_free (data);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;

  if (ovs_confirm_finish (result))
    {
      g_autoptr (GtkWidget) teller = g_object_ref (restoring->self->teller);

      gtk_window_close (GTK_WINDOW (source));
      gtk_widget_activate_action (teller, "win.restore-backup", "^ay", restoring->path);
    }
  restoring_free (restoring);
}

static char *
describe (const OvsBackupSince *since)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *entries = g_strdup_printf (
      ngettext ("%'d step since then will no longer be in the dossier.", "%'d steps since then will no longer be in the dossier.", (gulong) since->entries),
      (int) since->entries);
  g_autofree char *runs = g_strdup_printf (ngettext ("Since then %'d run sent something to Loket. That stays done there: read back from Loket afterwards.",
                                                     "Since then %'d runs sent something to Loket. That stays done there: read back from Loket afterwards.",
                                                     (gulong) since->runs),
                                           (int) since->runs);
  g_autofree char *letters = g_strdup_printf (ngettext ("%'d letter since then will look as if it was not sent yet.",
                                                        "%'d letters since then will look as if they were not sent yet.", (gulong) since->letters),
                                              (int) since->letters);
  g_auto (GStrv) sentences = NULL;

  g_strv_builder_add (builder, since->entries > 0 ? entries : _ ("Nothing was written down since."));
  if (since->runs > 0)
    g_strv_builder_add (builder, runs);
  if (since->letters > 0)
    g_strv_builder_add (builder, letters);
  g_strv_builder_add (builder, _ ("The dossier as it is now is kept as a backup, so there is a way back."));
  sentences = g_strv_builder_end (builder);
  return g_strjoinv ("\n\n", sentences);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (restoring->self)));
  OvsBackupSince since;
  g_autoptr (GError) error = NULL;
  g_autofree char *moment = ovs_clock_to_dutch (restoring->at);
  g_autofree char *heading = g_strdup_printf (_ ("Put the backup of %s back?"), moment);
  g_autofree char *body = NULL;

  if (!ovs_backup_compare_finish (OVS_DOSSIER (source), result, &since, &error) || window == NULL)
    {
      tell (restoring->self, error->message);
      restoring_free (restoring);
      return;
    }
  body = describe (&since);
  ovs_confirm_async (GTK_WINDOW (window), heading, body, _ ("Put back"), 0, on_confirmed, restoring);
}

static void
on_restore (GtkButton *button, const Restoring *of_row)
{
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->self = g_object_ref (of_row->self);
  restoring->path = g_strdup (of_row->path);
  restoring->at = of_row->at;
  ovs_backup_compare_async (ovs_workspace_get_dossier (of_row->self->workspace), of_row->path, on_compared, restoring);
}

/* --- the list ---------------------------------------------------------------------------------------------------- */

static const char *
word_of (const char *reason)
{
  static const struct
  {
    const char *reason;
    const char *word;
  } words[] = {
    { OVS_BACKUP_APPLY, N_ ("Before a conversion") },
    { OVS_BACKUP_RESTORE, N_ ("Before a backup was put back") },
    { OVS_BACKUP_DAMAGED, N_ ("A damaged dossier, as it was") },
    { OVS_BACKUP_HAND, N_ ("Made by hand") },
    { "erase", N_ ("After an employee was erased") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].reason, reason))
      return _ (words[i].word);
  return g_str_has_prefix (reason, "version-") ? _ ("Before the dossier was brought up to date") : reason;
}

static void
add_restore (OvsCareBackups *self, GtkWidget *row, const OvsBackup *backup, const char *moment)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Put back…"));
  g_autofree char *name = g_strdup_printf (_ ("Put the backup of %s back"), moment);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->self = self;
  restoring->path = g_strdup (backup->path);
  restoring->at = backup->at;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_restore), restoring, restoring_closure_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (OvsCareBackups *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_backup (OvsCareBackups *self, const OvsBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = ovs_clock_to_dutch (backup->at);
  g_autofree char *size = g_format_size ((guint64) backup->bytes);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", moment, size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word_of (backup->reason));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (!ovs_workspace_get_read_only (self->workspace) && !g_str_equal (backup->reason, OVS_BACKUP_DAMAGED))
    add_restore (self, row, backup, moment);
  add_row (self, row);
}

static void
add_none (OvsCareBackups *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No backups yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("The first is made before the conversion, or now by “Back up now”."));
  add_row (self, row);
}

static void
list_backups (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_task_return_pointer (task, ovs_backups_list (path), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsCareBackups *self = OVS_CARE_BACKUPS (source);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->rows == NULL || backups == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i));
  if (backups->len == 0)
    add_none (self);
  ovs_accessible_name_below (self->group, GTK_TYPE_LIST_BOX, _ ("Backups"));
}

static void
look_again (OvsCareBackups *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_listed, NULL);

  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, g_strdup (ovs_dossier_get_path (ovs_workspace_get_dossier (self->workspace))), g_free);
  g_task_run_in_thread (task, list_backups);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsCareBackups) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = ovs_backup_job_finish (OVS_DOSSIER (source), result, &error);

  if (self->workspace == NULL)
    return;
  tell (self, made ? _ ("A backup was made") : error->message);
  gtk_widget_set_sensitive (self->make, TRUE);
  look_again (self);
}

static void
on_make (OvsCareBackups *self)
{
  gtk_widget_set_sensitive (self->make, FALSE);
  ovs_backup_job_async (ovs_workspace_get_dossier (self->workspace), OVS_BACKUP_HAND, G_MAXUINT, on_made, g_object_ref (self));
}

GtkWidget *
ovs_care_backups_new (GtkWidget *teller, OvsWorkspace *workspace)
{
  OvsCareBackups *self = g_object_new (OVS_TYPE_CARE_BACKUPS, NULL);

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  self->make = gtk_button_new_with_label (_ ("Back up now"));
  gtk_widget_set_valign (self->make, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->make, !ovs_workspace_get_read_only (workspace));
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (on_make), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Backups"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _ ("They lie beside the dossier. One is made before each conversion; the last five are kept. They hold personal data, and go with "
                                            "them when those are removed."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), self->make);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->group));
  look_again (self);
  return GTK_WIDGET (self);
}
