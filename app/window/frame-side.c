/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/frame-private.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"
#include "widgets/toasts.h"
#include "window/environment.h"
#include "window/menus.h"
#include "window/step-row.h"

#define LIST_WIDTH   248
#define NARROW_WIDTH 222 /* of the list in a window below ROOMY */
#define RAIL_WIDTH   84
#define ROOMY        1200

/* What was searched on a page goes when the page does: nothing is to stay hidden for a reason that is no longer on the screen. */
static void
leave_page (OvsFrame *self)
{
  OvsStepPage *page = ovs_frame_get_page (self);

  if (page != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    ovs_step_page_search (page, "");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
}

/* Whether what is done stands at the bottom of the page of a step. */
static gboolean
stands_low (const char *step)
{
  return g_str_equal (step, "check") || g_str_equal (step, "inform") || g_str_equal (step, "track");
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, OvsFrame *self)
{
  if (row == NULL)
    return;
  leave_page (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), ovs_step_row_get_id (OVS_STEP_ROW (row)));
  ovs_toasts_set_high (self->toasts, stands_low (ovs_step_row_get_id (OVS_STEP_ROW (row))));
  ovs_frame_show_page (self);
}

static GtkWidget *
make_alarm (OvsFrame *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *sign
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *what = gtk_label_new (_ ("See who, and what to do"));

  self->alarm = gtk_button_new ();
  self->alarm_texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->alarm_title = gtk_label_new (NULL);
  self->alarm_number = gtk_label_new (NULL);
  self->alarm_arrow
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_xalign (GTK_LABEL (self->alarm_title), 0);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->alarm_title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (what, "caption");
  gtk_widget_set_hexpand (self->alarm_texts, TRUE);
  gtk_box_append (GTK_BOX (self->alarm_texts), self->alarm_title);
  gtk_box_append (GTK_BOX (self->alarm_texts), what);
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), self->alarm_number);
  gtk_box_append (GTK_BOX (line), self->alarm_texts);
  gtk_box_append (GTK_BOX (line), self->alarm_arrow);
  gtk_button_set_child (GTK_BUTTON (self->alarm), line);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->alarm), "win.show-stranded");
  gtk_widget_add_css_class (self->alarm, "alarm");
  gtk_widget_set_visible (self->alarm, FALSE);
  return self->alarm;
}

/* Stays in sight until a newer version is there, without alarm: there are months for it. */
static GtkWidget *
make_news (OvsFrame *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (OVS_SIGN_INFO), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->news = gtk_button_new ();
  self->news_text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->news_text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->news_text), TRUE);
  gtk_widget_add_css_class (self->news_text, "caption");
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), self->news_text);
  gtk_button_set_child (GTK_BUTTON (self->news), line);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->news), "win.loket-news");
  gtk_widget_add_css_class (self->news, "flat");
  gtk_widget_add_css_class (self->news, "loket-news");
  gtk_widget_set_visible (self->news, FALSE);
  return self->news;
}

static GtkWidget *
make_side_header (OvsFrame *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->firm = ovs_menus_new_firm_button ();
  ovs_menus_set_firm (self->firm, "Overstap", FALSE);
  gtk_widget_set_halign (self->firm, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->firm, TRUE);
  /* As the title: the start of a header bar gets half of its width. */
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->firm);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (header, "flat");
  return header;
}

static GtkWidget *
make_rows (OvsFrame *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = gtk_list_box_new ();
  gtk_widget_add_css_class (self->rows, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
  g_signal_connect (self->rows, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->rows);
  return scroller;
}

GtkWidget *
ovs_frame_make_side (OvsFrame *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->environment = ovs_environment_new ();
  self->reference_date = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->reference_date), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->reference_date), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->reference_date, "caption");
  gtk_widget_add_css_class (self->reference_date, "soft");
  gtk_widget_add_css_class (self->reference_date, "reference-date");
  gtk_widget_set_vexpand (space, TRUE);
  gtk_box_append (GTK_BOX (column), make_side_header (self));
  gtk_box_append (GTK_BOX (column), make_rows (self));
  gtk_box_append (GTK_BOX (column), make_alarm (self));
  gtk_box_append (GTK_BOX (column), space);
  gtk_box_append (GTK_BOX (column), make_news (self));
  gtk_box_append (GTK_BOX (column), self->environment);
  gtk_box_append (GTK_BOX (column), self->reference_date);
  gtk_widget_add_css_class (column, "side");

  /* A clamp is the only thing that keeps a width: a size request is a minimum, and names of firms are long. */
  self->side = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->side), column);
  gtk_widget_set_hexpand (self->side, FALSE);
  return self->side;
}

