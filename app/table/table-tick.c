/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table/table-tick.h"

#include <glib/gi18n.h>

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
ovs_table_tick_dispose (GObject *object)
{
  OvsTableTick *self = OVS_TABLE_TICK (object);

  ovs_table_tick_set_slot (self, NULL);
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

GtkWidget *
ovs_table_tick_new (OvsTableColumns *columns)
{
  OvsTableTick *self = g_object_new (OVS_TYPE_TABLE_TICK, NULL);

  self->columns = g_object_ref (columns);
  return GTK_WIDGET (self);
}

void
ovs_table_tick_set_slot (OvsTableTick *self, OvsTableSlot *slot)
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
