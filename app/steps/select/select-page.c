/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-page.h"

#include <glib/gi18n.h>

#include "dossier/client-list.h"
#include "dossier/decisions.h"
#include "rules/load.h"
#include "steps/select/clients.h"
#include "steps/select/import-page.h"
#include "table/table.h"
#include "widgets/answer-strip.h"
#include "widgets/stack.h"

struct _OvsSelectPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *filters;
  GtkWidget *table;
  GtkWidget *stack; /* the table, or what comes first in an empty dossier */
  OvsTableSource *source;        /* (owned) */
  GtkWidget *views;              /* the clients, or a file that is read in */
  OvsImportPage *import;
};

G_DEFINE_FINAL_TYPE (OvsSelectPage, ovs_select_page, OVS_TYPE_STEP_PAGE)

/* One decision on clients, in the writer's thread. */
typedef struct
{
  OvsSelectPage *page; /* (owned) */
  GArray *ids;         /* (owned) of gint64 */
  gboolean select;
  gint64 changed;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->page);
  g_array_unref (choice->ids);
  g_free (choice);
}

static void
add_number (const OvsClientRow *row, gpointer data)
{
  g_strv_builder_add (data, row->number);
}

static gboolean
choose (OvsTx *tx, gpointer data, GError **error)
{
  Choice *choice = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < choice->ids->len; i++)
    ovs_client_list_get (tx, g_array_index (choice->ids, gint64, i), add_number, builder);
  numbers = g_strv_builder_end (builder);
  choice->changed = choice->select
                        ? ovs_decisions_select (tx, OVS_SELECT_NUMBERS, (const char *const *) numbers, FALSE, error)
                        : ovs_decisions_deselect (tx, (const char *const *) numbers, error);
  return choice->changed >= 0;
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  OvsStepPage *page = OVS_STEP_PAGE (choice->page);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    ovs_step_page_tell_error (page, error);
  else if (choice->ids->len > 1)
    {
      text = g_strdup_printf (choice->select ? ngettext ("%d client chosen", "%d clients chosen", (gulong) choice->changed)
                                             : ngettext ("%d client no longer chosen", "%d clients no longer chosen", (gulong) choice->changed),
                              (int) choice->changed);
      ovs_step_page_tell (page, text, TRUE);
    }
  choice_free (choice);
}

static void
decide (OvsSelectPage *self, GArray *ids, gboolean select)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->page = g_object_ref (self);
  choice->ids = ids;
  choice->select = select;
  ovs_workspace_write_async (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), choose, choice, NULL, on_chosen, choice);
}

static void
on_tick (OvsTable *table, gint64 id, gboolean ticked, OvsSelectPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  decide (self, ids, ticked);
}

static void
on_tick_all (OvsTable *table, gboolean ticked, OvsSelectPage *self)
{
  decide (self, ovs_table_get_ids (table), ticked);
}

/* --- the sub page on which a file is read in --- */

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_import_page_choose (OVS_SELECT_PAGE (widget)->import);
}

static void
import_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_import_page_open (OVS_SELECT_PAGE (widget)->import, g_variant_get_string (parameter, NULL));
}

static void
on_import_changed (OvsImportPage *page, OvsSelectPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), ovs_import_page_is_open (page) ? "import" : "clients");
  ovs_step_page_update (OVS_STEP_PAGE (self));
}

static GtkWidget *
make_views (OvsSelectPage *self, GtkWidget *clients)
{
  self->import = OVS_IMPORT_PAGE (ovs_import_page_new (OVS_STEP_PAGE (self)));
  g_signal_connect (self->import, "opened", G_CALLBACK (on_import_changed), self);
  g_signal_connect (self->import, "closed", G_CALLBACK (on_import_changed), self);
  self->views = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->views));
  gtk_stack_add_named (GTK_STACK (self->views), clients, "clients");
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->import), "import");
  return self->views;
}

static gboolean
ovs_select_page_back (OvsStepPage *page)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);

  if (!ovs_import_page_is_open (self->import))
    return FALSE;
  ovs_import_page_back (self->import);
  return TRUE;
}

static GtkWidget *
make_read_in_button (OvsSelectPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Read in…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  return button;
}

