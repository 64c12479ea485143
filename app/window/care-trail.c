/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/care-trail.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "csv/writer.h"
#include "dossier/verify.h"
#include "letters/trail-list.h"
#include "steps/save-as.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"
#include "window/care-tell.h"

struct _OvsCareTrail
{
  AdwPreferencesPage parent_instance;

  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *button;
  GtkWidget *spinner;
  GtkWidget *trail;        /* rows of what was found, hidden before */
  GtkWidget *trail_sign;
  GtkWidget *file;
  GtkWidget *file_sign;
  GtkWidget *hash;
};

G_DEFINE_FINAL_TYPE (OvsCareTrail, ovs_care_trail, ADW_TYPE_PREFERENCES_PAGE)

static void
ovs_care_trail_dispose (GObject *object)
{
  OvsCareTrail *self = OVS_CARE_TRAIL (object);

  g_clear_object (&self->teller);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_care_trail_parent_class)->dispose (object);
}

static void
ovs_care_trail_class_init (OvsCareTrailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_care_trail_dispose;
}

static void
ovs_care_trail_init (OvsCareTrail *self)
{
}

/* --- verifying --------------------------------------------------------------------------------------------------- */

static void
show (GtkWidget *row, GtkWidget *image, gboolean well, const char *title, const char *subtitle)
{
  OvsSign sign = well ? OVS_SIGN_DONE : OVS_SIGN_STOPPER;
  const char *classes[] = { ovs_sign_get_class (sign), NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (image, classes);
  gtk_widget_set_visible (row, TRUE);
}

static void
show_trail (OvsCareTrail *self, const OvsVerified *verified)
{
  gint64 instant;
  g_autofree char *moment = NULL;
  g_autofree char *subtitle = NULL;

  if (verified->broken_at == 0)
    {
      subtitle = g_strdup_printf (ngettext ("%'d entry, and each fits on the one before it.", "%'d entries, and each fits on the one before it.", (gulong) verified->entries),
                                  (int) verified->entries);
      show (self->trail, self->trail_sign, TRUE, _ ("The trail is as it was written"), subtitle);
      return;
    }
  moment = ovs_clock_parse_iso (verified->at, &instant) ? ovs_clock_to_dutch (instant) : g_strdup (verified->at);
  subtitle = g_strdup_printf (_ ("Entry %ld of the trail (“%s”, %s) was changed, or one before it was taken out. The entries before it are as they were written."),
                              (long) verified->broken_at, verified->operation, moment);
  show (self->trail, self->trail_sign, FALSE, _ ("The trail was tampered with"), subtitle);
}

static void
show_verified (OvsCareTrail *self, const OvsVerified *verified)
{
  gboolean sound = verified->damage == NULL && verified->loose == 0;

  show_trail (self, verified);
  show (self->file, self->file_sign, sound, sound ? _ ("The file itself is sound") : _ ("The file itself is damaged"),
        sound ? "" : _ ("Do not work on in it: put a backup back."));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->hash), verified->last_hash);
  gtk_widget_set_visible (self->hash, *verified->last_hash != '\0');
}

static gboolean
verify (OvsTx *tx, gpointer data, GError **error)
{
  ovs_verify_run (tx, data);
  return TRUE;
}

static void
verified_free (gpointer data)
{
  ovs_verified_clear (data);
  g_free (data);
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsCareTrail *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error));
  if (self->workspace == NULL)
    return;
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_sensitive (self->button, TRUE);
  if (error == NULL)
    show_verified (self, g_task_get_task_data (task));
  else
    ovs_care_tell (GTK_WIDGET (self), error->message);
}

static void
on_verify (OvsCareTrail *self)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_widget_set_sensitive (self->button, FALSE);
  g_task_set_source_tag (task, on_verify);
  g_task_set_task_data (task, g_new0 (OvsVerified, 1), verified_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), verify, g_task_get_task_data (task), NULL, on_verified, task);
}

/* --- saving ------------------------------------------------------------------------------------------------------ */

static gboolean
write_trail (OvsTx *tx, const char *path, gpointer data, char **told, GError **error)
{
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);
  gint64 rows;

  if (writer == NULL || !ovs_trail_list_write (tx, writer, &rows, error) || !ovs_csv_writer_close (writer, error))
    return FALSE;
  *told = g_strdup_printf (ngettext ("Audit trail with %'d entry saved", "Audit trail with %'d entries saved", (gulong) rows), (int) rows);
  return TRUE;
}

static void
on_save (OvsCareTrail *self)
{
  ovs_save_as (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->teller, self->workspace, _ ("Save the audit trail"), "logboek-vertrouwelijk.csv",
               write_trail, NULL, NULL);
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_button_row (GtkWidget *group, const char *title, const char *subtitle, const char *verb, GtkWidget **button)
{
  GtkWidget *row = adw_action_row_new ();

  *button = gtk_button_new_with_label (verb);
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_result (GtkWidget *group, GtkWidget **sign)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  *sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), *sign);
  gtk_widget_set_visible (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

GtkWidget *
ovs_care_trail_new (GtkWidget *teller, OvsWorkspace *workspace)
{
  OvsCareTrail *self = g_object_new (OVS_TYPE_CARE_TRAIL, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *unused, *row, *save;

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Audit trail"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Each operation is written down with who did it and when. Each entry holds a hash of the one before it, so that nobody can change "
                                            "one without it being seen."));
  row = add_button_row (group, _ ("Prove trail and file"), _ ("Reads the whole trail and the whole file."), _ ("Verify now"), &self->button);
  self->spinner = gtk_spinner_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->spinner);
  self->trail = add_result (group, &self->trail_sign);
  self->file = add_result (group, &self->file_sign);
  self->hash = add_result (group, &unused);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hash), _ ("Hash of the last entry"));
  gtk_widget_set_visible (unused, FALSE);
  add_button_row (group, _ ("For the accountant or the auditor"), _ ("A file for Excel with every entry, without names of employees."), _ ("Save…"), &save);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_verify), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save), self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  ovs_accessible_name_below (group, GTK_TYPE_LIST_BOX, _ ("Audit trail"));
  return GTK_WIDGET (self);
}
