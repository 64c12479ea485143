/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/frame-private.h"

#include <glib/gi18n.h>

#include "steps/wave-choice.h"
#include "widgets/drop-down.h"
#include "window/environment.h"
#include "window/menus.h"

/* So much of a title is kept where there is little room. */
#define MOST_KEPT_CHARS 9

/* As faint as the class "soft". */
#define SOFT (guint16) (.78 * G_MAXUINT16)

/* --- title --- */

/* "Select › Read in": where one is, after where it belongs. */
static PangoAttrList *
soften_first_part (const char *first)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *alpha = pango_attr_foreground_alpha_new (SOFT);
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

  alpha->end_index = weight->end_index = (guint) strlen (first);
  pango_attr_list_insert (attributes, alpha);
  pango_attr_list_insert (attributes, weight);
  return attributes;
}

void
ovs_frame_show_title (OvsFrame *self)
{
  OvsStepPage *page = ovs_frame_get_page (self);
  const char *subtitle = ovs_step_page_get_subtitle (page);
  g_autofree char *first = subtitle != NULL ? g_strconcat (ovs_step_page_get_title (page), " › ", NULL) : g_strdup ("");
  g_autofree char *title = g_strconcat (first, subtitle != NULL ? subtitle : ovs_step_page_get_title (page), NULL);
  PangoAttrList *attributes = soften_first_part (first);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  /* The last thing to be cut off. */
  gtk_label_set_width_chars (GTK_LABEL (self->title), MIN ((int) g_utf8_strlen (title, -1), MOST_KEPT_CHARS));
  gtk_label_set_attributes (GTK_LABEL (self->title), subtitle != NULL ? attributes : NULL);
  pango_attr_list_unref (attributes);
  gtk_widget_set_visible (self->back, subtitle != NULL);
  gtk_widget_set_sensitive (self->search, ovs_step_page_can_search (page));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_title (GTK_WINDOW (root), title);
}

/* --- filters --- */

static void
show_handlers (OvsFrame *self, const OvsFigures *figures)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *chosen = ovs_workspace_get_handler (self->workspace);
  guint selected = 0;

  gtk_string_list_append (names, _ ("All clients"));
  for (guint i = 0; figures->handlers[i] != NULL; i++)
    {
      gtk_string_list_append (names, figures->handlers[i]);
      if (g_strcmp0 (chosen, figures->handlers[i]) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->handlers), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->handlers), selected);
  self->filling = FALSE;
}

static void
on_handler_chosen (GtkDropDown *drop_down, GParamSpec *spec, OvsFrame *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);

  if (self->filling)
    return;
  ovs_workspace_set_handler (self->workspace, gtk_drop_down_get_selected (drop_down) == 0 ? NULL : gtk_string_object_get_string (chosen));
}

/* All rounds, each of them, and the clients without one. */
static void
show_rounds (OvsFrame *self, const OvsFigures *figures)
{
  g_autoptr (GtkStringList) names = NULL;
  gint64 chosen = ovs_workspace_get_wave (self->workspace);
  guint selected;

  names = ovs_wave_choice_names (figures, _ ("All rounds"), chosen, &selected);
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->rounds), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rounds), selected);
  self->filling = FALSE;
  /* The round that was looked at is gone. */
  if (chosen != 0 && selected == 0)
    ovs_workspace_set_wave (self->workspace, 0);
}

static void
on_round_chosen (GtkDropDown *drop_down, GParamSpec *spec, OvsFrame *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  guint chosen = gtk_drop_down_get_selected (drop_down);

  if (self->filling || figures == NULL)
    return;
  ovs_workspace_set_wave (self->workspace, ovs_wave_choice_at (figures, chosen));
}

