/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/move.h"

#include "dossier/agenda-facts.h"

static void
client_free (gpointer data)
{
  OvsMoveClient *client = data;

  g_free (client->number);
  g_free (client->name);
  g_free (client);
}

static void
add_client (const OvsToldOtherwise *row, gpointer data)
{
  OvsMoveClient *client = g_new0 (OvsMoveClient, 1);

  client->client = row->client;
  client->number = g_strdup (row->number);
  client->name = g_strdup (row->name);
  client->wave_number = row->wave_number;
  client->told = row->told;
  client->day = row->day;
  g_ptr_array_add (data, client);
}

static OvsMove *
move_new (OvsTx *tx, gint64 wave, OvsDay day)
{
  OvsMove *move = g_new0 (OvsMove, 1);

  move->told = g_ptr_array_new_with_free_func (client_free);
  ovs_told_otherwise_foreach (tx, wave, day, add_client, move->told);
  return move;
}

OvsMove *
ovs_move_read (OvsTx *tx, gint64 wave, OvsDay day)
{
  OvsMove *move = move_new (tx, wave, day);

  ovs_letters_lapsing (tx, wave, day, &move->waiting, &move->made);
  return move;
}

OvsMove *
ovs_move_read_open (OvsTx *tx)
{
  return move_new (tx, 0, OVS_NO_DAY);
}

void
ovs_move_free (OvsMove *move)
{
  if (move == NULL)
    return;
  g_ptr_array_unref (move->told);
  g_free (move);
}
