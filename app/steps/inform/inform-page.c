/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-page.h"

#include <glib/gi18n.h>

#include "dossier/decisions.h"
#include "dossier/inform-list.h"
#include "rules/term.h"
#include "steps/inform/ask-day.h"
#include "steps/inform/inform-clients.h"
#include "steps/inform/ticket-pane.h"
#include "table/table.h"
#include "widgets/answer-strip.h"
#include "widgets/stack.h"

struct _OvsInformPage
{
  OvsStepPage parent_instance;

  GtkStack *views;
  GtkStack *tables;
  OvsAnswerStrip *strip;
  GtkToggleButton *all;
  GtkToggleButton *open;
  GtkWidget *inform;
  OvsTicketPane *ticket;

  OvsTable *table; /* NULL before the first update */
  char *search;
};

G_DEFINE_FINAL_TYPE (OvsInformPage, ovs_inform_page, OVS_TYPE_STEP_PAGE)

/* --- what the dossier says ------------------------------------------------------------------------------------- */

/* The clients as lines of the ticket, and the day that counts. */
typedef struct
{
  OvsInformPage *page; /* (owned) */
  char *handler;
  GString *lines;
  guint n_clients;
  OvsDay latest;
} Overview;

static void
overview_free (Overview *overview)
{
  g_object_unref (overview->page);
  g_free (overview->handler);
  g_string_free (overview->lines, TRUE);
  g_free (overview);
}

static void
add_line (const OvsInformRow *row, gpointer data)
{
  Overview *overview = data;

  g_string_append_printf (overview->lines, "%s%s\t%s", overview->n_clients > 0 ? "\n" : "", row->number,
                          row->name != NULL ? row->name : "");
  overview->n_clients++;
}

static gboolean
read_overview (OvsTx *tx, gpointer data, GError **error)
{
  Overview *overview = data;

  ovs_inform_list_foreach (tx, overview->handler, add_line, overview);
  overview->latest = ovs_inform_list_latest (tx, overview->handler);
  return TRUE;
}

static void
show_look_out (OvsInformPage *self, const OvsFigures *figures, OvsDay latest)
{
  gboolean all_informed = figures->clients.informed == figures->clients.selected;
  OvsDay counts_from = all_informed ? latest : figures->reference_date;
  g_autofree char *day = ovs_day_to_dutch (counts_from + OVS_NOTICE_DAYS);
  g_autofree char *from = ovs_day_to_dutch (counts_from);
  g_autofree char *title = g_strdup_printf (_ ("Earliest: %s"), day);
  g_autofree char *source = ovs_term_tell_source (OVS_TERM_NOTICE);
  g_autofree char *caption
      = all_informed ? g_strdup_printf (_ ("%d days after the last client (%s), %s"), ovs_term_get (OVS_TERM_NOTICE), from, source)
                     : g_strdup_printf (_ ("If everybody knows today: %d days later, %s"), ovs_term_get (OVS_TERM_NOTICE), source);

  ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, title, caption);
}

static void
on_overview_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Overview *overview = user_data;
  OvsInformPage *self = overview->page;
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)));
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      gboolean all_informed = overview->latest != OVS_NO_DAY && figures->clients.informed == figures->clients.selected;

      show_look_out (self, figures, overview->latest);
      ovs_ticket_pane_fill (self->ticket, figures->firm, overview->lines->str, overview->n_clients,
                            all_informed ? overview->latest + OVS_NOTICE_DAYS : OVS_NO_DAY);
    }
  overview_free (overview);
}

static void
start_overview (OvsInformPage *self, OvsWorkspace *workspace)
{
  Overview *overview = g_new0 (Overview, 1);

  overview->page = g_object_ref (self);
  overview->handler = g_strdup (ovs_workspace_get_filter (workspace));
  overview->lines = g_string_new (NULL);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_overview, overview, NULL, on_overview_read, overview);
}

/* --- informing ------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsInformPage *page; /* (owned) */
  GArray *ids;         /* (owned) */
  GStrvBuilder *numbers;
  OvsDay day;
  char *note;
  gint64 changed;
} Informing;

static void
informing_free (Informing *informing)
{
  g_object_unref (informing->page);
  g_array_unref (informing->ids);
  g_strv_builder_unref (informing->numbers);
  g_free (informing->note);
  g_free (informing);
}

static void
add_number (const OvsInformRow *row, gpointer data)
{
  g_strv_builder_add (data, row->number);
}

