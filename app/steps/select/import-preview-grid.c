/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-preview-grid.h"

#include <glib/gi18n.h>

#include "csv/headers.h"
#include "steps/select/import-words.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"

/* Widths in characters: a column is never so narrow that nothing can be read, nor so wide that the others go out of sight. */
#define NARROWEST 7
#define WIDEST 24

/* Pixels that one turn of the wheel goes sideways. */
#define WHEEL_STEP 60

/* Instead of a text that must not be seen: no longer or shorter than any other. */
#define DOTS "•••••••••"

typedef struct
{
  GtkWidget *head; /* around the button or the words */
  GtkWidget *button;
  GtkWidget *meaning;
  GtkWidget *sign;
  GtkWidget *header;
  GtkWidget *line;
  GtkWidget *cells[OVS_CSV_PREVIEW_ROWS];
} Column;

struct _OvsImportPreviewGrid
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *bar;
  GtkWidget *grid;
  GtkWidget *menu; /* (nullable) the one that is open */
  GSimpleAction *mean; /* (owned) */
  guint asked;     /* the column whose menu is open */
  GArray *columns; /* (owned) of Column */
  const OvsCsvPreview *preview; /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsImportPreviewGrid, ovs_import_preview_grid, GTK_TYPE_WIDGET)

enum
{
  MEANING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_preview_grid_dispose (GObject *object)
{
  OvsImportPreviewGrid *self = OVS_IMPORT_PREVIEW_GRID (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->mean);
  g_clear_pointer (&self->columns, g_array_unref);
  G_OBJECT_CLASS (ovs_import_preview_grid_parent_class)->dispose (object);
}

static void
ovs_import_preview_grid_class_init (OvsImportPreviewGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_import_preview_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "importgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[MEANING] = g_signal_new ("meaning", OVS_TYPE_IMPORT_PREVIEW_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                   G_TYPE_UINT);
}

/* --- the menu of a column --- */

static void
on_mean (GSimpleAction *action, GVariant *parameter, OvsImportPreviewGrid *self)
{
  OvsField field;

  if (!ovs_field_from_name (g_variant_get_string (parameter, NULL), &field))
    field = OVS_CSV_NO_FIELD;
  g_signal_emit (self, signals[MEANING], 0, self->asked, (guint) field);
}

static void
add_meaning (GMenu *menu, const char *title, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "preview.mean", "s", name);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_meanings (const OvsCsvPreview *preview, guint column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) fields = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();

  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (ovs_csv_preview_allows (preview, column, (OvsField) i))
      add_meaning (fields, ovs_headers_get_own (preview->kind, (OvsField) i), ovs_field_get_name ((OvsField) i));
  add_meaning (none, _ ("Do not read"), "");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fields));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
  return G_MENU_MODEL (menu);
}

static gboolean
drop_menu (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (GtkPopover *menu, OvsImportPreviewGrid *self)
{
  if (self->menu != GTK_WIDGET (menu))
    return;
  self->menu = NULL;
  gtk_widget_grab_focus (g_array_index (self->columns, Column, self->asked).button);
  /* Not now: the chosen item has yet to tell what was chosen. */
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_menu, g_object_ref (menu), g_object_unref);
}

/* At the button, or at the edge behind which it has been scrolled. */
static void
point_at (OvsImportPreviewGrid *self, GtkWidget *button)
{
  graphene_rect_t bounds;
  GdkRectangle place;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;
  place.x = CLAMP ((int) bounds.origin.x, 0, width - 1);
  place.y = (int) bounds.origin.y;
  place.width = CLAMP ((int) (bounds.origin.x + bounds.size.width), place.x + 1, width) - place.x;
  place.height = (int) bounds.size.height;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
}

