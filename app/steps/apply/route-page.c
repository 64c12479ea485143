/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-page.h"

#include <glib/gi18n.h>

#include "dossier/client-filter.h"
#include "dossier/routes.h"
#include "rules/load.h"
#include "steps/apply/by-hand-view.h"
#include "steps/apply/by-loket-view.h"
#include "steps/apply/plan-lists.h"
#include "steps/apply/reconcile-list.h"
#include "steps/apply/route-lists.h"
#include "steps/apply/route-work.h"
#include "steps/list-source.h"
#include "steps/show-person.h"
#include "widgets/loading.h"
#include "table/table.h"
#include "widgets/sign.h"
#include "widgets/stack.h"

#define VIEW_LOADING "loading"
#define VIEW_EMPTY "empty"
#define VIEW_FAILED "failed"
#define VIEW_MAIN "main"
#define VIEW_CLIENTS "clients"
#define VIEW_PEOPLE "people"
#define VIEW_SHEET "sheet"
#define VIEW_RESULTS "results"

struct _OvsApplyRoutePage
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsRoute route;
  gint64 wave;

  GtkStack *stack;
  OvsByLoketView *by_loket; /* (nullable) of the route it is */
  OvsByHandView *by_hand;   /* (nullable) likewise */
  AdwStatusPage *empty;
  AdwStatusPage *failed;
  GtkWidget *take;
  OvsTable *clients; /* (nullable) by Loket */
  OvsTable *people;
  OvsTable *sheet; /* (nullable) by hand */
  OvsTable *results;
  const char *sub_view; /* (nullable) a constant from above */
  char *subtitle;       /* (owned) (nullable) */

  OvsRouteFigures figures;
  gboolean loaded;
  gboolean loading;
  gboolean again;
  char *trouble; /* (owned) (nullable) why it could not be read */
};

G_DEFINE_FINAL_TYPE (OvsApplyRoutePage, ovs_apply_route_page, ADW_TYPE_BIN)

static void load (OvsApplyRoutePage *self);

/* --- which view --- */

static gboolean
is_empty (OvsApplyRoutePage *self)
{
  return self->figures.clients == 0 && !ovs_route_figures_submitted (&self->figures);
}

static const char *
choose_view (OvsApplyRoutePage *self)
{
  if (self->trouble != NULL)
    return VIEW_FAILED;
  if (!self->loaded)
    return VIEW_LOADING;
  if (is_empty (self))
    return VIEW_EMPTY;
  return self->sub_view != NULL ? self->sub_view : VIEW_MAIN;
}

static void
show (OvsApplyRoutePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  g_signal_emit_by_name (self, "shown-changed");
}

static void
open_sub_view (OvsApplyRoutePage *self, const char *view, OvsTable *table, int list, gint64 employer, const char *title)
{
  g_autofree char *filter = ovs_route_filter (self->route, self->wave, list, employer);

  ovs_table_set_filter (table, filter);
  g_free (self->subtitle);
  self->subtitle = g_strdup (title);
  self->sub_view = view;
  show (self);
  gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_FORWARD);
}

static const char *
title_of (OvsRouteList list)
{
  switch (list)
    {
    case OVS_ROUTE_ANYWAY:
      return _ ("Go along all the same");
    case OVS_ROUTE_UNSURE:
      return _ ("Not certain");
    case OVS_ROUTE_FALLOUT:
      return _ ("Come on the fallout list");
    case OVS_ROUTE_NOT_ALONG:
      return _ ("Do not go along");
    case OVS_ROUTE_DONE:
      return _ ("Have MijnLoket already");
    case OVS_ROUTE_READY:
      return _ ("Go over, as you decided");
    case OVS_ROUTE_SUBMITTED:
    case OVS_ROUTE_DO_NOT_TICK:
    case OVS_ROUTE_WARNED:
    case OVS_N_ROUTE_LISTS:
    default:
      return _ ("Employees");
    }
}

