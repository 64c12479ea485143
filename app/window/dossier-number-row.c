/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dossier-number-row.h"

#include "widgets/accessible.h"

typedef struct
{
  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *row;          /* (owned) while it is read */
  GtkWidget *spin;
  OvsDossierNumber number;
  gint64 value;
} Setting;

typedef struct
{
  GtkWidget *row; /* (owned) */
  OvsDossierNumber number;
  gint64 value;
} Writing;

static void
setting_free (gpointer data, GClosure *closure)
{
  Setting *setting = data;

  g_object_unref (setting->workspace);
  g_free (setting);
}

static gboolean
read_value (OvsTx *tx, gpointer data, GError **error)
{
  Setting *setting = data;

  setting->value = setting->number.get (tx);
  return TRUE;
}

static gboolean
write_value (OvsTx *tx, gpointer data, GError **error)
{
  const Writing *writing = data;

  writing->number.set (tx, writing->value);
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
  gint64 value = gtk_spin_button_get_value_as_int (spin);
  Writing *writing;

  if (value == setting->value)
    return;
  setting->value = value;
  writing = g_new0 (Writing, 1);
  writing->row = g_object_ref (setting->row);
  writing->number = setting->number;
  writing->value = value;
  ovs_workspace_write_async (setting->workspace, write_value, writing, NULL, on_written, writing);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Setting *setting = user_data;
  g_autoptr (GtkWidget) row = setting->row;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL))
    return;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (setting->spin), (double) setting->value);
  gtk_widget_set_sensitive (setting->spin, !ovs_workspace_get_read_only (setting->workspace));
}

GtkWidget *
ovs_dossier_number_row_new (OvsWorkspace *workspace, const OvsDossierNumber *number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (number->least, number->most, number->step);
  Setting *setting = g_new0 (Setting, 1);

  setting->workspace = g_object_ref (workspace);
  setting->row = row;
  setting->spin = spin;
  setting->number = *number;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), number->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), number->subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (spin, FALSE);
  ovs_accessible_set_label (spin, number->title);
  g_signal_connect_data (spin, "value-changed", G_CALLBACK (on_changed), setting, setting_free, 0);
  g_object_ref (row);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_value, setting, NULL, on_read, setting);
  return row;
}
