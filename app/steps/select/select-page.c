/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-page.h"

#include <glib/gi18n.h>

#include "steps/select/choose.h"
#include "steps/select/client-pane.h"
#include "steps/select/clients.h"
#include "steps/select/read-in.h"
#include "steps/select/select-answers.h"
#include "steps/select/select-empty.h"
#include "table/table.h"
#include "widgets/confirm.h"
#include "widgets/filter-chips.h"
#include "widgets/stack.h"

#define PANE_WIDTH 308
/* Below this the table would lose the names: the pane then lies over it. */
#define TABLE_WIDTH 620

struct _OvsSelectPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *filters;
  GtkWidget *table;
  AdwFlap *flap;    /* the table, and the pane beside or over it */
  OvsClientPane *pane;
  GtkWidget *stack; /* these, or what comes first in an empty dossier */
  OvsSelectEmpty *empty;
  OvsTableSource *source;        /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  char *path;                    /* (nullable) the file that is being read in */
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

/* --- reading a file in: choose, see the counts, go on --- */

static GtkWindow *
window_of (OvsSelectPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
on_read_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSelectPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) read = ovs_read_in_finish (result, &error);
  g_autofree char *text = NULL;

  ovs_workspace_refresh (OVS_WORKSPACE (source));
  if (read == NULL)
    {
      ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
      return;
    }
  text = g_strdup_printf (_ ("Read in: %d new, %d changed, %d refused"), (int) read->added, (int) read->changed, (int) read->refused->len);
  ovs_step_page_tell (OVS_STEP_PAGE (self), text, FALSE);
}

static void
on_go_on (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSelectPage) self = user_data;

  if (ovs_confirm_finish (result))
    ovs_read_in_async (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), self->path, FALSE, on_read_in, g_object_ref (self));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSelectPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) counted = ovs_read_in_finish (result, &error);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (counted == NULL)
    {
      ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
      return;
    }
  heading = g_strdup_printf (counted->kind == OVS_CSV_EMPLOYEES ? _ ("Read in the employees of %s?") : _ ("Read in the clients of %s?"), name);
  body = ovs_read_in_describe (counted);
  ovs_confirm_async (window_of (self), heading, body, _ ("Read in"), 0, on_go_on, g_object_ref (self));
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, OvsSelectPage *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    {
      g_free (self->path);
      self->path = g_file_get_path (file);
      ovs_read_in_async (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), self->path, TRUE, on_counted, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
on_read_in_clicked (GtkButton *button, OvsSelectPage *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Office files (CSV)"));
  gtk_file_filter_add_pattern (filter, "*.csv");
  gtk_file_filter_add_pattern (filter, "*.CSV");
  gtk_file_filter_add_pattern (filter, "*.txt");
  self->chooser = gtk_file_chooser_native_new (_ ("Read in an office file"), window_of (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Look at it"), _ ("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_file_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static GtkWidget *
make_read_in_button (OvsSelectPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Read in…"));

  g_signal_connect (button, "clicked", G_CALLBACK (on_read_in_clicked), self);
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

  ovs_client_pane_show (self->pane, shown ? ovs_table_get_cursor (OVS_TABLE (self->table)) : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->pane), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
on_cursor_changed (OvsTable *table, gint64 id, OvsSelectPage *self)
{
  if (adw_flap_get_reveal_flap (self->flap))
    ovs_client_pane_show (self->pane, id);
}

static void
on_activated (OvsTable *table, gint64 id, OvsSelectPage *self)
{
  show_pane (self, TRUE);
  ovs_client_pane_show (self->pane, id);
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

  if (!adw_flap_get_reveal_flap (self->flap))
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

/* A pane of one width, however long its texts are. */
static GtkWidget *
make_flap (OvsSelectPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->pane = OVS_CLIENT_PANE (ovs_client_pane_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self))));
  g_signal_connect_swapped (self->pane, "close-asked", G_CALLBACK (close_pane), self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PANE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PANE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->pane));
  gtk_widget_set_size_request (clamp, PANE_WIDTH, -1);
  gtk_widget_add_css_class (clamp, "background");
  gtk_widget_set_hexpand (clamp, FALSE);
  gtk_widget_set_size_request (self->table, TABLE_WIDTH, -1);

  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_fold_threshold_policy (self->flap, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_modal (self->flap, FALSE);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (self->flap, self->table);
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
}

static void
ovs_select_page_next (OvsStepPage *page)
{
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
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

static void
ovs_select_page_dispose (GObject *object)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (object);

  g_clear_object (&self->source);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->path, g_free);
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
  page_class->search = ovs_select_page_search;
  page_class->focus = ovs_select_page_focus;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ovs_select_page_init (OvsSelectPage *self)
{
}
