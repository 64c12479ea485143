/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/by-hand-view.h"

#include <glib/gi18n.h>

#include "steps/apply/reconcile-list.h"
#include "steps/apply/route-files.h"
#include "steps/apply/route-lists.h"
#include "steps/apply/route-work.h"
#include "steps/list-source.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/answer-strip.h"

#define SIDE_WIDTH 344
#define LEAST_SIDE_WIDTH 270
#define LEAST_TABLE_WIDTH 450

struct _OvsByHandView
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  gint64 wave;
  OvsAnswerStrip *strip;
  OvsTable *table;
  GtkLabel *count;
  GtkWidget *people;
  GtkWidget *not_done;
  GtkWidget *other;
  OvsReconcileList *results;
};

G_DEFINE_FINAL_TYPE (OvsByHandView, ovs_by_hand_view, ADW_TYPE_BIN)

enum
{
  OPEN_CLIENT,
  OPEN_RESULTS,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_by_hand_view_dispose (GObject *object)
{
  g_clear_object (&OVS_BY_HAND_VIEW (object)->workspace);
  G_OBJECT_CLASS (ovs_by_hand_view_parent_class)->dispose (object);
}

static void
ovs_by_hand_view_class_init (OvsByHandViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_by_hand_view_dispose;
  signals[OPEN_CLIENT]
      = g_signal_new ("open-client", OVS_TYPE_BY_HAND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPEN_RESULTS]
      = g_signal_new ("open-results", OVS_TYPE_BY_HAND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_BY_HAND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* --- what is pressed --- */

static void
on_people (OvsByHandView *self)
{
  g_signal_emit (self, signals[OPEN_CLIENT], 0, ovs_table_get_cursor (self->table));
}

static void
on_activated (OvsTable *table, gint64 id, OvsByHandView *self)
{
  g_signal_emit (self, signals[OPEN_CLIENT], 0, id);
}

static void
on_not_done (OvsByHandView *self)
{
  ovs_route_tick (GTK_WIDGET (self), self->workspace, ovs_table_get_cursor (self->table), FALSE);
}

static void
on_other (OvsByHandView *self)
{
  g_autoptr (GArray) clients = ovs_table_get_selected (self->table);
  gint64 cursor = ovs_table_get_cursor (self->table);

  if (clients->len == 0 && cursor != 0)
    g_array_append_val (clients, cursor);
  if (clients->len > 0)
    ovs_route_choose (GTK_WIDGET (self), self->workspace, clients, OVS_ROUTE_LOKET);
}

static void
on_save_paper (OvsByHandView *self)
{
  ovs_route_save_work_list (GTK_WIDGET (self), self->workspace, self->wave, 0, TRUE);
}

static void
on_save_table (OvsByHandView *self)
{
  ovs_route_save_work_list (GTK_WIDGET (self), self->workspace, self->wave, 0, FALSE);
}

static void
on_import (OvsByHandView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
on_results (OvsByHandView *self, int list)
{
  g_signal_emit (self, signals[OPEN_RESULTS], 0, list);
}

static void
show_buttons (OvsByHandView *self)
{
  gboolean chosen = ovs_table_get_cursor (self->table) != 0;
  gboolean writable = !ovs_workspace_get_read_only (self->workspace);

  gtk_widget_set_sensitive (self->people, chosen);
  gtk_widget_set_sensitive (self->not_done, chosen && writable);
  gtk_widget_set_sensitive (self->other, chosen && writable);
}

static void
on_cursor (OvsTable *table, gint64 id, OvsByHandView *self)
{
  show_buttons (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* --- the clients --- */

static GtkWidget *
make_button (OvsByHandView *self, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", pressed, self);
  return button;
}

static GtkWidget *
make_bar (OvsByHandView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->people = make_button (self, _ ("Whom to tick"), G_CALLBACK (on_people));
  self->not_done = make_button (self, _ ("Not done after all"), G_CALLBACK (on_not_done));
  gtk_widget_add_css_class (self->not_done, "flat");
  gtk_widget_set_hexpand (self->people, TRUE);
  gtk_widget_set_halign (self->people, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (bar), self->people);
  gtk_box_append (GTK_BOX (bar), self->not_done);
  gtk_widget_add_css_class (bar, "answer-bar");
  return bar;
}

static GtkWidget *
make_clients (OvsByHandView *self)
{
  const OvsTableColumn columns[] = {
    { "client", _ ("Client"), 0, FALSE, TRUE, FALSE },
    { "tick", _ ("Tick"), 78, TRUE, FALSE, FALSE },
    { "not", _ ("Do not"), 52, TRUE, FALSE, FALSE },
    { "warned", _ ("Warns"), 92, TRUE, FALSE, FALSE },
    { "done", _ ("Done in Loket"), 124, FALSE, FALSE, FALSE },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (_ ("Work list"));
  GtkWidget *table = ovs_table_new ("by-hand-clients", _ ("Work list"), columns, G_N_ELEMENTS (columns), FALSE);
  g_autoptr (OvsTableSource) source = ovs_list_source_new (self->workspace, ovs_route_clients_query, ovs_by_hand_clients_fetch);

  self->table = OVS_TABLE (table);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "soft");
  gtk_widget_add_css_class (head, "card-head");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  ovs_table_set_source (self->table, source);
  g_signal_connect (table, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect (table, "cursor-changed", G_CALLBACK (on_cursor), self);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), table);
  gtk_box_append (GTK_BOX (card), make_bar (self));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (card, LEAST_TABLE_WIDTH, -1);
  gtk_widget_set_hexpand (card, TRUE);
  return card;
}

/* --- what to do in Loket --- */

static void
add_line (GtkWidget *list, int number, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%d", number);
  GtkWidget *disc = gtk_label_new (text);

  gtk_widget_add_css_class (disc, "step-disc");
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), disc);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
make_how (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("In Loket, per client"));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("In Loket, per client"));
  /* Translators: the menus of Loket itself, which are Dutch in every language. */
  add_line (list, 1, _ ("Open the client"), _ ("Werkgever › Collectief › MijnLoket › Overstappen van Werknemerloket naar MijnLoket"));
  add_line (list, 2, _ ("Tick who goes along"), _ ("Whom to tick opens the list; an address that is not unique only gets a warning"));
  add_line (list, 3, _ ("Press Toepassen"), _ ("Loket then invites, and blocks Werknemerloket at once"));
  add_line (list, 4, _ ("Tick the client off here"), _ ("Done in Loket, below: everybody to tick counts as submitted"));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static GtkWidget *
make_side (OvsByHandView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->results = OVS_RECONCILE_LIST (ovs_reconcile_list_new ());
  g_signal_connect_swapped (self->results, "open", G_CALLBACK (on_results), self);
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("Work list to print (PDF)…"), G_CALLBACK (on_save_paper)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("Work list as a table (CSV)…"), G_CALLBACK (on_save_table)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("Read in results…"), G_CALLBACK (on_import)));
  self->other = make_button (self, _ ("Have Loket do it"), G_CALLBACK (on_other));
  gtk_widget_add_css_class (self->other, "flat");
  gtk_box_append (GTK_BOX (buttons), self->other);
  gtk_box_append (GTK_BOX (box), make_how ());
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->results));
  gtk_widget_set_margin_start (box, 2);
  gtk_widget_set_margin_end (box, 2);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, LEAST_SIDE_WIDTH, -1);
  ovs_accessible_set_label (scrolled, _ ("In Loket, per client"));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), scrolled);
  gtk_widget_set_hexpand (clamp, FALSE);
  return clamp;
}

