/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-fields.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "letters/fields.h"
#include "widgets/accessible.h"

struct _OvsPieceFields
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *search;
  GtkWidget *list;

  OvsFieldValues *values; /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsPieceFields, ovs_piece_fields, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define FIELD "ovs-field"
#define VALUE "ovs-value"

static const OvsLetterField *
field_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), FIELD);
}

/* --- the rows ------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row (const OvsLetterField *field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *name = g_strdup_printf (field->flag ? "{?%s}…{/%s}" : "{%s}", field->name, field->name);
  GtkWidget *value = make_label (NULL, "caption");

  gtk_label_set_lines (GTK_LABEL (value), 1);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), make_label (ovs_letter_field_meaning (field), NULL));
  gtk_box_append (GTK_BOX (box), make_label (name, "accent"));
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (box, "finding-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), FIELD, (gpointer) field);
  g_object_set_data (G_OBJECT (row), VALUE, value);
  return row;
}

static void
show_value (OvsPieceFields *self, GtkListBoxRow *row)
{
  const OvsLetterField *field = field_of (row);
  GtkWidget *label = g_object_get_data (G_OBJECT (row), VALUE);
  const char *value = self->values != NULL && !field->flag ? ovs_field_values_lookup (field->name, self->values) : NULL;
  g_autofree char *line = g_strdup (value != NULL ? value : "");
  g_autofree char *now = NULL;
  g_autofree char *spoken = NULL;

  g_strdelimit (line, "\n", ' ');
  now = self->values == NULL || field->flag ? g_strdup ("") : g_strdup_printf (_ ("Now: %s"), *line != '\0' ? line : _ ("empty"));
  spoken = g_strdup_printf ("%s, {%s}. %s", ovs_letter_field_meaning (field), field->name, now);
  gtk_label_set_text (GTK_LABEL (label), now);
  gtk_widget_set_visible (label, *now != '\0');
  ovs_accessible_set_label (row, spoken);
}

void
ovs_piece_fields_set_values (OvsPieceFields *self, OvsFieldValues *values)
{
  GtkListBoxRow *row;

  self->values = values;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    show_value (self, row);
}

static const char *
get_heading (OvsLetterFieldAbout about)
{
  switch (about)
    {
    case OVS_LETTER_FIELD_CLIENT:
      return _ ("About the client");
    case OVS_LETTER_FIELD_ROUND:
      return _ ("About the round");
    case OVS_LETTER_FIELD_OFFICE:
    default:
      return _ ("About the office");
    }
}

static void
show_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *heading = NULL;

  if (before == NULL || field_of (row)->about != field_of (before)->about)
    {
      heading = make_label (get_heading (field_of (row)->about), "heading");
      gtk_widget_add_css_class (heading, "fields-heading");
    }
  gtk_list_box_row_set_header (row, heading);
}

static int
sort (GtkListBoxRow *row, GtkListBoxRow *other, gpointer data)
{
  static const int places[] = { [OVS_LETTER_FIELD_CLIENT] = 0, [OVS_LETTER_FIELD_ROUND] = 1, [OVS_LETTER_FIELD_OFFICE] = 2 };
  const OvsLetterField *first = field_of (row);
  const OvsLetterField *second = field_of (other);

  if (first->about != second->about)
    return places[first->about] - places[second->about];
  return first < second ? -1 : first > second;
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  OvsPieceFields *self = data;
  const OvsLetterField *field = field_of (row);
  g_autofree char *sought = ovs_text_header_key (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *name = ovs_text_header_key (field->name);
  g_autofree char *meaning = ovs_text_header_key (ovs_letter_field_meaning (field));

  return strstr (name, sought) != NULL || strstr (meaning, sought) != NULL;
}

/* --- choosing ------------------------------------------------------------------------------------------------------------- */

static void
on_chosen (GtkListBox *list, GtkListBoxRow *row, OvsPieceFields *self)
{
  const OvsLetterField *field = field_of (row);
  g_autofree char *before = g_strdup_printf (field->flag ? "{?%s}" : "{%s}", field->name);
  g_autofree char *after = field->flag ? g_strdup_printf ("{/%s}", field->name) : g_strdup ("");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CHOSEN], 0, before, after);
}

static void
on_searched (OvsPieceFields *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Enter takes the first that is found. */
static void
on_entered (OvsPieceFields *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        on_chosen (NULL, row, self);
        return;
      }
}

static void
on_shown (OvsPieceFields *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

/* --- the widget ----------------------------------------------------------------------------------------------------------- */

static void
ovs_piece_fields_class_init (OvsPieceFieldsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                  G_TYPE_STRING);
}

static GtkWidget *
make_list (OvsPieceFields *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gsize n_fields;
  const OvsLetterField *fields = ovs_letter_fields_all (&n_fields);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  ovs_accessible_set_label (self->list, _ ("Fields"));
  for (gsize i = 0; i < n_fields; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (&fields[i]));
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), sort, NULL, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), show_heading, NULL, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), matches, self, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_chosen), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 380);
  return scrolled;
}

static void
ovs_piece_fields_init (OvsPieceFields *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->button = gtk_menu_button_new ();
  self->search = gtk_search_entry_new ();
  ovs_accessible_set_label (self->search, _ ("Search a field"));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_widget_set_size_request (box, 380, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Insert a field"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  ovs_accessible_name_menu (self->button, _ ("Insert a field"));
  adw_bin_set_child (ADW_BIN (self), self->button);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_shown), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_searched), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_entered), self);
  ovs_piece_fields_set_values (self, NULL);
}

OvsPieceFields *
ovs_piece_fields_new (void)
{
  return g_object_new (OVS_TYPE_PIECE_FIELDS, NULL);
}
