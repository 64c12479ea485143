/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/call-list.h"

#include "dossier/exports.h"

typedef struct
{
  OvsCsvWriter *writer;
  gint64 rows;
  GError *error; /* (owned) (nullable) */
} Sheet;

/* Files are Dutch, in every language. */
static const char *const reasons[] = {
  [OVS_CALL_NO_EMAIL] = "Geen e-mailadres van de contactpersoon",
  [OVS_CALL_CONTACT_LEFT] = "Contactpersoon is weg",
  [OVS_CALL_BACK] = "Terugbellen",
};

static void
add_call (const OvsExportCall *call, gpointer data)
{
  Sheet *sheet = data;

  if (sheet->error != NULL)
    return;
  ovs_csv_writer_add_text (sheet->writer, call->number);
  ovs_csv_writer_add_text (sheet->writer, call->name);
  ovs_csv_writer_add_text (sheet->writer, call->contact_name);
  ovs_csv_writer_add_text (sheet->writer, call->contact_phone);
  ovs_csv_writer_add_text (sheet->writer, call->handler);
  ovs_csv_writer_add_text (sheet->writer, reasons[call->reason]);
  ovs_csv_writer_add_day (sheet->writer, call->call_back_on);
  sheet->rows += ovs_csv_writer_end_row (sheet->writer, &sheet->error);
}

gboolean
ovs_intake_write_call_list (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever", "Contactpersoon", "Telefoon contactpersoon",
                                      "Behandelaar",     "Reden",     "Terugbellen op", NULL };
  Sheet sheet = { writer, 0, NULL };

  if (!ovs_csv_writer_add_row (writer, head, error))
    return FALSE;
  ovs_exports_calls (tx, add_call, &sheet);
  *rows = sheet.rows;
  if (sheet.error == NULL)
    return TRUE;
  g_propagate_error (error, sheet.error);
  return FALSE;
}
