/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table/table-columns.h"

#include <glib/gi18n.h>

#include "table/table-memory.h"
#include "widgets/accessible.h"
#include "widgets/text-scale.h"

/* A column that is being widened changes at every pixel; what comes of it is remembered once. */
#define REMEMBER_AFTER_MS 500
#define NARROWEST 24

typedef struct
{
  OvsTableColumns *owner;
  guint index;
  char *id;
  char *title;
  int width; /* at normal text size; 0 expands */
  gboolean expand;
  gboolean numeric;
  GtkColumnViewColumn *column;
} Heading;

struct _OvsTableColumns
{
  GObject parent_instance;

  GtkColumnView *view; /* unowned: owns the columns */
  char *name;
  GPtrArray *headings;
  GSimpleActionGroup *actions;
  GMenu *menu;
  double scale; /* of text, 1.0 is normal */
  guint remember;
  gboolean arranging; /* by the program, not by the user */
  int sorts_by;       /* index of the heading; -1 for none */
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (OvsTableColumns, ovs_table_columns, G_TYPE_OBJECT)

enum
{
  SORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
heading_free (gpointer data)
{
  Heading *heading = data;

  g_signal_handlers_disconnect_by_data (heading->column, heading->owner);
  g_object_unref (heading->column);
  g_free (heading->id);
  g_free (heading->title);
  g_free (heading);
}

static Heading *
heading_at (OvsTableColumns *self, guint index)
{
  return self->headings->pdata[index];
}

/* --- what is remembered
 * --------------------------------------------------------------------------------------- */

static void
remember_now (OvsTableColumns *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = heading_at (self, i);

      g_variant_builder_add (&builder, "(sib)", heading->id, heading->width,
                             gtk_column_view_column_get_visible (heading->column));
    }
  ovs_table_memory_write (self->name, g_variant_builder_end (&builder));
}

static gboolean
on_remember (gpointer user_data)
{
  OvsTableColumns *self = user_data;

  self->remember = 0;
  remember_now (self);
  return G_SOURCE_REMOVE;
}

static void
remember_soon (OvsTableColumns *self)
{
  g_clear_handle_id (&self->remember, g_source_remove);
  self->remember = g_timeout_add (REMEMBER_AFTER_MS, on_remember, self);
}

static void
recall (OvsTableColumns *self)
{
  g_autoptr (GVariant) columns = ovs_table_memory_read (self->name);
  GVariantIter iter;
  const char *id;
  int width;
  gboolean visible;

  if (columns == NULL)
    return;
  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &visible))
    for (guint i = 0; i < self->headings->len; i++)
      {
        Heading *heading = heading_at (self, i);

        if (!g_str_equal (heading->id, id))
          continue;
        heading->width = width > 0 ? MAX (width, NARROWEST) : 0;
        gtk_column_view_column_set_visible (heading->column, visible || i == 0);
      }
}

/* --- widths
 * --------------------------------------------------------------------------------------------------- */

/* The hidden columns of GTK 4.8 take room all the same, but for those that are told to be of no width. */
static void
apply_widths (OvsTableColumns *self)
{
  self->arranging = TRUE;
  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = heading_at (self, i);
      gboolean visible = gtk_column_view_column_get_visible (heading->column);
      int width = heading->width > 0 ? (int) (heading->width * self->scale + 0.5) : -1;

      gtk_column_view_column_set_fixed_width (heading->column, visible ? width : 0);
      gtk_column_view_column_set_expand (heading->column, visible && heading->expand);
    }
  self->arranging = FALSE;
}

static void
on_width (OvsTableColumns *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  if (self->arranging || !gtk_column_view_column_get_visible (column))
    return;
  for (guint i = 0; i < self->headings->len; i++)
    if (heading_at (self, i)->column == column)
      heading_at (self, i)->width = width < 0 ? 0 : (int) (width / self->scale + 0.5);
  remember_soon (self);
}

static void
on_visible (OvsTableColumns *self)
{
  apply_widths (self);
  remember_soon (self);
}

static void
on_text_size (OvsTableColumns *self)
{
  self->scale = ovs_text_scale (GTK_WIDGET (self->view));
  apply_widths (self);
}

/* --- sorting
 * -------------------------------------------------------------------------------------------------- */

/*
 * GTK 4.8 does not say by which column a view sorts. It does ask the sorter of that column first, and turns
 * its answer around for the other direction: so each heading's sorter notes that it was asked and always
 * answers the same.
 */
static int
on_asked (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Heading *heading = user_data;

  if (heading->owner->sorts_by < 0)
    heading->owner->sorts_by = (int) heading->index;
  return -1;
}

