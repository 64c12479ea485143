/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-page.h"

#include <glib/gi18n.h>

#include "steps/choose-wave.h"
#include "steps/select/choose.h"
#include "steps/select/client-pane.h"
#include "steps/select/clients.h"
#include "steps/select/fetch-page.h"
#include "steps/select/import-page.h"
#include "steps/select/import-people.h"
#include "steps/select/imports-page.h"
#include "steps/select/select-answers.h"
#include "steps/select/select-empty.h"
#include "steps/select/select-menu.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/filter-chips.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"

#define PANE_WIDTH 308
/* Below this the table would lose the names: the pane then lies over it. */
#define TABLE_WIDTH 620
/* Both grow with the text, up to this. */
#define WIDEST 1.4

struct _OvsSelectPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *filters;
  GtkWidget *table;
  AdwFlap *flap;    /* the table, and the pane beside or over it */
  OvsClientPane *pane;
  GtkWidget *nothing; /* over the table where nothing matches */
  gboolean settled;
  GtkWidget *stack; /* these, or what comes first in an empty dossier */
  OvsSelectEmpty *empty;
  OvsTableSource *source;        /* (owned) */
  GtkWidget *views;              /* the clients, or what is read in */
  OvsImportPage *import;
  OvsFetchPage *fetch;
  OvsImportsPage *imports;
};

G_DEFINE_FINAL_TYPE (OvsSelectPage, ovs_select_page, OVS_TYPE_STEP_PAGE)

/* A tick that was not made so is taken back on the screen. */
static void
look_again (OvsStepPage *page)
{
  ovs_table_source_changed (OVS_SELECT_PAGE (page)->source);
}

static void
on_tick (OvsTable *table, gint64 id, gboolean ticked, OvsSelectPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  ovs_choose_clients (OVS_STEP_PAGE (self), ids, ticked, look_again);
}

static void
on_tick_all (OvsTable *table, gboolean ticked, OvsSelectPage *self)
{
  ovs_choose_clients (OVS_STEP_PAGE (self), ovs_table_get_ids (table), ticked, look_again);
}

/* --- the sub pages on which a file is read in, or what Loket has --- */

static gboolean
is_reading_in (OvsSelectPage *self)
{
  return ovs_import_page_is_open (self->import) || ovs_fetch_page_is_open (self->fetch) || ovs_imports_page_is_open (self->imports);
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);

  ovs_imports_page_next (self->imports);
  if (!ovs_fetch_page_is_open (self->fetch))
    ovs_import_page_choose (self->import);
}

static void
import_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);

  ovs_imports_page_next (self->imports);
  if (!ovs_fetch_page_is_open (self->fetch))
    ovs_import_page_open (self->import, g_variant_get_string (parameter, NULL));
}

static void
fetch (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);

  ovs_imports_page_next (self->imports);
  if (!ovs_import_page_is_open (self->import))
    ovs_fetch_page_open (self->fetch);
}

/* What was read in earlier takes the place of what was just read in. */
static void
open_imports (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);

  if (ovs_import_page_is_open (self->import))
    ovs_import_page_back (self->import);
  if (ovs_fetch_page_is_open (self->fetch))
    ovs_fetch_page_back (self->fetch);
  if (!is_reading_in (self))
    ovs_imports_page_open (self->imports);
}

/* All that are shown: what is searched for and filtered says which. */
static void
choose_round (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);
  GArray *clients = ovs_table_get_ids (OVS_TABLE (self->table));

  if (clients->len > 0 && !ovs_workspace_get_read_only (ovs_step_page_get_workspace (OVS_STEP_PAGE (self))))
    ovs_choose_wave (widget, ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), clients);
  else
    g_array_unref (clients);
}

static void
open_import_people (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int people;
  gint64 import;

  g_variant_get (parameter, "(ix)", &people, &import);
  ovs_import_people_show (GTK_WINDOW (gtk_widget_get_root (widget)), ovs_step_page_get_workspace (OVS_STEP_PAGE (widget)), (OvsImportPeople) people,
                          import);
}

static const char *
current_view (OvsSelectPage *self)
{
  if (ovs_import_page_is_open (self->import))
    return "import";
  if (ovs_fetch_page_is_open (self->fetch))
    return "fetch";
  return ovs_imports_page_is_open (self->imports) ? "imports" : "clients";
}

static void
show_view (OvsSelectPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), current_view (self));
  ovs_step_page_update (OVS_STEP_PAGE (self));
}

