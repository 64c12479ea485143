/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/client-sheet.h"

#include <glib/gi18n.h>

#include "csv/writer.h"
#include "dossier/people-list.h"

typedef struct
{
  OvsDossier *dossier; /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) */
  GArray *people;      /* (owned) */
  char *path;
  OvsCsvWriter *writer; /* (owned) (nullable) */
  GError *error;        /* (owned) (nullable): the first trouble */
  gint64 rows;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_clear_object (&sheet->dossier);
  g_clear_object (&sheet->chooser);
  g_clear_pointer (&sheet->people, g_array_unref);
  g_clear_pointer (&sheet->writer, ovs_csv_writer_free);
  g_clear_error (&sheet->error);
  g_free (sheet->path);
  g_free (sheet);
}

static void
add_line (Sheet *sheet, const OvsPeopleRow *row, const char *name, const char *asked, const char *remedy)
{
  ovs_csv_writer_add_text (sheet->writer, row->employer_number);
  ovs_csv_writer_add_text (sheet->writer, row->employer_name);
  ovs_csv_writer_add_text (sheet->writer, row->contact_name);
  ovs_csv_writer_add_text (sheet->writer, row->number);
  ovs_csv_writer_add_text (sheet->writer, name);
  ovs_csv_writer_add_text (sheet->writer, asked);
  ovs_csv_writer_add_text (sheet->writer, remedy);
  ovs_csv_writer_add_text (sheet->writer, row->email != NULL ? row->email : row->email_as_read);
  ovs_csv_writer_add_text (sheet->writer, NULL);
  if (sheet->error == NULL)
    ovs_csv_writer_end_row (sheet->writer, &sheet->error);
}

/* A line for each thing that is asked of the client. */
static void
add_person (const OvsPeopleRow *row, gpointer data)
{
  Sheet *sheet = data;
  g_autofree char *name = ovs_people_list_name (row);
  OvsFindings asked = row->open & (OVS_FINDINGS_STOPPERS | OVS_FINDINGS_WARNINGS);

  sheet->rows++;
  if (asked == 0)
    add_line (sheet, row, name, NULL, NULL);
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (asked & OVS_FINDING_BIT (finding))
      add_line (sheet, row, name, ovs_rule_title ((OvsFinding) finding), ovs_rule_remedy ((OvsFinding) finding));
}

static gboolean
write_sheet (OvsTx *tx, gpointer data, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever",   "Contactpersoon", "Personeelsnummer", "Naam",
                                      "Uitzondering",    "Wat te doen", "Bekend adres",   "Nieuw adres",      NULL };
  Sheet *sheet = data;

  sheet->writer = ovs_csv_writer_new (sheet->path, error);
  if (sheet->writer == NULL || !ovs_csv_writer_add_row (sheet->writer, head, error))
    return FALSE;
  ovs_people_read (tx, (const gint64 *) (gpointer) sheet->people->data, sheet->people->len, add_person, sheet);
  if (sheet->error == NULL)
    return ovs_csv_writer_close (sheet->writer, error);
  g_propagate_error (error, g_steal_pointer (&sheet->error));
  return FALSE;
}

static void
on_written (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sheet *sheet = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_int (task, sheet->rows);
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
    ovs_dossier_read_async (sheet->dossier, write_sheet, sheet, NULL, on_written, g_steal_pointer (&task));
  else if (file != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("This place is not a folder of this computer. Choose another one for the list."));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
}

void
ovs_client_sheet_save_async (GtkWindow *parent, OvsDossier *dossier, GArray *people, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (dossier, NULL, callback, user_data);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->dossier = g_object_ref (dossier);
  sheet->people = people;
  sheet->chooser = gtk_file_chooser_native_new (_ ("List for the client"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (sheet->chooser), "lijst-voor-de-klant.csv");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (sheet->chooser), TRUE);
  g_task_set_source_tag (task, ovs_client_sheet_save_async);
  g_task_set_task_data (task, sheet, sheet_free);
  g_signal_connect (sheet->chooser, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (sheet->chooser));
}

gint64
ovs_client_sheet_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
