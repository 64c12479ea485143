/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/overview-questions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "steps/day-words.h"
#include "widgets/accessible.h"
#include "widgets/chart.h"

/* Every so many bars have a day below them. */
#define LABELLED 5

struct _OvsOverviewQuestions
{
  GtkBox parent_instance;

  GtkLabel *asked;
  GtkLabel *capacity;
  GtkWidget *chart;
  GtkWidget *legend;
  GtkWidget *list;
  GtkWidget *days;
  GPtrArray *rows; /* (owned) in @days */
  GArray *known;   /* (owned) (element-type OvsQuestionDay) */
};

G_DEFINE_FINAL_TYPE (OvsOverviewQuestions, ovs_overview_questions, GTK_TYPE_BOX)

static const OvsQuestionDay *
day_at (OvsOverviewQuestions *self, guint i)
{
  return &g_array_index (self->known, OvsQuestionDay, i);
}

/* --- the list of days --- */

static void
add_day (OvsOverviewQuestions *self, const OvsQuestionDay *day)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = ovs_day_words_long (day->day);
  g_autofree char *expected = g_strdup_printf (_ ("at most %'d expected"), (int) day->expected);
  g_autofree char *number = g_strdup_printf ("%'d", (int) day->came);
  g_autofree char *label = g_strdup_printf (ngettext ("%s: %'d question, %s", "%s: %'d questions, %s", (gulong) day->came), when, (int) day->came, expected);
  GtkWidget *count = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), expected);
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  ovs_accessible_set_label (row, label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->days), row);
  g_ptr_array_add (self->rows, row);
}

/* Made once it is unfolded, for it is made again at each change. */
static void
show_days (OvsOverviewQuestions *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->days), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->days)) && i < self->known->len; i++)
    add_day (self, day_at (self, i));
  ovs_accessible_name_parts (self->days, _ ("Questions per day"));
}

/* --- the chart --- */

static void
add_bar (OvsOverviewQuestions *self, guint i)
{
  const OvsQuestionDay *day = day_at (self, i);
  g_autofree char *when = ovs_day_to_dutch (day->day);
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %d questions, at most %d expected"), when, (int) day->came, (int) day->expected);
  g_autofree char *label = NULL;
  int month, day_of_month;

  ovs_day_to_ymd (day->day, NULL, &month, &day_of_month);
  label = i % LABELLED == 0 ? g_strdup_printf ("%d-%d", day_of_month, month) : g_strdup ("");
  ovs_chart_add (OVS_CHART (self->chart), label, spoken, 0, day->came);
  ovs_chart_mark (OVS_CHART (self->chart), day->expected);
}

static void
show_texts (OvsOverviewQuestions *self, const OvsQuestionDays *days)
{
  const OvsQuestionCounts *counts = &days->counts;
  g_autofree char *asked = g_strdup_printf (ngettext ("%'d question asked, %'d open", "%'d questions asked, %'d open", (gulong) counts->all), (int) counts->all,
                                            (int) counts->open);
  g_autofree char *expected = g_strdup_printf (_ ("Expected %'d to %'d; today %'d."), (int) days->low, (int) days->high, (int) counts->today);
  g_autofree char *bears = days->per_day > 0 ? g_strdup_printf (ngettext ("There is time for %'d on a day.", "There is time for %'d on a day.", days->per_day),
                                                                (int) days->per_day)
                                             : g_strdup (_ ("What the office can answer on a day is not filled in yet."));
  g_autofree char *capacity = g_strdup_printf ("%s %s", expected, bears);

  gtk_label_set_text (self->asked, asked);
  gtk_label_set_text (self->capacity, capacity);
}

void
ovs_overview_questions_show (OvsOverviewQuestions *self, const OvsQuestionDays *days)
{
  g_array_set_size (self->known, 0);
  g_array_append_vals (self->known, days->days->data, days->days->len);
  gtk_widget_set_visible (GTK_WIDGET (self), days->high > 0 || days->counts.all > 0);
  gtk_widget_set_visible (self->chart, self->known->len > 0);
  gtk_widget_set_visible (self->legend, self->known->len > 0);
  gtk_widget_set_visible (self->list, self->known->len > 0);
  ovs_chart_clear (OVS_CHART (self->chart), days->per_day, days->per_day > 0 ? _ ("what the office can answer on a day") : NULL);
  for (guint i = 0; i < self->known->len; i++)
    add_bar (self, i);
  show_texts (self, days);
  show_days (self);
}

/* --- the widget --- */

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ovs_overview_questions_finalize (GObject *object)
{
  OvsOverviewQuestions *self = OVS_OVERVIEW_QUESTIONS (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->known);
  G_OBJECT_CLASS (ovs_overview_questions_parent_class)->finalize (object);
}

static void
ovs_overview_questions_class_init (OvsOverviewQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_overview_questions_finalize;
}

static GtkWidget *
make_card (OvsOverviewQuestions *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->asked = add_label (card, NULL, "heading");
  self->capacity = add_label (card, NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->capacity), "soft");
  self->chart = ovs_chart_new (_ ("Questions per day"));
  gtk_widget_set_margin_top (self->chart, 6);
  gtk_box_append (GTK_BOX (card), self->chart);
  self->legend = GTK_WIDGET (add_label (card, _ ("Filled: questions that came. Line across: at most to be expected."), "caption"));
  gtk_widget_add_css_class (self->legend, "soft");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  return card;
}

static void
ovs_overview_questions_init (OvsOverviewQuestions *self)
{
  self->rows = g_ptr_array_new ();
  self->known = g_array_new (FALSE, FALSE, sizeof (OvsQuestionDay));
  gtk_box_append (GTK_BOX (self), make_card (self));
  self->days = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days), _ ("Questions per day"));
  ovs_accessible_set_label (self->days, _ ("Questions per day"));
  g_signal_connect_swapped (self->days, "notify::expanded", G_CALLBACK (show_days), self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  ovs_accessible_set_label (self->list, _ ("Questions per day"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->days);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_overview_questions_new (void)
{
  return g_object_new (OVS_TYPE_OVERVIEW_QUESTIONS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);
}