static void
ovs_by_hand_view_init (OvsByHandView *self)
{
}

GtkWidget *
ovs_by_hand_view_new (OvsWorkspace *workspace)
{
  OvsByHandView *self = g_object_new (OVS_TYPE_BY_HAND_VIEW, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *strip = ovs_answer_strip_new ();

  self->workspace = g_object_ref (workspace);
  self->strip = OVS_ANSWER_STRIP (strip);
  gtk_box_append (GTK_BOX (columns), make_clients (self));
  gtk_box_append (GTK_BOX (columns), make_side (self));
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (page), strip);
  gtk_box_append (GTK_BOX (page), columns);
  gtk_widget_add_css_class (page, "page");
  adw_bin_set_child (ADW_BIN (self), page);
  show_buttons (self);
  return GTK_WIDGET (self);
}

/* --- showing --- */

static void
show_strip (OvsByHandView *self, const OvsRouteFigures *figures)
{
  gint64 unknown = figures->reconciled[OVS_RECONCILED_UNKNOWN];
  gint64 stopped = figures->people[OVS_ROUTE_FALLOUT];
  gint64 others = figures->people[OVS_ROUTE_DO_NOT_TICK];
  g_autofree char *done = g_strdup_printf (_ ("%'d of %'d clients done"), (int) figures->clients_submitted, (int) figures->clients);
  g_autofree char *submitted = g_strdup_printf (_ ("%'d submitted, %'d still unknown"), (int) figures->reconciled[OVS_RECONCILED_SUBMITTED], (int) unknown);
  g_autofree char *left = g_strdup_printf (ngettext ("%'d client to do", "%'d clients to do", (gulong) figures->clients_ready), (int) figures->clients_ready);
  g_autofree char *not_to = g_strdup_printf (ngettext ("%'d not to tick", "%'d not to tick", (gulong) others), (int) others);
  g_autofree char *why = g_strdup_printf (ngettext ("%'d has no address: Loket stops it.", "%'d have no address: Loket stops those.", (gulong) stopped), (int) stopped);

  ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_INFO, done, submitted);
  if (figures->clients_ready > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, left, _ ("One after another, each ticked off here."));
  else if (unknown > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Read the results in"), _ ("An export with the access of everybody."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing"), _ ("Follow shows who still waits."));
  if (others > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, not_to, stopped > 0 ? why : _ ("Loket's screen shows them too."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Nothing"), _ ("Everybody on Loket's screen goes along."));
}

void
ovs_by_hand_view_show (OvsByHandView *self, gint64 wave, const OvsRouteFigures *figures)
{
  g_autofree char *filter = ovs_route_filter (OVS_ROUTE_HAND, wave, 0, 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%'d client; Enter opens its people", "%'d clients; Enter opens the people of one", (gulong) figures->clients),
                                            (int) figures->clients);

  self->wave = wave;
  ovs_table_set_filter (self->table, filter);
  gtk_label_set_text (self->count, count);
  show_strip (self, figures);
  show_buttons (self);
  ovs_reconcile_list_show (self->results, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->results), ovs_route_figures_submitted (figures));
}

void
ovs_by_hand_view_set_search (OvsByHandView *self, const char *text)
{
  ovs_table_set_search (self->table, text);
}

void
ovs_by_hand_view_next (OvsByHandView *self)
{
  ovs_table_cursor_next (self->table);
}

gint64
ovs_by_hand_view_get_client (OvsByHandView *self)
{
  return ovs_table_get_cursor (self->table);
}
