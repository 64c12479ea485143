/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "overstap-table"

#include "table/table-model.h"

/* Rows are fetched by the page, so that scrolling asks for the next rows before they come into sight. */
#define PAGE 128
/* As many rows as stay at hand; a GTK list keeps some 205 as widgets. */
#define MOST_ROWS 4096
/* A list that opens makes a widget per row until it has this many, and then none. */
#define FIRST_ROWS 240
#define ROWS_A_STEP 20

struct _OvsTableModel
{
  GObject parent_instance;

  OvsTableSource *source;
  gulong changed_handler;
  char *sort;
  gboolean descending;
  char *search;
  char *filter;

  GArray *ids;       /* of gint64, those that match */
  guint n_shown;     /* as many of them as the list has told of */
  GHashTable *slots; /* position to OvsTableSlot, unowned, those alive */
  OvsTableCache *cache;

  GCancellable *asking; /* of the query under way, and of the fetch before its ids are swapped in */
  gboolean ask_again;   /* the contents changed during that */
  gboolean asleep;      /* nobody looks */
  gboolean ask_later;   /* once somebody does */
  GArray *next_ids;     /* its answer, until the rows in sight are there */
  GCancellable *fetching;
  guint ask_idle;
  guint fetch_idle;
  guint resize_idle;
};

static void ovs_table_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsTableModel,
                               ovs_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ovs_table_model_list_init))

enum
{
  SWAPPED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void schedule_fetch (OvsTableModel *self);
static void schedule_ask (OvsTableModel *self);

static gint64
id_at (const GArray *ids, guint position)
{
  return position < ids->len ? g_array_index (ids, gint64, position) : 0;
}

/* --- the list --- */

static GType
ovs_table_model_get_item_type (GListModel *list)
{
  return OVS_TYPE_TABLE_SLOT;
}

static guint
ovs_table_model_get_n_items (GListModel *list)
{
  return OVS_TABLE_MODEL (list)->n_shown;
}

static gboolean
is_slot (gpointer key, gpointer value, gpointer user_data)
{
  return value == user_data;
}

static void
on_slot_gone (gpointer data, GObject *slot)
{
  OvsTableModel *self = data;

  g_hash_table_foreach_remove (self->slots, is_slot, slot);
}

static gpointer
ovs_table_model_get_item (GListModel *list, guint position)
{
  OvsTableModel *self = OVS_TABLE_MODEL (list);
  OvsTableSlot *slot;

  if (position >= self->n_shown)
    return NULL;
  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);

  slot = ovs_table_slot_new (self->cache, position, id_at (self->ids, position));
  g_object_weak_ref (G_OBJECT (slot), on_slot_gone, self);
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  if (!ovs_table_cache_fresh (self->cache, ovs_table_slot_get_id (slot)))
    schedule_fetch (self);
  return slot;
}

static void
ovs_table_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ovs_table_model_get_item_type;
  iface->get_n_items = ovs_table_model_get_n_items;
  iface->get_item = ovs_table_model_get_item;
}

/* --- fetching rows --- */

static void
wish (OvsTableModel *self, GArray *ids, GHashTable *wished, gint64 id)
{
  if (id != 0 && !ovs_table_cache_fresh (self->cache, id) && g_hash_table_add (wished, ovs_table_key (id)))
    g_array_append_val (ids, id);
}

/* NULL when nobody waits for it any more. What cannot be read stays empty. */
static GArray *
fetch_finish (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = ovs_table_cache_fetch_finish (result, &error);

  if (ids != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ids;
  g_warning ("The rows of a table cannot be read: %s", error->message);
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTableModel) self = user_data;
  g_autoptr (GArray) ids = fetch_finish (result);
  g_autoptr (GHashTable) came = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) filled = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  if (ids == NULL)
    return;
  g_clear_object (&self->fetching);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (came, ovs_table_key (id_at (ids, i)));

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    if (g_hash_table_contains (came, ovs_table_key (ovs_table_slot_get_id (slot))))
      g_ptr_array_add (filled, g_object_ref (slot));
  for (guint i = 0; i < filled->len; i++)
    ovs_table_slot_refill (filled->pdata[i], ovs_table_slot_get_id (filled->pdata[i]));
  if (ids->len > 0)
    schedule_fetch (self);
}

static void
trim (OvsTableModel *self)
{
  g_autoptr (GHashTable) keep = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_hash_table_add (keep, ovs_table_key (ovs_table_slot_get_id (slot)));
  ovs_table_cache_trim (self->cache, MOST_ROWS, keep);
}