static void
on_button (GtkButton *button, OvsImportPreviewGrid *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column"));
  const OvsCsvColumn *present = &self->preview->columns[column];
  g_autoptr (GMenuModel) meanings = make_meanings (self->preview, column);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->asked = column;
  if (present->state == OVS_CSV_COLUMN_READ)
    g_simple_action_set_state (self->mean, g_variant_new_string (ovs_field_get_name (present->field)));
  else
    g_simple_action_set_state (self->mean, g_variant_new_string (present->state == OVS_CSV_COLUMN_IGNORED ? "" : "?"));
  self->menu = gtk_popover_menu_new_from_model (meanings);
  ovs_accessible_set_label (self->menu, _ ("Meaning of the column"));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  point_at (self, GTK_WIDGET (button));
  g_signal_connect (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Always to be seen where there is more: nothing else tells so. */
static void
show_bar (GtkAdjustment *adjustment, GParamSpec *spec, OvsImportPreviewGrid *self)
{
  gtk_widget_set_visible (self->bar, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
}

/* Sideways only: what goes up and down is for the page. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, OvsImportPreviewGrid *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GdkModifierType keys = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double distance = (keys & GDK_SHIFT_MASK) != 0 ? dx + dy : dx;

  if (distance == 0)
    return FALSE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    distance *= WHEEL_STEP;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
  return TRUE;
}

/* A scrolled window keeps every turn of the wheel to itself, also where it cannot move. */
static void
take_over_scrolling (OvsImportPreviewGrid *self)
{
  GtkEventController *own = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
  g_signal_connect (own, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), own);
}

static void
make_scroller (OvsImportPreviewGrid *self)
{
  GtkAdjustment *adjustment;

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More columns"), -1);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  take_over_scrolling (self);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (show_bar), self, 0);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (show_bar), self, 0);
}

static void
ovs_import_preview_grid_init (OvsImportPreviewGrid *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->mean = g_simple_action_new_stateful ("mean", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect (self->mean, "activate", G_CALLBACK (on_mean), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->mean));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preview", G_ACTION_GROUP (group));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  make_scroller (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The first rows of the file"), -1);
}