static GtkWidget *
make_views (OvsSelectPage *self, GtkWidget *clients)
{
  self->import = OVS_IMPORT_PAGE (ovs_import_page_new (OVS_STEP_PAGE (self)));
  self->fetch = OVS_FETCH_PAGE (ovs_fetch_page_new (OVS_STEP_PAGE (self)));
  self->imports = OVS_IMPORTS_PAGE (ovs_imports_page_new (OVS_STEP_PAGE (self)));
  g_signal_connect_swapped (self->imports, "opened", G_CALLBACK (show_view), self);
  g_signal_connect_swapped (self->imports, "closed", G_CALLBACK (show_view), self);
  g_signal_connect_swapped (self->import, "opened", G_CALLBACK (show_view), self);
  g_signal_connect_swapped (self->import, "closed", G_CALLBACK (show_view), self);
  g_signal_connect_swapped (self->fetch, "opened", G_CALLBACK (show_view), self);
  g_signal_connect_swapped (self->fetch, "closed", G_CALLBACK (show_view), self);
  self->views = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->views));
  gtk_stack_add_named (GTK_STACK (self->views), clients, "clients");
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->import), "import");
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->fetch), "fetch");
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->imports), "imports");
  return self->views;
}

static gboolean
ovs_select_page_back (OvsStepPage *page)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);

  if (ovs_import_page_is_open (self->import))
    ovs_import_page_back (self->import);
  else if (ovs_fetch_page_is_open (self->fetch))
    ovs_fetch_page_back (self->fetch);
  else if (ovs_imports_page_is_open (self->imports))
    ovs_imports_page_back (self->imports);
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
make_read_in_button (OvsSelectPage *self)
{
  GtkWidget *button = adw_split_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *missing = g_strdup_printf ("select.import-people((%d,int64 0))", OVS_ALL_MISSING);

  g_menu_append (menu, _ ("Read in a file…"), "win.import");
  g_menu_append (menu, _ ("Fetch from Loket…"), "win.fetch");
  g_menu_append (menu, _ ("Read in earlier…"), "select.imports");
  g_menu_append (menu, _ ("No longer in the file…"), missing);
  adw_split_button_set_label (ADW_SPLIT_BUTTON (button), _ ("Read in…"));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), G_MENU_MODEL (menu));
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (button), _ ("More ways to read in"));
  for (GtkWidget *part = gtk_widget_get_first_child (button); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_MENU_BUTTON (part))
      ovs_accessible_name_menu (part, _ ("More ways to read in"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  return button;
}

/* --- the pane of one client ------------------------------------------------------------------------------------ */

static void
show_pane (OvsSelectPage *self, gboolean shown)
{
  adw_flap_set_reveal_flap (self->flap, shown);
}

static void
on_pane_shown (OvsSelectPage *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->flap);
  gint64 cursor = ovs_table_get_cursor (OVS_TABLE (self->table));

  ovs_client_pane_show (self->pane, shown ? cursor : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->pane), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/* A client that matches no more, since it was let go, stays in the pane. */
static void
on_cursor_changed (OvsTable *table, gint64 id, OvsSelectPage *self)
{
  if (id != 0 && adw_flap_get_reveal_flap (self->flap))
    ovs_client_pane_show (self->pane, id);
}

static void
on_activated (OvsTable *table, gint64 id, OvsSelectPage *self)
{
  show_pane (self, TRUE);
  ovs_client_pane_show (self->pane, id);
}

/* Also one that the chips and the search keep out of the table. */
static void
show_client (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);

  if (is_reading_in (self))
    return;
  ovs_table_set_cursor (OVS_TABLE (self->table), g_variant_get_int64 (parameter));
  on_activated (OVS_TABLE (self->table), g_variant_get_int64 (parameter), self);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
close_pane (OvsSelectPage *self)
{
  show_pane (self, FALSE);
  gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (widget);

  if (is_reading_in (self) || !adw_flap_get_reveal_flap (self->flap))
    return GDK_EVENT_PROPAGATE;
  close_pane (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_pane_button (OvsSelectPage *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-right-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Show the client"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show the client"), -1);
  g_object_bind_property (self->flap, "reveal-flap", button, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return button;
}

/* --- the table, or that nothing is found ----------------------------------------------------------------------- */

static void
on_found (OvsSelectPage *self)
{
  gtk_widget_set_visible (self->nothing, self->settled && ovs_table_get_n_items (OVS_TABLE (self->table)) == 0);
}

static void
on_settled (OvsSelectPage *self)
{
  self->settled = TRUE;
  on_found (self);
}

static void
on_show_all (OvsSelectPage *self)
{
  ovs_filter_chips_choose (OVS_FILTER_CHIPS (self->filters), OVS_CLIENTS_ALL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
  ovs_table_set_search (OVS_TABLE (self->table), "");
}

/* Over the table, which goes on looking. */
static GtkWidget *
make_found (OvsSelectPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Show all clients"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_show_all), self);
  self->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _ ("No such client"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), _ ("Nothing matches this filter and what is searched for."));
  adw_status_page_set_child (ADW_STATUS_PAGE (self->nothing), button);
  gtk_widget_add_css_class (self->nothing, "compact");
  gtk_widget_add_css_class (self->nothing, "view");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->table);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  g_signal_connect_swapped (self->table, "notify::n-items", G_CALLBACK (on_found), self);
  g_signal_connect_swapped (self->table, "settled", G_CALLBACK (on_settled), self);
  return overlay;
}

/* A pane of one width, however long its texts are. */
static GtkWidget *
make_flap (OvsSelectPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  double scale = CLAMP (ovs_text_scale (GTK_WIDGET (self)), 1, WIDEST);
  int width = (int) (PANE_WIDTH * scale);

  self->pane = OVS_CLIENT_PANE (ovs_client_pane_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self))));
  g_signal_connect_swapped (self->pane, "close-asked", G_CALLBACK (close_pane), self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->pane));
  gtk_widget_set_size_request (clamp, width, -1);
  gtk_widget_add_css_class (clamp, "background");
  gtk_widget_set_hexpand (clamp, FALSE);
  gtk_widget_set_size_request (self->table, (int) (TABLE_WIDTH * scale), -1);

  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_fold_threshold_policy (self->flap, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_modal (self->flap, FALSE);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (self->flap, make_found (self));
  adw_flap_set_flap (self->flap, clamp);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_pane_shown), self);
  on_pane_shown (self);
  return GTK_WIDGET (self->flap);
}