/* Only slots that are alive now: a scroll past ten thousand rows asks for none of them. */
static gboolean
on_fetch_idle (gpointer user_data)
{
  OvsTableModel *self = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) wished = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer slot;

  self->fetch_idle = 0;
  if (self->source == NULL || self->fetching != NULL)
    return G_SOURCE_REMOVE;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    {
      guint first = ovs_table_slot_get_position (slot) / PAGE * PAGE;

      if (ovs_table_cache_fresh (self->cache, ovs_table_slot_get_id (slot)))
        continue;
      for (guint i = first; i < first + PAGE; i++)
        wish (self, ids, wished, id_at (self->ids, i));
    }
  if (ids->len == 0)
    return G_SOURCE_REMOVE;

  trim (self);
  self->fetching = g_cancellable_new ();
  ovs_table_cache_fetch_async (self->cache, self->source, ids, self->fetching, on_fetched,
                               g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule_fetch (OvsTableModel *self)
{
  if (self->fetch_idle == 0)
    self->fetch_idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_fetch_idle, self, NULL);
}

/* --- another query --- */

static void
show (OvsTableModel *self, guint n_shown)
{
  guint before = self->n_shown;

  self->n_shown = n_shown;
  if (n_shown > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_shown - before);
  else if (n_shown < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_shown, before - n_shown, 0);
}

/* The widgets of rows come and go a few at a time; rows without a widget cost nothing. */
static guint
next_count (const OvsTableModel *self)
{
  guint wanted = self->ids->len;

  if (self->n_shown < wanted)
    return self->n_shown < FIRST_ROWS ? MIN (self->n_shown + ROWS_A_STEP, wanted) : wanted;
  if (self->n_shown > FIRST_ROWS)
    return MAX (wanted, FIRST_ROWS);
  return MAX (wanted, self->n_shown - MIN (ROWS_A_STEP, self->n_shown));
}

static gboolean
on_resize_idle (gpointer user_data)
{
  OvsTableModel *self = user_data;

  show (self, next_count (self));
  if (self->n_shown != self->ids->len)
    return G_SOURCE_CONTINUE;

  self->resize_idle = 0;
  g_signal_emit (self, signals[SETTLED], 0);
  return G_SOURCE_REMOVE;
}

static void
refill_slots (OvsTableModel *self)
{
  g_autoptr (GList) alive = g_hash_table_get_values (self->slots);

  for (GList *node = alive; node != NULL; node = node->next)
    g_object_ref (node->data);
  for (GList *node = alive; node != NULL; node = node->next)
    {
      ovs_table_slot_refill (node->data, id_at (self->ids, ovs_table_slot_get_position (node->data)));
      g_object_unref (node->data);
    }
}

static void
swap (OvsTableModel *self, GArray *ids)
{
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  g_clear_handle_id (&self->resize_idle, g_source_remove);

  if (ids->len < self->n_shown)
    show (self, next_count (self));
  refill_slots (self);
  schedule_fetch (self);
  g_signal_emit (self, signals[SWAPPED], 0);
  self->resize_idle = g_idle_add_full (G_PRIORITY_LOW, on_resize_idle, self, NULL);
}

static void
asked (OvsTableModel *self)
{
  g_clear_object (&self->asking);
  if (self->ask_again)
    schedule_ask (self);
}

static void
take_next_ids (OvsTableModel *self)
{
  g_autoptr (GArray) ids = g_steal_pointer (&self->next_ids);

  swap (self, ids);
  asked (self);
}

static void
on_first_rows (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTableModel) self = user_data;
  g_autoptr (GArray) ids = fetch_finish (result);

  if (ids != NULL)
    take_next_ids (self);
}

/* The rows that will be in sight are fetched before the swap, so that nobody sees an empty table in between.
 */
static void
fetch_first_rows (OvsTableModel *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) wished = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer position;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    wish (self, ids, wished, id_at (self->next_ids, GPOINTER_TO_UINT (position)));
  for (guint i = self->n_shown; i < FIRST_ROWS; i++)
    wish (self, ids, wished, id_at (self->next_ids, i));

  if (ids->len == 0)
    take_next_ids (self);
  else
    ovs_table_cache_fetch_async (self->cache, self->source, ids, self->asking, on_first_rows,
                                 g_object_ref (self));
}

typedef struct
{
  OvsTableModel *self;
  GCancellable *cancellable;
} Ask;

static void
on_queried (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Ask *ask = user_data;
  g_autoptr (OvsTableModel) self = ask->self;
  g_autoptr (GCancellable) cancellable = ask->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ovs_table_source_query_finish (OVS_TABLE_SOURCE (source), result, &error);

  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (ids == NULL)
    {
      g_warning ("The contents of a table cannot be read: %s", error->message);
      asked (self);
      return;
    }
  g_debug ("%u rows match", ids->len);
  self->next_ids = g_steal_pointer (&ids);
  fetch_first_rows (self);
}

static void
stop_asking (OvsTableModel *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->next_ids, g_array_unref);
}

