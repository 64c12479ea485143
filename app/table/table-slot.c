/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-slot.h"

struct _OvsTableSlot
{
  GObject parent_instance;

  OvsTableCache *cache;
  guint position;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (OvsTableSlot, ovs_table_slot, G_TYPE_OBJECT)

enum
{
  REFILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_table_slot_finalize (GObject *object)
{
  OvsTableSlot *self = OVS_TABLE_SLOT (object);

  ovs_table_cache_unref (self->cache);
  G_OBJECT_CLASS (ovs_table_slot_parent_class)->finalize (object);
}

static void
ovs_table_slot_class_init (OvsTableSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_table_slot_finalize;

  signals[REFILLED] =
      g_signal_new ("refilled", OVS_TYPE_TABLE_SLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_table_slot_init (OvsTableSlot *self)
{
}

OvsTableSlot *
ovs_table_slot_new (OvsTableCache *cache, guint position, gint64 id)
{
  OvsTableSlot *self = g_object_new (OVS_TYPE_TABLE_SLOT, NULL);

  self->cache = ovs_table_cache_ref (cache);
  self->position = position;
  self->id = id;
  return self;
}

guint
ovs_table_slot_get_position (OvsTableSlot *self)
{
  return self->position;
}

gint64
ovs_table_slot_get_id (OvsTableSlot *self)
{
  return self->id;
}

const OvsTableRow *
ovs_table_slot_get_row (OvsTableSlot *self)
{
  return ovs_table_cache_lookup (self->cache, self->id);
}

void
ovs_table_slot_refill (OvsTableSlot *self, gint64 id)
{
  self->id = id;
  g_signal_emit (self, signals[REFILLED], 0);
}
