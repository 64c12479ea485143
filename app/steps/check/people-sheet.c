/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/people-sheet.h"

#include <glib/gi18n.h>

#include "csv/writer.h"
#include "dossier/people-list.h"
#include "widgets/last-folder.h"

/* Files of an office, so Dutch. */
static const struct
{
  const char *file_name;
  const char *head[7];
} kinds[] = {
  [OVS_PEOPLE_SHEET_CHANGES]
  = { "nog-wijzigen-in-loket.csv", { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Adres in Loket", "Nieuw adres", NULL } },
  [OVS_PEOPLE_SHEET_ON_PAPER]
  = { "loonstrook-op-papier.csv", { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Reden", NULL } },
};

typedef struct
{
  OvsDossier *dossier; /* (owned) */
  OvsPeopleSheet kind;
  GArray *people;                /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  char *path;                    /* (nullable): without one it becomes text */
  OvsCsvWriter *writer;          /* (owned) (nullable) */
  GString *text;                 /* (owned) (nullable) */
  GError *error;                 /* (owned) (nullable): the first trouble */
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_clear_object (&sheet->dossier);
  g_clear_object (&sheet->chooser);
  g_array_unref (sheet->people);
  g_clear_pointer (&sheet->writer, ovs_csv_writer_free);
  if (sheet->text != NULL)
    g_string_free (sheet->text, TRUE);
  g_clear_error (&sheet->error);
  g_free (sheet->path);
  g_free (sheet);
}

static void
add_line (Sheet *sheet, const char *const *cells)
{
  g_autofree char *line = NULL;

  if (sheet->writer != NULL)
    {
      if (sheet->error == NULL)
        ovs_csv_writer_add_row (sheet->writer, cells, &sheet->error);
      return;
    }
  line = g_strjoinv ("\t", (char **) cells);
  g_string_append_printf (sheet->text, "%s\n", line);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_person (const OvsPeopleRow *row, gpointer data)
{
  Sheet *sheet = data;
  gboolean changes = sheet->kind == OVS_PEOPLE_SHEET_CHANGES;
  g_autofree char *name = ovs_people_list_name (row);
  const char *cells[] = { row->employer_number,
                          or_empty (row->employer_name),
                          row->number,
                          name,
                          or_empty (changes ? row->email_as_read : row->excluded_reason),
                          changes ? or_empty (row->email) : NULL,
                          NULL };

  add_line (sheet, cells);
}

static gboolean
make_sheet (OvsTx *tx, gpointer data, GError **error)
{
  Sheet *sheet = data;

  if (sheet->path != NULL)
    sheet->writer = ovs_csv_writer_new (sheet->path, error);
  else
    sheet->text = g_string_new (NULL);
  if (sheet->writer == NULL && sheet->text == NULL)
    return FALSE;
  add_line (sheet, kinds[sheet->kind].head);
  ovs_people_read (tx, (const gint64 *) (gpointer) sheet->people->data, sheet->people->len, add_person, sheet);
  if (sheet->error == NULL)
    return sheet->writer == NULL || ovs_csv_writer_close (sheet->writer, error);
  g_propagate_error (error, g_steal_pointer (&sheet->error));
  return FALSE;
}

static GTask *
new_task (OvsDossier *dossier, OvsPeopleSheet kind, GArray *people, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, NULL, callback, user_data);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->dossier = g_object_ref (dossier);
  sheet->kind = kind;
  sheet->people = people;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, sheet, sheet_free);
  return task;
}

/* --- a file ---------------------------------------------------------------------------------------------------- */

static void
on_saved (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sheet *sheet = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_int (task, sheet->people->len);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sheet *sheet = g_task_get_task_data (task);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  sheet->path = file != NULL ? g_file_get_path (file) : NULL;
  if (sheet->path != NULL)
    {
      ovs_last_folder_remember (file);
      ovs_dossier_read_async (sheet->dossier, make_sheet, sheet, NULL, on_saved, g_steal_pointer (&task));
    }
  else if (file != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("This place is not a folder of this computer. Choose another one for the list."));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
}

void
ovs_people_sheet_save_async (GtkWindow *parent,
                             OvsDossier *dossier,
                             OvsPeopleSheet kind,
                             GArray *people,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = new_task (dossier, kind, people, ovs_people_sheet_save_async, callback, user_data);
  Sheet *sheet = g_task_get_task_data (task);
  const char *title = kind == OVS_PEOPLE_SHEET_CHANGES ? _ ("Work list for Loket") : _ ("List for payroll");

  sheet->chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));
  ovs_last_folder_restore (GTK_FILE_CHOOSER (sheet->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (sheet->chooser), kinds[kind].file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (sheet->chooser), TRUE);
  g_signal_connect (sheet->chooser, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (sheet->chooser));
}

gint64
ovs_people_sheet_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* --- text ------------------------------------------------------------------------------------------------------ */

static void
on_text_made (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sheet *sheet = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_pointer (task, g_string_free (g_steal_pointer (&sheet->text), FALSE), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_people_sheet_text_async (OvsDossier *dossier, OvsPeopleSheet kind, GArray *people, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (dossier, kind, people, ovs_people_sheet_text_async, callback, user_data);

  ovs_dossier_read_async (dossier, make_sheet, g_task_get_task_data (task), NULL, on_text_made, task);
}

char *
ovs_people_sheet_text_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
