/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-clients.h"

struct _OvsJudgeClients
{
  OvsTx *tx;                  /* (unowned) */
  GHashTable *clients;        /* (owned) of OvsJudgeClient by their id */
  const OvsJudgeClient *last; /* (unowned) (nullable) people of one client mostly lie together */
};

static void
free_client (gpointer data)
{
  OvsJudgeClient *client = data;

  g_free (client->number);
  g_free (client);
}

OvsJudgeClients *
ovs_judge_clients_new (OvsTx *tx)
{
  OvsJudgeClients *self = g_new0 (OvsJudgeClients, 1);

  self->tx = tx;
  self->clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_client);
  return self;
}

void
ovs_judge_clients_free (OvsJudgeClients *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->clients);
  g_free (self);
}

static OvsJudgeClient *
load (OvsTx *tx, gint64 employer)
{
  OvsJudgeClient *client = g_new0 (OvsJudgeClient, 1);
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT number, selected, without_werknemerloket_too, mijnloket IS 0, excluded_reason IS NOT NULL, "
                                "informed_on, informed_at, (SELECT w.date FROM wave w WHERE w.id = employer.wave AND w.applied_at IS NULL) "
                                "FROM employer WHERE id = ?1",
                                "i", employer);

  client->id = employer;
  if (ovs_rows_next (&rows))
    {
      client->number = g_strdup (ovs_rows_text (&rows, 0));
      client->selected = ovs_rows_int (&rows, 1) != 0;
      client->without_werknemerloket_too = ovs_rows_int (&rows, 2) != 0;
      client->lacks_mijnloket = ovs_rows_int (&rows, 3) != 0;
      client->excluded = ovs_rows_int (&rows, 4) != 0;
      client->informed_on = ovs_rows_day (&rows, 5);
      client->wave_on = ovs_rows_day (&rows, 7);
      client->informed = client->informed_on != OVS_NO_DAY && ovs_clock_parse_iso (ovs_rows_text (&rows, 6), &client->informed_at);
    }
  ovs_rows_close (&rows);
  return client;
}

const OvsJudgeClient *
ovs_judge_clients_get (OvsJudgeClients *self, gint64 employer)
{
  OvsJudgeClient *client;

  if (self->last != NULL && self->last->id == employer)
    return self->last;
  client = g_hash_table_lookup (self->clients, &employer);
  if (client == NULL)
    {
      client = load (self->tx, employer);
      g_hash_table_insert (self->clients, &client->id, client);
    }
  self->last = client;
  return client;
}
