/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-advanced.h"

#include <glib/gi18n.h>

#include "steps/select/import-layout-rows.h"
#include "steps/select/import-words.h"
#include "widgets/accessible.h"
#include "widgets/drop-down.h"

/* The header is looked for no further down. */
#define LAST_HEADER_LINE 20

struct _OvsImportAdvanced
{
  AdwBin parent_instance;

  GtkWidget *expander;
  GtkWidget *encoding;
  GtkWidget *delimiter;
  GtkWidget *header;
  OvsImportLayoutRows *layouts; /* (owned) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsImportAdvanced, ovs_import_advanced, ADW_TYPE_BIN)

enum
{
  ENCODING,
  DELIMITER,
  HEADER,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_advanced_dispose (GObject *object)
{
  g_clear_object (&OVS_IMPORT_ADVANCED (object)->layouts);
  G_OBJECT_CLASS (ovs_import_advanced_parent_class)->dispose (object);
}

static void
ovs_import_advanced_class_init (OvsImportAdvancedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_import_advanced_dispose;
  signals[ENCODING] = g_signal_new ("encoding", OVS_TYPE_IMPORT_ADVANCED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DELIMITER]
      = g_signal_new ("delimiter", OVS_TYPE_IMPORT_ADVANCED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[HEADER] = g_signal_new ("header", OVS_TYPE_IMPORT_ADVANCED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", OVS_TYPE_IMPORT_ADVANCED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
on_encoding (AdwComboRow *row, GParamSpec *spec, OvsImportAdvanced *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[ENCODING], 0, (int) adw_combo_row_get_selected (row) - 1);
}

static void
on_delimiter (AdwComboRow *row, GParamSpec *spec, OvsImportAdvanced *self)
{
  const char *delimiter = ovs_import_delimiter (adw_combo_row_get_selected (row));

  if (!self->filling && delimiter != NULL)
    g_signal_emit (self, signals[DELIMITER], 0, delimiter);
}

static void
on_header (GtkSpinButton *spin, OvsImportAdvanced *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[HEADER], 0, (guint) gtk_spin_button_get_value_as_int (spin));
}

static void
on_failed (OvsImportLayoutRows *layouts, const GError *error, OvsImportAdvanced *self)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

GtkStringList *
ovs_import_advanced_list_encodings (void)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Found out by itself"));
  for (guint i = 0; i < OVS_N_ENCODINGS; i++)
    gtk_string_list_append (titles, ovs_import_encoding_title ((OvsEncoding) i));
  return titles;
}

static GtkStringList *
list_delimiters (void)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; ovs_import_delimiter (i) != NULL; i++)
    gtk_string_list_append (titles, ovs_import_delimiter_title (i));
  return titles;
}

static GtkWidget *
add_choice (OvsImportAdvanced *self, const char *title, GtkStringList *titles)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) owned = titles;
  g_autoptr (GtkListItemFactory) rows = ovs_drop_down_make_rows ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_factory (ADW_COMBO_ROW (row), rows);
  ovs_accessible_name_below (row, GTK_TYPE_LIST_VIEW, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (owned));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
  return row;
}

static void
add_header (OvsImportAdvanced *self)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = _ ("The headers are on line");

  self->header = gtk_spin_button_new_with_range (1, LAST_HEADER_LINE, 1);
  gtk_widget_set_valign (self->header, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->header);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
  g_signal_connect (self->header, "value-changed", G_CALLBACK (on_header), self);
}

static void
ovs_import_advanced_init (OvsImportAdvanced *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _ ("Advanced"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Advanced"), -1);
  ovs_accessible_name_below (self->expander, GTK_TYPE_LIST_BOX, _ ("Advanced"));
  self->encoding = add_choice (self, _ ("Encoding"), ovs_import_advanced_list_encodings ());
  self->delimiter = add_choice (self, _ ("Between the cells"), list_delimiters ());
  add_header (self);
  self->layouts = ovs_import_layout_rows_new (ADW_EXPANDER_ROW (self->expander));
  g_signal_connect (self->layouts, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect (self->encoding, "notify::selected", G_CALLBACK (on_encoding), self);
  g_signal_connect (self->delimiter, "notify::selected", G_CALLBACK (on_delimiter), self);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Advanced"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), self->expander);
  adw_bin_set_child (ADW_BIN (self), list);
}

GtkWidget *
ovs_import_advanced_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_ADVANCED, NULL);
}

static guint
find_delimiter (const char *delimiter)
{
  for (guint i = 0; ovs_import_delimiter (i) != NULL; i++)
    if (g_str_equal (ovs_import_delimiter (i), delimiter))
      return i;
  return 0;
}

void
ovs_import_advanced_show (OvsImportAdvanced *self, const OvsCsvPreview *preview, int encoding)
{
  guint delimiter = find_delimiter (preview->delimiter);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s · headers on line %d"), ovs_import_encoding_title (preview->encoding),
                                               ovs_import_delimiter_title (delimiter), (int) preview->header_line);

  self->filling = TRUE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander), subtitle);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->encoding), (guint) (encoding + 1));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->delimiter), delimiter);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->header), (double) preview->header_line);
  self->filling = FALSE;
}

void
ovs_import_advanced_show_layouts (OvsImportAdvanced *self)
{
  ovs_import_layout_rows_fill (self->layouts);
}