static gboolean
write_informed (OvsTx *tx, gpointer data, GError **error)
{
  Informing *informing = data;
  g_auto (GStrv) numbers = NULL;

  ovs_inform_list_read (tx, (const gint64 *) (gpointer) informing->ids->data, informing->ids->len, add_number, informing->numbers);
  numbers = g_strv_builder_end (informing->numbers);
  informing->changed = ovs_decisions_inform (tx, (const char *const *) numbers, informing->day, informing->note, error);
  return informing->changed >= 0;
}

static void
on_informed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Informing *informing = user_data;
  OvsStepPage *page = OVS_STEP_PAGE (informing->page);
  g_autoptr (GError) error = NULL;
  g_autofree char *day = ovs_day_to_dutch (informing->day);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%d client informed on %s", "%d clients informed on %s", (gulong) informing->changed),
                         (int) informing->changed, day);

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    ovs_step_page_tell (page, text, informing->changed > 0);
  else
    ovs_step_page_tell_error (page, error);
  informing_free (informing);
}

static void
on_day_asked (GObject *window, GAsyncResult *result, gpointer user_data)
{
  Informing *informing = user_data;

  informing->day = ovs_ask_day_finish (result, &informing->note);
  if (informing->day != OVS_NO_DAY)
    ovs_workspace_write_async (ovs_step_page_get_workspace (OVS_STEP_PAGE (informing->page)), write_informed, informing, NULL, on_informed,
                               informing);
  else
    informing_free (informing);
}

static GArray *
get_meant (OvsInformPage *self)
{
  GArray *ids = ovs_table_get_selected (self->table);
  gint64 cursor = ovs_table_get_cursor (self->table);

  if (ids->len == 0 && cursor != 0)
    g_array_append_val (ids, cursor);
  return ids;
}

static void
on_inform (OvsInformPage *self)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (OVS_STEP_PAGE (self));
  g_autoptr (GArray) ids = get_meant (self);
  g_autofree char *heading = g_strdup_printf (ngettext ("When was %'u client informed?", "When were %'u clients informed?", ids->len), ids->len);
  Informing *informing;

  if (ids->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  informing = g_new0 (Informing, 1);
  informing->page = g_object_ref (self);
  informing->ids = g_steal_pointer (&ids);
  informing->numbers = g_strv_builder_new ();
  ovs_ask_day_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                     ovs_clock_today (ovs_dossier_get_clock (ovs_workspace_get_dossier (workspace))), on_day_asked, informing);
}

/* --- the table ------------------------------------------------------------------------------------------------- */

static void
on_filter (OvsInformPage *self)
{
  if (self->table != NULL)
    ovs_table_set_filter (self->table, gtk_toggle_button_get_active (self->all) ? NULL : OVS_INFORM_FILTER_OPEN);
}

static void
on_clear_search (OvsInformPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
  ovs_step_page_search (OVS_STEP_PAGE (self), "");
}

static void
on_settled (OvsInformPage *self)
{
  gboolean searching = self->search != NULL && *self->search != '\0';

  if (ovs_table_get_n_items (self->table) > 0)
    gtk_stack_set_visible_child (self->tables, GTK_WIDGET (self->table));
  else
    gtk_stack_set_visible_child_name (self->tables, searching ? "nothing-found" : "nobody");
}

static void
make_table (OvsInformPage *self, OvsWorkspace *workspace)
{
  OvsTableColumn columns[OVS_N_INFORM_COLUMNS] = {
    [OVS_INFORM_NAME] = { .title = _ ("Client"), .sortable = TRUE },
    [OVS_INFORM_CONTACT] = { .title = _ ("Contact"), .sortable = TRUE },
    [OVS_INFORM_PHONE] = { .title = _ ("Telephone"), .width = 112, .hidden = TRUE },
    [OVS_INFORM_EMPLOYEES] = { .title = _ ("Empl."), .width = 60, .numeric = TRUE, .sortable = TRUE },
    [OVS_INFORM_DAY] = { .title = _ ("Informed on"), .width = 136, .sortable = TRUE },
    [OVS_INFORM_NOTE] = { .title = _ ("Note"), .width = 140, .hidden = TRUE },
  };
  g_autoptr (OvsTableSource) source = NULL;

  if (self->table != NULL)
    return;
  for (int column = 0; column < OVS_N_INFORM_COLUMNS; column++)
    columns[column].id = ovs_inform_column_id ((OvsInformColumn) column);
  self->table = OVS_TABLE (ovs_table_new ("inform", _ ("Clients"), columns, OVS_N_INFORM_COLUMNS, FALSE));
  source = ovs_list_source_new (workspace, ovs_inform_clients_query, ovs_inform_clients_fetch);
  gtk_stack_add_named (self->tables, GTK_WIDGET (self->table), "clients");
  gtk_stack_set_visible_child (self->tables, GTK_WIDGET (self->table));
  g_signal_connect_object (self->table, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_inform), self, G_CONNECT_SWAPPED);
  ovs_table_set_source (self->table, source);
}

