/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/trail-list.h"

#include "base/clock.h"
#include "dossier/trail.h"

typedef struct
{
  OvsCsvWriter *writer;
  gint64 rows;
  GError *error; /* (owned) (nullable): the first trouble; it stops the rest */
} List;

static void
add_entry (gint64 sequence,
           const char *at,
           const char *operation,
           const char *detail,
           const char *actor,
           const char *note,
           const char *hash,
           gpointer data)
{
  List *list = data;
  const char *const texts[] = { operation, actor, detail, note, hash };
  g_autofree char *moment = NULL;
  gint64 instant;

  if (ovs_clock_parse_iso (at, &instant))
    moment = ovs_clock_to_file (instant);
  ovs_csv_writer_add_count (list->writer, sequence);
  ovs_csv_writer_add_text (list->writer, moment);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ovs_csv_writer_add_text (list->writer, texts[i]);
  if (list->error == NULL && ovs_csv_writer_end_row (list->writer, &list->error))
    list->rows++;
}

gboolean
ovs_trail_list_write (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Volgnummer", "Moment", "Handeling", "Wie", "Gegevens", "Toelichting", "Controlegetal", NULL };
  List list = { .writer = writer };

  if (!ovs_csv_writer_add_row (writer, head, error))
    return FALSE;
  ovs_trail_foreach (tx, add_entry, &list);
  *rows = list.rows;
  if (list.error == NULL)
    return TRUE;
  g_propagate_error (error, list.error);
  return FALSE;
}
