/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/filter-chips.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

#define SPACING 6

typedef struct
{
  char *id;
  char *label;
  gint64 count; /* -1 while it is not known */
  GtkWidget *line; /* (nullable) before it */
  GtkWidget *button;
} Chip;

struct _OvsFilterChips
{
  GtkWidget parent_instance;

  GPtrArray *chips; /* (owned) */
  guint chosen;
  GtkWidget *more;
  GSimpleAction *action; /* (owned): of the menu */
  guint folded;
  guint idle; /* the menu is made anew after the layout */
};

G_DEFINE_FINAL_TYPE (OvsFilterChips, ovs_filter_chips, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  g_clear_pointer (&chip->line, gtk_widget_unparent);
  g_clear_pointer (&chip->button, gtk_widget_unparent);
  g_free (chip->id);
  g_free (chip->label);
  g_free (chip);
}

static Chip *
chip_at (OvsFilterChips *self, guint index)
{
  return g_ptr_array_index (self->chips, index);
}

static int
find (OvsFilterChips *self, const char *id)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (g_str_equal (chip_at (self, i)->id, id))
      return (int) i;
  return -1;
}

/* --- the menu of what is folded -------------------------------------------------------------------------------- */

static char *
describe (const Chip *chip)
{
  return chip->count < 0 ? g_strdup (chip->label) : g_strdup_printf ("%s  %'" G_GINT64_FORMAT, chip->label, chip->count);
}

static void
show_more (OvsFilterChips *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint first = self->chips->len - self->folded;
  g_autofree char *label = NULL;

  for (guint i = first; i < self->chips->len; i++)
    {
      g_autofree char *text = describe (chip_at (self, i));
      g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "chips.choose", "s", chip_at (self, i)->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (menu));

  /* What is chosen is always to be seen. */
  if (self->folded > 0 && self->chosen >= first)
    label = describe (chip_at (self, self->chosen));
  else
    label = g_strdup_printf (ngettext ("%u more filter", "%u more filters", self->folded), self->folded);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), label);
  ovs_accessible_name_menu (self->more, label);
}

static gboolean
on_idle (gpointer data)
{
  OvsFilterChips *self = data;

  self->idle = 0;
  show_more (self);
  return G_SOURCE_REMOVE;
}

static void
show_more_soon (OvsFilterChips *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

/* --- the layout: one line, the last ones fold ------------------------------------------------------------------ */

static int
width_of (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static int
width_of_chip (const Chip *chip)
{
  return width_of (chip->button) + (chip->line != NULL ? width_of (chip->line) + SPACING : 0);
}

static void
ovs_filter_chips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  OvsFilterChips *self = OVS_FILTER_CHIPS (widget);
  int all = 0, height;

  gtk_widget_measure (self->more, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  for (guint i = 0; i < self->chips->len; i++)
    {
      int high;

      all += width_of_chip (chip_at (self, i)) + (i > 0 ? SPACING : 0);
      gtk_widget_measure (chip_at (self, i)->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &high, NULL, NULL);
      height = MAX (height, high);
    }
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? all : height;
  *minimum = *natural;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->chips->len > 1)
    *minimum = MIN (all, width_of_chip (chip_at (self, 0)) + SPACING + width_of (self->more));
}

static guint
count_shown (OvsFilterChips *self, int width)
{
  int room = width - SPACING - width_of (self->more);
  int all = 0;
  guint shown = 0;

  for (guint i = 0; i < self->chips->len; i++)
    {
      all += width_of_chip (chip_at (self, i)) + (i > 0 ? SPACING : 0);
      if (all <= room)
        shown++;
    }
  return all <= width ? self->chips->len : MAX (shown, 1);
}

static int
place (GtkWidget *child, gboolean shown, int x, int height, int width)
{
  int wide = shown ? width_of (child) : 0;
  gboolean backwards = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
  if (!shown)
    return x;
  gtk_widget_size_allocate (child, &(GtkAllocation) { backwards ? width - x - wide : x, 0, wide, height }, -1);
  return x + wide + SPACING;
}

static void
ovs_filter_chips_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OvsFilterChips *self = OVS_FILTER_CHIPS (widget);
  guint shown = count_shown (self, width);
  int x = 0;

  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = chip_at (self, i);

      if (chip->line != NULL)
        x = place (chip->line, i <= shown, x, height, width);
      x = place (chip->button, i < shown, x, height, width);
    }
  place (self->more, shown < self->chips->len, x, height, width);
  if (self->folded == self->chips->len - shown)
    return;
  self->folded = self->chips->len - shown;
  show_more_soon (self);
}

