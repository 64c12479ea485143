/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/closing-view.h"

#include <glib/gi18n.h>

#include "steps/day-words.h"
#include "steps/list-source.h"
#include "steps/track/closing-bar.h"
#include "steps/track/closing-rows.h"
#include "steps/track/closing-work.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/filter-chips.h"

#define ALL "all"

struct _OvsClosingView
{
  OvsTrackView parent_instance;

  OvsFilterChips *chips;
  GtkWidget *account;
  OvsTable *table;
  OvsClosingBar *bar;
  gboolean filled;

  OvsClosingSums sums;
  OvsClosingPurge purge;
  OvsDay today;
  gboolean read;         /* these are there */
  GCancellable *reading; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsClosingView, ovs_closing_view, OVS_TYPE_TRACK_VIEW)

static gint64
count_open (OvsClosingView *self)
{
  return self->sums.clients - self->sums.closed;
}

/* --- foot and chips -------------------------------------------------------------------------------------------- */

static char *
say_closed (OvsClosingView *self)
{
  return g_strdup_printf (ngettext ("%'d of %'d client closed", "%'d of %'d clients closed", (gulong) self->sums.clients), (int) self->sums.closed,
                          (int) self->sums.clients);
}

/* Everybody, by where they end: it adds up. */
static char *
say_people (OvsClosingView *self)
{
  const gint64 *people = self->sums.people;
  gint64 all = 0, open = 0;

  for (int state = 0; state < OVS_N_END_STATES; state++)
    {
      all += people[state];
      open += ovs_end_state_is_open ((OvsEndState) state) ? people[state] : 0;
    }
  return g_strdup_printf (_ ("%'d employees = %'d over + %'d no access needed + %'d left + %'d took no part + %'d open"), (int) all, (int) people[OVS_END_OVER],
                          (int) people[OVS_END_NO_ACCESS], (int) people[OVS_END_LEFT], (int) people[OVS_END_NOT_PART], (int) open);
}

static void
say_foot (OvsClosingView *self)
{
  gboolean writable = !ovs_workspace_get_read_only (ovs_track_view_get_workspace (OVS_TRACK_VIEW (self)));
  int closable = (int) self->sums.closable;
  g_autofree char *closed = say_closed (self);
  g_autofree char *people = say_people (self);
  g_autofree char *next = g_strdup_printf (ngettext ("Close %'d client", "Close %'d clients", (gulong) closable), closable);
  gboolean ask = count_open (self) > 0 && ovs_track_view_can_send (OVS_TRACK_VIEW (self));

  ovs_track_view_set_foot (OVS_TRACK_VIEW (self), closed, people, closable > 0 ? next : NULL, closable > 0 && writable,
                           ask ? _ ("Look for Product 500") : NULL);
}

static void
show_chips (OvsClosingView *self)
{
  ovs_filter_chips_set_count (self->chips, ALL, self->sums.clients);
  ovs_filter_chips_set_count (self->chips, OVS_CLOSING_CLOSABLE, self->sums.closable);
  ovs_filter_chips_set_count (self->chips, OVS_CLOSING_OPEN, count_open (self) - self->sums.closable);
  ovs_filter_chips_set_count (self->chips, OVS_CLOSING_REOPENED, self->sums.reopened);
  ovs_filter_chips_set_count (self->chips, OVS_CLOSING_CLOSED, self->sums.closed);
}

/* --- the three answers ----------------------------------------------------------------------------------------- */