static void
on_open_people (OvsApplyRoutePage *self, int list)
{
  open_sub_view (self, VIEW_PEOPLE, self->people, list, 0, title_of (list));
}

static void
on_open_results (OvsApplyRoutePage *self, int list)
{
  open_sub_view (self, VIEW_RESULTS, self->results, list, 0, ovs_reconcile_list_title (list));
}

static void
on_open_clients (OvsApplyRoutePage *self)
{
  open_sub_view (self, VIEW_CLIENTS, self->clients, 0, 0, _ ("Clients by this route"));
}

static void
on_open_client (OvsApplyRoutePage *self, gint64 client)
{
  open_sub_view (self, VIEW_SHEET, self->sheet, 0, client, _ ("Whom to tick"));
}

static void
on_client_activated (OvsTable *table, gint64 client, OvsApplyRoutePage *self)
{
  open_sub_view (self, VIEW_PEOPLE, self->people, OVS_ROUTE_ANYWAY, client, _ ("Go along all the same"));
}

/* --- the numbers --- */

typedef struct
{
  OvsApplyRoutePage *self; /* (owned) */
  OvsRoute route;
  gint64 wave;
  OvsRouteFigures figures;
} Load;

static gboolean
read_figures (OvsTx *tx, gpointer data, GError **error)
{
  Load *numbers = data;

  ovs_route_figures_read (tx, numbers->route, numbers->wave, &numbers->figures);
  return TRUE;
}

static void
show_figures (OvsApplyRoutePage *self)
{
  if (self->by_loket != NULL)
    ovs_by_loket_view_show (self->by_loket, self->wave, &self->figures);
  if (self->by_hand != NULL)
    ovs_by_hand_view_show (self->by_hand, self->wave, &self->figures);
}

static void
on_figures (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *numbers = user_data;
  g_autoptr (OvsApplyRoutePage) self = numbers->self;
  g_autoptr (GError) error = NULL;

  self->loading = FALSE;
  g_clear_pointer (&self->trouble, g_free);
  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      ovs_route_figures_clear (&self->figures);
      self->figures = numbers->figures;
      self->loaded = TRUE;
      show_figures (self);
    }
  else
    {
      self->trouble = g_strdup (error->message);
      adw_status_page_set_description (self->failed, self->trouble);
    }
  g_free (numbers);
  show (self);
  if (self->again)
    load (self);
}

static void
load (OvsApplyRoutePage *self)
{
  Load *numbers;

  self->again = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  numbers = g_new0 (Load, 1);
  numbers->self = g_object_ref (self);
  numbers->route = self->route;
  numbers->wave = self->wave;
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_figures, numbers, NULL, on_figures, numbers);
}

/* --- widgets --- */

static void
on_take (OvsApplyRoutePage *self)
{
  ovs_route_choose_all (GTK_WIDGET (self), self->workspace, self->route);
}

static GtkWidget *
make_pill (OvsApplyRoutePage *self, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", pressed, self);
  return button;
}

static void
make_pages (OvsApplyRoutePage *self)
{
  gboolean by_loket = self->route == OVS_ROUTE_LOKET;

  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, by_loket ? "mail-send-symbolic" : "view-list-bullet-symbolic");
  adw_status_page_set_title (self->empty, by_loket ? _ ("No client goes by Loket") : _ ("No client is done by hand"));
  adw_status_page_set_description (self->empty, by_loket ? _ ("Loket converts whole clients by a client list that you hand in with a ticket.")
                                                         : _ ("You do the conversion in Loket yourself, client by client, with a work list. Single clients you choose among those that go by Loket."));
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  self->take = make_pill (self, by_loket ? _ ("Have Loket do all clients") : _ ("Do all clients by hand"), G_CALLBACK (on_take));
  gtk_widget_set_sensitive (self->take, !ovs_workspace_get_read_only (self->workspace));
  adw_status_page_set_child (self->empty, self->take);

  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->failed, ovs_sign_get_icon (OVS_SIGN_WARNING));
  adw_status_page_set_title (self->failed, _ ("The numbers could not be read"));
  adw_status_page_set_child (self->failed, make_pill (self, _ ("Try again"), G_CALLBACK (load)));
}

