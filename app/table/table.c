/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table/table.h"

#include <glib/gi18n.h>

#include "table/scroll-guard.h"
#include "table/table-cell.h"
#include "table/table-columns.h"
#include "table/table-model.h"
#include "table/table-selection.h"
#include "table/table-tick.h"
#include "widgets/accessible.h"

struct _OvsTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkWidget *menu; /* of the keyboard; made when first asked for */
  OvsTableModel *model;
  OvsTableSelection *selection;
  OvsTableColumns *columns;
  gboolean ticks;

  gint64 cursor;
  guint cursor_position; /* where it is, or was before it matched no more */
  gboolean follow;       /* scroll to it once all is shown */
  GtkRoot *root;         /* whose focus is watched */
};

G_DEFINE_FINAL_TYPE (OvsTable, ovs_table, GTK_TYPE_WIDGET)

enum
{
  CURSOR_CHANGED,
  ACTIVATED,
  TICK,
  TICK_ALL,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_N_ITEMS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* --- the widgets of rows, which GTK makes --- */

static GtkWidget *
list_of (OvsTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

static OvsTableSlot *
slot_of_line (GtkWidget *line)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (line); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *child = gtk_widget_get_first_child (cell);

      if (child != NULL && OVS_IS_TABLE_CELL (child))
        return ovs_table_cell_get_slot (OVS_TABLE_CELL (child));
    }
  return NULL;
}

static GtkWidget *
line_at (OvsTable *self, guint position)
{
  for (GtkWidget *line = gtk_widget_get_first_child (list_of (self)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      OvsTableSlot *slot = slot_of_line (line);

      if (slot != NULL && ovs_table_slot_get_position (slot) == position)
        return line;
    }
  return NULL;
}

static gboolean
in_sight (OvsTable *self, guint position)
{
  GtkWidget *line = line_at (self, position);
  graphene_rect_t bounds;

  if (line == NULL || !gtk_widget_get_mapped (line) ||
      !gtk_widget_compute_bounds (line, self->scrolled, &bounds))
    return FALSE;
  return bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (self->scrolled);
}

static gboolean
has_focus_in_list (OvsTable *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, list_of (self));
}

/* --- the cursor --- */

static void
take_cursor (OvsTable *self, gint64 id, guint position)
{
  gboolean other = self->cursor != id;

  self->cursor = id;
  self->cursor_position = position;
  if (other)
    g_signal_emit (self, signals[CURSOR_CHANGED], 0, id);
}

static void
go_to (OvsTable *self, guint position)
{
  gboolean focused = has_focus_in_list (self);
  GtkWidget *line;

  gtk_widget_activate_action (list_of (self), "list.scroll-to-item", "u", position);
  line = line_at (self, position);
  if (focused && line != NULL)
    gtk_widget_grab_focus (line);
}

static gboolean
focus_row (OvsTable *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = MIN (self->cursor_position, n_items - 1);
  GtkWidget *line;

  if (n_items == 0)
    return FALSE;
  if (!in_sight (self, position))
    gtk_widget_activate_action (list_of (self), "list.scroll-to-item", "u", position);
  line = line_at (self, position);
  return line != NULL && gtk_widget_grab_focus (line);
}

static void
on_focus_moved (OvsTable *self)
{
  GtkWidget *line = gtk_root_get_focus (self->root);
  OvsTableSlot *slot;

  while (line != NULL && gtk_widget_get_parent (line) != list_of (self))
    line = gtk_widget_get_parent (line);
  slot = line != NULL ? slot_of_line (line) : NULL;
  if (slot != NULL)
    take_cursor (self, ovs_table_slot_get_id (slot), ovs_table_slot_get_position (slot));
}

static void
on_alone (OvsTable *self, guint position)
{
  take_cursor (self, ovs_table_model_get_id (self->model, position), position);
}

