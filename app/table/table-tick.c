/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table/table-tick.h"

#include <glib/gi18n.h>

#define WIDTH 40

struct _OvsTableTick
{
  GtkWidget parent_instance;

  OvsTableColumns *columns;
  OvsTableSlot *slot;
  GtkWidget *check;
  gboolean filling; /* what toggles now is not the user */
};

G_DEFINE_FINAL_TYPE (OvsTableTick, ovs_table_tick, GTK_TYPE_WIDGET)

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refill (OvsTableTick *self)
{
  const OvsTableRow *row = ovs_table_slot_get_row (self->slot);
  gboolean can = row != NULL && row->ticked >= 0;
  g_autofree char *name = row != NULL ? g_strdup_printf (_ ("Tick: %s"), ovs_table_columns_name (self->columns, row)) : g_strdup ("…");
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), row != NULL && row->ticked == 1);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->check, can);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL && !can && row->ticked_reason != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    row->ticked_reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Asked only where the pointer is: a text set on every tick at every refill costs more than all cells
 * together. */
static gboolean
ovs_table_tick_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OvsTableTick *self = OVS_TABLE_TICK (widget);
  const OvsTableRow *row = self->slot != NULL ? ovs_table_slot_get_row (self->slot) : NULL;

  if (row == NULL || row->ticked >= 0 || row->ticked_reason == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, row->ticked_reason);
  return TRUE;
}

static void
on_toggled (OvsTableTick *self)
{
  if (!self->filling && self->slot != NULL)
    g_signal_emit (self, signals[TICKED], 0, ovs_table_slot_get_id (self->slot),
                   gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
set_slot (OvsTableTick *self, OvsTableSlot *slot)
{
  if (self->slot == slot)
    return;
  if (self->slot != NULL)
    g_signal_handlers_disconnect_by_data (self->slot, self);
  g_set_object (&self->slot, slot);
  if (slot == NULL)
    return;
  g_signal_connect_swapped (slot, "refilled", G_CALLBACK (refill), self);
  refill (self);
}

static void
ovs_table_tick_dispose (GObject *object)
{
  OvsTableTick *self = OVS_TABLE_TICK (object);

  set_slot (self, NULL);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (ovs_table_tick_parent_class)->dispose (object);
}

static void
ovs_table_tick_class_init (OvsTableTickClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_table_tick_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = ovs_table_tick_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GENERIC);

  signals[TICKED] = g_signal_new ("ticked", OVS_TYPE_TABLE_TICK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
ovs_table_tick_init (OvsTableTick *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_halign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
}

/* --- their column
 * --------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsTableColumns *columns;
  GCallback ticked;
  gpointer object;
} Maker;

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const Maker *maker)
{
  OvsTableTick *tick = g_object_new (OVS_TYPE_TABLE_TICK, NULL);

  tick->columns = g_object_ref (maker->columns);
  g_signal_connect_object (tick, "ticked", maker->ticked, maker->object, 0);
  gtk_list_item_set_child (item, GTK_WIDGET (tick));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_slot (OVS_TABLE_TICK (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_slot (OVS_TABLE_TICK (gtk_list_item_get_child (item)), NULL);
}

static void
maker_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkColumnViewColumn *
ovs_table_tick_column_new (OvsTableColumns *columns, GCallback ticked, gpointer object)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new ("✓", factory);
  g_autoptr (GMenu) menu = g_menu_new ();
  Maker *maker = g_new0 (Maker, 1);

  maker->columns = columns;
  maker->ticked = ticked;
  maker->object = object;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), maker, maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  g_menu_append (menu, _ ("Tick all"), "table.tick-all(true)");
  g_menu_append (menu, _ ("Untick all"), "table.tick-all(false)");
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (menu));
  gtk_column_view_column_set_fixed_width (column, WIDTH);
  return column;
}
