/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-overview.h"

#include <glib/gi18n.h>

#include "steps/day-words.h"
#include "steps/list-source.h"
#include "steps/number-row.h"
#include "steps/track/client-rows.h"
#include "steps/track/overview-alarm.h"
#include "steps/track/overview-clients.h"
#include "steps/track/overview-curve.h"
#include "steps/track/overview-data.h"
#include "steps/track/overview-questions.h"
#include "steps/track/save-standing.h"
#include "steps/track/track-answers.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"

#define SIDE_WIDTH 350

#define TOP "top"
#define CLIENTS "clients"

struct _OvsTrackOverview
{
  OvsTrackView parent_instance;

  GtkStack *stack; /* the overview, or the table of all clients */
  OvsOverviewAlarm *alarm;
  GtkWidget *columns;
  OvsOverviewCurve *curve;
  OvsNumberRow *rows[OVS_N_OUTCOME_LISTS]; /* NULL where a list has none */
  GtkLabel *sum;
  GtkWidget *lower;
  OvsOverviewClients *clients;
  OvsOverviewQuestions *questions;
  OvsTable *table;
  gboolean opening; /* of the table */

  OvsOverviewData *data; /* (owned) (nullable) */
  GCancellable *reading; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsTrackOverview, ovs_track_overview, OVS_TYPE_TRACK_VIEW)

/* Whoever was sent or fell out is in exactly one of these, unless he was invited otherwise. */
static const OvsOutcomeList adding_up[]
    = { OVS_OUTCOMES_OVER, OVS_OUTCOMES_WAITING, OVS_OUTCOMES_FALLOUT, OVS_OUTCOMES_UNKNOWN, OVS_OUTCOMES_NO_ACCESS, OVS_OUTCOMES_LEFT };

/* --- of when it is --- */

static char *
say_as_of (OvsTrackOverview *self, const OvsFigures *figures)
{
  g_autofree char *moment = figures->all.as_of != 0 ? ovs_clock_to_dutch (figures->all.as_of) : NULL;
  const OvsOverviewData *data = self->data;

  if (moment == NULL)
    return g_strdup (_ ("Nothing was read from Loket yet"));
  if (data == NULL || data->sent == 0)
    return g_strdup_printf (_ ("As of %s"), moment);
  return g_strdup_printf (ngettext ("As of %s · %'u of %'u client read", "As of %s · %'u of %'u clients read", data->sent), moment, data->fresh, data->sent);
}

/* What is older, or how the numbers add up. */
static char *
say_older (OvsTrackOverview *self, const OvsFigures *figures)
{
  const OvsOverviewData *data = self->data;
  guint older = data != NULL ? data->sent - data->fresh : 0;
  g_autofree char *day = data != NULL ? ovs_day_words (data->oldest, figures->reference_date) : NULL;

  if (older == 0)
    return ovs_track_answers_sum (figures->all.lists);
  if (data->oldest == OVS_NO_DAY)
    return g_strdup_printf (ngettext ("%'u client is older or was never read; all clients tell which", "%'u clients are older or were never read; all clients tell which", older),
                            older);
  return g_strdup_printf (ngettext ("%'u client is as of %s; all clients tell which", "%'u clients are as of %s or later; all clients tell which", older), older, day);
}

static void
say_foot (OvsTrackOverview *self, const OvsFigures *figures)
{
  gint64 fallout = figures->all.lists[OVS_OUTCOMES_FALLOUT];
  g_autofree char *as_of = say_as_of (self, figures);
  g_autofree char *older = say_older (self, figures);
  g_autofree char *work = g_strdup_printf (_ ("To the fallout list (%'d)"), (int) fallout);

  ovs_track_view_set_foot (OVS_TRACK_VIEW (self), as_of, older, fallout > 0 ? work : NULL, fallout > 0, NULL);
}

/* --- the numbers --- */

static void
show_row (OvsTrackOverview *self, const gint64 *counts, OvsOutcomeList list, const char *subtitle, OvsSign sign)
{
  ovs_number_row_set (self->rows[list], counts[list], subtitle, counts[list] > 0 ? sign : OVS_SIGN_NONE);
}

