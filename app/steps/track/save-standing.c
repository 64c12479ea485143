/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/save-standing.h"

#include <glib/gi18n.h>

#include "letters/overview-list.h"
#include "letters/save-file.h"
#include "letters/standing-paper.h"
#include "steps/save-as.h"

static gboolean
write_paper (OvsTx *tx, const char *path, gpointer filter, char **told, GError **error)
{
  g_autoptr (OvsStandingReport) report = ovs_standing_report_read (tx, filter);
  g_autoptr (GBytes) pdf = ovs_standing_paper_pdf (report, error);

  return pdf != NULL && ovs_save_file (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error);
}

static gboolean
write_table (OvsTx *tx, const char *path, gpointer unused, char **told, GError **error)
{
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);
  gint64 rows;

  return writer != NULL && ovs_overview_list_write (tx, writer, &rows, error) && ovs_csv_writer_close (writer, error);
}

/* The day is in the name, for there will be one each week. */
static char *
name_file (OvsWorkspace *workspace, const char *ending)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *day = figures != NULL ? ovs_day_to_iso (figures->reference_date) : NULL;

  return day != NULL ? g_strdup_printf ("stand-van-zaken-vertrouwelijk-%s.%s", day, ending) : g_strdup_printf ("stand-van-zaken-vertrouwelijk.%s", ending);
}

void
ovs_save_standing_paper (GtkWidget *teller, OvsWorkspace *workspace)
{
  g_autofree char *name = name_file (workspace, "pdf");

  ovs_save_as (GTK_WINDOW (gtk_widget_get_root (teller)), teller, workspace, _ ("Save how the conversion stands"), name, write_paper,
               g_strdup (ovs_workspace_get_filter (workspace)), g_free);
}

void
ovs_save_standing_table (GtkWidget *teller, OvsWorkspace *workspace)
{
  g_autofree char *name = name_file (workspace, "csv");

  ovs_save_as (GTK_WINDOW (gtk_widget_get_root (teller)), teller, workspace, _ ("Save how the clients stand"), name, write_table, NULL, NULL);
}
