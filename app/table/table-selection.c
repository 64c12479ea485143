/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-selection.h"

struct _OvsTableSelection
{
  GObject parent_instance;

  OvsTableModel *model;
  GHashTable *ids; /* a set */
};

static void ovs_table_selection_list_init (GListModelInterface *iface);
static void ovs_table_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsTableSelection,
                               ovs_table_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ovs_table_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          ovs_table_selection_selection_init))

enum
{
  ALONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
ovs_table_selection_get_item_type (GListModel *list)
{
  return OVS_TYPE_TABLE_SLOT;
}

static guint
ovs_table_selection_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (OVS_TABLE_SELECTION (list)->model));
}

static gpointer
ovs_table_selection_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (OVS_TABLE_SELECTION (list)->model), position);
}

static void
ovs_table_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ovs_table_selection_get_item_type;
  iface->get_n_items = ovs_table_selection_get_n_items;
  iface->get_item = ovs_table_selection_get_item;
}

static gboolean
is_selected (OvsTableSelection *self, guint position)
{
  return g_hash_table_contains (self->ids, ovs_table_key (ovs_table_model_get_id (self->model, position)));
}

static void
tell (OvsTableSelection *self, guint position, guint n_items)
{
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n_items);
}

static void
tell_all (OvsTableSelection *self)
{
  tell (self, 0, ovs_table_selection_get_n_items (G_LIST_MODEL (self)));
}

static void
add (OvsTableSelection *self, guint position, guint n_items)
{
  guint end = MIN (position + n_items, ovs_table_model_get_n_ids (self->model));

  for (guint i = position; i < end; i++)
    g_hash_table_add (self->ids, ovs_table_key (ovs_table_model_get_id (self->model, i)));
}

static gboolean
ovs_table_selection_is_selected (GtkSelectionModel *selection, guint position)
{
  return is_selected (OVS_TABLE_SELECTION (selection), position);
}

static GtkBitset *
ovs_table_selection_get_selection_in_range (GtkSelectionModel *selection, guint position, guint n_items)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);
  GtkBitset *result = gtk_bitset_new_empty ();

  for (guint i = position; g_hash_table_size (self->ids) > 0 && i - position < n_items; i++)
    if (is_selected (self, i))
      gtk_bitset_add (result, i);
  return result;
}

static gboolean
ovs_table_selection_select_item (GtkSelectionModel *selection, guint position, gboolean unselect_rest)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);

  if (unselect_rest)
    g_hash_table_remove_all (self->ids);
  add (self, position, 1);
  if (!unselect_rest)
    {
      tell (self, position, 1);
      return TRUE;
    }
  tell_all (self);
  g_signal_emit (self, signals[ALONE], 0, position);
  return TRUE;
}

static gboolean
ovs_table_selection_unselect_item (GtkSelectionModel *selection, guint position)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);

  g_hash_table_remove (self->ids, ovs_table_key (ovs_table_model_get_id (self->model, position)));
  tell (self, position, 1);
  return TRUE;
}

static gboolean
ovs_table_selection_select_range (GtkSelectionModel *selection,
                                  guint position,
                                  guint n_items,
                                  gboolean unselect_rest)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);

  if (unselect_rest)
    g_hash_table_remove_all (self->ids);
  add (self, position, n_items);
  tell_all (self);
  return TRUE;
}

static gboolean
ovs_table_selection_unselect_range (GtkSelectionModel *selection, guint position, guint n_items)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);

  for (guint i = position; i - position < n_items; i++)
    g_hash_table_remove (self->ids, ovs_table_key (ovs_table_model_get_id (self->model, i)));
  tell (self, position, n_items);
  return TRUE;
}

static gboolean
ovs_table_selection_select_all (GtkSelectionModel *selection)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);

  add (self, 0, ovs_table_model_get_n_ids (self->model));
  tell_all (self);
  return TRUE;
}

static gboolean
ovs_table_selection_unselect_all (GtkSelectionModel *selection)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (selection);

  g_hash_table_remove_all (self->ids);
  tell_all (self);
  return TRUE;
}

static void
ovs_table_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = ovs_table_selection_is_selected;
  iface->get_selection_in_range = ovs_table_selection_get_selection_in_range;
  iface->select_item = ovs_table_selection_select_item;
  iface->unselect_item = ovs_table_selection_unselect_item;
  iface->select_range = ovs_table_selection_select_range;
  iface->unselect_range = ovs_table_selection_unselect_range;
  iface->select_all = ovs_table_selection_select_all;
  iface->unselect_all = ovs_table_selection_unselect_all;
}

static void
ovs_table_selection_dispose (GObject *object)
{
  OvsTableSelection *self = OVS_TABLE_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  G_OBJECT_CLASS (ovs_table_selection_parent_class)->dispose (object);
}

static void
ovs_table_selection_class_init (OvsTableSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_table_selection_dispose;

  signals[ALONE] = g_signal_new ("alone", OVS_TYPE_TABLE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ovs_table_selection_init (OvsTableSelection *self)
{
  self->ids = g_hash_table_new (NULL, NULL);
}

OvsTableSelection *
ovs_table_selection_new (OvsTableModel *model)
{
  OvsTableSelection *self = g_object_new (OVS_TYPE_TABLE_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  /* The positions hold other rows now, of which others may be selected. */
  g_signal_connect_object (model, "swapped", G_CALLBACK (tell_all), self, G_CONNECT_SWAPPED);
  return self;
}

GArray *
ovs_table_selection_get_ids (OvsTableSelection *self)
{
  const GArray *all = ovs_table_model_get_ids (self->model);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; g_hash_table_size (self->ids) > 0 && i < all->len; i++)
    if (is_selected (self, i))
      g_array_append_val (ids, g_array_index (all, gint64, i));
  return ids;
}