char *
ovs_frame_describe_alarm (const OvsFigures *figures)
{
  return g_strdup_printf (ngettext ("%d without any portal", "%d without any portal", (gulong) figures->all.outcomes.stranded),
                          (int) figures->all.outcomes.stranded);
}

static void
show_alarm (OvsFrame *self, const OvsFigures *figures)
{
  g_autofree char *text = ovs_frame_describe_alarm (figures);
  g_autofree char *number = g_strdup_printf ("%d", (int) figures->all.outcomes.stranded);

  gtk_label_set_text (GTK_LABEL (self->alarm_title), text);
  gtk_label_set_text (GTK_LABEL (self->alarm_number), number);
  ovs_menus_name_button (self->alarm, text);
  gtk_widget_set_visible (self->alarm, figures->all.outcomes.stranded > 0);
}

static void
show_news (OvsFrame *self, const OvsFigures *figures)
{
  g_autofree char *day = ovs_day_to_dutch (figures->stops_on);
  g_autofree char *text = g_strdup_printf (figures->stops_on > figures->reference_date ? _ ("A newer Overstap is needed before %s")
                                                                                       : _ ("A newer Overstap is needed, since %s"),
                                           day);

  gtk_label_set_text (GTK_LABEL (self->news_text), text);
  ovs_menus_name_button (self->news, text);
  gtk_widget_set_visible (self->news, figures->stops_on != OVS_NO_DAY);
}

/* That of the round that is looked at; of several rounds, each has its own. */
static char *
describe_reference_date (OvsFrame *self, const OvsFigures *figures)
{
  gint64 looked_at = ovs_workspace_get_wave (self->workspace);
  OvsDay date = figures->reference_date;
  g_autofree char *day = NULL;

  for (guint i = 0; i < figures->waves->len; i++)
    {
      const OvsFiguresWave *wave = &g_array_index (figures->waves, OvsFiguresWave, i);

      if (wave->date == OVS_NO_DAY || wave->date <= figures->reference_date || wave->applied)
        continue;
      if (looked_at == 0)
        return g_strdup (_ ("Reference date: per round"));
      if (looked_at == wave->id)
        date = wave->date;
    }
  day = ovs_day_to_dutch (date);
  return g_strdup_printf (_ ("Reference date: %s"), day);
}

void
ovs_frame_show_side (OvsFrame *self, const OvsFigures *figures)
{
  g_autofree char *date = describe_reference_date (self, figures);

  ovs_menus_set_firm (self->firm, figures->firm != NULL ? figures->firm : "Overstap", self->rail);
  ovs_environment_set_kind (OVS_ENVIRONMENT (self->environment), figures->loket_kind);
  ovs_environment_set_compact (OVS_ENVIRONMENT (self->environment), self->rail);
  gtk_label_set_text (GTK_LABEL (self->reference_date), date);
  gtk_widget_set_tooltip_text (self->reference_date, date);
  show_alarm (self, figures);
  show_news (self, figures);
}

void
ovs_frame_arrange_side (OvsFrame *self, int width)
{
  int wanted = self->rail ? RAIL_WIDTH : width < ROOMY ? NARROW_WIDTH : LIST_WIDTH;
  GtkWidget *line = gtk_button_get_child (GTK_BUTTON (self->alarm));

  gtk_widget_set_size_request (self->side, wanted, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->side), wanted);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->side), wanted);
  for (guint i = 0; i < OVS_N_STEPS; i++)
    ovs_step_row_set_compact (OVS_STEP_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), (int) i)), self->rail);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (line), self->rail ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (line), self->rail ? 2 : 10);
  gtk_widget_set_visible (self->alarm_texts, !self->rail);
  gtk_widget_set_visible (self->alarm_arrow, !self->rail);
  gtk_widget_set_visible (self->alarm_number, self->rail);
  gtk_widget_set_visible (self->news_text, !self->rail);
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (self->news)), self->rail ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_visible (self->reference_date, !self->rail);
}