static GtkWidget *
make_card (OvsApplyRoutePage *self, OvsTable **table, const char *name, const char *label, const OvsTableColumn *columns, guint n_columns,
           OvsListQuery query, OvsListFetch fetch)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *widget = ovs_table_new (name, label, columns, n_columns, FALSE);
  g_autoptr (OvsTableSource) source = ovs_list_source_new (self->workspace, query, fetch);

  *table = OVS_TABLE (widget);
  ovs_table_set_source (*table, source);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (card), widget);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "page-card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  return card;
}

static GtkWidget *
make_people (OvsApplyRoutePage *self)
{
  const OvsTableColumn columns[] = {
    { "name", _ ("Name"), 0, FALSE, TRUE, FALSE },
    { OVS_PLAN_COLUMN_CLIENT, _ ("Client"), 208, FALSE, TRUE, FALSE },
    { "number", _ ("Number"), 72, FALSE, FALSE, FALSE },
    { "email", _ ("Private e-mail"), 220, FALSE, FALSE, FALSE },
    { "why", _ ("Outcome"), 240, FALSE, FALSE, FALSE },
  };
  GtkWidget *card;

  card = make_card (self, &self->people, "route-people", _ ("Employees"), columns, G_N_ELEMENTS (columns), ovs_route_people_query, ovs_plan_people_fetch);
  ovs_show_person_from (self->people);
  return card;
}

static GtkWidget *
make_sheet (OvsApplyRoutePage *self)
{
  const OvsTableColumn columns[] = {
    { "tick", _ ("In Loket"), 140, FALSE, FALSE, FALSE },
    { "name", _ ("Name"), 0, FALSE, FALSE, FALSE },
    { "number", _ ("Number"), 72, FALSE, FALSE, FALSE },
    { "email", _ ("Private e-mail"), 220, FALSE, FALSE, FALSE },
    { "why", _ ("Why not"), 260, FALSE, FALSE, FALSE },
  };

  return make_card (self, &self->sheet, "route-sheet", _ ("Whom to tick"), columns, G_N_ELEMENTS (columns), ovs_route_sheet_query, ovs_route_sheet_fetch);
}

static GtkWidget *
make_results (OvsApplyRoutePage *self)
{
  const OvsTableColumn columns[] = {
    { "name", _ ("Name"), 0, FALSE, FALSE, FALSE },
    { "client", _ ("Client"), 200, FALSE, FALSE, FALSE },
    { "number", _ ("Number"), 72, FALSE, FALSE, FALSE },
    { "mijnloket", _ ("MijnLoket"), 180, FALSE, FALSE, FALSE },
    { "message", _ ("What Loket says"), 280, FALSE, FALSE, FALSE },
  };

  return make_card (self, &self->results, "route-results", _ ("Employees"), columns, G_N_ELEMENTS (columns), ovs_route_results_query,
                    ovs_route_results_fetch);
}

static void
on_by_hand (OvsApplyRoutePage *self)
{
  g_autoptr (GArray) clients = ovs_table_get_selected (self->clients);
  gint64 cursor = ovs_table_get_cursor (self->clients);

  if (clients->len == 0 && cursor != 0)
    g_array_append_val (clients, cursor);
  if (clients->len > 0)
    ovs_route_choose (GTK_WIDGET (self), self->workspace, clients, OVS_ROUTE_HAND);
}

static void
on_client_cursor (OvsTable *table, gint64 id, GtkWidget *button)
{
  gtk_widget_set_sensitive (button, id != 0);
}

