/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/hand-in-list.h"

#include "dossier/route-people.h"
#include "dossier/settings.h"
#include "dossier/waves.h"

void
ovs_hand_in_list_free (OvsHandInList *list)
{
  if (list == NULL)
    return;
  g_free (list->firm);
  g_free (list->lines);
  g_ptr_array_unref (list->clients);
  g_free (list);
}

static guint
count_with (const GPtrArray *clients, OvsRouteList people)
{
  guint number = 0;

  for (guint i = 0; i < clients->len; i++)
    number += ((const OvsRouteClient *) g_ptr_array_index (clients, i))->people[people] > 0;
  return number;
}

static void
keep_only (GPtrArray *clients, OvsRouteList people)
{
  for (guint i = clients->len; i > 0; i--)
    if (((const OvsRouteClient *) g_ptr_array_index (clients, i - 1))->people[people] == 0)
      g_ptr_array_remove_index (clients, i - 1);
}

static char *
make_lines (const GPtrArray *clients)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < clients->len; i++)
    {
      const OvsRouteClient *client = g_ptr_array_index (clients, i);

      g_string_append_printf (lines, "%s%s\t%s", i > 0 ? "\n" : "", client->number, client->name != NULL ? client->name : "");
    }
  return g_string_free (lines, FALSE);
}

static void
take_date (const OvsWaveRow *row, gpointer data)
{
  ((OvsHandInList *) data)->date = row->date;
}

OvsHandInList *
ovs_hand_in_list_read (OvsTx *tx, gint64 wave)
{
  OvsRouteScope scope = { OVS_ROUTE_LOKET, wave, 0 };
  OvsHandInList *list = g_new0 (OvsHandInList, 1);

  list->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  list->date = OVS_NO_DAY;
  list->clients = ovs_route_clients (tx, &scope);
  keep_only (list->clients, count_with (list->clients, OVS_ROUTE_READY) > 0 ? OVS_ROUTE_READY : OVS_ROUTE_SUBMITTED);
  list->lines = make_lines (list->clients);
  if (wave > 0)
    ovs_waves_get (tx, wave, take_date, list);
  return list;
}

char *
ovs_hand_in_list_text (const OvsHandInList *list, OvsTicket ticket, GError **error)
{
  return ovs_ticket_text (ticket, list->firm, list->lines, list->clients->len, list->date, error);
}

gboolean
ovs_hand_in_list_write (const OvsHandInList *list, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Werkgever", "Uit te nodigen", "Gewenste datum", NULL };

  *rows = 0;
  if (!ovs_csv_writer_add_row (writer, head, error))
    return FALSE;
  for (guint i = 0; i < list->clients->len; i++)
    {
      const OvsRouteClient *client = g_ptr_array_index (list->clients, i);

      ovs_csv_writer_add_text (writer, client->number);
      ovs_csv_writer_add_text (writer, client->name);
      ovs_csv_writer_add_count (writer, client->people[OVS_ROUTE_READY] + client->people[OVS_ROUTE_SUBMITTED]);
      ovs_csv_writer_add_day (writer, list->date);
      if (!ovs_csv_writer_end_row (writer, error))
        return FALSE;
      ++*rows;
    }
  return TRUE;
}
