/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/tally-sums.h"

typedef struct
{
  gint64 employer;
  guint dispositions[OVS_N_DISPOSITIONS];
  guint reasons[OVS_N_REASONS];
  guint findings[OVS_N_FINDINGS];
  guint fallen;
  guint to_block;
} Client;

struct _OvsTallySums
{
  GHashTable *clients; /* (owned) of Client by the employer's id */
  Client *last;        /* (unowned) (nullable) people of one client mostly lie together */
};

OvsTallySums *
ovs_tally_sums_new (void)
{
  OvsTallySums *self = g_new0 (OvsTallySums, 1);

  self->clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
ovs_tally_sums_free (OvsTallySums *self)
{
  g_hash_table_unref (self->clients);
  g_free (self);
}

static Client *
get_client (OvsTallySums *self, gint64 employer)
{
  Client *client = self->last;

  if (client != NULL && client->employer == employer)
    return client;
  client = g_hash_table_lookup (self->clients, &employer);
  if (client == NULL)
    {
      client = g_new0 (Client, 1);
      client->employer = employer;
      g_hash_table_insert (self->clients, &client->employer, client);
    }
  self->last = client;
  return client;
}

static void
count_findings (Client *client, OvsFindings findings)
{
  for (int finding = 0; findings != 0; finding++, findings >>= 1)
    client->findings[finding] += findings & 1;
}

void
ovs_tally_sums_add (OvsTallySums *self, const OvsTallyPerson *person)
{
  Client *client = get_client (self, person->employer);
  gboolean ready = person->disposition == OVS_DISPOSITION_READY;
  /* What is not known counts as access, as in rules/access.h. */
  gboolean open = person->werknemerloket == OVS_ACCESS_UNKNOWN || person->werknemerloket == OVS_ACCESS_ACTIVE;

  client->dispositions[person->disposition]++;
  if (person->reason != OVS_REASON_NONE)
    client->reasons[person->reason]++;
  if (ready || person->disposition == OVS_DISPOSITION_DECIDE || person->disposition == OVS_DISPOSITION_STOPPER)
    count_findings (client, person->findings);
  client->fallen += ready && person->submitted;
  client->to_block += ready && open && !person->submitted;
}

void
ovs_tally_sums_put (OvsTx *tx, gint64 employer, const char *what, gint64 number)
{
  if (number != 0)
    ovs_tx_run (tx, "INSERT INTO tally (employer, what, number) VALUES (?1, ?2, ?3)", "isi", employer, what, number);
}

static void
put_under (OvsTx *tx, gint64 employer, const char *prefix, const char *code, gint64 number)
{
  g_autofree char *what = number != 0 ? g_strconcat (prefix, code, NULL) : NULL;

  ovs_tally_sums_put (tx, employer, what, number);
}

static void
write_client (const Client *client, OvsTx *tx)
{
  for (int i = 0; i < OVS_N_DISPOSITIONS; i++)
    ovs_tally_sums_put (tx, client->employer, ovs_disposition_code (i), client->dispositions[i]);
  for (int i = OVS_REASON_NONE + 1; i < OVS_N_REASONS; i++)
    put_under (tx, client->employer, OVS_TALLY_REASON, ovs_reason_code (i), client->reasons[i]);
  for (int i = 0; i < OVS_N_FINDINGS; i++)
    put_under (tx, client->employer, OVS_TALLY_FINDING, ovs_rule_get (i)->code, client->findings[i]);
  ovs_tally_sums_put (tx, client->employer, OVS_TALLY_FALLEN, client->fallen);
  ovs_tally_sums_put (tx, client->employer, OVS_TALLY_TO_BLOCK, client->to_block);
}

void
ovs_tally_sums_write (OvsTallySums *self, OvsTx *tx)
{
  GHashTableIter iter;
  gpointer client;

  g_hash_table_iter_init (&iter, self->clients);
  while (g_hash_table_iter_next (&iter, NULL, &client))
    write_client (client, tx);
}