static GtkWidget *
make_clients (OvsApplyRoutePage *self)
{
  const OvsTableColumn columns[] = {
    { "client", _ ("Client"), 0, FALSE, TRUE, FALSE },
    { "go", _ ("Go over"), 90, TRUE, FALSE, FALSE },
    { "anyway", _ ("Anyway"), 100, TRUE, FALSE, FALSE },
    { "fallout", _ ("Fallout"), 90, TRUE, FALSE, FALSE },
    { "handed-in", _ ("Handed in"), 180, FALSE, FALSE, FALSE },
  };
  GtkWidget *card = make_card (self, &self->clients, "by-loket-clients", _ ("Clients by this route"), columns, G_N_ELEMENTS (columns),
                               ovs_route_clients_query, ovs_by_loket_clients_fetch);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_ ("Do these by hand in Loket"));

  g_signal_connect (self->clients, "activated", G_CALLBACK (on_client_activated), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_by_hand), self);
  gtk_widget_set_sensitive (button, FALSE);
  if (!ovs_workspace_get_read_only (self->workspace))
    g_signal_connect (self->clients, "cursor-changed", G_CALLBACK (on_client_cursor), button);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_widget_add_css_class (bar, "answer-bar");
  gtk_box_append (GTK_BOX (card), bar);
  return card;
}

static void
on_chosen (OvsApplyRoutePage *self)
{
  g_signal_emit_by_name (self, "shown-changed");
}

static void
hand_in (OvsApplyRoutePage *self)
{
  ovs_route_hand_in (GTK_WIDGET (self), self->workspace, self->wave);
}

static void
make_by_loket (OvsApplyRoutePage *self)
{
  self->by_loket = OVS_BY_LOKET_VIEW (ovs_by_loket_view_new (self->workspace));
  g_signal_connect_swapped (self->by_loket, "open-people", G_CALLBACK (on_open_people), self);
  g_signal_connect_swapped (self->by_loket, "open-results", G_CALLBACK (on_open_results), self);
  g_signal_connect_swapped (self->by_loket, "open-clients", G_CALLBACK (on_open_clients), self);
  g_signal_connect_swapped (self->by_loket, "hand-in", G_CALLBACK (hand_in), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->by_loket), VIEW_MAIN);
  gtk_stack_add_named (self->stack, make_clients (self), VIEW_CLIENTS);
}

static void
make_by_hand (OvsApplyRoutePage *self)
{
  self->by_hand = OVS_BY_HAND_VIEW (ovs_by_hand_view_new (self->workspace));
  g_signal_connect_swapped (self->by_hand, "open-client", G_CALLBACK (on_open_client), self);
  g_signal_connect_swapped (self->by_hand, "open-results", G_CALLBACK (on_open_results), self);
  g_signal_connect_swapped (self->by_hand, "chosen", G_CALLBACK (on_chosen), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->by_hand), VIEW_MAIN);
  gtk_stack_add_named (self->stack, make_sheet (self), VIEW_SHEET);
}

static void
ovs_apply_route_page_dispose (GObject *object)
{
  OvsApplyRoutePage *self = OVS_APPLY_ROUTE_PAGE (object);

  g_clear_object (&self->workspace);
  ovs_route_figures_clear (&self->figures);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->trouble, g_free);
  G_OBJECT_CLASS (ovs_apply_route_page_parent_class)->dispose (object);
}

static void
ovs_apply_route_page_class_init (OvsApplyRoutePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_apply_route_page_dispose;
  g_signal_new ("shown-changed", OVS_TYPE_APPLY_ROUTE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_apply_route_page_init (OvsApplyRoutePage *self)
{
  self->wave = OVS_WAVE_ANY;
}

GtkWidget *
ovs_apply_route_page_new (OvsWorkspace *workspace, OvsRoute route)
{
  OvsApplyRoutePage *self = g_object_new (OVS_TYPE_APPLY_ROUTE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->route = route;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  ovs_stack_present_shown_only (self->stack);
  make_pages (self);
  gtk_stack_add_named (self->stack, ovs_loading_new (), VIEW_LOADING);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), VIEW_EMPTY);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), VIEW_FAILED);
  if (route == OVS_ROUTE_LOKET)
    make_by_loket (self);
  else
    make_by_hand (self);
  gtk_stack_add_named (self->stack, make_people (self), VIEW_PEOPLE);
  gtk_stack_add_named (self->stack, make_results (self), VIEW_RESULTS);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  return GTK_WIDGET (self);
}

