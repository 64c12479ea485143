/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-history.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "csv/field.h"
#include "csv/headers.h"
#include "dossier/import-list.h"
#include "dossier/import-people.h"
#include "steps/select/import-words.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

/* Older ones are in the trail. */
#define MOST 200

#define VIEW_LIST "list"
#define VIEW_EMPTY "empty"

/* One import as the list shows it, made in the reader's thread. */
typedef struct
{
  gint64 id;
  gboolean can_go_back;
  char *name;
  char *subtitle;
  char *counts;
  char *details;
  gint64 people[OVS_ALL_MISSING]; /* by OvsImportPeople: how many there were */
} Entry;

struct _OvsImportHistory
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *list;
  gboolean read_only;
  guint loads; /* only the last one is shown */
};

G_DEFINE_FINAL_TYPE (OvsImportHistory, ovs_import_history, ADW_TYPE_BIN)

enum
{
  TAKE_BACK,
  OTHER_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_history_class_init (OvsImportHistoryClass *klass)
{
  signals[TAKE_BACK] = g_signal_new ("take-back", OVS_TYPE_IMPORT_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                     G_TYPE_STRING);
  signals[OTHER_FILE] = g_signal_new ("other-file", OVS_TYPE_IMPORT_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->subtitle);
  g_free (entry->counts);
  g_free (entry->details);
  g_free (entry);
}

/* --- in words -------------------------------------------------------------------------------------------------- */

static void
add_count (GPtrArray *counts, gint64 count, const char *what)
{
  if (count > 0)
    g_ptr_array_add (counts, g_strdup_printf ("%'ld %s", (long) count, what));
}

/* Only what there is: a row of noughts tells nothing. */
static char *
say_counts (const OvsImportRecord *record)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);

  add_count (counts, record->added, _ ("new"));
  add_count (counts, record->changed, _ ("changed"));
  add_count (counts, record->unchanged, _ ("unchanged"));
  add_count (counts, record->missing, _ ("no longer in the file"));
  add_count (counts, record->refused, _ ("refused"));
  if (counts->len == 0)
    return g_strdup (_ ("No rows"));
  g_ptr_array_add (counts, NULL);
  return g_strjoinv (", ", (char **) counts->pdata);
}

static gboolean
is_from_loket (const OvsImportRecord *record)
{
  return g_str_equal (record->kind, "loket");
}

static const char *
say_kind (const OvsImportRecord *record)
{
  OvsCsvKind kind;

  if (is_from_loket (record))
    return _ ("Fetched from Loket");
  return ovs_csv_kind_from_name (record->kind, &kind) ? ovs_import_kind_title (kind) : record->kind;
}

static char *
say_when (const OvsImportRecord *record)
{
  g_autofree char *when = ovs_clock_to_dutch (record->at);
  g_autofree char *back = record->rolled_back_at != 0 ? ovs_clock_to_dutch (record->rolled_back_at) : NULL;
  g_autofree char *read = *record->by != '\0' ? g_strdup_printf (_ ("%s by %s"), when, record->by) : g_strdup (when);
  const char *title = say_kind (record);

  if (back != NULL)
    return g_strdup_printf (_ ("%s · %s · taken back on %s"), title, read, back);
  return g_strdup_printf ("%s · %s", title, read);
}

/* The columns by the headers that Loket itself gives them; where the file has another one, that stands behind it. */
static char *
say_mapping (OvsCsvKind kind, const char *mapping)
{
  g_autoptr (JsonNode) node = json_from_string (mapping, NULL);
  g_autoptr (GPtrArray) meanings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_OBJECT (node) && i < OVS_N_FIELDS; i++)
    {
      const char *header =
          json_object_get_string_member_with_default (json_node_get_object (node), ovs_field_get_name ((OvsField) i), NULL);
      const char *own = ovs_headers_get_own (kind, (OvsField) i);

      if (header != NULL && (own == NULL || g_str_equal (own, header)))
        g_ptr_array_add (meanings, g_strdup (header));
      else if (header != NULL)
        g_ptr_array_add (meanings, g_strdup_printf ("%s = %s", own, header));
    }
  g_ptr_array_add (meanings, NULL);
  return g_strjoinv (", ", (char **) meanings->pdata);
}

/* Of Loket there is no file with columns. */
static char *
say_source (const OvsImportRecord *record)
{
  g_autofree char *day = ovs_day_to_dutch (record->file_day);

  return g_strdup_printf (_ ("As Loket had it on %s"), day);
}