/* --- what the window asks -------------------------------------------------------------------------------------- */

static void
on_filter (OvsFilterChips *filters, const char *filter, OvsSelectPage *self)
{
  ovs_table_set_filter (OVS_TABLE (self->table), filter);
}

static void
show_counts (OvsSelectPage *self, const OvsSummary *clients)
{
  OvsFilterChips *filters = OVS_FILTER_CHIPS (self->filters);

  ovs_filter_chips_set_count (filters, OVS_CLIENTS_ALL, clients->employers);
  ovs_filter_chips_set_count (filters, OVS_CLIENTS_CHOSEN, clients->selected - clients->converted);
  ovs_filter_chips_set_count (filters, OVS_CLIENTS_NOT_CHOSEN, clients->employers - clients->selected);
  ovs_filter_chips_set_count (filters, OVS_CLIENTS_OVER, clients->converted);
  ovs_filter_chips_set_count (filters, OVS_CLIENTS_WITHOUT_MIJNLOKET, clients->without_mijnloket);
  ovs_filter_chips_set_count (filters, OVS_CLIENTS_WITHOUT_PRODUCT, clients->without_product);
}

static void
ovs_select_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  if (figures == NULL)
    return;
  ovs_select_answers_show_strip (OVS_ANSWER_STRIP (self->strip), figures);
  ovs_select_answers_show_foot (page, figures);
  show_counts (self, &figures->clients);
  ovs_select_empty_update (self->empty);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), figures->clients.employers > 0 ? "table" : "empty");
  if (ovs_import_page_is_open (self->import))
    ovs_import_page_update (self->import);
  if (ovs_fetch_page_is_open (self->fetch))
    ovs_fetch_page_update (self->fetch);
  if (ovs_imports_page_is_open (self->imports))
    ovs_imports_page_update (self->imports);
}

static void
ovs_select_page_next (OvsStepPage *page)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);

  if (ovs_import_page_is_open (self->import))
    ovs_import_page_next (self->import);
  else if (ovs_fetch_page_is_open (self->fetch))
    ovs_fetch_page_next (self->fetch);
  else if (ovs_imports_page_is_open (self->imports))
    ovs_imports_page_next (self->imports);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "check");
}

static void
ovs_select_page_search (OvsStepPage *page, const char *text)
{
  ovs_table_set_search (OVS_TABLE (OVS_SELECT_PAGE (page)->table), text);
}