static void
on_sorted (OvsTableColumns *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  const char *id;
  GtkOrdering order;

  if (self->arranging)
    return;
  self->sorts_by = -1;
  order = gtk_sorter_compare (sorter, self, self->view);
  self->descending = order == GTK_ORDERING_LARGER;
  id = self->sorts_by < 0 ? "" : heading_at (self, (guint) self->sorts_by)->id;
  g_simple_action_set_state (G_SIMPLE_ACTION (
                                 g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort")),
                             g_variant_new_string (id));
  g_signal_emit (self, signals[SORTED], 0);
}

/* By the keyboard: the headings of GTK 4.8 take no focus. Choosing the same column again turns the order
 * around. */
static void
on_sort_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  OvsTableColumns *self = user_data;
  const char *id = g_variant_get_string (value, NULL);

  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = heading_at (self, i);
      gboolean turn = self->sorts_by == (int) i && !self->descending;

      if (!g_str_equal (heading->id, id))
        continue;
      /* Without this first, the arrow of the column before stays (GNOME/gtk#4696). */
      self->arranging = TRUE;
      gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
      self->arranging = FALSE;
      gtk_column_view_sort_by_column (self->view, heading->column,
                                      turn ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      return;
    }
}

/* --- making
 * --------------------------------------------------------------------------------------------------- */

static void
add_heading (OvsTableColumns *self, const OvsTableColumn *column)
{
  Heading *heading = g_new0 (Heading, 1);
  g_autoptr (GtkCustomSorter) sorter = NULL;

  heading->owner = self;
  heading->index = self->headings->len;
  heading->id = g_strdup (column->id);
  heading->title = g_strdup (column->title);
  heading->width = column->width;
  heading->expand = column->width == 0;
  heading->numeric = column->numeric;
  heading->column = gtk_column_view_column_new (column->title, NULL);
  g_ptr_array_add (self->headings, heading);

  gtk_column_view_column_set_resizable (heading->column, TRUE);
  gtk_column_view_column_set_visible (heading->column, !column->hidden);
  if (column->sortable)
    {
      sorter = gtk_custom_sorter_new (on_asked, heading, NULL);
      gtk_column_view_column_set_sorter (heading->column, GTK_SORTER (sorter));
    }
  gtk_column_view_append_column (self->view, heading->column);
}

static void
add_menu_item (GMenu *section, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autoptr (GVariant) value = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_menu_item_set_action_and_target_value (item, action, value);
  g_menu_append_item (section, item);
}

static void
fill_menu (OvsTableColumns *self)
{
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) sorts = g_menu_new ();
  g_autoptr (GSimpleAction) sort =
      g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  g_signal_connect_object (sort, "activate", G_CALLBACK (on_sort_action), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (sort));
  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = heading_at (self, i);
      g_autofree char *name = g_strconcat ("show-", heading->id, NULL);
      g_autofree char *full = g_strconcat ("columns.", name, NULL);
      g_autoptr (GPropertyAction) show = g_property_action_new (name, heading->column, "visible");

      if (gtk_column_view_column_get_sorter (heading->column) != NULL)
        add_menu_item (sorts, heading->title, "columns.sort", heading->id);
      /* The first column stays: a table without columns has no headings to bring them back. */
      if (i == 0)
        continue;
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (show));
      add_menu_item (shown, heading->title, full, NULL);
    }
  g_menu_append_section (self->menu, _ ("Columns"), G_MENU_MODEL (shown));
  if (g_menu_model_get_n_items (G_MENU_MODEL (sorts)) > 0)
    g_menu_append_submenu (self->menu, _ ("Sort by"), G_MENU_MODEL (sorts));
}

/* The column that a heading stands above. Headings are kept in the order in which GTK made them, not in that of their columns. */
static GtkColumnViewColumn *
column_under (GListModel *columns, GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  for (guint i = 0; GTK_IS_LABEL (label) && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) &&
          g_strcmp0 (gtk_column_view_column_get_title (column), gtk_label_get_label (GTK_LABEL (label))) == 0)
        return column;
    }
  return NULL;
}

static gboolean
is_numeric (OvsTableColumns *self, GtkColumnViewColumn *column)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (heading_at (self, i)->column == column)
      return heading_at (self, i)->numeric;
  return FALSE;
}

/* The first one from @i on, in steps of @way, that is shown. */
static gboolean
is_first_shown (GListModel *columns, GtkColumnViewColumn *column, guint i, int way)
{
  for (; i < g_list_model_get_n_items (columns); i += way)
    {
      g_autoptr (GtkColumnViewColumn) here = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (here))
        return here == column;
    }
  return FALSE;
}

static void
set_class (GtkWidget *widget, const char *class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/*
 * GTK 4.8 has no alignment for a heading, and puts its box back at the left whenever it makes one. It also names the row of
 * headings and each of them after their classes.
 */
static void
on_map (OvsTableColumns *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GListModel *columns = gtk_column_view_get_columns (self->view);

  ovs_accessible_set_label (head, _ ("Column heads"));
  for (GtkWidget *title = gtk_widget_get_first_child (head); title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkColumnViewColumn *column = column_under (columns, title);

      if (column == NULL)
        continue;
      ovs_accessible_set_label (title, gtk_column_view_column_get_resizable (column) ? gtk_column_view_column_get_title (column) : _ ("Ticked"));
      set_class (title, "first", is_first_shown (columns, column, 0, 1));
      set_class (title, "last", is_first_shown (columns, column, g_list_model_get_n_items (columns) - 1, -1));
      if (is_numeric (self, column))
        gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_END);
    }
}