/* --- choosing -------------------------------------------------------------------------------------------------- */

static void
take (OvsFilterChips *self, guint index)
{
  const Chip *chip = chip_at (self, index);

  if (self->chosen == index)
    return;
  self->chosen = index;
  g_simple_action_set_state (self->action, g_variant_new_string (chip->id));
  if (self->folded > 0)
    show_more_soon (self);
  g_signal_emit (self, signals[CHOSEN], 0, chip->id);
}

static void
on_toggled (GtkToggleButton *button, OvsFilterChips *self)
{
  for (guint i = 0; gtk_toggle_button_get_active (button) && i < self->chips->len; i++)
    if (chip_at (self, i)->button == GTK_WIDGET (button))
      take (self, i);
}

static void
on_choose (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  ovs_filter_chips_choose (user_data, g_variant_get_string (id, NULL));
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_filter_chips_dispose (GObject *object)
{
  OvsFilterChips *self = OVS_FILTER_CHIPS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (ovs_filter_chips_parent_class)->dispose (object);
}

static void
ovs_filter_chips_class_init (OvsFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_filter_chips_dispose;
  widget_class->measure = ovs_filter_chips_measure;
  widget_class->size_allocate = ovs_filter_chips_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "filterchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ovs_filter_chips_init (OvsFilterChips *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->chips = g_ptr_array_new_with_free_func (chip_free);
  self->more = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->more, "pill-more");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  self->action = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect (self->action, "activate", G_CALLBACK (on_choose), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chips", G_ACTION_GROUP (group));
  show_more (self);
}

GtkWidget *
ovs_filter_chips_new (const char *label)
{
  OvsFilterChips *self = g_object_new (OVS_TYPE_FILTER_CHIPS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

static void
show_chip (const Chip *chip)
{
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (chip->button));
  g_autofree char *markup = NULL;
  g_autofree char *spoken = NULL;

  if (chip->count < 0)
    {
      gtk_label_set_text (GTK_LABEL (text), chip->label);
      spoken = g_strdup (chip->label);
    }
  else
    {
      markup = g_markup_printf_escaped ("%s <b>%'" G_GINT64_FORMAT "</b>", chip->label, chip->count);
      gtk_label_set_markup (GTK_LABEL (text), markup);
      spoken = g_strdup_printf ("%s, %'" G_GINT64_FORMAT, chip->label, chip->count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
ovs_filter_chips_add (OvsFilterChips *self, const char *id, const char *label, gboolean apart)
{
  Chip *chip = g_new0 (Chip, 1);

  chip->id = g_strdup (id);
  chip->label = g_strdup (label);
  chip->count = -1;
  if (apart)
    {
      chip->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
      gtk_widget_insert_before (chip->line, GTK_WIDGET (self), self->more);
    }
  chip->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (chip->button), gtk_label_new (NULL));
  gtk_widget_add_css_class (chip->button, "pill-filter");
  gtk_widget_insert_before (chip->button, GTK_WIDGET (self), self->more);
  if (self->chips->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip->button), GTK_TOGGLE_BUTTON (chip_at (self, 0)->button));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip->button), TRUE);
  g_ptr_array_add (self->chips, chip);
  show_chip (chip);
  g_signal_connect (chip->button, "toggled", G_CALLBACK (on_toggled), self);
}

void
ovs_filter_chips_set_count (OvsFilterChips *self, const char *id, gint64 count)
{
  int index = find (self, id);

  if (index < 0 || chip_at (self, (guint) index)->count == count)
    return;
  chip_at (self, (guint) index)->count = count;
  show_chip (chip_at (self, (guint) index));
  if (self->folded > 0)
    show_more_soon (self);
}

void
ovs_filter_chips_choose (OvsFilterChips *self, const char *id)
{
  int index = find (self, id);

  if (index >= 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip_at (self, (guint) index)->button), TRUE);
}

const char *
ovs_filter_chips_get_chosen (OvsFilterChips *self)
{
  return self->chips->len > 0 ? chip_at (self, self->chosen)->id : NULL;
}

guint
ovs_filter_chips_get_folded (OvsFilterChips *self)
{
  return self->folded;
}