static void
ovs_select_page_focus (OvsStepPage *page)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);
  gboolean filled = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "table") == 0;

  if (ovs_import_page_is_open (self->import))
    gtk_widget_child_focus (GTK_WIDGET (self->import), GTK_DIR_TAB_FORWARD);
  else if (ovs_fetch_page_is_open (self->fetch))
    gtk_widget_child_focus (GTK_WIDGET (self->fetch), GTK_DIR_TAB_FORWARD);
  else if (ovs_imports_page_is_open (self->imports))
    gtk_widget_child_focus (GTK_WIDGET (self->imports), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (filled ? self->table : GTK_WIDGET (self->empty), GTK_DIR_TAB_FORWARD);
}

static void
make_filters (OvsSelectPage *self)
{
  OvsFilterChips *filters;

  self->filters = ovs_filter_chips_new (_ ("Clients that are shown"));
  filters = OVS_FILTER_CHIPS (self->filters);
  ovs_filter_chips_add (filters, OVS_CLIENTS_ALL, _ ("All"), FALSE);
  ovs_filter_chips_add (filters, OVS_CLIENTS_CHOSEN, _ ("Chosen"), FALSE);
  ovs_filter_chips_add (filters, OVS_CLIENTS_NOT_CHOSEN, _ ("Not chosen"), FALSE);
  ovs_filter_chips_add (filters, OVS_CLIENTS_OVER, _ ("Over already"), FALSE);
  ovs_filter_chips_add (filters, OVS_CLIENTS_WITHOUT_MIJNLOKET, _ ("MijnLoket is off"), TRUE);
  ovs_filter_chips_add (filters, OVS_CLIENTS_WITHOUT_PRODUCT, _ ("Without product 500"), FALSE);
  gtk_widget_set_hexpand (self->filters, TRUE);
  g_signal_connect (self->filters, "chosen", G_CALLBACK (on_filter), self);
}

static void
make_table (OvsSelectPage *self)
{
  guint n;
  const OvsTableColumn *columns = ovs_clients_columns (&n);

  self->table = ovs_table_new ("clients", _ ("Clients"), columns, n, TRUE);
  self->source = ovs_list_source_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), ovs_clients_query, ovs_clients_fetch);
  ovs_table_set_source (OVS_TABLE (self->table), self->source);
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect (self->table, "tick", G_CALLBACK (on_tick), self);
  g_signal_connect (self->table, "tick-all", G_CALLBACK (on_tick_all), self);
  g_signal_connect (self->table, "cursor-changed", G_CALLBACK (on_cursor_changed), self);
  g_signal_connect (self->table, "activated", G_CALLBACK (on_activated), self);
}

static GtkWidget *
make_filled (OvsSelectPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *flap;

  self->strip = ovs_answer_strip_new ();
  make_filters (self);
  make_table (self);
  flap = make_flap (self);
  gtk_box_append (GTK_BOX (line), self->filters);
  gtk_box_append (GTK_BOX (line), make_read_in_button (self));
  gtk_box_append (GTK_BOX (line), make_pane_button (self));
  gtk_box_append (GTK_BOX (line), ovs_select_menu_new (OVS_STEP_PAGE (self)));
  gtk_widget_add_css_class (top, "page");
  gtk_box_append (GTK_BOX (top), self->strip);
  gtk_box_append (GTK_BOX (top), line);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), flap);
  return box;
}

static void
ovs_select_page_constructed (GObject *object)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (object);

  G_OBJECT_CLASS (ovs_select_page_parent_class)->constructed (object);
  self->empty = OVS_SELECT_EMPTY (ovs_select_empty_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self))));
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_filled (self), "table");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->empty), "empty");
  adw_bin_set_child (ADW_BIN (self), make_views (self, self->stack));
}

static void
ovs_select_page_dispose (GObject *object)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (object);

  g_clear_object (&self->source);
  G_OBJECT_CLASS (ovs_select_page_parent_class)->dispose (object);
}

static void
ovs_select_page_class_init (OvsSelectPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_select_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ovs_select_page_dispose;
  page_class->update = ovs_select_page_update;
  page_class->next = ovs_select_page_next;
  page_class->back = ovs_select_page_back;
  page_class->search = ovs_select_page_search;
  page_class->focus = ovs_select_page_focus;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.import", NULL, import);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.import-file", "s", import_file);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.fetch", NULL, fetch);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.show-client", "x", show_client);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.round", NULL, choose_round);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.imports", NULL, open_imports);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.import-people", "(ix)", open_import_people);
}

static void
ovs_select_page_init (OvsSelectPage *self)
{
}