static void
on_swapped (OvsTable *self)
{
  guint position;

  if (ovs_table_model_find (self->model, self->cursor, &position))
    {
      self->follow =
          self->follow || (position != self->cursor_position && in_sight (self, self->cursor_position));
      self->cursor_position = position;
    }
  else
    {
      self->follow = FALSE;
      take_cursor (self, 0, self->cursor_position);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
on_settled (OvsTable *self)
{
  if (self->follow)
    go_to (self, self->cursor_position);
  self->follow = FALSE;
  g_signal_emit (self, signals[SETTLED], 0);
}

/* --- what the user does --- */

static void
on_activate (GtkColumnView *view, guint position, OvsTable *self)
{
  gint64 id = ovs_table_model_get_id (self->model, position);

  if (id == 0)
    return;
  take_cursor (self, id, position);
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
on_sorted (OvsTable *self)
{
  gboolean descending;
  const char *sort = ovs_table_columns_get_sort (self->columns, &descending);

  ovs_table_model_set_sort (self->model, sort, descending);
}

static void
on_ticked (OvsTableTick *tick, gint64 id, gboolean ticked, OvsTable *self)
{
  guint position;
  GtkWidget *line = ovs_table_model_find (self->model, id, &position) ? line_at (self, position) : NULL;

  /* The box takes no focus itself; its row does. */
  if (line != NULL)
    gtk_widget_grab_focus (line);
  g_signal_emit (self, signals[TICK], 0, id, ticked);
}

static gboolean
on_space (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  OvsTable *self = OVS_TABLE (widget);
  OvsTableSlot *slot;
  const OvsTableRow *row;

  if (!self->ticks || !has_focus_in_list (self))
    return GDK_EVENT_PROPAGATE;
  on_focus_moved (self);
  slot = ovs_table_model_peek (self->model, self->cursor_position);
  row = slot != NULL ? ovs_table_slot_get_row (slot) : NULL;
  if (row == NULL || row->ticked < 0)
    gtk_widget_error_bell (widget);
  else
    g_signal_emit (self, signals[TICK], 0, row->id, row->ticked == 0);
  return GDK_EVENT_STOP;
}

static gboolean
on_tick_all (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  OvsTable *self = OVS_TABLE (widget);

  if (!self->ticks)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[TICK_ALL], 0, g_variant_get_boolean (args));
  return GDK_EVENT_STOP;
}

static void
on_tick_all_action (GtkWidget *widget, const char *action, GVariant *value)
{
  on_tick_all (widget, value, NULL);
}

/* What a right click on a heading shows, for who has no mouse. */
static gboolean
on_menu (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  OvsTable *self = OVS_TABLE (widget);
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (ovs_table_columns_get_menu (self->columns));
      ovs_accessible_set_label (self->menu, _ ("Columns"));
      gtk_widget_set_parent (self->menu, widget);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ 0, 0, MIN (120, gtk_widget_get_width (widget)),
                                                gtk_widget_get_height (head) });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkShortcutController *controller, const char *trigger, GtkShortcutFunc function, GVariant *args)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (function, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* Before the keys of the list, which would select instead of tick. */
static void
add_keys (OvsTable *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (keys, "space|KP_Space", on_space, NULL);
  add_key (keys, "<Control>a", on_tick_all, g_variant_new_boolean (TRUE));
  add_key (keys, "<Control><Shift>a", on_tick_all, g_variant_new_boolean (FALSE));
  add_key (keys, "Menu|<Shift>F10", on_menu, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* --- the widget --- */

/* One stop of the Tab key; the arrows go through the rows. GTK 4.8 would have one tab through all of them. */
static gboolean
ovs_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tabbing = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (!tabbing)
    return GTK_WIDGET_CLASS (ovs_table_parent_class)->focus (widget, direction);
  return gtk_widget_get_focus_child (widget) == NULL && focus_row (OVS_TABLE (widget));
}

static void
watch_root (OvsTable *self, GtkRoot *root)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, on_focus_moved, self);
  self->root = root;
  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), self,
                             G_CONNECT_SWAPPED);
}

/* What is not shown does not read; but of a stack that is shown every page does: which one comes may depend on it. */
static void
on_parent_shown (OvsTable *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  ovs_table_model_set_asleep (self->model, parent == NULL || !gtk_widget_get_mapped (parent));
}

static void
ovs_table_root (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (ovs_table_parent_class)->root (widget);
  g_signal_handlers_disconnect_by_func (parent, on_parent_shown, widget);
  g_signal_connect_object (parent, "map", G_CALLBACK (on_parent_shown), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "unmap", G_CALLBACK (on_parent_shown), widget, G_CONNECT_SWAPPED);
  on_parent_shown (OVS_TABLE (widget));
  watch_root (OVS_TABLE (widget), gtk_widget_get_root (widget));
}

static void
ovs_table_unroot (GtkWidget *widget)
{
  watch_root (OVS_TABLE (widget), NULL);
  GTK_WIDGET_CLASS (ovs_table_parent_class)->unroot (widget);
}

static void
ovs_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, ovs_table_get_n_items (OVS_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ovs_table_dispose (GObject *object)
{
  OvsTable *self = OVS_TABLE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ovs_table_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name, OVS_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                       first, second);
}