/* --- what the window asks -------------------------------------------------------------------------------------- */

static void
show_strip (OvsInformPage *self, const OvsSummary *clients)
{
  int open = (int) (clients->selected - clients->informed);
  g_autofree char *standing = g_strdup_printf (_ ("%'d of %'d clients informed"), (int) clients->informed, (int) clients->selected);
  g_autofree char *to_do = g_strdup_printf (ngettext ("Inform %'d client", "Inform %'d clients", (gulong) open), open);

  ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, open == 0 ? OVS_SIGN_DONE : OVS_SIGN_WAITING, standing,
                        _ ("Clients inform their employees themselves."));
  if (open > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, to_do, _ ("Then write down on which day."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing more here"), _ ("Go on to Apply."));
}

static void
show_filters (OvsInformPage *self, const OvsSummary *clients)
{
  g_autofree char *all = g_strdup_printf (_ ("All clients %'d"), (int) clients->selected);
  g_autofree char *open = g_strdup_printf (_ ("Not yet %'d"), (int) (clients->selected - clients->informed));

  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_button_set_label (GTK_BUTTON (self->open), open);
}

static void
show_state (OvsStepPage *page, const OvsFigures *figures)
{
  const OvsSummary *clients = &figures->clients;
  gulong open = (gulong) (clients->selected - clients->informed);
  g_autofree char *line = g_strdup_printf (ngettext ("%'lu still to inform", "%'lu still to inform", open), open);
  g_autofree char *totals = g_strdup_printf (ngettext ("%'d of %'d client informed", "%'d of %'d clients informed", (gulong) clients->selected),
                                             (int) clients->informed, (int) clients->selected);

  if (clients->selected == 0)
    ovs_step_page_set_state (page, _ ("nobody yet"), OVS_STEP_MARK_NONE, 0);
  else if (open > 0)
    ovs_step_page_set_state (page, line, OVS_STEP_MARK_WARNING, (guint) open);
  else
    ovs_step_page_set_state (page, _ ("all informed"), OVS_STEP_MARK_DONE, 0);
  ovs_step_page_set_foot (page, totals, open > 0 ? _ ("Going on is possible; inform the others in time.") : NULL, _ ("On to Apply"),
                          clients->selected > 0);
}

static void
ovs_inform_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsInformPage *self = OVS_INFORM_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  if (figures == NULL)
    return;
  make_table (self, workspace);
  gtk_stack_set_visible_child_name (self->views, figures->clients.selected > 0 ? "work" : "empty");
  gtk_widget_set_sensitive (self->inform, !ovs_workspace_get_read_only (workspace));
  show_strip (self, &figures->clients);
  show_filters (self, &figures->clients);
  show_state (page, figures);
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    start_overview (self, workspace);
}

/* The text of the ticket is made for who looks. */
static void
on_map (GtkWidget *widget)
{
  ovs_step_page_update (OVS_STEP_PAGE (widget));
}

static void
ovs_inform_page_next (OvsStepPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "apply");
}

static void
ovs_inform_page_search (OvsStepPage *page, const char *text)
{
  OvsInformPage *self = OVS_INFORM_PAGE (page);

  g_free (self->search);
  self->search = g_strdup (text);
  if (self->table != NULL)
    ovs_table_set_search (self->table, text);
}

static void
ovs_inform_page_focus (OvsStepPage *page)
{
  OvsInformPage *self = OVS_INFORM_PAGE (page);

  gtk_widget_child_focus (self->table != NULL ? GTK_WIDGET (self->table) : GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
ovs_inform_page_finalize (GObject *object)
{
  g_free (OVS_INFORM_PAGE (object)->search);
  G_OBJECT_CLASS (ovs_inform_page_parent_class)->finalize (object);
}

static void
ovs_inform_page_class_init (OvsInformPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_inform_page_finalize;
  page_class->update = ovs_inform_page_update;
  page_class->next = ovs_inform_page_next;
  page_class->search = ovs_inform_page_search;
  page_class->focus = ovs_inform_page_focus;

  g_type_ensure (OVS_TYPE_ANSWER_STRIP);
  g_type_ensure (OVS_TYPE_TICKET_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/inform/inform-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, views);
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, tables);
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, strip);
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, all);
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, open);
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, inform);
  gtk_widget_class_bind_template_child (widget_class, OvsInformPage, ticket);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_inform);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_search);
}

static void
ovs_inform_page_init (OvsInformPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  ovs_stack_present_shown_only (self->views);
  ovs_stack_present_shown_only (self->tables);
}
