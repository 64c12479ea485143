/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/table-cell.h"

/* Rows are of equal height whether a sign stands in them or not: GTK guesses the length of the list by it. */
#define LEAST_HEIGHT 20
#define SPACING 6
/* An expanding column does not become narrower than this by itself. */
#define LEAST_CHARS 12

typedef struct
{
  const char *icon;
  const char *style; /* of the text */
  gboolean strong;
  const char *icon_style; /* of the sign; the text keeps its contrast */
} Look;

static const Look looks[] = {
  [OVS_CELL_PLAIN] = { NULL, NULL, FALSE, NULL },
  [OVS_CELL_SOFT] = { NULL, "soft", FALSE, NULL },
  [OVS_CELL_STRONG] = { NULL, NULL, TRUE, NULL },
  [OVS_CELL_DONE] = { "emblem-ok-symbolic", NULL, FALSE, "success" },
  [OVS_CELL_INFO] = { "dialog-information-symbolic", NULL, FALSE, "accent" },
  [OVS_CELL_WARNING] = { "dialog-warning-symbolic", NULL, FALSE, "warning" },
  [OVS_CELL_STOPPER] = { "action-unavailable-symbolic", NULL, FALSE, "error" },
  [OVS_CELL_UNKNOWN] = { "dialog-question-symbolic", NULL, FALSE, "soft" },
  [OVS_CELL_CALL] = { "call-start-symbolic", NULL, FALSE, "accent" },
  [OVS_CELL_MAIL] = { "mail-unread-symbolic", NULL, FALSE, "accent" },
  [OVS_CELL_WAITING] = { "content-loading-symbolic", NULL, FALSE, "soft" },
};

struct _OvsTableCell
{
  GtkWidget parent_instance;

  OvsTableColumns *columns;
  guint column;
  OvsTableSlot *slot;
  GtkWidget *sign; /* made for the first text that needs one */
  GtkWidget *text;
  OvsCellKind kind;
};

G_DEFINE_FINAL_TYPE (OvsTableCell, ovs_table_cell, GTK_TYPE_WIDGET)

static void
set_style (GtkWidget *widget, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (widget, before);
  if (after != NULL)
    gtk_widget_add_css_class (widget, after);
}

static void
set_strong (OvsTableCell *self, gboolean strong)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (strong)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    }
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), attributes);
}

static void
show_kind (OvsTableCell *self, OvsCellKind kind)
{
  const Look *before = &looks[self->kind];
  const Look *after = &looks[kind];

  if (self->kind == kind)
    return;
  self->kind = kind;
  set_style (self->text, before->style, after->style);
  if (before->strong != after->strong)
    set_strong (self, after->strong);
  if (after->icon == NULL)
    {
      g_clear_pointer (&self->sign, gtk_widget_unparent);
      return;
    }
  if (self->sign == NULL)
    {
      self->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (self->sign, GTK_WIDGET (self), NULL);
      before = &looks[OVS_CELL_PLAIN];
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), after->icon);
  set_style (self->sign, before->icon_style, after->icon_style);
}

/* The cell of GTK is named after what is in it, and its row after all of it by the first cell. */
static void
speak (OvsTableCell *self, const OvsTableRow *row, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *spoken = NULL;

  if (line == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text[0] != '\0' ? text
                                                  : ovs_table_columns_get_title (self->columns, self->column),
                                  -1);
  if (self->column != 0)
    return;
  spoken = row != NULL ? ovs_table_columns_speak (self->columns, row) : g_strdup ("…");
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
refill (OvsTableCell *self)
{
  const OvsTableRow *row = ovs_table_slot_get_row (self->slot);
  const OvsCell *cell = row != NULL && self->column < row->n_cells ? &row->cells[self->column] : NULL;
  const char *text = cell != NULL ? cell->text : "";

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  show_kind (self, cell != NULL ? cell->kind : OVS_CELL_PLAIN);
  speak (self, row, text);
}

static void
set_slot (OvsTableCell *self, OvsTableSlot *slot)
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
ovs_table_cell_dispose (GObject *object)
{
  OvsTableCell *self = OVS_TABLE_CELL (object);

  set_slot (self, NULL);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (ovs_table_cell_parent_class)->dispose (object);
}

static void
ovs_table_cell_class_init (OvsTableCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ovs_table_cell_init (OvsTableCell *self)
{
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->text), 1);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, LEAST_HEIGHT);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
}

static GtkWidget *
cell_new (OvsTableColumns *columns, guint column)
{
  OvsTableCell *self = g_object_new (OVS_TYPE_TABLE_CELL, NULL);

  self->columns = g_object_ref (columns);
  self->column = column;
  if (ovs_table_columns_get_expand (columns, column))
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), LEAST_CHARS);
  if (ovs_table_columns_get_numeric (columns, column))
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1.0f);
      gtk_widget_add_css_class (self->text, "numeric");
    }
  return GTK_WIDGET (self);
}

OvsTableSlot *
ovs_table_cell_get_slot (OvsTableCell *self)
{
  return self->slot;
}

typedef struct
{
  OvsTableColumns *columns;
  guint column;
} Maker;

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const Maker *maker)
{
  gtk_list_item_set_child (item, cell_new (maker->columns, maker->column));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_slot (OVS_TABLE_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_slot (OVS_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
maker_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkListItemFactory *
ovs_table_cell_factory_new (OvsTableColumns *columns, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_new0 (Maker, 1);

  maker->columns = columns;
  maker->column = column;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), maker, maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