static void
ovs_table_class_init (OvsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ovs_table_get_property;
  object_class->dispose = ovs_table_dispose;
  widget_class->focus = ovs_table_focus;
  widget_class->root = ovs_table_root;
  widget_class->unroot = ovs_table_unroot;

  signals[CURSOR_CHANGED] = new_signal ("cursor-changed", 1, G_TYPE_INT64, G_TYPE_NONE);
  signals[ACTIVATED] = new_signal ("activated", 1, G_TYPE_INT64, G_TYPE_NONE);
  signals[TICK] = new_signal ("tick", 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[TICK_ALL] = new_signal ("tick-all", 1, G_TYPE_BOOLEAN, G_TYPE_NONE);
  signals[SETTLED] = new_signal ("settled", 0, G_TYPE_NONE, G_TYPE_NONE);

  properties[PROP_N_ITEMS] =
      g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "table.tick-all", "b", on_tick_all_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_table_init (OvsTable *self)
{
  self->model = ovs_table_model_new ();
  ovs_table_model_set_asleep (self->model, TRUE);
  self->selection = ovs_table_selection_new (self->model);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  self->scrolled = gtk_scrolled_window_new ();

  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  ovs_scroll_guard_add (GTK_SCROLLED_WINDOW (self->scrolled));
  add_keys (self);

  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (self->selection, "alone", G_CALLBACK (on_alone), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->model, "swapped", G_CALLBACK (on_swapped), self);
  g_signal_connect_swapped (self->model, "settled", G_CALLBACK (on_settled), self);
}

static void
add_cells (OvsTable *self)
{
  for (guint i = 0; i < ovs_table_columns_get_n (self->columns); i++)
    {
      g_autoptr (GtkListItemFactory) factory = ovs_table_cell_factory_new (self->columns, i);

      ovs_table_columns_set_factory (self->columns, i, factory);
    }
}

static void
add_ticks (OvsTable *self)
{
  g_autoptr (GtkColumnViewColumn) column = ovs_table_tick_column_new (self->columns, G_CALLBACK (on_ticked), self);

  gtk_column_view_insert_column (self->view, 0, column);
}

GtkWidget *
ovs_table_new (
    const char *name, const char *label, const OvsTableColumn *columns, guint n_columns, gboolean ticks)
{
  OvsTable *self = g_object_new (OVS_TYPE_TABLE, NULL);

  self->ticks = ticks;
  self->columns = ovs_table_columns_new (self->view, name, columns, n_columns);
  add_cells (self);
  if (ticks)
    add_ticks (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  ovs_table_columns_get_actions (self->columns));
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  ovs_accessible_set_label (self, label);
  ovs_accessible_set_label (self->scrolled, label);
  ovs_accessible_set_label (self->view, label);
  ovs_accessible_set_label (list_of (self), label);
  return GTK_WIDGET (self);
}

void
ovs_table_set_source (OvsTable *self, OvsTableSource *source)
{
  g_return_if_fail (OVS_IS_TABLE (self));

  ovs_table_model_set_source (self->model, source);
}

void
ovs_table_set_filter (OvsTable *self, const char *filter)
{
  g_return_if_fail (OVS_IS_TABLE (self));

  ovs_table_model_set_filter (self->model, filter);
}

void
ovs_table_set_search (OvsTable *self, const char *search)
{
  g_return_if_fail (OVS_IS_TABLE (self));

  ovs_table_model_set_search (self->model, search);
}

gint64
ovs_table_get_cursor (OvsTable *self)
{
  g_return_val_if_fail (OVS_IS_TABLE (self), 0);

  return self->cursor;
}

/* The list may still be growing to @position. */
static void
put_cursor (OvsTable *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    go_to (self, position);
  else
    self->follow = TRUE;
}

void
ovs_table_set_cursor (OvsTable *self, gint64 id)
{
  guint position;

  g_return_if_fail (OVS_IS_TABLE (self));

  if (ovs_table_model_find (self->model, id, &position))
    put_cursor (self, position);
  else
    take_cursor (self, 0, self->cursor_position);
}

gboolean
ovs_table_cursor_next (OvsTable *self)
{
  guint position = self->cursor_position;

  g_return_val_if_fail (OVS_IS_TABLE (self), FALSE);

  /* The row that took the place of one that matches no more is the next. */
  if (self->cursor != 0)
    position++;
  if (position >= ovs_table_get_n_items (self))
    return FALSE;
  put_cursor (self, position);
  return TRUE;
}

guint
ovs_table_get_n_items (OvsTable *self)
{
  g_return_val_if_fail (OVS_IS_TABLE (self), 0);

  return ovs_table_model_get_n_ids (self->model);
}

GArray *
ovs_table_get_ids (OvsTable *self)
{
  return g_array_copy ((GArray *) ovs_table_model_get_ids (self->model));
}

GArray *
ovs_table_get_selected (OvsTable *self)
{
  g_return_val_if_fail (OVS_IS_TABLE (self), NULL);

  return ovs_table_selection_get_ids (self->selection);
}

void
ovs_table_unselect_all (OvsTable *self)
{
  g_return_if_fail (OVS_IS_TABLE (self));

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}
