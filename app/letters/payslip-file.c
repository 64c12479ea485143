/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/payslip-file.h"

#include "base/text.h"
#include "dossier/exports.h"
#include "dossier/settings.h"
#include "letters/dutch.h"
#include "letters/sheet.h"

/* --- in words ---------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *file_word;
  const char *title;
  const char *sentence;
} kinds[OVS_N_PAYSLIPS] = {
  [OVS_PAYSLIPS_NOT_YET]
  = { "nog-geen-mijnloket", "Nog geen MijnLoket",
      "Deze medewerkers zien hun loonstrook nog niet in MijnLoket. Wie ook geen toegang tot Werknemerloket heeft, krijgt de loonstrook op papier of "
      "als pdf, tot het account actief is." },
  [OVS_PAYSLIPS_LEFT_2025]
  = { "uit-dienst-2025", "Uit dienst in 2025",
      "Deze oud-medewerkers hadden toegang tot Werknemerloket tot 1 oktober 2026 en krijgen geen uitnodiging voor MijnLoket. Wie nog een loonstrook of "
      "de jaaropgave nodig heeft, krijgt die op papier of als pdf (helpdeskartikel 29682336461202)." },
  [OVS_PAYSLIPS_LEFT_2026]
  = { "uit-dienst-vanaf-2026", "Uit dienst vanaf 2026",
      "Deze oud-medewerkers krijgen geen uitnodiging voor MijnLoket. Wat er met hun toegang tot Werknemerloket gebeurt, staat niet in de "
      "helpdeskartikelen: vraag het Loket. Loonstroken en de jaaropgave krijgen zij op papier of als pdf." },
};

static const char *
name_of (const OvsPayslipClient *client)
{
  return client->name != NULL ? client->name : client->number;
}

/* How somebody stands; without a conversion it is what the check says. */
static const char *
say_standing (const OvsPayslipPerson *row)
{
  const OvsOutcomeRow *outcome = &row->person->outcome;

  if (outcome->no_access_needed)
    return "Geen toegang nodig";
  if (row->on_paper)
    return "Heeft geen e-mail: loonstrook op papier";
  if (outcome->standing.stranded)
    return "Zonder toegang: geen enkel portaal";
  if (outcome->standing.outcome == OVS_OUTCOME_UNKNOWN)
    return "Aangeboden, resultaat onbekend";
  if (ovs_outcome_list_has (OVS_OUTCOMES_FALLOUT, outcome))
    return "Uitgevallen: geen uitnodiging";
  if (ovs_outcome_list_has (OVS_OUTCOMES_LAPSED, outcome))
    return "Uitnodiging niet meer geldig";
  if (outcome->mijnloket == OVS_ACCESS_INVITE_PENDING)
    return "Uitgenodigd, nog niet geactiveerd";
  return row->disposition == OVS_DISPOSITION_LEFT_OUT ? ovs_dutch_reason (row->reason) : ovs_dutch_state (row->disposition, row->reason);
}

static const char *
say_access (OvsAccess access)
{
  const char *cell = ovs_access_to_cell (access);

  return *cell != '\0' ? cell : "onbekend";
}

static const char *
say_payslip (const OvsPayslipPerson *row)
{
  const OvsOutcomeRow *outcome = &row->person->outcome;

  if (row->on_paper || outcome->no_access_needed)
    return "op papier";
  if (outcome->werknemerloket == OVS_ACCESS_ACTIVE)
    return "in Werknemerloket";
  return ovs_access_may_be_active (outcome->werknemerloket) ? "onbekend" : "op papier of als pdf";
}

static OvsDay
invited_on (const OvsPayslipPerson *row)
{
  return row->person->sent != 0 ? ovs_clock_day_of (row->person->sent) : OVS_NO_DAY;
}

/* --- as a table -------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsPayslips list;
  const OvsPayslipClient *client;
  OvsCsvWriter *writer;
  gint64 rows;
  GError *error; /* (owned) (nullable) */
} Table;