static char *
say_details (const OvsImportRecord *record)
{
  OvsCsvKind kind;
  gboolean known = ovs_csv_kind_from_name (record->kind, &kind);
  g_autofree char *mapping = known ? say_mapping (kind, record->mapping) : g_strdup ("");
  g_autofree char *day = ovs_day_to_dutch (record->file_day);
  g_autofree char *of_day = record->file_day != OVS_NO_DAY ? g_strdup_printf (_ ("File of %s"), day) : g_strdup ("");
  g_autofree char *header = record->header_line > 0 ? g_strdup_printf (_ ("headers on line %d"), (int) record->header_line) : g_strdup ("");

  return g_strdup_printf ("%s%s%s%s%s\n%s %s\n%s %s", of_day, *of_day != '\0' ? " · " : "", record->encoding, *header != '\0' ? " · " : "", header,
                          _ ("Columns:"), mapping, "SHA-256:", record->sha256);
}

static void
add_entry (const OvsImportRecord *record, gpointer data)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = record->id;
  entry->can_go_back = record->rolled_back_at == 0 && record->did_something;
  entry->name = g_strdup (record->file_name);
  entry->subtitle = say_when (record);
  entry->counts = say_counts (record);
  entry->details = is_from_loket (record) ? say_source (record) : say_details (record);
  if ((is_from_loket (record) || g_str_equal (record->kind, ovs_csv_kind_get_name (OVS_CSV_EMPLOYEES))) && record->rolled_back_at == 0)
    {
      entry->people[OVS_IMPORT_ADDED] = record->added;
      entry->people[OVS_IMPORT_CHANGED] = record->changed;
      entry->people[OVS_IMPORT_MISSING] = record->missing;
    }
  g_ptr_array_add (data, entry);
}

/* --- the list -------------------------------------------------------------------------------------------------- */

static void
on_take_back (GtkButton *button, OvsImportHistory *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "import");

  g_signal_emit (self, signals[TAKE_BACK], 0, *id, g_object_get_data (G_OBJECT (button), "name"));
}

static GtkWidget *
make_button (OvsImportHistory *self, const Entry *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take back…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !self->read_only);
  g_object_set_data_full (G_OBJECT (button), "import", g_memdup2 (&entry->id, sizeof entry->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (entry->name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_take_back), self);
  return button;
}

/* The people behind the counts, who are still there. */
static void
add_people_row (GtkWidget *expander, const Entry *entry, OvsImportPeople people, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  if (entry->people[people] == 0)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "select.import-people");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ix)", (int) people, entry->id);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_text_row (GtkWidget *expander, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_row (OvsImportHistory *self, const Entry *entry)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", entry->subtitle, entry->counts);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  ovs_accessible_set_label (row, entry->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  ovs_accessible_name_below (row, GTK_TYPE_LIST_BOX, entry->name);
  if (entry->can_go_back)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_button (self, entry));
  add_people_row (row, entry, OVS_IMPORT_ADDED, _ ("New with this file"));
  add_people_row (row, entry, OVS_IMPORT_CHANGED, _ ("Changed by this file"));
  add_people_row (row, entry, OVS_IMPORT_MISSING, _ ("No longer in this file"));
  add_text_row (row, _ ("Advanced"), entry->details);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show (OvsImportHistory *self, const GPtrArray *entries)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, g_ptr_array_index (entries, i));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), entries->len > 0 ? VIEW_LIST : VIEW_EMPTY);
}

/* --- reading it ------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsImportHistory *self; /* (owned) */
  guint load;
  GPtrArray *entries; /* (owned) of Entry */
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->self);
  g_ptr_array_unref (load->entries);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static gboolean
read_entries (OvsTx *tx, gpointer data, GError **error)
{
  Load *load = data;

  ovs_imports_foreach (tx, MOST, add_entry, load->entries);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && load->load == load->self->loads)
    show (load->self, load->entries);
}

void
ovs_import_history_load (OvsImportHistory *self, OvsWorkspace *workspace)
{
  Load *load = g_new (Load, 1);

  self->read_only = ovs_workspace_get_read_only (workspace);
  load->self = g_object_ref (self);
  load->load = ++self->loads;
  load->entries = g_ptr_array_new_with_free_func (entry_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_entries, load, NULL, on_read, load);
}

/* --- making it ------------------------------------------------------------------------------------------------- */

static void
on_other_file (GtkButton *button, OvsImportHistory *self)
{
  g_signal_emit (self, signals[OTHER_FILE], 0);
}

static GtkWidget *
make_empty (OvsImportHistory *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Read in…"));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_other_file), self);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing was read in yet"));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static GtkWidget *
make_list (OvsImportHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("Read in earlier"));
  GtkWidget *caption = gtk_label_new (_ ("Taking back gives what a file changed its old value. What was decided or changed since stays, and what was sent is never undone."));
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  ovs_accessible_set_label (self->list, _ ("Read in earlier"));
  gtk_widget_add_css_class (heading, "title-2");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (caption, "soft");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
ovs_import_history_init (OvsImportHistory *self)
{
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), VIEW_LIST);
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), VIEW_EMPTY);
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
ovs_import_history_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_HISTORY, NULL);
}
