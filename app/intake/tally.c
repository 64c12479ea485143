/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/tally.h"

#define MAX_ROWS ((1u << 21) - 1)
#define MAX_ZEROS 254u

typedef struct
{
  guint32 class : 3;
  guint32 zeros : 8; /* one more than there are; 0 for not noted */
  guint32 rows : 21; /* further ones stay in the class in which they came */
} Entry;

G_STATIC_ASSERT (sizeof (Entry) == 4);

struct _OvsTally
{
  GArray *entries; /* (owned) (element-type Entry) by id, which the dossier hands out from 1 without gaps */
  guint64 rows[OVS_TALLY_N_CLASSES];
};

OvsTally *
ovs_tally_new (void)
{
  OvsTally *tally = g_new0 (OvsTally, 1);

  tally->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  return tally;
}

void
ovs_tally_free (OvsTally *tally)
{
  g_array_unref (tally->entries);
  g_free (tally);
}

static Entry *
entry_of (OvsTally *tally, gint64 id)
{
  if (id >= tally->entries->len)
    g_array_set_size (tally->entries, (guint) id + 1);
  return &g_array_index (tally->entries, Entry, id);
}

OvsTallyClass
ovs_tally_get_class (OvsTally *tally, gint64 id)
{
  return id < tally->entries->len ? g_array_index (tally->entries, Entry, id).class : OVS_TALLY_ABSENT;
}

void
ovs_tally_count (OvsTally *tally, gint64 id, OvsTallyClass class, guint rows)
{
  Entry *entry = entry_of (tally, id);

  tally->rows[entry->class] -= entry->rows;
  tally->rows[class] += (guint64) entry->rows + rows;
  entry->class = class;
  entry->rows = MIN (entry->rows + rows, MAX_ROWS);
}

void
ovs_tally_see (OvsTally *tally, gint64 id)
{
  Entry *entry = entry_of (tally, id);

  if (entry->class == OVS_TALLY_ABSENT)
    entry->class = OVS_TALLY_SEEN;
}

guint
ovs_tally_count_zeros (const char *number)
{
  guint zeros = 0;

  while (number[zeros] == '0')
    zeros++;
  return zeros;
}

gboolean
ovs_tally_check_number (OvsTally *tally, gint64 id, const char *number)
{
  Entry *entry = entry_of (tally, id);
  guint zeros = MIN (ovs_tally_count_zeros (number), MAX_ZEROS - 1) + 1;

  if (entry->zeros == 0)
    entry->zeros = zeros;
  return entry->zeros == zeros;
}

guint64
ovs_tally_get_rows (OvsTally *tally, OvsTallyClass class)
{
  return tally->rows[class];
}

gint64
ovs_tally_get_limit (OvsTally *tally)
{
  return tally->entries->len;
}
