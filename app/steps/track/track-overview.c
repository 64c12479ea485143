/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-overview.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"
#include "steps/number-row.h"
#include "steps/track/track-answers.h"
#include "widgets/accessible.h"

struct _OvsTrackOverview
{
  OvsTrackView parent_instance;

  OvsNumberRow *rows[OVS_N_OUTCOME_LISTS]; /* NULL where a list has none */
  GtkLabel *sum;
  GtkLabel *share;
  GtkLevelBar *bar;
};

G_DEFINE_FINAL_TYPE (OvsTrackOverview, ovs_track_overview, OVS_TYPE_TRACK_VIEW)

static void
on_activated (OvsNumberRow *row, OvsTrackOverview *self)
{
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    if (self->rows[list] == row)
      ovs_track_view_open (OVS_TRACK_VIEW (self), list);
}

static GtkWidget *
add_group (GtkWidget *column, const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (column), label);
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

/* How many of those who were invited are over, beside the experience that the articles tell. */
static GtkWidget *
make_share (OvsTrackOverview *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *read_on = ovs_day_to_dutch (OVS_RULES_READ_ON);
  g_autofree char *experience
      = g_strdup_printf (_ ("Experience: 95–98 %% manage without help, according to the help-desk article, read on %s. Not a target."), read_on);
  GtkWidget *label = gtk_label_new (experience);

  self->share = GTK_LABEL (gtk_label_new (NULL));
  self->bar = GTK_LEVEL_BAR (gtk_level_bar_new ());
  gtk_level_bar_add_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Over of who was invited"), -1);
  gtk_label_set_xalign (self->share, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->share), "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->share));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (card), label);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  return card;
}

static GtkWidget *
make_column (void)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_hexpand (column, TRUE);
  return column;
}

static void
ovs_track_overview_init (OvsTrackOverview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *left = make_column ();
  GtkWidget *right = make_column ();
  GtkWidget *list = add_group (left, _ ("Where they stand"));

  add_row (self, list, OVS_OUTCOMES_OVER, _ ("Over"));
  add_row (self, list, OVS_OUTCOMES_WAITING, _ ("Waiting"));
  add_row (self, list, OVS_OUTCOMES_FALLOUT, _ ("Fallout"));
  add_row (self, list, OVS_OUTCOMES_UNKNOWN, _ ("Unknown"));
  add_row (self, list, OVS_OUTCOMES_NO_ACCESS, _ ("No access needed"));
  add_row (self, list, OVS_OUTCOMES_LEFT, _ ("Left employment"));
  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sum, 0);
  gtk_label_set_wrap (self->sum, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "numeric");
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->sum));
  list = add_group (right, _ ("Beside that"));
  add_row (self, list, OVS_OUTCOMES_STRANDED, _ ("Without access"));
  add_row (self, list, OVS_OUTCOMES_BOTH_PORTALS, _ ("Both portals open"));
  add_row (self, list, OVS_OUTCOMES_BLOCKED_BEFORE, _ ("Blocked before"));
  add_row (self, list, OVS_OUTCOMES_LAPSED, _ ("Invitation lapsed"));
  add_row (self, list, OVS_OUTCOMES_HANDLED, _ ("Fallout, solved since"));
  add_row (self, list, OVS_OUTCOMES_NEWCOMERS, _ ("New since the conversion"));

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), right);
  gtk_box_append (GTK_BOX (page), columns);
  gtk_box_append (GTK_BOX (page), make_share (self));
  gtk_widget_set_margin_start (page, 2);
  gtk_widget_set_margin_end (page, 2);
  gtk_widget_set_margin_bottom (page, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page);
  ovs_accessible_set_label (scrolled, _ ("Overview"));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
show_row (OvsTrackOverview *self, const gint64 *counts, OvsOutcomeList list, const char *subtitle, OvsSign sign)
{
  ovs_number_row_set (self->rows[list], counts[list], subtitle, counts[list] > 0 ? sign : OVS_SIGN_NONE);
}

static void
show_share (OvsTrackOverview *self, const gint64 *counts)
{
  gint64 invited = counts[OVS_OUTCOMES_INVITED];
  gint64 over = counts[OVS_OUTCOMES_OVER];
  g_autofree char *text = invited > 0 ? g_strdup_printf (_ ("%'d of %'d who were invited are over: %d %%"), (int) over, (int) invited,
                                                         (int) (over * 100 / invited))
                                      : g_strdup (_ ("Nobody was invited yet"));

  gtk_label_set_text (self->share, text);
  gtk_level_bar_set_value (self->bar, invited > 0 ? (double) over / (double) invited : 0);
}

static void
ovs_track_overview_say (OvsTrackView *view, const OvsFigures *figures)
{
  OvsTrackOverview *self = OVS_TRACK_OVERVIEW (view);
  const gint64 *counts = figures->all.lists;
  g_autofree char *sum = ovs_track_answers_sum (counts);

  show_row (self, counts, OVS_OUTCOMES_OVER, _ ("Have an account at their client"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_OUTCOMES_WAITING, _ ("Invited, and not over yet"), OVS_SIGN_WAITING);
  show_row (self, counts, OVS_OUTCOMES_FALLOUT, _ ("No invitation came about"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_OUTCOMES_NO_ACCESS, _ ("So it was decided"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_OUTCOMES_LEFT, _ ("Payslips on paper"), OVS_SIGN_INFO);
  show_row (self, counts, OVS_OUTCOMES_BLOCKED_BEFORE, _ ("Not by this conversion; ask the client"), OVS_SIGN_INFO);
  show_row (self, counts, OVS_OUTCOMES_UNKNOWN, _ ("Loket has not told what became of it"), OVS_SIGN_UNKNOWN);
  show_row (self, counts, OVS_OUTCOMES_STRANDED, _ ("Werknemerloket blocked, and no invitation"), OVS_SIGN_STOPPER);
  show_row (self, counts, OVS_OUTCOMES_BOTH_PORTALS, _ ("Werknemerloket is open beside MijnLoket"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_OUTCOMES_LAPSED, _ ("Of who is waiting: invite again"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_OUTCOMES_HANDLED, _ ("Invited later, or over"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_OUTCOMES_NEWCOMERS, _ ("Check whether Loket invited them already"), OVS_SIGN_INFO);
  gtk_label_set_text (self->sum, sum);
  show_share (self, counts);
}

static void
ovs_track_overview_class_init (OvsTrackOverviewClass *klass)
{
  OVS_TRACK_VIEW_CLASS (klass)->say = ovs_track_overview_say;
}

GtkWidget *
ovs_track_overview_new (OvsStepPage *page)
{
  return g_object_new (OVS_TYPE_TRACK_OVERVIEW, "page", page, NULL);
}
