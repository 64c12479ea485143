/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/accountability.h"
#include "commands/command.h"
#include "commands/export-kinds.h"
#include "commands/export-payslips.h"
#include "commands/parse.h"
#include "commands/target.h"
#include "dossier/judgement.h"
#include "intake/overview.h"
#include "letters/account-file.h"
#include "letters/save-file.h"
#include "letters/standing-paper.h"

typedef struct
{
  OvsExportFunc func;
  OvsCsvWriter *writer; /* (not owned) */
  gint64 rows;
} Export;

static gboolean
write_rows (OvsTx *tx, gpointer data, GError **error)
{
  Export *export = data;

  return export->func (tx, export->writer, &export->rows, error);
}

/* --- Loket's overview, with whom to take along ----------------------------------------------------------------- */

#define SELECTION "selection"

static void
answer_overview (OvsInvocation *invocation, const OvsOverviewReturn *overview, const char *shown)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_count (json, "rows", (gint64) overview->rows);
  ovs_json_add_count (json, "taking_part", (gint64) overview->taking_part);
  ovs_json_add_count (json, "unknown", (gint64) overview->unknown);
  ovs_json_add_flag (json, "changed", overview->changed);
  ovs_json_begin_list (json, "dropped_columns");
  for (guint i = 0; overview->dropped[i] != NULL; i++)
    ovs_json_add_text (json, NULL, overview->dropped[i]);
  ovs_json_end_list (json);
  ovs_json_add_text (json, "file", shown);

  ovs_invocation_say (invocation, _ ("Wrote %lu rows to %s, %lu of them with “Ja”."), (gulong) overview->rows, shown,
                      (gulong) overview->taking_part);
  if (overview->unknown > 0)
    ovs_invocation_say_count (invocation, (gint64) overview->unknown, _ ("employers are not in the dossier; they have no answer"));
  if (overview->changed)
    ovs_invocation_say (invocation, "%s", _ ("This is not the file that was read in, or it was changed since. Compare the numbers."));
}

static gboolean
export_selection (OvsInvocation *invocation, OvsDossier *dossier, const char *source, const char *target, const char *shown, GError **error)
{
  g_autoptr (OvsOverviewReturn) overview = ovs_intake_return_overview (dossier, source, target, NULL, error);

  if (overview != NULL)
    answer_overview (invocation, overview, shown);
  return overview != NULL;
}

/* --- how the conversion stands, for who leads it ----------------------------------------------------------------- */

#define OVERVIEW "overview"

static gboolean
is_paper (const char *kind, const char *target)
{
  g_autofree char *name = target != NULL ? g_ascii_strdown (target, -1) : NULL;

  return g_str_equal (kind, OVERVIEW) && name != NULL && g_str_has_suffix (name, ".pdf");
}

static gboolean
read_report (OvsTx *tx, gpointer data, GError **error)
{
  *(OvsStandingReport **) data = ovs_standing_report_read (tx, NULL);
  return TRUE;
}

static gboolean
export_paper (OvsInvocation *invocation, OvsDossier *dossier, const char *target, const char *shown, GError **error)
{
  g_autoptr (OvsStandingReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gboolean read = ovs_dossier_read (dossier, read_report, &report, NULL, error);

  pdf = read ? ovs_standing_paper_pdf (report, error) : NULL;
  if (pdf == NULL || !ovs_save_file (target, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "rows", report->clients->len);
  ovs_json_add_text (ovs_invocation_json (invocation), "file", shown);
  ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "Wrote how %lu client stands to %s.", "Wrote how %lu clients stand to %s.", report->clients->len),
                      (gulong) report->clients->len, shown);
  return TRUE;
}

/* --- the command ----------------------------------------------------------------------------------------------- */