/* --- building it for a number of columns --- */

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_head (OvsImportPreviewGrid *self, Column *column, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  column->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  column->button = gtk_button_new ();
  column->meaning = gtk_label_new (NULL);
  gtk_widget_add_css_class (column->meaning, "caption-heading");
  gtk_box_append (GTK_BOX (box), column->meaning);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (column->button, "flat");
  gtk_widget_set_halign (column->button, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (column->button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_object_set_data (G_OBJECT (column->button), "column", GUINT_TO_POINTER (i));
  g_signal_connect (column->button, "clicked", G_CALLBACK (on_button), self);
  gtk_box_append (GTK_BOX (column->head), column->button);
  return column->head;
}

static GtkWidget *
make_header_line (Column *column)
{
  column->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  column->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  column->header = make_label ("caption");
  gtk_box_append (GTK_BOX (column->line), column->sign);
  gtk_box_append (GTK_BOX (column->line), column->header);
  return column->line;
}

static void
build_column (OvsImportPreviewGrid *self, guint i)
{
  Column column = { 0 };

  gtk_grid_attach (GTK_GRID (self->grid), make_head (self, &column, i), (int) i, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_header_line (&column), (int) i, 1, 1, 1);
  gtk_widget_set_hexpand (column.line, TRUE);
  for (guint row = 0; row < OVS_CSV_PREVIEW_ROWS; row++)
    {
      column.cells[row] = make_label ("cell");
      gtk_grid_attach (GTK_GRID (self->grid), column.cells[row], (int) i, (int) row + 2, 1, 1);
    }
  g_array_append_val (self->columns, column);
}

static void
build (OvsImportPreviewGrid *self, guint n_columns)
{
  if (self->grid != NULL && self->columns->len == n_columns)
    return;
  g_array_set_size (self->columns, 0);
  self->grid = gtk_grid_new ();
  for (guint i = 0; i < n_columns; i++)
    build_column (self, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
}

/* --- filling it --- */

static OvsSign
get_sign (OvsCsvColumnState state)
{
  switch (state)
    {
    case OVS_CSV_COLUMN_READ:
      return OVS_SIGN_DONE;
    case OVS_CSV_COLUMN_IN_DOUBT:
      return OVS_SIGN_QUESTION;
    case OVS_CSV_COLUMN_DROPPED:
      return OVS_SIGN_NEVER;
    default:
      return OVS_SIGN_IGNORED;
    }
}

/* The style that all cells of such a column have; NULL for none. */
static const char *
get_style (OvsCsvColumnState state)
{
  switch (state)
    {
    case OVS_CSV_COLUMN_IN_DOUBT:
      return "doubt";
    case OVS_CSV_COLUMN_DROPPED:
      return "never";
    case OVS_CSV_COLUMN_IGNORED:
      return "ignored";
    default:
      return NULL;
    }
}

static void
show_button (OvsImportPreviewGrid *self, guint i)
{
  Column *column = &g_array_index (self->columns, Column, i);
  const OvsCsvColumn *present = &self->preview->columns[i];
  const char *meaning = ovs_import_meaning (self->preview, i);
  g_autofree char *title = ovs_import_column_title (self->preview, i);
  g_autofree char *name = g_strdup_printf (_ ("Meaning of column %s: %s"), title, meaning);
  GtkWidget *arrow = gtk_widget_get_next_sibling (column->meaning);

  gtk_label_set_text (GTK_LABEL (column->meaning), meaning);
  gtk_widget_set_visible (arrow, present->choosable);
  /* Not insensitive, which would make it hard to read. */
  gtk_widget_set_can_target (column->button, present->choosable);
  gtk_widget_set_can_focus (column->button, present->choosable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_header (OvsImportPreviewGrid *self, guint i)
{
  Column *column = &g_array_index (self->columns, Column, i);
  const OvsCsvColumn *present = &self->preview->columns[i];
  OvsSign sign = get_sign (present->state);
  const char *classes[] = { ovs_sign_get_class (sign), NULL };
  const char *header = present->header[0] != '\0' ? present->header : _ ("(no header)");
  g_autofree char *never = g_strdup_printf (_ ("%s: %s. Overstap does not store them."), header, ovs_personal_get_title (present->personal));

  gtk_image_set_from_icon_name (GTK_IMAGE (column->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (column->sign, classes);
  gtk_label_set_text (GTK_LABEL (column->header), header);
  gtk_widget_set_tooltip_text (column->header, present->state == OVS_CSV_COLUMN_DROPPED ? never : header);
}

static void
set_style (GtkWidget *widget, const char *own, const char *style)
{
  const char *classes[] = { own, style, NULL };

  gtk_widget_set_css_classes (widget, classes);
}

static void
show_cell (OvsImportPreviewGrid *self, guint i, guint row)
{
  GtkWidget *label = g_array_index (self->columns, Column, i).cells[row];
  const OvsCsvPreviewRow *shown = row < self->preview->rows->len ? g_ptr_array_index (self->preview->rows, row) : NULL;
  const char *text = shown != NULL ? g_ptr_array_index (shown->cells, i) : NULL;
  gboolean blamed = shown != NULL && shown->blamed == (int) i;

  gtk_widget_set_visible (label, shown != NULL);
  if (shown == NULL)
    return;
  set_style (label, "cell", get_style (self->preview->columns[i].state));
  gtk_label_set_text (GTK_LABEL (label), text == NULL ? DOTS : *text != '\0' ? text : _ ("(empty)"));
  gtk_widget_set_tooltip_text (label, blamed ? shown->reason : text != NULL && g_utf8_strlen (text, -1) > WIDEST ? text : NULL);
  if (blamed)
    gtk_widget_add_css_class (label, "blamed");
  if (text == NULL || *text == '\0' || self->preview->columns[i].state == OVS_CSV_COLUMN_IGNORED)
    gtk_widget_add_css_class (label, "faint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, blamed ? shown->reason : "", -1);
}

static int
measure (const OvsCsvPreview *preview, guint i)
{
  glong width = MAX (NARROWEST, g_utf8_strlen (preview->columns[i].header, -1) + 2);

  for (guint row = 0; row < preview->rows->len; row++)
    {
      const OvsCsvPreviewRow *shown = g_ptr_array_index (preview->rows, row);
      const char *text = g_ptr_array_index (shown->cells, i);

      width = MAX (width, text != NULL ? g_utf8_strlen (text, -1) : 0);
    }
  return (int) MIN (width, WIDEST);
}

static void
show_column (OvsImportPreviewGrid *self, guint i)
{
  Column *column = &g_array_index (self->columns, Column, i);
  const char *style = get_style (self->preview->columns[i].state);
  int width = measure (self->preview, i);

  show_button (self, i);
  show_header (self, i);
  set_style (column->head, "head", style);
  set_style (column->line, "header", style);
  for (guint row = 0; row < OVS_CSV_PREVIEW_ROWS; row++)
    {
      show_cell (self, i, row);
      gtk_label_set_width_chars (GTK_LABEL (column->cells[row]), width);
      gtk_label_set_max_width_chars (GTK_LABEL (column->cells[row]), width);
    }
}

GtkWidget *
ovs_import_preview_grid_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_PREVIEW_GRID, NULL);
}

void
ovs_import_preview_grid_show (OvsImportPreviewGrid *self, const OvsCsvPreview *preview)
{
  self->preview = preview;
  build (self, preview->n_columns);
  for (guint i = 0; i < preview->n_columns; i++)
    show_column (self, i);
}
