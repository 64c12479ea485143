/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/new-dossier.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rules/mail-domain.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"
#include "widgets/last-folder.h"

#define ENDING ".overstap"

typedef struct
{
  GtkWidget *dialog; /* (unowned) destroys itself after its answer */
  GtkWidget *name;
  GtkWidget *domain_row;
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  char *firm;
  char *domain; /* (nullable) */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->chooser);
  g_free (asking->firm);
  g_free (asking->domain);
  g_free (asking);
}

void
ovs_new_dossier_add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Dossiers"));
  gtk_file_filter_add_pattern (filter, "*" ENDING);
  gtk_file_chooser_add_filter (chooser, filter);
}

static char *
trimmed_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static char *
file_name_of (const char *firm)
{
  g_autofree char *name = g_strconcat (firm, ENDING, NULL);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|", '-');
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_autoptr (GTask) owned = task;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  ovs_last_folder_remember (file);
  g_task_return_pointer (task, g_str_has_suffix (path, ENDING) ? g_steal_pointer (&path) : g_strconcat (path, ENDING, NULL), g_free);
}

static void
choose_file (GTask *task, GtkWindow *parent)
{
  Asking *asking = g_task_get_task_data (task);
  g_autofree char *name = file_name_of (asking->firm);

  asking->chooser
      = gtk_file_chooser_native_new (_ ("New dossier"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Make it"), _ ("Cancel"));
  ovs_new_dossier_add_filter (GTK_FILE_CHOOSER (asking->chooser));
  ovs_last_folder_restore (GTK_FILE_CHOOSER (asking->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->chooser), name);
  g_signal_connect (asking->chooser, "response", G_CALLBACK (on_file_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  g_autofree char *domain = trimmed_text (asking->domain_row);

  if (!g_str_equal (response, "continue"))
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  asking->firm = trimmed_text (asking->name);
  asking->domain = *domain != '\0' ? ovs_mail_domain_normalise (domain) : NULL;
  choose_file (task, gtk_window_get_transient_for (GTK_WINDOW (dialog)));
}

/* The button says what is lacking by being out of reach; the row that is wrong is marked. */
static void
on_changed (GtkEditable *row, Asking *asking)
{
  g_autofree char *name = trimmed_text (asking->name);
  g_autofree char *domain = trimmed_text (asking->domain_row);
  g_autofree char *normal = *domain != '\0' ? ovs_mail_domain_normalise (domain) : g_strdup ("");

  if (normal == NULL)
    gtk_widget_add_css_class (asking->domain_row, "error");
  else
    gtk_widget_remove_css_class (asking->domain_row, "error");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (asking->dialog), "continue", *name != '\0' && normal != NULL);
}

static GtkWidget *
add_row (GtkWidget *list, const char *title, Asking *asking)
{
  GtkWidget *row = ovs_entry_row_new (title);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "changed", G_CALLBACK (on_changed), asking);
  return row;
}

void
ovs_new_dossier_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *list = gtk_list_box_new ();

  g_task_set_source_tag (task, ovs_new_dossier_async);
  g_task_set_task_data (task, asking, asking_free);
  asking->dialog = adw_message_dialog_new (parent, _ ("New dossier"),
                                           _ ("The name stands above the dossier. By the mail domain Overstap warns where an employee has an address of the office."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  ovs_accessible_set_label (list, _ ("New dossier"));
  gtk_widget_add_css_class (list, "boxed-list");
  asking->name = add_row (list, _ ("Name of the office"), asking);
  asking->domain_row = add_row (list, _ ("Mail domain, such as kantoor.nl (may stay empty)"), asking);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (asking->dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (asking->dialog), "cancel", _ ("Cancel"), "continue", _ ("Choose a place…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (asking->dialog), "continue", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (asking->dialog), "continue");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (asking->dialog), "cancel");
  on_changed (GTK_EDITABLE (asking->name), asking);
  g_signal_connect (asking->dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (asking->dialog));
}

char *
ovs_new_dossier_finish (GAsyncResult *result, char **firm, char **domain)
{
  Asking *asking = g_task_get_task_data (G_TASK (result));
  char *path = g_task_propagate_pointer (G_TASK (result), NULL);

  *firm = path != NULL ? g_steal_pointer (&asking->firm) : NULL;
  *domain = path != NULL ? g_steal_pointer (&asking->domain) : NULL;
  return path;
}
