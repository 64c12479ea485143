/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-result.h"

#include <glib/gi18n.h>

#include "dossier/import-people.h"
#include "steps/number-row.h"
#include "steps/select/import-facts.h"

/* So many refused rows are listed; the others are in the file that can be saved. */
#define LISTED 50

struct _OvsImportResult
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *name;
  GtkWidget *added;
  GtkWidget *changed;
  GtkWidget *unchanged;
  GtkWidget *missing;
  GtkWidget *refused;
  GtkWidget *save;
  GtkWidget *facts;
  GtkWidget *other;
  gint64 import; /* that is shown */
};

G_DEFINE_FINAL_TYPE (OvsImportResult, ovs_import_result, ADW_TYPE_BIN)

enum
{
  SAVE_REFUSED,
  OTHER_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_result_class_init (OvsImportResultClass *klass)
{
  signals[SAVE_REFUSED] = g_signal_new ("save-refused", OVS_TYPE_IMPORT_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OTHER_FILE] = g_signal_new ("other-file", OVS_TYPE_IMPORT_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_save (GtkButton *button, OvsImportResult *self)
{
  g_signal_emit (self, signals[SAVE_REFUSED], 0);
}

static void
on_other_file (GtkButton *button, OvsImportResult *self)
{
  g_signal_emit (self, signals[OTHER_FILE], 0);
}

static void
open_people (OvsImportResult *self, OvsImportPeople people)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "select.import-people", "(ix)", (int) people, self->import);
}

static void
on_added (OvsImportResult *self)
{
  open_people (self, OVS_IMPORT_ADDED);
}

static void
on_changed (OvsImportResult *self)
{
  open_people (self, OVS_IMPORT_CHANGED);
}

static void
on_missing (OvsImportResult *self)
{
  open_people (self, OVS_IMPORT_MISSING);
}

static GtkWidget *
add_number (GtkWidget *list, const char *title)
{
  GtkWidget *row = ovs_number_row_new (title);

  ovs_number_row_set_opens (OVS_NUMBER_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
make_head (OvsImportResult *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "emblem-ok-symbolic", "pixel-size", 56, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->title = gtk_label_new (NULL);
  self->name = gtk_label_new (NULL);
  gtk_widget_add_css_class (image, "success");
  gtk_widget_add_css_class (self->title, "title-1");
  gtk_widget_add_css_class (self->name, "soft");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->name);
  return box;
}

static GtkWidget *
make_counts (OvsImportResult *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was read in"), -1);
  self->added = add_number (list, _ ("new"));
  self->changed = add_number (list, _ ("changed"));
  self->unchanged = add_number (list, _ ("unchanged"));
  self->missing = add_number (list, _ ("no longer in the file"));
  self->refused = add_number (list, _ ("refused"));
  g_signal_connect_swapped (self->added, "activated", G_CALLBACK (on_added), self);
  g_signal_connect_swapped (self->changed, "activated", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->missing, "activated", G_CALLBACK (on_missing), self);
  self->save = gtk_button_new ();
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  g_signal_connect (self->save, "clicked", G_CALLBACK (on_save), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->refused), self->save);
  return list;
}

static void
ovs_import_result_init (OvsImportResult *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *history = gtk_button_new_with_label (_ ("Read in earlier…"));

  self->facts = ovs_import_facts_new ();
  self->other = gtk_button_new_with_label (_ ("Read in another file…"));
  gtk_widget_add_css_class (self->other, "pill");
  gtk_widget_add_css_class (history, "pill");
  gtk_widget_set_halign (verbs, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (history), "select.imports");
  g_signal_connect (self->other, "clicked", G_CALLBACK (on_other_file), self);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_counts (self));
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (verbs), self->other);
  gtk_box_append (GTK_BOX (verbs), history);
  gtk_box_append (GTK_BOX (box), verbs);
  gtk_widget_add_css_class (box, "result");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 780);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
ovs_import_result_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_RESULT, NULL);
}

static void
show_title (OvsImportResult *self, const OvsIntakeResult *result)
{
  gulong rows = (gulong) (result->added + result->changed + result->unchanged);
  g_autofree char *title = g_strdup_printf (ngettext ("%'lu row read in", "%'lu rows read in", rows), rows);

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

/* What a file can be asked for, Loket cannot. */
static void
show_source (OvsImportResult *self, const OvsIntakeResult *result)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->missing), result->from_loket ? _ ("no longer in Loket") : _ ("no longer in the file"));
  gtk_widget_set_visible (self->save, result->refused->len > 0 && !result->from_loket);
  gtk_widget_set_visible (self->other, !result->from_loket);
}

void
ovs_import_result_show (OvsImportResult *self, const char *name, const OvsIntakeResult *result)
{
  guint refused = result->refused->len;
  g_autofree char *save = g_strdup_printf (ngettext ("Save %'u refused row…", "Save %'u refused rows…", refused), refused);

  show_title (self, result);
  /* People have a list; clients are found in the table. */
  self->import = result->import;
  ovs_number_row_set_opens (OVS_NUMBER_ROW (self->added), result->kind == OVS_CSV_EMPLOYEES);
  ovs_number_row_set_opens (OVS_NUMBER_ROW (self->changed), result->kind == OVS_CSV_EMPLOYEES || result->kind == OVS_CSV_STATUS);
  ovs_number_row_set_opens (OVS_NUMBER_ROW (self->missing), TRUE);
  show_source (self, result);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  ovs_number_row_set (OVS_NUMBER_ROW (self->added), (gint64) result->added, NULL, OVS_SIGN_NONE);
  ovs_number_row_set (OVS_NUMBER_ROW (self->changed), (gint64) result->changed, NULL, OVS_SIGN_NONE);
  ovs_number_row_set (OVS_NUMBER_ROW (self->unchanged), (gint64) result->unchanged, NULL, OVS_SIGN_NONE);
  ovs_number_row_set (OVS_NUMBER_ROW (self->missing), (gint64) result->missing, result->missing > 0 ? _ ("They stay in the dossier and are marked.") : NULL,
                      result->missing > 0 ? OVS_SIGN_WARNING : OVS_SIGN_NONE);
  ovs_number_row_set (OVS_NUMBER_ROW (self->refused), refused, refused > 0 && !result->from_loket ? _ ("Save them, mend them and read that file in.") : NULL,
                      refused > 0 ? OVS_SIGN_STOPPER : OVS_SIGN_NONE);
  gtk_widget_set_visible (self->missing, result->kind == OVS_CSV_EMPLOYEES);
  gtk_button_set_label (GTK_BUTTON (self->save), save);
  ovs_import_facts_show (OVS_IMPORT_FACTS (self->facts), result, LISTED);
}