static void
answer_to_do (OvsClosingView *self, OvsAnswerStrip *strip)
{
  int closable = (int) self->sums.closable;
  gint64 product = self->sums.first[OVS_OBSTACLE_PRODUCT] + self->sums.first[OVS_OBSTACLE_PRODUCT_UNKNOWN];
  g_autofree char *close = g_strdup_printf (ngettext ("%'d can be closed", "%'d can be closed", (gulong) closable), closable);
  g_autofree char *wait = g_strdup_printf (ngettext ("%'d waits for Product 500 only", "%'d wait for Product 500 only", (gulong) product), (int) product);

  if (closable > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, close, _ ("Everybody there has an end state."));
  else if (product > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, wait, _ ("Look in Loket whether it is gone."));
  else if (count_open (self) > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Bring the last ones over"), _ ("Each row says who is still missing."));
  else if (!self->purge.accounted)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, _ ("Make the verantwoording"), _ ("Of the office, as a PDF or a table."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing now"), _ ("The verantwoording was made."));
}

static void
answer_look_out (OvsClosingView *self, OvsAnswerStrip *strip)
{
  int reopened = (int) self->sums.reopened;
  g_autofree char *again = g_strdup_printf (ngettext ("%'d opened again", "%'d opened again", (gulong) reopened), reopened);
  g_autofree char *day = ovs_day_words (self->purge.due_on, self->today);
  g_autofree char *due = g_strdup_printf (_ ("Personal data may stay until %s"), day);

  if (reopened > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, again, _ ("Something new came: a newcomer, a file or a question."));
  else if (self->purge.due_on != OVS_NO_DAY)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, due, _ ("Then they are to be removed."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("A newcomer opens a client again"), _ ("So does a file or a question, by itself."));
}

static void
ovs_closing_view_answer (OvsTrackView *view, OvsAnswerStrip *strip, const OvsFigures *figures)
{
  OvsClosingView *self = OVS_CLOSING_VIEW (view);
  g_autofree char *closed = say_closed (self);
  gint64 open = count_open (self);
  gboolean done = open == 0 && self->sums.clients > 0;
  g_autofree char *since = ovs_day_words (self->sums.all_closed_on, self->today);
  g_autofree char *caption = done ? g_strdup_printf (_ ("The dossier is closed since %s."), since)
                                  : g_strdup_printf (ngettext ("%'d is open.", "%'d are open.", (gulong) open), (int) open);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, done ? OVS_SIGN_DONE : OVS_SIGN_WAITING, closed, caption);
  answer_to_do (self, strip);
  answer_look_out (self, strip);
}

/* --- reading --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsClosingView *self; /* (owned) */
  char *filter;
  OvsClosingSums sums;
  OvsClosingPurge purge;
  OvsDay today;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_free (reading->filter);
  g_free (reading);
}

static gboolean
read_sums (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  ovs_closing_sum (tx, reading->filter, &reading->sums);
  ovs_closing_purge_due (tx, &reading->purge);
  reading->today = ovs_tx_today (tx);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  OvsClosingView *self = reading->self;

  /* Where it failed, was overtaken, or the page is gone, what is shown stays. */
  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && ovs_track_view_get_page (OVS_TRACK_VIEW (self)) != NULL)
    {
      self->sums = reading->sums;
      self->purge = reading->purge;
      self->today = reading->today;
      self->read = TRUE;
      show_chips (self);
      say_foot (self);
    }
  reading_free (reading);
}

static void
fill (OvsClosingView *self)
{
  g_autoptr (OvsTableSource) source
      = ovs_list_source_new (ovs_track_view_get_workspace (OVS_TRACK_VIEW (self)), ovs_closing_rows_query, ovs_closing_rows_fetch);

  ovs_table_set_source (self->table, source);
  self->filled = TRUE;
}

static void
ovs_closing_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsClosingView *self = OVS_CLOSING_VIEW (view);
  OvsWorkspace *workspace = ovs_track_view_get_workspace (view);
  Reading *reading = g_new0 (Reading, 1);

  if (!self->filled)
    fill (self);
  gtk_widget_set_sensitive (self->account, !ovs_workspace_get_read_only (workspace));
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading->self = g_object_ref (self);
  reading->filter = g_strdup (ovs_workspace_get_filter (workspace));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_sums, reading, self->reading, on_read, reading);
}

static void
ovs_closing_view_say (OvsTrackView *view, const OvsFigures *figures)
{
  if (OVS_CLOSING_VIEW (view)->read)
    say_foot (OVS_CLOSING_VIEW (view));
}