static gboolean
on_ask_idle (gpointer user_data)
{
  OvsTableModel *self = user_data;
  OvsTableQuery query = { self->sort, self->descending, self->search, self->filter };
  Ask *ask;

  self->ask_idle = 0;
  self->ask_again = FALSE;
  self->ask_later = self->asleep;
  if (self->source == NULL || self->asleep)
    return G_SOURCE_REMOVE;

  ask = g_new0 (Ask, 1);
  self->asking = g_cancellable_new ();
  ask->self = g_object_ref (self);
  ask->cancellable = g_object_ref (self->asking);
  ovs_table_source_query_async (self->source, &query, self->asking, on_queried, ask);
  return G_SOURCE_REMOVE;
}

static void
schedule_ask (OvsTableModel *self)
{
  self->ask_later = self->asleep;
  if (self->ask_idle == 0 && !self->asleep)
    self->ask_idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_ask_idle, self, NULL);
}

/* Another question makes the answer to the one before useless. */
static void
ask_other (OvsTableModel *self)
{
  stop_asking (self);
  schedule_ask (self);
}

/* Changes that keep coming do not: each answer is shown before the next question, else a running import would
 * show none. */
static void
on_source_changed (OvsTableModel *self)
{
  ovs_table_cache_expire (self->cache);
  if (self->asking != NULL)
    self->ask_again = TRUE;
  else
    schedule_ask (self);
}

/* --- the rest --- */

static void
let_go (OvsTableModel *self)
{
  stop_asking (self);
  g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
  g_clear_handle_id (&self->ask_idle, g_source_remove);
  g_clear_handle_id (&self->fetch_idle, g_source_remove);
  g_clear_handle_id (&self->resize_idle, g_source_remove);
  if (self->source != NULL)
    g_clear_signal_handler (&self->changed_handler, self->source);
  g_clear_object (&self->source);
}

static void
ovs_table_model_dispose (GObject *object)
{
  OvsTableModel *self = OVS_TABLE_MODEL (object);
  GHashTableIter iter;
  gpointer slot;

  let_go (self);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    {
      g_object_weak_unref (slot, on_slot_gone, self);
      g_hash_table_iter_remove (&iter);
    }
  G_OBJECT_CLASS (ovs_table_model_parent_class)->dispose (object);
}

static void
ovs_table_model_finalize (GObject *object)
{
  OvsTableModel *self = OVS_TABLE_MODEL (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->slots);
  ovs_table_cache_unref (self->cache);
  g_free (self->sort);
  g_free (self->search);
  g_free (self->filter);
  G_OBJECT_CLASS (ovs_table_model_parent_class)->finalize (object);
}

static void
ovs_table_model_class_init (OvsTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_table_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_table_model_finalize;

  signals[SWAPPED] =
      g_signal_new ("swapped", OVS_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] =
      g_signal_new ("settled", OVS_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_table_model_init (OvsTableModel *self)
{
  self->search = g_strdup ("");
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->slots = g_hash_table_new (NULL, NULL);
  self->cache = ovs_table_cache_new ();
}

OvsTableModel *
ovs_table_model_new (void)
{
  return g_object_new (OVS_TYPE_TABLE_MODEL, NULL);
}

void
ovs_table_model_set_source (OvsTableModel *self, OvsTableSource *source)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->source == source)
    return;
  let_go (self);
  ovs_table_cache_clear (self->cache);
  swap (self, none);
  if (source == NULL)
    return;
  /* Nothing of it is shown yet. */
  g_clear_handle_id (&self->resize_idle, g_source_remove);
  self->source = g_object_ref (source);
  self->changed_handler = g_signal_connect_swapped (source, "changed", G_CALLBACK (on_source_changed), self);
  schedule_ask (self);
}

void
ovs_table_model_set_asleep (OvsTableModel *self, gboolean asleep)
{
  self->asleep = asleep;
  if (!asleep && self->ask_later)
    schedule_ask (self);
}

static void
set_text (OvsTableModel *self, char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  ask_other (self);
}

void
ovs_table_model_set_sort (OvsTableModel *self, const char *sort, gboolean descending)
{
  if (self->descending != descending)
    {
      self->descending = descending;
      ask_other (self);
    }
  set_text (self, &self->sort, sort);
}

void
ovs_table_model_set_search (OvsTableModel *self, const char *search)
{
  set_text (self, &self->search, search != NULL ? search : "");
}

void
ovs_table_model_set_filter (OvsTableModel *self, const char *filter)
{
  set_text (self, &self->filter, filter);
}

guint
ovs_table_model_get_n_ids (OvsTableModel *self)
{
  return self->ids->len;
}

gint64
ovs_table_model_get_id (OvsTableModel *self, guint position)
{
  return id_at (self->ids, position);
}

gboolean
ovs_table_model_find (OvsTableModel *self, gint64 id, guint *position)
{
  for (guint i = 0; id != 0 && i < self->ids->len; i++)
    {
      if (id_at (self->ids, i) != id)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}

const GArray *
ovs_table_model_get_ids (OvsTableModel *self)
{
  return self->ids;
}

OvsTableSlot *
ovs_table_model_peek (OvsTableModel *self, guint position)
{
  return g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
}