static void
add_row (const OvsPayslipPerson *row, gpointer data)
{
  Table *table = data;

  if (table->error != NULL)
    return;
  ovs_csv_writer_add_text (table->writer, table->client->number);
  ovs_csv_writer_add_text (table->writer, table->client->name);
  ovs_csv_writer_add_text (table->writer, row->person->employee_number);
  ovs_csv_writer_add_text (table->writer, row->person->name);
  if (table->list == OVS_PAYSLIPS_NOT_YET)
    {
      ovs_csv_writer_add_text (table->writer, say_standing (row));
      ovs_csv_writer_add_text (table->writer, say_access (row->person->outcome.werknemerloket));
      ovs_csv_writer_add_day (table->writer, invited_on (row));
      ovs_csv_writer_add_text (table->writer, say_payslip (row));
      ovs_csv_writer_add_day (table->writer, table->client->next_payday);
    }
  else
    {
      ovs_csv_writer_add_day (table->writer, row->end);
      ovs_csv_writer_add_text (table->writer, say_access (row->person->outcome.werknemerloket));
      ovs_csv_writer_add_text (table->writer, "op papier of als pdf");
      ovs_csv_writer_add_text (table->writer, kinds[table->list].title);
    }
  if (ovs_csv_writer_end_row (table->writer, &table->error))
    table->rows++;
}

static gboolean
write_head (guint lists, OvsCsvWriter *writer, GError **error)
{
  static const char *const not_yet[] = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam",         "Stand",
                                         "Werknemerloket",  "Uitgenodigd op", "Loonstrook",  "Volgende loondatum", NULL };
  static const char *const left[] = { "Werkgevernummer", "Werkgever",  "Personeelsnummer", "Naam", "Uit dienst op",
                                      "Werknemerloket",  "Loonstrook en jaaropgave", "Groep", NULL };

  return ovs_csv_writer_add_row (writer, lists & OVS_PAYSLIP_LEAVERS ? left : not_yet, error);
}

static gboolean
write_client (OvsTx *tx, OvsPayslips list, const OvsPayslipClient *client, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  Table table = { list, client, writer, 0, NULL };

  ovs_payslip_foreach (tx, list, client->id, add_row, &table);
  *rows += table.rows;
  if (table.error == NULL)
    return TRUE;
  g_propagate_error (error, table.error);
  return FALSE;
}

/* The clients of a list: all, or one. */
static GPtrArray *
find_clients (OvsTx *tx, OvsPayslips list, const char *filter, gint64 employer)
{
  GPtrArray *clients;
  OvsPayslipClient *client;

  if (employer == 0)
    return ovs_payslip_clients (tx, list, filter);
  clients = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_payslip_client_free);
  client = ovs_payslip_client_get (tx, list, employer);
  if (client != NULL)
    g_ptr_array_add (clients, client);
  return clients;
}

