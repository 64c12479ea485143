/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "dossier/backup-restore.h"
#include "dossier/purge.h"
#include "widgets/confirm.h"
#include "widgets/dialog.h"
#include "window/care-window.h"
#include "window/start-page.h"

/* What is done with the dossier as a whole. */

static void
show_care (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame != NULL)
    ovs_care_window_show (widget, ovs_frame_get_workspace (self->frame), g_variant_get_string (parameter, NULL));
}

/* Gives the dossier back, so that its file may become another one. */
static void
let_go (OvsWindow *self, const char *waiting)
{
  g_autoptr (OvsWorkspace) workspace = g_object_ref (ovs_frame_get_workspace (self->frame));

  ovs_window_follow_stop (self);
  self->frame = NULL;
  self->start = ovs_start_page_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->layers), self->start);
  ovs_window_set_waiting (self, waiting);
  ovs_dossier_close (ovs_workspace_get_dossier (workspace));
}

/* --- putting a backup back --- */

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_backup_restore_finish (result, NULL, &error))
    ovs_window_tell_error (self, error->message);
  else
    self->opened_news = g_strdup (_ ("The backup is in its place. What was there is kept as a backup."));
  ovs_window_reopen (self);
}

static void
restore_backup (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->frame == NULL)
    return;
  if (ovs_workspace_get_busy (ovs_frame_get_workspace (self->frame)))
    {
      ovs_window_tell_error (self, _ ("Overstap is busy with Loket just now. Put the backup back when that is done."));
      return;
    }
  let_go (self, _ ("The backup is being put back…"));
  ovs_backup_restore_async (self->path, g_variant_get_bytestring (parameter), on_restored, g_object_ref (self));
}

/* --- removing personal data --- */

static void
purge_done (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The personal data were removed"), g_variant_get_string (parameter, NULL));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
  if (self->frame == NULL)
    return;
  let_go (self, _ ("Opening the dossier…"));
  ovs_window_reopen (self);
}

typedef struct
{
  OvsWindow *self; /* (owned) */
  gint64 employee;
} Erasing;

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  OvsPurgeReport report;
  g_autoptr (GError) error = NULL;
  gboolean done = ovs_purge_finish (OVS_DOSSIER (source), result, &report, &error);

  if (self->frame == NULL)
    return;
  ovs_workspace_set_busy (ovs_frame_get_workspace (self->frame), FALSE);
  if (!done)
    ovs_window_tell_error (self, error->message);
  else if (report.found > 0)
    ovs_window_tell_error (self, _ ("The employee was erased, but something of him is still found in the file. Do not pass the file on, and ask for help."));
  else
    ovs_frame_tell (self->frame, _ ("Everything about the employee was erased; nothing is found in the file any more."), FALSE);
  ovs_workspace_refresh (ovs_frame_get_workspace (self->frame));
}

static void
on_erase_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Erasing *erasing = user_data;
  g_autoptr (OvsWindow) self = erasing->self;
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;

  if (!ovs_confirm_finish (result) || workspace == NULL || ovs_workspace_get_busy (workspace))
    return;
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_purge_erase_async (ovs_workspace_get_dossier (workspace), erasing->employee, on_erased, g_object_ref (self));
}

static void
erase_person (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  GtkWindow *above = gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (self)));
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;
  Erasing *erasing;

  if (workspace == NULL)
    return;
  if (ovs_workspace_get_read_only (workspace) || ovs_workspace_get_busy (workspace))
    {
      ovs_window_tell_error (self, _ ("Somebody else works in this dossier, or Overstap is busy with Loket. Erase the employee when that is done."));
      return;
    }
  erasing = g_new0 (Erasing, 1);
  erasing->self = g_object_ref (self);
  erasing->employee = g_variant_get_int64 (parameter);
  ovs_confirm_async (above != NULL ? above : GTK_WINDOW (self), _ ("Erase everything about this employee?"),
                     _ ("Name, number, addresses, dates, notes and history are removed from the dossier; its backups are replaced by a new one. A file that is read in later "
                        "does not bring the employee back, and steps of before can no longer be taken back.\n\nWhat stays: a place in the numbers, and in the audit trail that "
                        "something was done, both without a name. The office needs them to account for the conversion (GDPR, article 17, paragraph 3)."),
                     _ ("Erase for good"), 0, on_erase_confirmed, erasing);
}

void
ovs_window_install_care (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-care", "s", show_care);
  gtk_widget_class_install_action (klass, "win.restore-backup", "ay", restore_backup);
  gtk_widget_class_install_action (klass, "win.purge-done", "s", purge_done);
  gtk_widget_class_install_action (klass, "win.erase-person", "x", erase_person);
}