static GtkWidget *
make_empty (OvsSelectPage *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = make_read_in_button (self);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("First the client list"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Ask Loket for the overview of all clients, or save your own list as CSV, and read it in. After it the employees."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
on_filter (GtkToggleButton *button, OvsSelectPage *self)
{
  if (gtk_toggle_button_get_active (button))
    ovs_table_set_filter (OVS_TABLE (self->table), g_object_get_data (G_OBJECT (button), "filter"));
}

static void
show_strip (OvsSelectPage *self, const OvsFigures *figures)
{
  OvsAnswerStrip *strip = OVS_ANSWER_STRIP (self->strip);
  const OvsSummary *clients = &figures->clients;
  g_autofree char *standing = g_strdup_printf (_ ("%d of %d clients chosen"), (int) clients->selected, (int) clients->employers);
  g_autofree char *people = g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) clients->selected_employees),
                                             (int) clients->selected_employees);
  g_autofree char *off = g_strdup_printf (ngettext ("MijnLoket is off at %d client", "MijnLoket is off at %d clients", (gulong) clients->without_mijnloket),
                                          (int) clients->without_mijnloket);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, clients->selected > 0 ? OVS_SIGN_DONE : OVS_SIGN_NONE, standing, people);
  if (clients->selected == 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Tick the clients"), _ ("Space ticks, Ctrl+A ticks all that are shown."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, _ ("Check who can go over"), _ ("Or choose more clients first."));
  if (clients->without_mijnloket > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, off, _ ("Ask Loket for it first, then choose them."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Nothing stands in the way"), NULL);
}

static void
ovs_select_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *state = NULL;
  g_autofree char *totals = NULL;
  guint64 low, high;

  if (figures == NULL)
    return;
  show_strip (self, figures);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), figures->clients.employers > 0 ? "table" : "empty");
  ovs_load_questions ((guint64) figures->clients.selected_employees, &low, &high);
  state = g_strdup_printf (_ ("%d of %d clients"), (int) figures->clients.selected, (int) figures->clients.employers);
  totals = g_strdup_printf (_ ("%d clients · %'d employees · some %d to %d questions"), (int) figures->clients.selected,
                            (int) figures->clients.selected_employees, (int) low, (int) high);
  ovs_step_page_set_state (page, state, figures->clients.selected > 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, 0);
  if (ovs_import_page_is_open (self->import))
    ovs_import_page_update (self->import);
  else
    ovs_step_page_set_foot (page, totals, _ ("2 to 5 percent ask for help, says the help-desk article, read on 21-11-2026"), _ ("On to Check"),
                          figures->clients.selected > 0);
}

static void
ovs_select_page_next (OvsStepPage *page)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (page);

  if (ovs_import_page_is_open (self->import))
    ovs_import_page_next (self->import);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "check");
}

static void
ovs_select_page_search (OvsStepPage *page, const char *text)
{
  ovs_table_set_search (OVS_TABLE (OVS_SELECT_PAGE (page)->table), text);
}

static void
add_filter (OvsSelectPage *self, GtkWidget **group, const char *label, const char *filter)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill-filter");
  g_object_set_data (G_OBJECT (button), "filter", (gpointer) filter);
  if (*group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (*group));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  *group = button;
  g_signal_connect (button, "toggled", G_CALLBACK (on_filter), self);
  gtk_box_append (GTK_BOX (self->filters), button);
}

static void
ovs_select_page_constructed (GObject *object)
{
  OvsSelectPage *self = OVS_SELECT_PAGE (object);
  const OvsTableColumn columns[] = {
    { "number", _ ("No."), 80, FALSE, TRUE, FALSE },        { "name", _ ("Client"), 0, FALSE, TRUE, FALSE },
    { "employees", _ ("Empl."), 70, TRUE, TRUE, FALSE },    { "mijnloket", "MijnLoket", 110, FALSE, FALSE, FALSE },
    { "hindrance", _ ("Stands in the way"), 190, FALSE, TRUE, FALSE }, { "handler", _ ("Handler"), 150, FALSE, TRUE, TRUE },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *read_in = NULL;
  GtkWidget *group = NULL;

  G_OBJECT_CLASS (ovs_select_page_parent_class)->constructed (object);
  self->strip = ovs_answer_strip_new ();
  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_filter (self, &group, _ ("All"), NULL);
  add_filter (self, &group, _ ("Chosen"), OVS_CLIENTS_SELECTED);
  add_filter (self, &group, _ ("Not chosen"), OVS_CLIENTS_NOT_SELECTED);
  add_filter (self, &group, _ ("MijnLoket is off"), OVS_CLIENTS_WITHOUT_MIJNLOKET);

  read_in = make_read_in_button (self);
  gtk_widget_set_hexpand (read_in, TRUE);
  gtk_widget_set_halign (read_in, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->filters), read_in);

  self->table = ovs_table_new ("clients", _ ("Clients"), columns, G_N_ELEMENTS (columns), TRUE);
  self->source = ovs_list_source_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), ovs_clients_query, ovs_clients_fetch);
  ovs_table_set_source (OVS_TABLE (self->table), self->source);
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect (self->table, "tick", G_CALLBACK (on_tick), self);
  g_signal_connect (self->table, "tick-all", G_CALLBACK (on_tick_all), self);

  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), self->filters);
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), self->table, "table");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self), "empty");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), make_views (self, box));
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
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.import", NULL, import);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "select.import-file", "s", import_file);
}

static void
ovs_select_page_init (OvsSelectPage *self)
{
}
