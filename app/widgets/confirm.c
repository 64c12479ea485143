/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/confirm.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/dialog.h"

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* The answer may close the parent, and GTK 4.8 keeps pointing at it until the dialog is gone. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  g_task_return_boolean (task, g_strcmp0 (response, "go") == 0);
}

static void
on_typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "number"));
  g_autofree char *wanted = g_strdup_printf ("%u", number);

  adw_message_dialog_set_response_enabled (dialog, "go", g_strcmp0 (gtk_editable_get_text (entry), wanted) == 0);
}

static void
add_entry (AdwMessageDialog *dialog, guint number)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf (_ ("Type %u to go on"), number);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (entry), "number", GUINT_TO_POINTER (number));
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), dialog);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_set_response_enabled (dialog, "go", FALSE);
  /* Who has typed the number has been careful enough for Enter. */
  adw_message_dialog_set_default_response (dialog, "go");
}

void
ovs_confirm_async (GtkWindow *parent,
                   const char *heading,
                   const char *body,
                   const char *verb,
                   guint number,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  g_task_set_source_tag (task, ovs_confirm_async);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (number > 0)
    add_entry (dialog, number);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (dialog);
}

gboolean
ovs_confirm_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
