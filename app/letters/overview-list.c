/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/overview-list.h"

#include "dossier/overview.h"
#include "dossier/standing-clients.h"
#include "dossier/waves.h"

/* The sizes of lists that have a column, after how many were sent. */
static const struct
{
  OvsOutcomeList list;
  const char *head;
} lists[] = {
  { OVS_OUTCOMES_OVER, "Over door de overstap" },
  { OVS_OUTCOMES_WAITING, "Wacht op activatie" },
  { OVS_OUTCOMES_FALLOUT, "Op de uitvallijst" },
  { OVS_OUTCOMES_UNKNOWN, "Onbekend" },
  { OVS_OUTCOMES_NO_ACCESS, "Geen toegang nodig" },
  { OVS_OUTCOMES_LEFT, "Uit dienst" },
  { OVS_OUTCOMES_STRANDED, "Zonder toegang" },
  { OVS_OUTCOMES_BOTH_PORTALS, "Beide portalen" },
};

typedef struct
{
  OvsCsvWriter *writer;
  GHashTable *standing; /* (element-type OvsStandingClient) by id, without texts */
  gboolean rounds;
  gint64 rows;
  GError *error; /* (owned) (nullable) */
} List;

static void
keep (const OvsStandingClient *client, gpointer data)
{
  OvsStandingClient *kept = g_memdup2 (client, sizeof *client);

  g_hash_table_insert (data, &kept->id, kept);
}

static void
add_head (List *list)
{
  static const char *const heads[] = { "Werkgevernummer", "Werkgever", "Behandelaar",   "Doet mee",    "Medewerkers", "Kan over",
                                       "Te beslissen",    "Stopper",   "Gaat niet mee", "Uitgenodigd", "Overgestapt", "Uitval",
                                       "Aangeboden" };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    ovs_csv_writer_add_text (list->writer, heads[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    ovs_csv_writer_add_text (list->writer, lists[i].head);
  ovs_csv_writer_add_text (list->writer, "Erbij over in 7 dagen");
  ovs_csv_writer_add_text (list->writer, "Stand van");
  if (list->rounds)
    {
      ovs_csv_writer_add_text (list->writer, "Ronde");
      ovs_csv_writer_add_text (list->writer, "Datum ronde");
    }
  ovs_csv_writer_end_row (list->writer, &list->error);
}

static void
add_standing (List *list, gint64 employer)
{
  static const OvsStandingClient nobody;
  const OvsStandingClient *found = g_hash_table_lookup (list->standing, &employer);
  const OvsStandingClient *client = found != NULL ? found : &nobody;

  ovs_csv_writer_add_count (list->writer, ovs_standing_sent (client->lists));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    ovs_csv_writer_add_count (list->writer, client->lists[lists[i].list]);
  ovs_csv_writer_add_count (list->writer, client->lists[OVS_OUTCOMES_OVER] - client->week_ago[OVS_OUTCOMES_OVER]);
  ovs_csv_writer_add_day (list->writer, client->as_of != 0 ? ovs_clock_day_of (client->as_of) : OVS_NO_DAY);
}

static void
add_round (List *list, const OvsOverviewRow *row)
{
  g_autofree char *number = row->wave != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, row->wave) : NULL;

  if (!list->rounds)
    return;
  ovs_csv_writer_add_text (list->writer, number);
  ovs_csv_writer_add_day (list->writer, row->wave_on);
}

static void
add_client (const OvsOverviewRow *row, gpointer data)
{
  List *list = data;
  const gint64 counts[] = { row->employees, row->ready, row->decide, row->stopper, row->left_out, row->invited, row->over, row->fallout };

  ovs_csv_writer_add_text (list->writer, row->number);
  ovs_csv_writer_add_text (list->writer, row->name);
  ovs_csv_writer_add_text (list->writer, row->handler);
  ovs_csv_writer_add_text (list->writer, row->selected ? "J" : "N");
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    ovs_csv_writer_add_count (list->writer, counts[i]);
  add_standing (list, row->id);
  add_round (list, row);
  if (list->error == NULL && ovs_csv_writer_end_row (list->writer, &list->error))
    list->rows++;
}

gboolean
ovs_overview_list_write (OvsTx *tx, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  g_autoptr (GHashTable) standing = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  List list = { .writer = writer, .standing = standing, .rounds = ovs_waves_any (tx) };

  ovs_standing_clients_foreach (tx, NULL, TRUE, keep, standing);
  add_head (&list);
  ovs_overview_foreach (tx, ovs_tx_today (tx), add_client, &list);
  *rows = list.rows;
  if (list.error == NULL)
    return TRUE;
  g_propagate_error (error, list.error);
  return FALSE;
}