static void
show_rows (OvsTrackOverview *self, const gint64 *counts)
{
  show_row (self, counts, OVS_OUTCOMES_OVER, _ ("Have an account at their client"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_OUTCOMES_WAITING, _ ("Invited, and not over yet"), OVS_SIGN_WAITING);
  show_row (self, counts, OVS_OUTCOMES_FALLOUT, _ ("No invitation came about"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_OUTCOMES_UNKNOWN, _ ("Loket has not told what became of it"), OVS_SIGN_UNKNOWN);
  show_row (self, counts, OVS_OUTCOMES_NO_ACCESS, _ ("So it was decided"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_OUTCOMES_LEFT, _ ("Payslips on paper"), OVS_SIGN_INFO);
  show_row (self, counts, OVS_OUTCOMES_STRANDED, _ ("Werknemerloket blocked, and no invitation"), OVS_SIGN_STOPPER);
  show_row (self, counts, OVS_OUTCOMES_BOTH_PORTALS, _ ("Werknemerloket is open beside MijnLoket"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_OUTCOMES_BLOCKED_BEFORE, _ ("Not by this conversion; ask the client"), OVS_SIGN_INFO);
  show_row (self, counts, OVS_OUTCOMES_LAPSED, _ ("Of who is waiting: invite again"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_OUTCOMES_HANDLED, _ ("Invited later, or over"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_OUTCOMES_NEWCOMERS, _ ("Check whether Loket invited them already"), OVS_SIGN_INFO);
  /* What is rare is there when it is. */
  for (int list = OVS_OUTCOMES_LAPSED; list < OVS_N_OUTCOME_LISTS; list++)
    if (self->rows[list] != NULL && list != OVS_OUTCOMES_FALLOUT && list != OVS_OUTCOMES_STRANDED && list != OVS_OUTCOMES_BOTH_PORTALS)
      gtk_widget_set_visible (GTK_WIDGET (self->rows[list]), counts[list] > 0);
}

static void
ovs_track_overview_say (OvsTrackView *view, const OvsFigures *figures)
{
  OvsTrackOverview *self = OVS_TRACK_OVERVIEW (view);
  const gint64 *counts = figures->all.lists;
  gint64 all = 0;
  g_autofree char *sum = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (adding_up); i++)
    all += counts[adding_up[i]];
  sum = g_strdup_printf (ngettext ("%'d employee is followed", "%'d employees are followed", (gulong) all), (int) all);
  gtk_label_set_text (self->sum, sum);
  show_rows (self, counts);
  say_foot (self, figures);
}

/* --- what is read beside the figures --- */

typedef struct
{
  OvsTrackOverview *self; /* (owned) */
  char *filter;
  OvsOverviewData *data; /* (owned) (nullable) */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_free (reading->filter);
  ovs_overview_data_free (reading->data);
  g_free (reading);
}

static gboolean
read_data (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->data = ovs_overview_data_read (tx, reading->filter);
  return TRUE;
}

static void
show_data (OvsTrackOverview *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_track_view_get_workspace (OVS_TRACK_VIEW (self)));

  ovs_overview_alarm_show (self->alarm, figures->all.lists[OVS_OUTCOMES_STRANDED], self->data->stranded);
  ovs_overview_curve_show (self->curve, self->data->days);
  ovs_overview_clients_show (self->clients, self->data);
  ovs_overview_questions_show (self->questions, self->data->questions);
  say_foot (self, figures);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  OvsTrackOverview *self = reading->self;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);

  /* Where it failed, was overtaken, or the page is gone, what is shown stays. */
  if (read && ovs_track_view_get_page (OVS_TRACK_VIEW (self)) != NULL)
    {
      ovs_overview_data_free (self->data);
      self->data = g_steal_pointer (&reading->data);
      show_data (self);
    }
  reading_free (reading);
}

static void
show_shape (OvsTrackOverview *self)
{
  gboolean large = ovs_text_scale (GTK_WIDGET (self)) >= OVS_TEXT_LARGE;
  gboolean clients = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), CLIENTS) == 0;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower), large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  ovs_step_page_set_subtitle (ovs_track_view_get_page (OVS_TRACK_VIEW (self)), clients ? _ ("All clients") : NULL);
}

