/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/plan-load.h"

#include <glib/gi18n.h>

#include "steps/inform/plan-rounds.h"
#include "widgets/accessible.h"
#include "widgets/chart.h"
#include "widgets/sign.h"

/* The chart shows whole weeks, and no more than can be told apart. */
#define DAYS_SHOWN 84
#define WEEK 7
#define WORKING_DAYS 5

/* What is to be expected, from a Monday on. */
typedef struct
{
  OvsDay first;
  guint64 standing[DAYS_SHOWN];
  guint64 proposed[DAYS_SHOWN];
  guint shown;
} Load;

struct _OvsPlanLoad
{
  GtkBox parent_instance;

  GtkWidget *chart;
  GtkWidget *days;
  GPtrArray *rows; /* (owned) */
  Load load;
  guint64 per_day;
};

G_DEFINE_FINAL_TYPE (OvsPlanLoad, ovs_plan_load, GTK_TYPE_BOX)

static void
count (const OvsPlan *plan, Load *load)
{
  load->first = plan->ask.today;
  if (plan->proposal->rounds->len > 0)
    load->first = ((OvsPlannedRound *) g_ptr_array_index (plan->proposal->rounds, 0))->day;
  load->first -= (load->first + WEEK - 1) % WEEK;
  ovs_plan_count_days (plan, load->first, DAYS_SHOWN, load->standing, load->proposed);
  for (guint i = 0; i < DAYS_SHOWN; i++)
    if (load->standing[i] + load->proposed[i] > 0)
      load->shown = i + 1;
  load->shown = MIN (load->shown + 1, DAYS_SHOWN);
}

/* --- the list of days --- */

static char *
say_parts (const Load *load, guint i)
{
  g_autofree char *standing = g_strdup_printf (ngettext ("%'d of rounds that stand", "%'d of rounds that stand", (gulong) load->standing[i]), (int) load->standing[i]);
  g_autofree char *proposed = g_strdup_printf (ngettext ("%'d of this proposal", "%'d of this proposal", (gulong) load->proposed[i]), (int) load->proposed[i]);

  if (load->standing[i] == 0)
    return g_steal_pointer (&proposed);
  return load->proposed[i] == 0 ? g_steal_pointer (&standing) : g_strjoin (" · ", standing, proposed, NULL);
}

static void
add_day (OvsPlanLoad *self, guint i)
{
  const Load *load = &self->load;
  GtkWidget *row = adw_action_row_new ();
  guint64 all = load->standing[i] + load->proposed[i];
  g_autofree char *day = ovs_plan_say_day (load->first + (OvsDay) i);
  g_autofree char *parts = say_parts (load, i);
  g_autofree char *number = g_strdup_printf ("%'" G_GUINT64_FORMAT, all);
  g_autofree char *label = g_strdup_printf (ngettext ("%s: %'d question", "%s: %'d questions", (gulong) all), day, (int) all);
  GtkWidget *count = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), parts);
  if (all > self->per_day)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));

      gtk_widget_add_css_class (sign, ovs_sign_get_class (OVS_SIGN_WARNING));
      gtk_widget_set_tooltip_text (sign, _ ("More than can be answered on a day"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
    }
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  ovs_accessible_set_label (row, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, parts, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->days), row);
  g_ptr_array_add (self->rows, row);
}

/* Made once it is unfolded, for it is made again at each change. */
static void
show_days (OvsPlanLoad *self)
{
  const Load *load = &self->load;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->days), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->days)) && i < load->shown; i++)
    if (load->standing[i] + load->proposed[i] > 0)
      add_day (self, i);
  ovs_accessible_name_parts (self->days, _ ("The numbers per day"));
}

/* --- the chart --- */

static void
add_bar (OvsPlanLoad *self, guint i)
{
  const Load *load = &self->load;
  g_autofree char *day = ovs_day_to_dutch (load->first + (OvsDay) i);
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;
  int month, day_of_month;

  ovs_day_to_ymd (load->first + (OvsDay) i, NULL, &month, &day_of_month);
  label = i % WEEK == 0 ? g_strdup_printf ("%d-%d", day_of_month, month) : g_strdup ("");
  spoken = g_strdup_printf (_ ("%s: %d questions of rounds that stand, %d of the proposal; %d can be answered"), day, (int) load->standing[i],
                            (int) load->proposed[i], (int) self->per_day);
  ovs_chart_add (OVS_CHART (self->chart), label, spoken, load->standing[i], load->proposed[i]);
}

void
ovs_plan_load_show (OvsPlanLoad *self, const OvsPlan *plan)
{
  self->load = (Load){ 0 };
  self->per_day = plan->wish.per_day;
  count (plan, &self->load);
  ovs_chart_clear (OVS_CHART (self->chart), self->per_day, _ ("what the office can answer on a day"));
  for (guint i = 0; i < self->load.shown; i++)
    /* There are no questions in a weekend. */
    if (i % WEEK < WORKING_DAYS)
      add_bar (self, i);
  show_days (self);
}

/* --- the widget --- */

static void
ovs_plan_load_finalize (GObject *object)
{
  g_ptr_array_unref (OVS_PLAN_LOAD (object)->rows);
  G_OBJECT_CLASS (ovs_plan_load_parent_class)->finalize (object);
}

static void
ovs_plan_load_class_init (OvsPlanLoadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_plan_load_finalize;
}

static void
ovs_plan_load_init (OvsPlanLoad *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Expected questions per day"));
  GtkWidget *legend = gtk_label_new (_ ("Filled: this proposal. Hatched: rounds that are planned already. Counted with the high figure."));
  GtkWidget *list = gtk_list_box_new ();

  self->rows = g_ptr_array_new ();
  self->chart = ovs_chart_new (_ ("Expected questions per day"));
  self->days = adw_expander_row_new ();
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (legend), 0);
  gtk_label_set_wrap (GTK_LABEL (legend), TRUE);
  gtk_widget_add_css_class (legend, "caption");
  gtk_widget_add_css_class (legend, "soft");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days), _ ("The numbers per day"));
  ovs_accessible_set_label (self->days, _ ("The numbers per day"));
  g_signal_connect_swapped (self->days, "notify::expanded", G_CALLBACK (show_days), self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("The numbers per day"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->days);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->chart);
  gtk_box_append (GTK_BOX (self), legend);
  gtk_box_append (GTK_BOX (self), list);
}

GtkWidget *
ovs_plan_load_new (void)
{
  return g_object_new (OVS_TYPE_PLAN_LOAD, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 10, NULL);
}
