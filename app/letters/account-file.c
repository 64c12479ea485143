/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/account-file.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "csv/writer.h"
#include "dossier/error.h"
#include "letters/account-lines.h"
#include "letters/account-paper.h"
#include "letters/save-file.h"

static const char *
format_of (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".pdf"))
    return "pdf";
  return g_str_has_suffix (folded, ".csv") ? "csv" : NULL;
}

gboolean
ovs_account_file_suits (const char *path)
{
  return format_of (path) != NULL;
}

char *
ovs_account_file_name (const char *client, OvsDay today, const char *ending)
{
  g_autofree char *word = client != NULL ? ovs_text_file_word (client) : g_strdup ("kantoor");
  g_autofree char *day = ovs_day_to_iso (today);

  return g_strdup_printf ("verantwoording-%s-%s-vertrouwelijk.%s", word, day, ending);
}

/* --- as a table ------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsCsvWriter *writer; /* (owned) */
  const char *number;   /* (nullable) of the client that the lines are about */
  const char *name;     /* (nullable) */
  gint64 rows;
} Table;

typedef struct
{
  const char *part;
  const char *what;
  const char *who;  /* (nullable) */
  gint64 number;    /* -1 for none */
  OvsDay from;
  OvsDay to;
  const char *text; /* (nullable) */
} Row;

static gboolean
put_row (Table *table, const Row *row, GError **error)
{
  ovs_csv_writer_add_text (table->writer, row->part);
  ovs_csv_writer_add_text (table->writer, table->number);
  ovs_csv_writer_add_text (table->writer, table->name);
  ovs_csv_writer_add_text (table->writer, row->what);
  ovs_csv_writer_add_text (table->writer, row->who);
  if (row->number >= 0)
    ovs_csv_writer_add_count (table->writer, row->number);
  else
    ovs_csv_writer_add_text (table->writer, NULL);
  ovs_csv_writer_add_day (table->writer, row->from);
  ovs_csv_writer_add_day (table->writer, row->to);
  ovs_csv_writer_add_text (table->writer, row->text);
  table->rows++;
  return ovs_csv_writer_end_row (table->writer, error);
}

static gboolean
put_parts (Table *table, const OvsAccount *account, GError **error)
{
  g_autoptr (GPtrArray) parts = ovs_account_parts (account);

  for (guint i = 0; i < parts->len; i++)
    {
      const OvsAccountPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->lines->len; j++)
        {
          const OvsAccountLine *line = g_ptr_array_index (part->lines, j);
          const Row row = { part->title, line->label, NULL, line->number, line->from, line->to, line->text };

          if (!put_row (table, &row, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
put_client (Table *table, const OvsAccountClient *client, GError **error)
{
  const Row closed = { "Klant", "Afgesloten", client->handler, -1, client->closed_on, client->closed_on, client->closed ? NULL : "nog niet" };

  table->number = client->number;
  table->name = client->name;
  for (int state = 0; state < OVS_N_END_STATES; state++)
    {
      const Row row = { "Klant", ovs_account_end_title ((OvsEndState) state), client->handler, client->ends[state] };

      if (!put_row (table, &row, error))
        return FALSE;
    }
  return put_row (table, &closed, error);
}

static gboolean
put_deeds (Table *table, const OvsAccount *account, GError **error)
{
  for (guint i = 0; i < account->deeds->len; i++)
    {
      const OvsAccountDeed *deed = g_ptr_array_index (account->deeds, i);
      const Row row = { "Wie deed wat", ovs_account_deed_title (deed->operation), deed->actor, deed->number, deed->first, deed->last };

      if (!put_row (table, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_all (Table *table, const OvsAccount *account, GError **error)
{
  static const char *const head[] = { "Onderdeel", "Werkgevernummer", "Werkgever", "Wat", "Wie", "Aantal", "Van", "Tot en met", "Toelichting", NULL };
  const Row label = { "Vertrouwelijk", ovs_account_title, account->firm, -1, account->today, account->today, "Zonder namen van medewerkers" };

  table->number = account->number;
  table->name = account->name;
  if (!ovs_csv_writer_add_row (table->writer, head, error) || !put_row (table, &label, error) || !put_parts (table, account, error)
      || !put_deeds (table, account, error))
    return FALSE;
  for (guint i = 0; i < account->clients->len; i++)
    if (!put_client (table, g_ptr_array_index (account->clients, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_table (const OvsAccount *account, OvsAccountFile *file, GError **error)
{
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (file->path, error);
  Table table = { .writer = writer };

  if (writer == NULL || !put_all (&table, account, error) || !ovs_csv_writer_close (writer, error))
    return FALSE;
  file->rows = table.rows;
  return TRUE;
}

/* --- as a paper ------------------------------------------------------------------------------------------------ */

static gboolean
write_paper (const OvsAccount *account, OvsAccountFile *file, GError **error)
{
  guint pages = 0;
  g_autoptr (GBytes) pdf = ovs_account_paper_pdf (account, &pages, error);

  file->rows = pages;
  return ovs_save_bytes (file->path, pdf, error);
}

/* --- either ---------------------------------------------------------------------------------------------------- */

static char *
hash_file (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, error))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

gboolean
ovs_account_file_save (OvsTx *tx, gpointer data, GError **error)
{
  OvsAccountFile *file = data;
  const char *format = format_of (file->path);
  g_autoptr (OvsAccount) account = ovs_account_read (tx, file->employer);
  g_autofree char *hash = NULL;

  g_return_val_if_fail (format != NULL, FALSE);
  if (account == NULL)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("This client does not take part, so there is nothing to account for."));
      return FALSE;
    }
  if (!(g_str_equal (format, "pdf") ? write_paper : write_table) (account, file, error))
    return FALSE;
  hash = hash_file (file->path, error);
  if (hash == NULL)
    return FALSE;
  ovs_account_remember (tx, account, file->employer, format, hash);
  return TRUE;
}