/* --- what the page that holds it asks --- */

void
ovs_apply_route_page_set_wave (OvsApplyRoutePage *self, gint64 wave)
{
  self->wave = wave == 0 ? OVS_WAVE_ANY : wave == OVS_WITHOUT_WAVE ? 0 : wave;
  load (self);
}

static gboolean
can_tick (OvsApplyRoutePage *self)
{
  return self->by_hand != NULL && ovs_by_hand_view_get_client (self->by_hand) != 0 && self->figures.clients_ready > 0;
}

void
ovs_apply_route_page_show_foot (OvsApplyRoutePage *self, OvsStepPage *page)
{
  const OvsRouteFigures *figures = &self->figures;
  gboolean writable = !ovs_workspace_get_read_only (self->workspace);
  gboolean ready = figures->people[OVS_ROUTE_READY] > 0;
  g_autofree char *questions = ovs_load_say_questions ((guint64) figures->people[OVS_ROUTE_READY]);
  int n_clients = (int) figures->clients_ready, n_people = (int) figures->people[OVS_ROUTE_READY];
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) n_clients), n_clients);
  g_autofree char *people = g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) n_people), n_people);
  g_autofree char *totals = g_strdup_printf ("%s · %s · %s", clients, people, questions);
  g_autofree char *sum = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fallout + %'d unknown"), (int) figures->reconciled[OVS_RECONCILED_SUBMITTED],
                                          (int) figures->reconciled[OVS_RECONCILED_INVITED], (int) figures->reconciled[OVS_RECONCILED_FALLOUT],
                                          (int) figures->reconciled[OVS_RECONCILED_UNKNOWN]);
  const char *caption = writable ? ovs_route_title (self->route) : _ ("This dossier is open to read only, so nothing can be written down.");

  ovs_step_page_set_subtitle (page, self->sub_view != NULL && !is_empty (self) ? self->subtitle : NULL);
  if (!self->loaded || is_empty (self))
    ovs_step_page_set_foot (page, ovs_route_title (self->route), NULL, NULL, FALSE);
  else if (ready && self->by_loket != NULL)
    ovs_step_page_set_foot (page, totals, caption, _ ("Handed in…"), writable);
  else if (ready)
    ovs_step_page_set_foot (page, totals, caption, _ ("Done in Loket"), writable && can_tick (self));
  else
    ovs_step_page_set_foot (page, sum, caption, _ ("Continue to Follow"), TRUE);
}

void
ovs_apply_route_page_next (OvsApplyRoutePage *self)
{
  if (self->figures.people[OVS_ROUTE_READY] == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "s", "track");
  else if (self->by_loket != NULL)
    hand_in (self);
  else if (can_tick (self))
    {
      ovs_route_tick (GTK_WIDGET (self), self->workspace, ovs_by_hand_view_get_client (self->by_hand), TRUE);
      ovs_by_hand_view_next (self->by_hand);
    }
}

void
ovs_apply_route_page_plain (OvsApplyRoutePage *self)
{
}

void
ovs_apply_route_page_search (OvsApplyRoutePage *self, const char *text)
{
  if (self->by_hand != NULL)
    ovs_by_hand_view_set_search (self->by_hand, text);
  if (self->sheet != NULL)
    ovs_table_set_search (self->sheet, text);
  if (self->clients != NULL)
    ovs_table_set_search (self->clients, text);
  ovs_table_set_search (self->people, text);
  ovs_table_set_search (self->results, text);
}

gboolean
ovs_apply_route_page_back (OvsApplyRoutePage *self)
{
  if (self->sub_view == NULL)
    return FALSE;
  self->sub_view = NULL;
  show (self);
  return TRUE;
}