static void
ovs_track_overview_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsTrackOverview *self = OVS_TRACK_OVERVIEW (view);
  OvsWorkspace *workspace = ovs_track_view_get_workspace (view);
  Reading *reading = g_new0 (Reading, 1);

  show_shape (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading->self = g_object_ref (self);
  reading->filter = g_strdup (ovs_workspace_get_filter (workspace));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_data, reading, self->reading, on_read, reading);
}

/* --- what is asked of it --- */

static void
ovs_track_overview_next (OvsTrackView *view)
{
  ovs_track_view_open (view, OVS_OUTCOMES_FALLOUT);
}

static void
show_all_clients (OvsTrackOverview *self)
{
  g_autoptr (OvsTableSource) source
      = ovs_list_source_new (ovs_track_view_get_workspace (OVS_TRACK_VIEW (self)), ovs_client_rows_query, ovs_client_rows_fetch);

  ovs_table_set_source (self->table, source);
  gtk_stack_set_visible_child_name (self->stack, CLIENTS);
  show_shape (self);
  self->opening = TRUE;
}

/* The cursor comes into the table once it has rows. */
static void
on_settled (OvsTrackOverview *self)
{
  if (self->opening)
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
  self->opening = FALSE;
}

static gboolean
ovs_track_overview_back (OvsTrackView *view)
{
  OvsTrackOverview *self = OVS_TRACK_OVERVIEW (view);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), CLIENTS) != 0)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, TOP);
  show_shape (self);
  return TRUE;
}

static void
ovs_track_overview_search (OvsTrackView *view, const char *text)
{
  ovs_table_set_search (OVS_TRACK_OVERVIEW (view)->table, text);
}

static void
save_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_save_standing_paper (widget, ovs_track_view_get_workspace (OVS_TRACK_VIEW (widget)));
}

static void
save_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_save_standing_table (widget, ovs_track_view_get_workspace (OVS_TRACK_VIEW (widget)));
}

static void
on_client (OvsTable *table, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (table), "win.show-client", "x", id);
}

static void
on_activated (OvsNumberRow *row, OvsTrackOverview *self)
{
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    if (self->rows[list] == row)
      ovs_track_view_open (OVS_TRACK_VIEW (self), list);
}

/* --- what it looks like --- */

static GtkLabel *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  return GTK_LABEL (label);
}

static GtkWidget *
add_list (GtkWidget *column, const char *text)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, text);
  gtk_box_append (GTK_BOX (column), list);
  return list;
}

static void
add_row (OvsTrackOverview *self, GtkWidget *list, OvsOutcomeList which, const char *title)
{
  GtkWidget *row = ovs_number_row_new (title);

  self->rows[which] = OVS_NUMBER_ROW (row);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* For who leads the conversion. */
static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("On one A4 (PDF)…"), "overview.save-paper");
  g_menu_append (menu, _ ("As a table of clients (CSV)…"), "overview.save-table");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Report"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Save how the conversion stands, for who leads it"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  ovs_accessible_name_menu (button, _ ("Report"));
  return button;
}

