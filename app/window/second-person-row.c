/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/second-person-row.h"

#include <glib/gi18n.h>

#include "dossier/approvers.h"
#include "widgets/accessible.h"

#define MOST 100000

typedef struct
{
  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *row;          /* (owned) while it is read */
  GtkWidget *spin;
  gint64 above;
} Setting;

typedef struct
{
  GtkWidget *row; /* (owned) */
  gint64 above;
} Writing;

static void
setting_free (gpointer data, GClosure *closure)
{
  Setting *setting = data;

  g_object_unref (setting->workspace);
  g_free (setting);
}

static gboolean
read_above (OvsTx *tx, gpointer data, GError **error)
{
  ((Setting *) data)->above = ovs_approvers_get_above (tx);
  return TRUE;
}

static gboolean
write_above (OvsTx *tx, gpointer data, GError **error)
{
  ovs_approvers_set_above (tx, ((Writing *) data)->above);
  return TRUE;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;
  g_autoptr (GtkWidget) row = writing->row;
  g_autoptr (GError) error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
  g_free (writing);
}

static void
on_changed (GtkSpinButton *spin, Setting *setting)
{
  gint64 above = gtk_spin_button_get_value_as_int (spin);
  Writing *writing;

  if (above == setting->above)
    return;
  setting->above = above;
  writing = g_new0 (Writing, 1);
  writing->row = g_object_ref (setting->row);
  writing->above = above;
  ovs_workspace_write_async (setting->workspace, write_above, writing, NULL, on_written, writing);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Setting *setting = user_data;
  g_autoptr (GtkWidget) row = setting->row;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL))
    return;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (setting->spin), (double) setting->above);
  gtk_widget_set_sensitive (setting->spin, !ovs_workspace_get_read_only (setting->workspace));
}

GtkWidget *
ovs_second_person_row_new (OvsWorkspace *workspace)
{
  const char *title = _ ("A second person agrees above so many employees");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST, 50);
  Setting *setting = g_new0 (Setting, 1);

  setting->workspace = g_object_ref (workspace);
  setting->row = row;
  setting->spin = spin;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("When applying; 0 is never. The name is kept in the trail."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (spin, FALSE);
  ovs_accessible_set_label (spin, title);
  g_signal_connect_data (spin, "value-changed", G_CALLBACK (on_changed), setting, setting_free, 0);
  g_object_ref (row);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_above, setting, NULL, on_read, setting);
  return row;
}