/* --- what is asked of it --------------------------------------------------------------------------------------- */

static void
ovs_closing_view_next (OvsTrackView *view)
{
  ovs_closing_work_close (ovs_track_view_get_page (view), NULL);
}

static void
ovs_closing_view_plain (OvsTrackView *view)
{
  ovs_closing_work_ask_loket (ovs_track_view_get_page (view));
}

static void
ovs_closing_view_search (OvsTrackView *view, const char *text)
{
  ovs_table_set_search (OVS_CLOSING_VIEW (view)->table, text);
}

static void
ovs_closing_view_focus (OvsTrackView *view)
{
  gtk_widget_child_focus (GTK_WIDGET (OVS_CLOSING_VIEW (view)->table), GTK_DIR_TAB_FORWARD);
}

static void
on_chosen (OvsClosingView *self, const char *id)
{
  ovs_table_set_filter (self->table, g_str_equal (id, ALL) ? NULL : id);
}

static void
on_cursor (OvsClosingView *self)
{
  OvsStepPage *page = ovs_track_view_get_page (OVS_TRACK_VIEW (self));
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);

  if (page != NULL)
    ovs_closing_bar_look (self->bar, page, ovs_table_get_cursor (self->table), selected);
}

static void
on_client (OvsTable *table, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (table), "win.show-client", "x", id);
}

static void
account (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_closing_work_account (ovs_track_view_get_page (OVS_TRACK_VIEW (widget)), 0, NULL, g_variant_get_boolean (parameter));
}

/* --- what it looks like ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_account (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("As a PDF…"), "closing.account(false)");
  g_menu_append (menu, _ ("As a table…"), "closing.account(true)");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Verantwoording of the office"));
  ovs_accessible_name_menu (button, _ ("Verantwoording of the office"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_line (OvsClosingView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->chips = OVS_FILTER_CHIPS (ovs_filter_chips_new (_ ("Clients by whether they are closed")));
  ovs_filter_chips_add (self->chips, ALL, _ ("All"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_CLOSING_CLOSABLE, _ ("Can be closed"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_CLOSING_OPEN, _ ("Still open"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_CLOSING_CLOSED, _ ("Closed"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_CLOSING_REOPENED, _ ("Opened again"), TRUE);
  g_signal_connect_swapped (self->chips, "chosen", G_CALLBACK (on_chosen), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  self->account = make_account ();
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (line), self->account);
  return line;
}

static GtkWidget *
make_card (OvsClosingView *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_columns;
  const OvsTableColumn *columns = ovs_closing_rows_columns (&n_columns);

  self->table = OVS_TABLE (ovs_table_new ("track-closing", _ ("Clients to close"), columns, n_columns, FALSE));
  self->bar = OVS_CLOSING_BAR (ovs_closing_bar_new ());
  g_signal_connect (self->table, "activated", G_CALLBACK (on_client), NULL);
  g_signal_connect_swapped (self->table, "cursor-changed", G_CALLBACK (on_cursor), self);
  g_signal_connect_swapped (self->table, "settled", G_CALLBACK (on_cursor), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->bar));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  return card;
}

static void
ovs_closing_view_dispose (GObject *object)
{
  OvsClosingView *self = OVS_CLOSING_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (ovs_closing_view_parent_class)->dispose (object);
}

static void
ovs_closing_view_class_init (OvsClosingViewClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_closing_view_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "closing.account", "b", account);
  view_class->update = ovs_closing_view_update;
  view_class->say = ovs_closing_view_say;
  view_class->answer = ovs_closing_view_answer;
  view_class->next = ovs_closing_view_next;
  view_class->plain = ovs_closing_view_plain;
  view_class->search = ovs_closing_view_search;
  view_class->focus = ovs_closing_view_focus;
}

static void
ovs_closing_view_init (OvsClosingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_line (self));
  gtk_box_append (GTK_BOX (box), make_card (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ovs_closing_view_new (OvsStepPage *page)
{
  return g_object_new (OVS_TYPE_CLOSING_VIEW, "page", page, NULL);
}