static GtkWidget *
make_side (OvsTrackOverview *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *beside = GTK_WIDGET (make_heading (_ ("Beside that")));
  GtkWidget *list;

  self->sum = make_heading (NULL);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->sum));
  gtk_box_append (GTK_BOX (line), make_menu ());
  gtk_box_append (GTK_BOX (side), line);
  list = add_list (side, _ ("Where they stand"));
  add_row (self, list, OVS_OUTCOMES_OVER, _ ("Over"));
  add_row (self, list, OVS_OUTCOMES_WAITING, _ ("Waiting"));
  add_row (self, list, OVS_OUTCOMES_FALLOUT, _ ("Fallout"));
  add_row (self, list, OVS_OUTCOMES_UNKNOWN, _ ("Unknown"));
  add_row (self, list, OVS_OUTCOMES_NO_ACCESS, _ ("No access needed"));
  add_row (self, list, OVS_OUTCOMES_LEFT, _ ("Left employment"));
  gtk_widget_set_margin_top (beside, 8);
  gtk_box_append (GTK_BOX (side), beside);
  list = add_list (side, _ ("Beside that"));
  add_row (self, list, OVS_OUTCOMES_STRANDED, _ ("Without access"));
  add_row (self, list, OVS_OUTCOMES_BOTH_PORTALS, _ ("Both portals open"));
  add_row (self, list, OVS_OUTCOMES_BLOCKED_BEFORE, _ ("Blocked before"));
  add_row (self, list, OVS_OUTCOMES_LAPSED, _ ("Invitation lapsed"));
  add_row (self, list, OVS_OUTCOMES_HANDLED, _ ("Fallout, solved since"));
  add_row (self, list, OVS_OUTCOMES_NEWCOMERS, _ ("New since the conversion"));
  return side;
}

/* What is wide, and beside it what is not. */
static GtkWidget *
make_pair (GtkWidget *left, GtkWidget *right)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_hexpand (left, TRUE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), right);
  gtk_widget_set_valign (clamp, GTK_ALIGN_START);
  gtk_widget_set_hexpand (clamp, FALSE);
  gtk_box_append (GTK_BOX (pair), left);
  gtk_box_append (GTK_BOX (pair), clamp);
  return pair;
}

static GtkWidget *
make_top (OvsTrackOverview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->alarm = OVS_OVERVIEW_ALARM (ovs_overview_alarm_new ());
  self->curve = OVS_OVERVIEW_CURVE (ovs_overview_curve_new ());
  self->clients = OVS_OVERVIEW_CLIENTS (ovs_overview_clients_new ());
  self->questions = OVS_OVERVIEW_QUESTIONS (ovs_overview_questions_new ());
  self->columns = make_pair (GTK_WIDGET (self->curve), make_side (self));
  self->lower = make_pair (GTK_WIDGET (self->clients), GTK_WIDGET (self->questions));
  g_signal_connect_swapped (self->clients, "all", G_CALLBACK (show_all_clients), self);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->alarm));
  gtk_box_append (GTK_BOX (page), self->columns);
  gtk_box_append (GTK_BOX (page), self->lower);
  gtk_widget_set_margin_start (page, 2);
  gtk_widget_set_margin_end (page, 2);
  gtk_widget_set_margin_top (page, 2);
  gtk_widget_set_margin_bottom (page, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page);
  ovs_accessible_set_label (scrolled, _ ("Overview"));
  return scrolled;
}

static GtkWidget *
make_table (OvsTrackOverview *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_columns;
  const OvsTableColumn *columns = ovs_client_rows_columns (&n_columns);

  self->table = OVS_TABLE (ovs_table_new ("track-clients", _ ("All clients"), columns, n_columns, FALSE));
  g_signal_connect (self->table, "activated", G_CALLBACK (on_client), NULL);
  g_signal_connect_swapped (self->table, "settled", G_CALLBACK (on_settled), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->table));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  return card;
}

static void
ovs_track_overview_init (OvsTrackOverview *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_add_named (self->stack, make_top (self), TOP);
  gtk_stack_add_named (self->stack, make_table (self), CLIENTS);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

static void
ovs_track_overview_dispose (GObject *object)
{
  OvsTrackOverview *self = OVS_TRACK_OVERVIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->data, ovs_overview_data_free);
  G_OBJECT_CLASS (ovs_track_overview_parent_class)->dispose (object);
}

static void
ovs_track_overview_class_init (OvsTrackOverviewClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_track_overview_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "overview.save-paper", NULL, save_paper);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "overview.save-table", NULL, save_table);
  view_class->update = ovs_track_overview_update;
  view_class->say = ovs_track_overview_say;
  view_class->next = ovs_track_overview_next;
  view_class->back = ovs_track_overview_back;
  view_class->search = ovs_track_overview_search;
}

GtkWidget *
ovs_track_overview_new (OvsStepPage *page)
{
  return g_object_new (OVS_TYPE_TRACK_OVERVIEW, "page", page, NULL);
}
