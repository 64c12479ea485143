/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/overview-curve.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dossier/standing-days.h"
#include "rules/boundary.h"
#include "steps/day-words.h"
#include "widgets/accessible.h"
#include "widgets/curve.h"

/* The axis shows at least so many days from the first invitation on. */
#define DAYS_AHEAD 14
/* According to the help-desk article, so many manage without help. */
#define EXPERIENCE_LOW .95
#define EXPERIENCE_HIGH .98

struct _OvsOverviewCurve
{
  GtkBox parent_instance;

  GtkWidget *card;
  GtkLabel *heading;
  GtkLabel *caption;
  GtkWidget *curve;
  GtkWidget *nothing;
  GtkWidget *list;
  GtkWidget *days;
  GPtrArray *rows; /* (owned) in @days */
  GArray *known;   /* (owned) (element-type OvsStandingDay) from the first invitation on */
};

G_DEFINE_FINAL_TYPE (OvsOverviewCurve, ovs_overview_curve, GTK_TYPE_BOX)

static const OvsStandingDay *
day_at (OvsOverviewCurve *self, guint i)
{
  return &g_array_index (self->known, OvsStandingDay, i);
}

/* --- the list of days --- */

static void
add_day (OvsOverviewCurve *self, guint i)
{
  const gint64 *lists = day_at (self, i)->lists;
  gint64 before = i > 0 ? day_at (self, i - 1)->lists[OVS_OUTCOMES_OVER] : 0;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = ovs_day_words_long (day_at (self, i)->day);
  g_autofree char *more = g_strdup_printf (_ ("%+'d since the previous reading"), (int) (lists[OVS_OUTCOMES_OVER] - before));
  g_autofree char *number = g_strdup_printf (_ ("%'d of %'d"), (int) lists[OVS_OUTCOMES_OVER], (int) lists[OVS_OUTCOMES_INVITED]);
  g_autofree char *label = g_strdup_printf (_ ("%s: %s over"), day, number);
  GtkWidget *count = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  if (i > 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), more);
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  ovs_accessible_set_label (row, label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->days), row);
  g_ptr_array_add (self->rows, row);
}

/* Made once it is unfolded, for it is made again at each change. */
static void
show_days (OvsOverviewCurve *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->days), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->days)) && i < self->known->len; i++)
    add_day (self, i);
  ovs_accessible_name_parts (self->days, _ ("The numbers per day"));
}

/* --- the curve --- */

static void
add_point (OvsOverviewCurve *self, const OvsStandingDay *day)
{
  g_autofree char *when = ovs_day_to_dutch (day->day);
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %'d of %'d over"), when, (int) day->lists[OVS_OUTCOMES_OVER], (int) day->lists[OVS_OUTCOMES_INVITED]);

  ovs_curve_add (OVS_CURVE (self->curve), day->day, (guint64) day->lists[OVS_OUTCOMES_OVER], (guint64) day->lists[OVS_OUTCOMES_INVITED], spoken);
}

static void
show_texts (OvsOverviewCurve *self)
{
  const gint64 *lists = day_at (self, self->known->len - 1)->lists;
  gint64 invited = lists[OVS_OUTCOMES_INVITED];
  gint64 over = lists[OVS_OUTCOMES_OVER];
  g_autofree char *first = ovs_day_to_dutch (day_at (self, 0)->day);
  g_autofree char *ceiling = g_strdup_printf (_ ("%'d invited"), (int) invited);
  g_autofree char *caption = invited > 0 ? g_strdup_printf (_ ("%'d of %'d who were invited are over: %d %%. Days from %s."), (int) over, (int) invited,
                                                            (int) (over * 100 / invited), first)
                                         : g_strdup (_ ("Nobody was invited yet"));

  gtk_label_set_text (self->caption, caption);
  ovs_curve_set_ceiling_text (OVS_CURVE (self->curve), ceiling);
}

void
ovs_overview_curve_show (OvsOverviewCurve *self, const GArray *days)
{
  g_array_set_size (self->known, 0);
  for (guint i = 0; i < days->len; i++)
    {
      const OvsStandingDay *day = &g_array_index (days, OvsStandingDay, i);

      if (self->known->len > 0 || day->lists[OVS_OUTCOMES_INVITED] > 0)
        g_array_append_val (self->known, *day);
    }
  gtk_widget_set_visible (self->curve, self->known->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), self->known->len > 0);
  gtk_widget_set_visible (self->list, self->known->len > 0);
  gtk_widget_set_visible (self->nothing, self->known->len == 0);
  show_days (self);
  if (self->known->len == 0)
    return;
  ovs_curve_clear (OVS_CURVE (self->curve), day_at (self, 0)->day, day_at (self, 0)->day + DAYS_AHEAD);
  for (guint i = 0; i < self->known->len; i++)
    add_point (self, day_at (self, i));
  show_texts (self);
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
make_card (OvsOverviewCurve *self)
{
  g_autofree char *read_on = ovs_day_to_dutch (OVS_RULES_READ_ON);
  g_autofree char *experience
      = g_strdup_printf (_ ("Experience: 95–98 %% manage without help, according to the help-desk article, read on %s. Not a target."), read_on);
  GtkLabel *source;

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->heading = add_label (self->card, _ ("Over since the conversion"), "heading");
  self->caption = add_label (self->card, NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "soft");
  self->curve = ovs_curve_new (_ ("Over since the conversion"));
  gtk_widget_set_vexpand (self->curve, TRUE);
  gtk_widget_set_margin_top (self->curve, 8);
  gtk_widget_set_margin_bottom (self->curve, 4);
  ovs_curve_set_band (OVS_CURVE (self->curve), EXPERIENCE_LOW, EXPERIENCE_HIGH, _ ("experience: 95–98 % without help"));
  gtk_box_append (GTK_BOX (self->card), self->curve);
  self->nothing = GTK_WIDGET (add_label (self->card, _ ("Nobody was invited yet"), "soft"));
  gtk_widget_set_vexpand (self->nothing, TRUE);
  source = add_label (self->card, experience, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (source), "soft");
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "chart-card");
  gtk_widget_set_vexpand (self->card, TRUE);
}

static void
make_list (OvsOverviewCurve *self)
{
  self->days = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days), _ ("The numbers per day"));
  ovs_accessible_set_label (self->days, _ ("The numbers per day"));
  g_signal_connect_swapped (self->days, "notify::expanded", G_CALLBACK (show_days), self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  ovs_accessible_set_label (self->list, _ ("The numbers per day"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->days);
}

static void
ovs_overview_curve_finalize (GObject *object)
{
  OvsOverviewCurve *self = OVS_OVERVIEW_CURVE (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->known);
  G_OBJECT_CLASS (ovs_overview_curve_parent_class)->finalize (object);
}

static void
ovs_overview_curve_class_init (OvsOverviewCurveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_overview_curve_finalize;
}

static void
ovs_overview_curve_init (OvsOverviewCurve *self)
{
  self->rows = g_ptr_array_new ();
  self->known = g_array_new (FALSE, FALSE, sizeof (OvsStandingDay));
  make_card (self);
  make_list (self);
  gtk_box_append (GTK_BOX (self), self->card);
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkWidget *
ovs_overview_curve_new (void)
{
  return g_object_new (OVS_TYPE_OVERVIEW_CURVE, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, NULL);
}