static gboolean
write_lists (OvsTx *tx, guint lists, const char *filter, gint64 employer, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  if (!write_head (lists, writer, error))
    return FALSE;
  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    {
      g_autoptr (GPtrArray) clients = lists & OVS_PAYSLIP_BIT (list) ? find_clients (tx, list, filter, employer) : NULL;

      for (guint i = 0; clients != NULL && i < clients->len; i++)
        if (!write_client (tx, list, g_ptr_array_index (clients, i), writer, rows, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
ovs_payslip_file_write (OvsTx *tx, guint lists, const char *filter, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  *rows = 0;
  ovs_exports_judge (tx, ovs_tx_today (tx));
  return write_lists (tx, lists, filter, 0, writer, rows, error);
}

static gboolean
save_table (OvsTx *tx, guint lists, const char *filter, gint64 employer, const char *path, gint64 *rows, GError **error)
{
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);

  return writer != NULL && write_lists (tx, lists, filter, employer, writer, rows, error) && ovs_csv_writer_close (writer, error);
}

/* --- to print ---------------------------------------------------------------------------------------------------- */

static const OvsPaperColumn not_yet_columns[] = { { 58 }, { 140 }, { 134 }, { 76 }, { 91.28 }, { 0 } };
static const OvsPaperColumn left_columns[] = { { 62 }, { 170 }, { 82 }, { 185.28 }, { 0 } };

typedef struct
{
  OvsPayslips list;
  OvsSheet *sheet;
  gint64 rows;
} Drawing;

static void
draw_row (const OvsPayslipPerson *row, gpointer data)
{
  Drawing *drawing = data;
  g_autofree char *invited = ovs_day_to_dutch (invited_on (row));
  g_autofree char *end = ovs_day_to_dutch (row->end);
  const char *not_yet[] = { row->person->employee_number, row->person->name, say_standing (row), invited, say_payslip (row), NULL };
  const char *left[] = { row->person->employee_number, row->person->name, end, say_access (row->person->outcome.werknemerloket), NULL };

  ovs_sheet_add_row (drawing->sheet, drawing->list == OVS_PAYSLIPS_NOT_YET ? not_yet : left);
  drawing->rows++;
}

static OvsSheet *
make_sheet (OvsTx *tx, OvsPayslips list, const OvsPayslipClient *client, const char *firm, gint64 *rows)
{
  static const char *const not_yet[] = { "Nummer", "Naam", "Stand", "Uitgenodigd", "Loonstrook", NULL };
  static const char *const left[] = { "Nummer", "Naam", "Uit dienst op", "Werknemerloket", NULL };
  g_autofree char *day = ovs_day_to_dutch (ovs_tx_today (tx));
  g_autofree char *payday = ovs_day_to_dutch (client->next_payday);
  g_autofree char *about = g_strdup_printf ("Werkgevernummer %s · stand van %s%s%s%s%s", client->number, day, *payday != '\0' ? " · volgende loondatum " : "",
                                            payday, client->handler != NULL ? " · " : "", client->handler != NULL ? client->handler : "");
  gboolean is_left = list != OVS_PAYSLIPS_NOT_YET;
  Drawing drawing = { list, ovs_sheet_new (firm, kinds[list].title, name_of (client), about), 0 };

  ovs_sheet_add_text (drawing.sheet, kinds[list].sentence);
  ovs_sheet_add_table (drawing.sheet, is_left ? left_columns : not_yet_columns, is_left ? left : not_yet);
  ovs_payslip_foreach (tx, list, client->id, draw_row, &drawing);
  *rows += drawing.rows;
  return drawing.sheet;
}

static gboolean
save_pdf (OvsTx *tx, guint lists, const char *filter, gint64 employer, const char *path, gint64 *rows, GError **error)
{
  g_autofree char *firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_sheet_free);
  OvsPdfAbout about = { .author = firm, .made_on = ovs_tx_today (tx) };

  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    {
      g_autoptr (GPtrArray) clients = lists & OVS_PAYSLIP_BIT (list) ? find_clients (tx, list, filter, employer) : NULL;

      if (clients != NULL && about.title == NULL)
        about.title = kinds[list].title;
      for (guint i = 0; clients != NULL && i < clients->len; i++)
        g_ptr_array_add (sheets, make_sheet (tx, list, g_ptr_array_index (clients, i), firm, rows));
    }
  if (sheets->len == 0)
    g_ptr_array_add (sheets, ovs_sheet_new (firm, about.title, "Niemand", "Er staat niemand op deze lijst."));
  return ovs_sheets_save_pdf (sheets, &about, path, error);
}

/* --- files ------------------------------------------------------------------------------------------------------- */

gboolean
ovs_payslip_file_save (OvsTx *tx, guint lists, const char *filter, gint64 employer, const char *path, gint64 *rows, GError **error)
{
  *rows = 0;
  ovs_exports_judge (tx, ovs_tx_today (tx));
  return g_str_has_suffix (path, ".csv") ? save_table (tx, lists, filter, employer, path, rows, error)
                                         : save_pdf (tx, lists, filter, employer, path, rows, error);
}

char *
ovs_payslip_file_name (OvsTx *tx, OvsPayslips list, const OvsPayslipClient *client)
{
  g_autofree char *number = ovs_text_file_word (client->number);
  g_autofree char *name = ovs_text_file_word (client->name);
  g_autofree char *day = ovs_day_to_iso (ovs_tx_today (tx));

  return g_strdup_printf ("%s-%s-%s-%s-vertrouwelijk", kinds[list].file_word, number, name, day);
}

static gboolean
save_both (OvsTx *tx, OvsPayslips list, const OvsPayslipClient *client, const char *folder, gint64 *rows, GError **error)
{
  g_autofree char *name = ovs_payslip_file_name (tx, list, client);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *table = g_strconcat (path, ".csv", NULL);
  g_autofree char *paper = g_strconcat (path, ".pdf", NULL);
  gint64 again = 0;

  return save_table (tx, OVS_PAYSLIP_BIT (list), NULL, client->id, table, rows, error)
         && save_pdf (tx, OVS_PAYSLIP_BIT (list), NULL, client->id, paper, &again, error);
}

gboolean
ovs_payslip_file_save_each (OvsTx *tx, guint lists, const char *filter, const char *folder, guint *files, gint64 *rows, GError **error)
{
  *files = 0;
  *rows = 0;
  ovs_exports_judge (tx, ovs_tx_today (tx));
  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    {
      g_autoptr (GPtrArray) clients = lists & OVS_PAYSLIP_BIT (list) ? ovs_payslip_clients (tx, list, filter) : NULL;

      for (guint i = 0; clients != NULL && i < clients->len; i++, *files += 2)
        if (!save_both (tx, list, g_ptr_array_index (clients, i), folder, rows, error))
          return FALSE;
    }
  return TRUE;
}
