/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/mend-dialog.h"

#include <glib/gi18n.h>

#include "dossier/decisions.h"
#include "widgets/dialog.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  char *employer;
  char *employee;
  char *name;
  char *email;
  gboolean in_loket;
  GtkWidget *entry;
  GtkWidget *check;
} Mend;

static void
mend_free (Mend *mend)
{
  g_object_unref (mend->page);
  g_free (mend->employer);
  g_free (mend->employee);
  g_free (mend->name);
  g_free (mend->email);
  g_free (mend);
}

static gboolean
write_address (OvsTx *tx, gpointer data, GError **error)
{
  const Mend *mend = data;

  return ovs_decisions_mend (tx, mend->employer, mend->employee, mend->email, mend->in_loket, error) >= 0;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Mend *mend = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      text = g_strdup_printf (_ ("Address of %s adjusted"), mend->name);
      ovs_step_page_tell (mend->page, text, TRUE);
    }
  else
    ovs_step_page_tell_error (mend->page, error);
  mend_free (mend);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Mend *mend)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (mend->page);

  if (workspace == NULL || g_strcmp0 (response, "save") != 0)
    {
      mend_free (mend);
      return;
    }
  mend->email = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (mend->entry))));
  mend->in_loket = gtk_check_button_get_active (GTK_CHECK_BUTTON (mend->check));
  ovs_workspace_write_async (workspace, write_address, mend, NULL, on_written, mend);
}

static void
on_typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "save", strchr (gtk_editable_get_text (entry), '@') != NULL);
}

static GtkWidget *
make_form (Mend *mend, const OvsOutcomePerson *person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  mend->entry = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (mend->entry), GTK_INPUT_PURPOSE_EMAIL);
  gtk_entry_set_activates_default (GTK_ENTRY (mend->entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (mend->entry), person->email != NULL ? person->email : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mend->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Private e-mail"), -1);
  mend->check = gtk_check_button_new_with_label (_ ("Changed in Loket too"));
  gtk_box_append (GTK_BOX (box), mend->entry);
  gtk_box_append (GTK_BOX (box), mend->check);
  return box;
}

void
ovs_mend_dialog_show (OvsStepPage *page, const OvsOutcomePerson *person)
{
  Mend *mend = g_new0 (Mend, 1);
  g_autofree char *heading = g_strdup_printf (_ ("Private e-mail of %s"), person->name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), heading,
                                              _ ("Loket sends the invitation, so the address has to be changed in Loket too."));

  mend->page = g_object_ref (page);
  mend->employer = g_strdup (person->employer_number);
  mend->employee = g_strdup (person->employee_number);
  mend->name = g_strdup (person->name);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_form (mend, person));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "save", _ ("Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (mend->entry, "changed", G_CALLBACK (on_typed), dialog);
  on_typed (GTK_EDITABLE (mend->entry), ADW_MESSAGE_DIALOG (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), mend);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
  gtk_widget_grab_focus (mend->entry);
}
