/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-people.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/people-list.h"
#include "steps/list-source.h"
#include "table/table.h"
#include "widgets/accessible.h"

#define WIDTH 980
#define HEIGHT 600

enum
{
  CLIENT,
  CLIENT_NAME,
  NUMBER,
  NAME,
  EMAIL,
  SINCE,
  N_COLUMNS
};

static const OvsTableColumn columns[N_COLUMNS] = {
  [CLIENT] = { "client", N_ ("Client"), 72, FALSE, TRUE, FALSE },
  [CLIENT_NAME] = { "client-name", N_ ("Name of client"), 190, FALSE, FALSE, FALSE },
  [NUMBER] = { "number", N_ ("Empl. no."), 84, FALSE, FALSE, FALSE },
  [NAME] = { "name", N_ ("Name"), 0, FALSE, TRUE, FALSE },
  [EMAIL] = { "email", N_ ("Private e-mail"), 230, FALSE, TRUE, FALSE },
  [SINCE] = { "since", N_ ("Not in the file since"), 150, FALSE, FALSE, FALSE },
};

static const char *const titles[] = {
  [OVS_IMPORT_ADDED] = N_ ("New with this file"),
  [OVS_IMPORT_CHANGED] = N_ ("Changed by this file"),
  [OVS_IMPORT_MISSING] = N_ ("No longer in this file"),
  [OVS_ALL_MISSING] = N_ ("No longer in the file"),
};

/* --- the rows, in the reader's thread -------------------------------------------------------------------------- */

static GArray *
query (OvsTx *tx, const OvsTableQuery *asked, const char *handler)
{
  g_auto (GStrv) words = g_strsplit (asked->filter != NULL ? asked->filter : "0 0", " ", 2);
  g_autofree char *folded = ovs_text_fold (asked->search);
  OvsImportPeopleSort sort = OVS_IMPORT_PEOPLE_BY_CLIENT;

  if (g_strcmp0 (asked->sort, columns[NAME].id) == 0)
    sort = OVS_IMPORT_PEOPLE_BY_NAME;
  else if (g_strcmp0 (asked->sort, columns[EMAIL].id) == 0)
    sort = OVS_IMPORT_PEOPLE_BY_EMAIL;
  return ovs_imports_find_people (tx, (OvsImportPeople) atoi (words[0]), g_ascii_strtoll (words[1], NULL, 10), *folded != '\0' ? folded : NULL, sort,
                                  asked->descending);
}

typedef struct
{
  OvsTx *tx;
  GPtrArray *rows;
} Fetch;

static void
add_row (const OvsPeopleRow *person, gpointer data)
{
  Fetch *fetch = data;
  OvsTableRow *row = ovs_table_row_new (person->id, N_COLUMNS);
  g_autofree char *name = ovs_people_list_name (person);

  ovs_table_row_set_cell (row, CLIENT, person->employer_number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, CLIENT_NAME, person->employer_name != NULL ? person->employer_name : "", OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, NUMBER, person->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, NAME, name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, EMAIL, person->email != NULL ? person->email : "", OVS_CELL_PLAIN);
  g_ptr_array_add (fetch->rows, row);
}

static GPtrArray *
fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  Fetch data = { tx, g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free) };

  ovs_people_read (tx, ids, n_ids, add_row, &data);
  for (guint i = 0; i < data.rows->len; i++)
    {
      OvsTableRow *row = g_ptr_array_index (data.rows, i);
      g_autofree char *since = ovs_day_to_dutch (ovs_imports_missing_since (tx, row->id));

      ovs_table_row_set_cell (row, SINCE, since, OVS_CELL_SOFT);
    }
  return data.rows;
}

/* --- the window ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_table (OvsWorkspace *workspace, OvsImportPeople people, gint64 import)
{
  static OvsTableColumn translated[N_COLUMNS];
  g_autoptr (OvsTableSource) source = ovs_list_source_new (workspace, query, fetch);
  g_autofree char *filter = g_strdup_printf ("%d %" G_GINT64_FORMAT, (int) people, import);
  GtkWidget *table;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      translated[i] = columns[i];
      translated[i].title = _ (columns[i].title);
    }
  translated[SINCE].hidden = people != OVS_IMPORT_MISSING && people != OVS_ALL_MISSING;
  table = ovs_table_new (translated[SINCE].hidden ? "import-people" : "missing-people", _ (titles[people]), translated, N_COLUMNS, FALSE);
  ovs_table_set_filter (OVS_TABLE (table), filter);
  ovs_table_set_source (OVS_TABLE (table), source);
  gtk_widget_set_vexpand (table, TRUE);
  return table;
}

static void
on_search (GtkSearchEntry *entry, OvsTable *table)
{
  ovs_table_set_search (table, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static GtkWidget *
make_search (GtkWidget *table, GtkWidget *window)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _ ("Name, number or address"), NULL);
  ovs_accessible_set_label (entry, _ ("Search"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_margin_start (entry, 12);
  gtk_widget_set_margin_end (entry, 12);
  gtk_widget_set_margin_top (entry, 6);
  gtk_widget_set_margin_bottom (entry, 12);
  g_signal_connect (entry, "search-changed", G_CALLBACK (on_search), table);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (gtk_window_close), window);
  return entry;
}

/* How many there are is part of the title, and what becomes of them stands below it. */
static void
on_counted (OvsTable *table, GParamSpec *spec, AdwWindowTitle *title)
{
  guint number = ovs_table_get_n_items (table);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u employee", "%'u employees", number), number);

  adw_window_title_set_subtitle (title, subtitle);
}

void
ovs_import_people_show (GtkWindow *parent, OvsWorkspace *workspace, OvsImportPeople people, gint64 import)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = adw_window_title_new (_ (titles[people]), "");
  GtkWidget *table = make_table (workspace, people, import);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ (titles[people]));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  g_signal_connect_object (table, "notify::n-items", G_CALLBACK (on_counted), title, 0);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_search (table, window));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), table);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  ovs_accessible_name_parts (window, _ (titles[people]));
  gtk_window_present (GTK_WINDOW (window));
}