static gboolean
check_use (const char *kind, OvsExportFunc func, const char *source, gboolean each, const char *employer, const char *target, GError **error)
{
  gboolean selection = g_str_equal (kind, SELECTION);
  gboolean account = g_str_equal (kind, OVS_EXPORT_ACCOUNTABILITY);

  if (func == NULL && !selection && !account)
    return ovs_usage_refuse (error, _ ("There is no such export. It is client-list, work-list, selection, call-list, fallout, corrections, "
                                       "not-yet-mijnloket, leavers, overview, accountability or audit."));
  if (selection && source == NULL)
    return ovs_usage_refuse (error, _ ("Say with --source which overview of Loket goes back."));
  if (!selection && source != NULL)
    return ovs_usage_refuse (error, _ ("Only the export “selection” has a --source."));
  if (each && ovs_export_payslips_lists (kind) == 0)
    return ovs_usage_refuse (error, _ ("Only the exports “not-yet-mijnloket” and “leavers” are made --per-client."));
  if (employer != NULL && !account)
    return ovs_usage_refuse (error, _ ("Only the export “accountability” has an --employer."));
  if (account && target != NULL && !ovs_account_file_suits (target))
    return ovs_usage_refuse (error, _ ("The verantwoording is a PDF or a table: give its file a name that ends in .pdf or .csv."));
  return target != NULL || ovs_usage_refuse (error, _ ("Say which file to write with -o."));
}

static gboolean
judge (OvsTx *tx, gpointer unused, GError **error)
{
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  return TRUE;
}

/* The work list goes by what is stored, so who has changed is judged first; that a verantwoording was made is written down. */
static OvsDossier *
open_dossier (OvsInvocation *invocation, GError **error)
{
  gboolean stored = g_str_equal (ovs_invocation_word (invocation, 1), "work-list");
  gboolean account = g_str_equal (ovs_invocation_word (invocation, 1), OVS_EXPORT_ACCOUNTABILITY);
  g_autoptr (OvsDossier) dossier = ovs_invocation_open (invocation, stored || account ? OVS_DOSSIER_TO_WRITE : OVS_DOSSIER_TO_READ, error);

  if (dossier == NULL || (stored && !ovs_dossier_write (dossier, judge, NULL, NULL, error)))
    return NULL;
  return g_steal_pointer (&dossier);
}

gboolean
ovs_command_export (OvsInvocation *invocation, GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *source = NULL;
  g_autofree char *employer = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsCsvWriter) writer = NULL;
  gboolean each = FALSE;
  guint lists;
  Export export = { NULL };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &target,
      N_ ("The file to write; one that is there is replaced"), "FILE" },
    { "per-client", 0, 0, G_OPTION_ARG_NONE, &each,
      N_ ("For “not-yet-mijnloket” and “leavers”: a table and a PDF for each client, in the folder -o"), NULL },
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &source,
      N_ ("For “selection”: the overview as Loket sent it, which is written again with a column Meenemen"), "FILE" },
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("For “accountability”: of this client; without it of the office"), "NUMBER" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 2, 2, error))
    return FALSE;
  export.func = ovs_export_find (ovs_invocation_word (invocation, 1));
  if (!check_use (ovs_invocation_word (invocation, 1), export.func, source, each, employer, target, error))
    return FALSE;

  dossier = open_dossier (invocation, error);
  if (dossier == NULL)
    return FALSE;
  shown = g_filename_display_name (target);
  if (!ovs_target_check (target, ovs_dossier_get_path (dossier), error))
    return FALSE;
  if (g_str_equal (ovs_invocation_word (invocation, 1), OVS_EXPORT_ACCOUNTABILITY))
    return ovs_accountability_export (invocation, dossier, employer, target, error);
  if (export.func == NULL)
    return export_selection (invocation, dossier, source, target, shown, error);
  lists = ovs_export_payslips_lists (ovs_invocation_word (invocation, 1));
  if (lists != 0 && (each || g_str_has_suffix (target, ".pdf")))
    return ovs_export_payslips (invocation, dossier, lists, each, target, error);
  if (is_paper (ovs_invocation_word (invocation, 1), target))
    return export_paper (invocation, dossier, target, shown, error);
  export.writer = writer = ovs_csv_writer_new (target, error);
  if (writer == NULL || !ovs_dossier_read (dossier, write_rows, &export, NULL, error) ||
      !ovs_csv_writer_close (writer, error))
    return FALSE;

  ovs_json_add_count (ovs_invocation_json (invocation), "rows", export.rows);
  ovs_json_add_text (ovs_invocation_json (invocation), "file", shown);
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Wrote %lu row to %s.", "Wrote %lu rows to %s.",
                                   (gulong) export.rows),
                      (gulong) export.rows, shown);
  return TRUE;
}
