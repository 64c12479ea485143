/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-facts.h"

#include <glib/gi18n.h>

#include "csv/headers.h"
#include "widgets/sign.h"

struct _OvsImportFacts
{
  AdwBin parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (OvsImportFacts, ovs_import_facts, ADW_TYPE_BIN)

static void
ovs_import_facts_class_init (OvsImportFactsClass *klass)
{
}

static void
ovs_import_facts_init (OvsImportFacts *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is left out and why"), -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

static void
add (OvsImportFacts *self, OvsSign sign, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (sign), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (ovs_sign_get_class (sign) != NULL)
    gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_refused (OvsImportFacts *self, const OvsIntakeResult *result, guint most)
{
  guint shown = MIN (result->refused->len, most);
  guint more = result->refused->len - shown;
  g_autofree char *rest = g_strdup_printf (ngettext ("And %'u more refused row", "And %'u more refused rows", more), more);

  for (guint i = 0; i < shown; i++)
    {
      const OvsIntakeRefusal *refusal = g_ptr_array_index (result->refused, i);
      g_autofree char *line = g_strdup_printf (_ ("Line %'lu"), (gulong) refusal->line);
      g_autofree char *place = *refusal->column != '\0' ? g_strdup_printf ("%s · %s", line, refusal->column) : g_strdup (line);

      add (self, OVS_SIGN_STOPPER, place, refusal->reason);
    }
  if (more > 0)
    add (self, OVS_SIGN_STOPPER, rest, _ ("Save them to see them all, with the reason of each."));
}

static void
add_columns (OvsImportFacts *self, OvsSign sign, const char *format, char **columns, const char *why)
{
  g_autofree char *joined = columns != NULL ? g_strjoinv (", ", columns) : NULL;
  g_autofree char *title = joined != NULL ? g_strconcat (format, " ", joined, NULL) : NULL;

  if (joined != NULL && *joined != '\0')
    add (self, sign, title, why);
}

/* `BSN: citizen service numbers (BSN) · Rek: bank account numbers`. */
static char *
list_kinds (const OvsIntakeResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; result->private_kinds != NULL && result->private_columns[i] != NULL; i++)
    g_string_append_printf (text, "%s%s: %s", i > 0 ? " · " : "", result->private_columns[i], ovs_personal_get_title (result->private_kinds[i]));
  return g_string_free (text, FALSE);
}

static void
add_left_out (OvsImportFacts *self, const OvsIntakeResult *result)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) others = NULL;
  g_autofree char *kinds = list_kinds (result);
  g_autofree char *why = g_strdup_printf (_ ("Personal data that Overstap does not need. It is not stored and not shown. %s."), kinds);

  for (char **header = result->ignored; header != NULL && *header != NULL; header++)
    if (result->private_columns == NULL || !g_strv_contains ((const char *const *) result->private_columns, *header))
      g_strv_builder_add (builder, *header);
  others = g_strv_builder_end (builder);
  add_columns (self, OVS_SIGN_NEVER, _ ("Never read:"), result->private_columns, why);
  add_columns (self, OVS_SIGN_IGNORED, _ ("Not read:"), others, _ ("Nothing here means these columns, or somebody chose so."));
}

static void
add_missing (OvsImportFacts *self, const OvsIntakeResult *result)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) missing = NULL;

  for (guint i = 0; i < result->n_missing_fields; i++)
    g_strv_builder_add (builder, ovs_headers_get_own (result->kind, result->missing_fields[i]));
  missing = g_strv_builder_end (builder);
  add_columns (self, OVS_SIGN_INFO, _ ("Not in the file:"), missing, _ ("What the dossier knows of it stays as it is."));
}

static void
clear (OvsImportFacts *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

GtkWidget *
ovs_import_facts_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_FACTS, NULL);
}

void
ovs_import_facts_show (OvsImportFacts *self, const OvsIntakeResult *result, guint n_refused)
{
  clear (self);
  add_refused (self, result, n_refused);
  add_left_out (self, result);
  add_missing (self, result);
  for (guint i = 0; result->notes != NULL && result->notes[i] != NULL; i++)
    add (self, OVS_SIGN_INFO, result->notes[i], NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->list) != NULL);
}
