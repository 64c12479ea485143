/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/export-kinds.h"

#include "commands/fallout-list.h"
#include "dossier/exports.h"
#include "dossier/routes.h"
#include "dossier/waves.h"
#include "intake/call-list.h"
#include "letters/dutch.h"
#include "letters/payslip-file.h"
#include "letters/overview-list.h"
#include "letters/trail-list.h"
#include "letters/work-list.h"

/* Where a callback writes; the first trouble stops the rest. */
typedef struct
{
  OvsTx *tx;
  OvsCsvWriter *writer;
  gint64 rows;
  gboolean rounds; /* of clients: the round stands at the end of each row */
  GError *error; /* (owned) (nullable) */
} Sheet;

static Sheet
begin_sheet (OvsTx *tx, OvsCsvWriter *writer, const char *const *head)
{
  Sheet sheet = { .tx = tx, .writer = writer };

  ovs_csv_writer_add_row (writer, head, &sheet.error);
  return sheet;
}

/* A sheet of clients: with their rounds, where there are rounds. */
static Sheet
begin_sheet_of_clients (OvsTx *tx, OvsCsvWriter *writer, const char *const *head)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) with_rounds = NULL;
  Sheet sheet;

  if (!ovs_waves_any (tx))
    return begin_sheet (tx, writer, head);
  for (gsize i = 0; head[i] != NULL; i++)
    g_strv_builder_add (builder, head[i]);
  g_strv_builder_add (builder, "Ronde");
  g_strv_builder_add (builder, "Datum ronde");
  with_rounds = g_strv_builder_end (builder);
  sheet = begin_sheet (tx, writer, (const char *const *) with_rounds);
  sheet.rounds = TRUE;
  return sheet;
}

static void
add_round (Sheet *sheet, gint64 number, OvsDay day)
{
  g_autofree char *text = number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
  g_autofree char *date = ovs_day_to_file (day);

  if (!sheet->rounds)
    return;
  ovs_csv_writer_add_text (sheet->writer, text);
  ovs_csv_writer_add_text (sheet->writer, date);
}

static void
end_row (Sheet *sheet)
{
  if (sheet->error == NULL && ovs_csv_writer_end_row (sheet->writer, &sheet->error))
    sheet->rows++;
}

static gboolean
end_sheet (Sheet *sheet, gint64 *rows, GError **error)
{
  *rows = sheet->rows;
  if (sheet->error == NULL)
    return TRUE;
  g_propagate_error (error, sheet->error);
  return FALSE;
}

static void
client_cb (const OvsExportClient *client, gpointer data)
{
  Sheet *sheet = data;

  ovs_csv_writer_add_text (sheet->writer, client->number);
  ovs_csv_writer_add_text (sheet->writer, client->name);
  ovs_csv_writer_add_text (sheet->writer, client->city);
  ovs_csv_writer_add_text (sheet->writer, client->handler);
  ovs_csv_writer_add_count (sheet->writer, client->people);
  add_round (sheet, client->wave, client->wave_on);
  end_row (sheet);
}

static gboolean
export_client_list (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever",      "Plaats",
                                      "Behandelaar",     "Uit te nodigen", NULL };
  Sheet sheet = begin_sheet_of_clients (tx, writer, head);

  ovs_exports_judge (tx, ovs_tx_today (tx));
  ovs_exports_clients (tx, client_cb, &sheet);
  return end_sheet (&sheet, rows, error);
}

static void
fallout_cb (const OvsFalloutRow *row, gpointer data)
{
  Sheet *sheet = data;
  g_autofree char *employer = NULL;
  g_autofree char *name = ovs_exports_name (sheet->tx, row->employee, &employer);

  ovs_csv_writer_add_text (sheet->writer, row->employer_number);
  ovs_csv_writer_add_text (sheet->writer, employer);
  ovs_csv_writer_add_text (sheet->writer, row->employee_number);
  ovs_csv_writer_add_text (sheet->writer, row->employee != 0 ? name : row->name);
  ovs_csv_writer_add_text (sheet->writer,
                           row->message != NULL ? row->message : ovs_dutch_fallout_reason (row->code));
  ovs_csv_writer_add_count (sheet->writer, row->attempts);
  ovs_csv_writer_add_text (sheet->writer, row->resolved ? "J" : "N");
  end_row (sheet);
}

static gboolean
export_fallout (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam",
                                      "Reden",           "Pogingen",  "Opgelost",         NULL };
  Sheet sheet = begin_sheet (tx, writer, head);

  ovs_fallout_list (tx, fallout_cb, &sheet);
  return end_sheet (&sheet, rows, error);
}

static void
add_person (Sheet *sheet, const OvsExportPerson *person)
{
  ovs_csv_writer_add_text (sheet->writer, person->employer_number);
  ovs_csv_writer_add_text (sheet->writer, person->employer_name);
  ovs_csv_writer_add_text (sheet->writer, person->employee_number);
  ovs_csv_writer_add_text (sheet->writer, person->name);
}

static void
corrections_cb (const OvsExportPerson *person, gpointer data)
{
  Sheet *sheet = data;
  OvsFindings asked = person->stoppers | person->open;

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    {
      if (!(asked & OVS_FINDING_BIT (finding)))
        continue;
      add_person (sheet, person);
      ovs_csv_writer_add_text (sheet->writer, ovs_rule_get (finding)->kind == OVS_FINDING_KIND_STOPPER
                                                  ? "Stopper"
                                                  : "Waarschuwing");
      ovs_csv_writer_add_text (sheet->writer, ovs_dutch_finding_title (finding));
      ovs_csv_writer_add_text (sheet->writer, ovs_dutch_finding_remedy (finding));
      end_row (sheet);
    }
}

static gboolean
export_corrections (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever",    "Personeelsnummer", "Naam",
                                      "Soort",           "Uitzondering", "Wat te doen",      NULL };
  Sheet sheet = begin_sheet (tx, writer, head);

  ovs_exports_judge (tx, ovs_tx_today (tx));
  ovs_exports_people (tx, corrections_cb, &sheet);
  return end_sheet (&sheet, rows, error);
}

static gboolean
export_not_yet_mijnloket (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  return ovs_payslip_file_write (tx, OVS_PAYSLIP_BIT (OVS_PAYSLIPS_NOT_YET), NULL, writer, rows, error);
}

static gboolean
export_leavers (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  return ovs_payslip_file_write (tx, OVS_PAYSLIP_LEAVERS, NULL, writer, rows, error);
}

static gboolean
export_work_list (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  return ovs_work_list_write (tx, OVS_WAVE_ANY, 0, writer, rows, error);
}

OvsExportFunc
ovs_export_find (const char *kind)
{
  static const struct
  {
    const char *kind;
    OvsExportFunc func;
  } kinds[] = {
    { "client-list", export_client_list }, { "fallout", export_fallout },
    { "corrections", export_corrections }, { "not-yet-mijnloket", export_not_yet_mijnloket },
    { "leavers", export_leavers },
    { "overview", ovs_overview_list_write }, { "audit", ovs_trail_list_write },
    { "call-list", ovs_intake_write_call_list }, { "work-list", export_work_list },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i].kind))
      return kinds[i].func;
  return NULL;
}