static void
make_filters (OvsFrame *self)
{
  const char *all_rounds[] = { _ ("All rounds"), NULL };
  const char *all_clients[] = { _ ("All clients"), NULL };
  GtkWidget *popover = gtk_popover_new ();

  self->filters = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->rounds = ovs_drop_down_new (gtk_string_list_new (all_rounds), _ ("Round"));
  self->handlers = ovs_drop_down_new (gtk_string_list_new (all_clients), _ ("My clients"));
  g_signal_connect (self->rounds, "notify::selected", G_CALLBACK (on_round_chosen), self);
  g_signal_connect (self->handlers, "notify::selected", G_CALLBACK (on_handler_chosen), self);
  gtk_box_append (GTK_BOX (self->filters), self->rounds);
  gtk_box_append (GTK_BOX (self->filters), self->handlers);

  self->filters_wide = adw_bin_new ();
  self->filters_narrow = adw_bin_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->filters_narrow);
  self->filters_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filters_button), _ ("Filters"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->filters_button), popover);
  ovs_menus_name_button (self->filters_button, _ ("Filters"));
  adw_bin_set_child (ADW_BIN (self->filters_wide), self->filters);
}

/* --- searching --- */

static void
on_search (GtkSearchEntry *entry, OvsFrame *self)
{
  ovs_step_page_search (ovs_frame_get_page (self), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
make_search (OvsFrame *self)
{
  self->search = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->search), "system-search-symbolic");
  ovs_menus_name_button (self->search, _ ("Search"));
  self->search_bar = gtk_search_bar_new ();
  self->search_entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->search_bar), self->search_entry);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
  g_object_bind_property (self->search, "active", self->search_bar, "search-mode-enabled", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect (self->search_entry, "search-changed", G_CALLBACK (on_search), self);
}

/* --- the bar --- */

static GtkWidget *
make_badges (OvsFrame *self)
{
  self->badges = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->environment_badge = gtk_label_new (NULL);
  self->alarm_badge = gtk_button_new_with_label ("");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->alarm_badge))), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->environment_badge), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->alarm_badge), "win.show-stranded");
  gtk_widget_add_css_class (self->alarm_badge, "alarm");
  gtk_widget_set_valign (self->alarm_badge, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->environment_badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->badges), self->environment_badge);
  gtk_box_append (GTK_BOX (self->badges), self->alarm_badge);
  gtk_widget_set_visible (self->badges, FALSE);
  return self->badges;
}

GtkWidget *
ovs_frame_make_header (OvsFrame *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  ovs_menus_name_button (self->back, _ ("Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.back");
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->title, "page-title");
  gtk_box_append (GTK_BOX (left), self->back);
  gtk_box_append (GTK_BOX (left), self->title);
  gtk_box_append (GTK_BOX (left), make_badges (self));
  make_filters (self);
  make_search (self);
  self->practice = ovs_menus_new_practice_button ();
  gtk_widget_set_visible (self->practice, FALSE);
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), self->filters_wide);
  gtk_box_append (GTK_BOX (line), self->filters_button);
  gtk_box_append (GTK_BOX (line), self->practice);
  gtk_box_append (GTK_BOX (line), self->search);
  gtk_box_append (GTK_BOX (line), ovs_menus_new_main_button ());
  gtk_box_append (GTK_BOX (line), gtk_window_controls_new (GTK_PACK_END));
  /* All in one line: the start of a header bar never gets more than half of its width, and this title is long. */
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_hexpand (line, TRUE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), line);
  return header;
}

void
ovs_frame_show_header (OvsFrame *self, const OvsFigures *figures)
{
  g_autofree char *alarm = ovs_frame_describe_alarm (figures);
  const char *classes[] = { "environment", "badge", figures->loket_kind, NULL };

  show_rounds (self, figures);
  show_handlers (self, figures);
  gtk_label_set_text (GTK_LABEL (self->environment_badge), ovs_environment_get_title (figures->loket_kind));
  gtk_widget_set_css_classes (self->environment_badge, classes);
  gtk_button_set_label (GTK_BUTTON (self->alarm_badge), alarm);
  gtk_widget_set_visible (self->alarm_badge, figures->all.outcomes.stranded > 0);
}

void
ovs_frame_arrange_header (OvsFrame *self)
{
  AdwBin *there = ADW_BIN (self->rail ? self->filters_narrow : self->filters_wide);
  AdwBin *away = ADW_BIN (self->rail ? self->filters_wide : self->filters_narrow);

  adw_bin_set_child (away, NULL);
  adw_bin_set_child (there, self->filters);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters), self->rail ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->filters_button, self->rail);
  gtk_widget_set_visible (self->filters_wide, !self->rail);
  gtk_widget_set_visible (self->badges, self->rail);
}
