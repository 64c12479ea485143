/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/sorted-ids.h"

#include <string.h>

/* The key begins in itself, so that most comparisons need not look further. */
typedef struct
{
  guint64 begin; /* of the key: as a number it sorts as the bytes do */
  gint64 id;
  gsize rest;    /* where the rest of the key stands in the texts; 0 for none */
} Sorted;

typedef struct
{
  const char *texts;
  gboolean descending;
} Order;

GArray *
ovs_ids (OvsRows *rows)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (ovs_rows_next (rows))
    {
      gint64 id = ovs_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

static Sorted
take (OvsRows *rows, GString *texts)
{
  const char *key = ovs_rows_text (rows, 1);
  gsize length = key != NULL ? strlen (key) : 0;
  Sorted sorted = { .id = ovs_rows_int (rows, 0) };

  memcpy (&sorted.begin, key != NULL ? key : "", MIN (length, sizeof sorted.begin));
  sorted.begin = GUINT64_FROM_BE (sorted.begin);
  if (length <= sizeof sorted.begin)
    return sorted;
  sorted.rest = texts->len;
  g_string_append_len (texts, key + sizeof sorted.begin, (gssize) (length - sizeof sorted.begin) + 1);
  return sorted;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorted *one = a;
  const Sorted *other = b;
  const Order *order = data;
  int result = (one->begin > other->begin) - (one->begin < other->begin);

  if (result == 0 && (one->rest != 0 || other->rest != 0))
    result = strcmp (order->texts + one->rest, order->texts + other->rest);
  return order->descending ? -result : result;
}

GArray *
ovs_sorted_ids (OvsRows *rows, gboolean descending)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  g_autoptr (GString) texts = g_string_new (NULL);
  GArray *ids;
  Order order;

  /* The empty text, for who has no rest. */
  g_string_append_c (texts, '\0');
  while (ovs_rows_next (rows))
    {
      Sorted one = take (rows, texts);

      g_array_append_val (sorted, one);
    }
  order = (Order) { texts->str, descending };
  g_array_sort_with_data (sorted, compare, &order);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), sorted->len);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (ids, g_array_index (sorted, Sorted, i).id);
  return ids;
}
