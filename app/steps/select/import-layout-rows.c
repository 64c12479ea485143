/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-layout-rows.h"

#include <glib/gi18n.h>

#include "steps/select/import-layouts.h"
#include "steps/select/import-words.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

struct _OvsImportLayoutRows
{
  GObject parent_instance;

  AdwExpanderRow *expander; /* (weak) */
  GPtrArray *rows;          /* (owned) (unowned elements) */
};

G_DEFINE_FINAL_TYPE (OvsImportLayoutRows, ovs_import_layout_rows, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_layout_rows_finalize (GObject *object)
{
  OvsImportLayoutRows *self = OVS_IMPORT_LAYOUT_ROWS (object);

  g_clear_weak_pointer (&self->expander);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ovs_import_layout_rows_parent_class)->finalize (object);
}

static void
ovs_import_layout_rows_class_init (OvsImportLayoutRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_import_layout_rows_finalize;
  signals[FAILED] = g_signal_new ("failed", OVS_TYPE_IMPORT_LAYOUT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ovs_import_layout_rows_init (OvsImportLayoutRows *self)
{
  self->rows = g_ptr_array_new ();
}

static OvsCsvProfile *
profile_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "profile");
}

/* --- changing them --- */

static void
on_changed (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (OvsImportLayoutRows) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ovs_import_layouts_finish (async, &error);

  if (list == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_renamed (AdwEntryRow *row, OvsImportLayoutRows *self)
{
  ovs_import_layouts_rename_async (self, profile_of (row)->id, gtk_editable_get_text (GTK_EDITABLE (row)), on_changed, g_object_ref (self));
}

static void
show_button (GtkWidget *button, gboolean removed)
{
  const char *name = profile_of (button)->name;
  g_autofree char *text = g_strdup_printf (removed ? _ ("Put the layout “%s” back") : _ ("Forget the layout “%s”"), name);

  gtk_button_set_icon_name (GTK_BUTTON (button), removed ? "edit-undo-symbolic" : "user-trash-symbolic");
  gtk_widget_set_tooltip_text (button, text);
  ovs_accessible_set_label (button, text);
}

static void
on_button (GtkButton *button, OvsImportLayoutRows *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ENTRY_ROW);
  gboolean removes = gtk_editable_get_editable (GTK_EDITABLE (row));

  /* The row stays, so that it can be put back. */
  gtk_editable_set_editable (GTK_EDITABLE (row), !removes);
  if (removes)
    gtk_widget_add_css_class (row, "dim-label");
  else
    gtk_widget_remove_css_class (row, "dim-label");
  show_button (GTK_WIDGET (button), removes);
  if (removes)
    ovs_import_layouts_remove_async (self, profile_of (row)->id, on_changed, g_object_ref (self));
  else
    ovs_import_layouts_remember_async (self, profile_of (row), on_changed, g_object_ref (self));
}

/* --- showing them --- */

static void
add_row (OvsImportLayoutRows *self, const OvsCsvProfile *profile)
{
  g_autofree char *day = ovs_day_to_file (profile->used);
  g_autofree char *title = g_strdup_printf (_ ("Layout for “%s”, last used on %s"), ovs_import_kind_title (profile->kind), day);
  GtkWidget *row = ovs_entry_row_new (title);
  GtkWidget *button = gtk_button_new ();
  OvsCsvProfile *copy = ovs_csv_profile_copy (profile);

  gtk_editable_set_text (GTK_EDITABLE (row), profile->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "profile", copy, (GDestroyNotify) ovs_csv_profile_free);
  g_object_set_data (G_OBJECT (button), "profile", copy);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  show_button (button, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect (row, "apply", G_CALLBACK (on_renamed), self);
  g_signal_connect (button, "clicked", G_CALLBACK (on_button), self);
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_listed (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (OvsImportLayoutRows) self = user_data;
  g_autoptr (GPtrArray) list = ovs_import_layouts_finish (async, NULL);

  if (list == NULL || self->expander == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++)
    add_row (self, g_ptr_array_index (list, i));
}

OvsImportLayoutRows *
ovs_import_layout_rows_new (AdwExpanderRow *expander)
{
  OvsImportLayoutRows *self = g_object_new (OVS_TYPE_IMPORT_LAYOUT_ROWS, NULL);

  g_set_weak_pointer (&self->expander, expander);
  return self;
}

void
ovs_import_layout_rows_fill (OvsImportLayoutRows *self)
{
  ovs_import_layouts_list_async (self, on_listed, g_object_ref (self));
}
