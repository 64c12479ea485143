/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/aside.h"

#include "dossier/dossier.h"

#define CREATE "CREATE TEMP TABLE IF NOT EXISTS aside (owner INTEGER, employer INTEGER, content BLOB, PRIMARY KEY (owner, employer)) WITHOUT ROWID"

void
ovs_aside_keep_few_pages (OvsTx *tx, gboolean few)
{
  ovs_tx_exec (tx, few ? "PRAGMA cache_size = -6144" : OVS_DOSSIER_CACHE_TO_WRITE);
}

static gint64
number_of (gconstpointer owner)
{
  return (gint64) GPOINTER_TO_SIZE (owner);
}

void
ovs_aside_put (OvsTx *tx, gconstpointer owner, gint64 employer, GBytes *content)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (content, &length);

  ovs_tx_exec (tx, CREATE);
  ovs_tx_run (tx, "INSERT OR REPLACE INTO temp.aside (owner, employer, content) VALUES (?1, ?2, ?3)", "iix", number_of (owner), employer, data,
              length);
}

GBytes *
ovs_aside_get (OvsTx *tx, gconstpointer owner, gint64 employer)
{
  GBytes *content = NULL;

  ovs_tx_exec (tx, CREATE);

  OvsRows rows = ovs_rows_open (tx, "SELECT content FROM temp.aside WHERE owner = ?1 AND employer = ?2", "ii", number_of (owner), employer);

  if (ovs_rows_next (&rows))
    content = ovs_rows_bytes (&rows, 0);
  ovs_rows_close (&rows);
  return content;
}

void
ovs_aside_clear (OvsTx *tx, gconstpointer owner)
{
  ovs_tx_exec (tx, CREATE);
  ovs_tx_run (tx, "DELETE FROM temp.aside WHERE owner = ?1", "i", number_of (owner));
}