static void
watch (OvsTableColumns *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      Heading *heading = heading_at (self, i);

      gtk_column_view_column_set_header_menu (heading->column, G_MENU_MODEL (self->menu));
      g_signal_connect_swapped (heading->column, "notify::fixed-width", G_CALLBACK (on_width), self);
      g_signal_connect_swapped (heading->column, "notify::visible", G_CALLBACK (on_visible), self);
    }
  g_signal_connect_object (self->view, "map", G_CALLBACK (on_map), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self->view)), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_size), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self->view)), "notify::gtk-font-name",
                           G_CALLBACK (on_text_size), self, G_CONNECT_SWAPPED);
}

static void
ovs_table_columns_finalize (GObject *object)
{
  OvsTableColumns *self = OVS_TABLE_COLUMNS (object);

  if (self->remember != 0)
    {
      g_clear_handle_id (&self->remember, g_source_remove);
      remember_now (self);
    }
  g_ptr_array_unref (self->headings);
  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_free (self->name);
  G_OBJECT_CLASS (ovs_table_columns_parent_class)->finalize (object);
}

static void
ovs_table_columns_class_init (OvsTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_table_columns_finalize;

  signals[SORTED] =
      g_signal_new ("sorted", OVS_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_table_columns_init (OvsTableColumns *self)
{
  self->headings = g_ptr_array_new_with_free_func (heading_free);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->scale = 1.0;
  self->sorts_by = -1;
}

OvsTableColumns *
ovs_table_columns_new (GtkColumnView *view, const char *name, const OvsTableColumn *columns, guint n_columns)
{
  OvsTableColumns *self = g_object_new (OVS_TYPE_TABLE_COLUMNS, NULL);

  self->view = view;
  self->name = g_strdup (name);
  for (guint i = 0; i < n_columns; i++)
    add_heading (self, &columns[i]);
  recall (self);
  fill_menu (self);
  on_text_size (self);
  watch (self);
  return self;
}

guint
ovs_table_columns_get_n (OvsTableColumns *self)
{
  return self->headings->len;
}

void
ovs_table_columns_set_factory (OvsTableColumns *self, guint column, GtkListItemFactory *factory)
{
  gtk_column_view_column_set_factory (heading_at (self, column)->column, factory);
}

const char *
ovs_table_columns_get_title (OvsTableColumns *self, guint column)
{
  return heading_at (self, column)->title;
}

gboolean
ovs_table_columns_get_numeric (OvsTableColumns *self, guint column)
{
  return heading_at (self, column)->numeric;
}

gboolean
ovs_table_columns_get_expand (OvsTableColumns *self, guint column)
{
  return heading_at (self, column)->expand;
}

const char *
ovs_table_columns_get_sort (OvsTableColumns *self, gboolean *descending)
{
  *descending = self->descending;
  return self->sorts_by < 0 ? NULL : heading_at (self, (guint) self->sorts_by)->id;
}

/* What a sign in a cell adds to its text; NULL for what the text says by itself. */
static const char *
severity (OvsCellKind kind)
{
  switch (kind)
    {
    case OVS_CELL_WARNING:
      return C_ ("severity", "warning");
    case OVS_CELL_STOPPER:
      return C_ ("severity", "stopper");
    case OVS_CELL_UNKNOWN:
      return C_ ("severity", "unknown");
    case OVS_CELL_PLAIN:
    case OVS_CELL_SOFT:
    case OVS_CELL_STRONG:
    case OVS_CELL_DONE:
    case OVS_CELL_INFO:
    case OVS_CELL_CALL:
    case OVS_CELL_MAIL:
    case OVS_CELL_WAITING:
    default:
      return NULL;
    }
}

char *
ovs_table_columns_speak (OvsTableColumns *self, const OvsTableRow *row)
{
  GString *spoken = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->headings->len, row->n_cells); i++)
    {
      const Heading *heading = heading_at (self, i);
      const OvsCell *cell = &row->cells[i];
      const char *sign = severity (cell->kind);

      if (cell->text[0] == '\0' || !gtk_column_view_column_get_visible (heading->column))
        continue;
      g_string_append_printf (spoken, "%s%s: %s", spoken->len > 0 ? ", " : "", heading->title, cell->text);
      /* A cell may say so itself. */
      if (sign != NULL && g_ascii_strcasecmp (sign, cell->text) != 0)
        g_string_append_printf (spoken, ", %s", sign);
    }
  return g_string_free (spoken, FALSE);
}

const char *
ovs_table_columns_name (OvsTableColumns *self, const OvsTableRow *row)
{
  for (guint i = 0; i < MIN (self->headings->len, row->n_cells); i++)
    if (row->cells[i].kind == OVS_CELL_STRONG && row->cells[i].text[0] != '\0')
      return row->cells[i].text;
  return row->n_cells > 0 ? row->cells[0].text : "";
}

GActionGroup *
ovs_table_columns_get_actions (OvsTableColumns *self)
{
  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
ovs_table_columns_get_menu (OvsTableColumns *self)
{
  return G_MENU_MODEL (self->menu);
}
