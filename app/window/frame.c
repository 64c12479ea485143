/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/frame.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/drop-down.h"
#include "widgets/stack.h"
#include "widgets/toasts.h"
#include "window/step-row.h"
#include "window/steps.h"

#define LIST_WIDTH 248

struct _OvsFrame
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsStepPage *pages[OVS_N_STEPS];

  GtkWidget *firm;
  GtkWidget *rows;
  GtkWidget *alarm;
  GtkWidget *alarm_text;
  GtkWidget *environment;
  GtkWidget *reference_date;
  GtkWidget *title;
  GtkWidget *back;
  GtkWidget *handlers;
  GtkWidget *practice;
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  GtkWidget *notice;
  GtkWidget *notice_text;
  GtkWidget *toasts;
  GtkWidget *stack;
  GtkWidget *totals;
  GtkWidget *caption;
  GtkWidget *plain;
  GtkWidget *next;
  gboolean filling; /* the list of handlers is being made */
};

G_DEFINE_FINAL_TYPE (OvsFrame, ovs_frame, ADW_TYPE_BIN)

static void
ovs_frame_dispose (GObject *object)
{
  g_clear_object (&OVS_FRAME (object)->workspace);
  G_OBJECT_CLASS (ovs_frame_parent_class)->dispose (object);
}

static void
ovs_frame_class_init (OvsFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_frame_dispose;
}

static void
ovs_frame_init (OvsFrame *self)
{
}

static OvsStepPage *
present_page (OvsFrame *self)
{
  return OVS_STEP_PAGE (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

/* Everything around the page follows from what the page says. */
static void
show_page (OvsFrame *self)
{
  OvsStepPage *page = present_page (self);
  const OvsStepFoot *foot = ovs_step_page_get_foot (page);
  const char *subtitle = ovs_step_page_get_subtitle (page);
  g_autofree char *title = subtitle != NULL ? g_strdup_printf ("%s › %s", ovs_step_page_get_title (page), subtitle)
                                            : g_strdup (ovs_step_page_get_title (page));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (self->back, subtitle != NULL);
  gtk_label_set_text (GTK_LABEL (self->totals), foot->totals);
  gtk_label_set_text (GTK_LABEL (self->caption), foot->caption != NULL ? foot->caption : "");
  gtk_widget_set_visible (self->caption, foot->caption != NULL);
  gtk_widget_set_visible (self->next, foot->next != NULL);
  gtk_widget_set_sensitive (self->next, foot->next_possible);
  if (foot->next != NULL)
    gtk_button_set_label (GTK_BUTTON (self->next), foot->next);
  gtk_widget_set_visible (self->plain, foot->plain != NULL);
  if (foot->plain != NULL)
    gtk_button_set_label (GTK_BUTTON (self->plain), foot->plain);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_title (GTK_WINDOW (root), title);
}

static void
on_shown_changed (OvsStepPage *page, OvsFrame *self)
{
  if (page == present_page (self))
    show_page (self);
}

static const char *
environment_title (const char *kind)
{
  if (g_strcmp0 (kind, "practice") == 0)
    return _ ("Practice Loket");
  if (g_strcmp0 (kind, "acceptance") == 0)
    return _ ("Test environment (acceptance)");
  if (g_strcmp0 (kind, "production") == 0)
    return _ ("Production");
  return kind != NULL ? _ ("Another Loket") : _ ("Not connected");
}

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
  gtk_widget_set_visible (self->handlers, figures->handlers[0] != NULL);
}

static void
on_handler_chosen (GtkDropDown *drop_down, GParamSpec *spec, OvsFrame *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);

  if (self->filling)
    return;
  ovs_workspace_set_handler (self->workspace, gtk_drop_down_get_selected (drop_down) == 0 ? NULL : gtk_string_object_get_string (chosen));
}

static void
show_figures (OvsFrame *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  const char *classes[] = { "environment", NULL, NULL };
  g_autofree char *alarm = NULL;
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;

  if (figures == NULL)
    return;
  alarm = g_strdup_printf (ngettext ("%d without any portal", "%d without any portal", (gulong) figures->outcomes.stranded),
                           (int) figures->outcomes.stranded);
  day = ovs_day_to_dutch (figures->reference_date);
  date = g_strdup_printf (_ ("Reference date: %s"), day);
  classes[1] = figures->loket_kind;

  gtk_label_set_text (GTK_LABEL (self->firm), figures->firm != NULL ? figures->firm : "Overstap");
  gtk_label_set_text (GTK_LABEL (self->alarm_text), alarm);
  gtk_widget_set_visible (self->alarm, figures->outcomes.stranded > 0);
  gtk_label_set_text (GTK_LABEL (self->environment), environment_title (figures->loket_kind));
  gtk_widget_set_css_classes (self->environment, classes);
  gtk_label_set_text (GTK_LABEL (self->reference_date), date);
  show_handlers (self, figures);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, OvsFrame *self)
{
  if (row == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), ovs_step_row_get_id (OVS_STEP_ROW (row)));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  show_page (self);
}

static void
on_search (GtkSearchEntry *entry, OvsFrame *self)
{
  ovs_step_page_search (present_page (self), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
on_next (GtkButton *button, OvsFrame *self)
{
  ovs_step_page_next (present_page (self));
}

static void
on_plain (GtkButton *button, OvsFrame *self)
{
  ovs_step_page_plain (present_page (self));
}

static GtkWidget *
make_side (OvsFrame *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *alarm_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->firm = gtk_label_new ("Overstap");
  gtk_label_set_ellipsize (GTK_LABEL (self->firm), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->firm, "heading");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->firm);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (header, "flat");

  self->rows = gtk_list_box_new ();
  gtk_widget_add_css_class (self->rows, "navigation-sidebar");
  gtk_widget_set_vexpand (self->rows, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
  g_signal_connect (self->rows, "row-selected", G_CALLBACK (on_row_selected), self);

  self->alarm = gtk_button_new ();
  self->alarm_text = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (alarm_line), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (alarm_line), self->alarm_text);
  gtk_button_set_child (GTK_BUTTON (self->alarm), alarm_line);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->alarm), "win.show-stranded");
  gtk_widget_add_css_class (self->alarm, "alarm");
  gtk_widget_set_margin_start (self->alarm, 10);
  gtk_widget_set_margin_end (self->alarm, 10);
  gtk_widget_set_visible (self->alarm, FALSE);

  self->environment = gtk_label_new (NULL);
  gtk_widget_set_margin_start (self->environment, 10);
  gtk_widget_set_margin_end (self->environment, 10);
  gtk_widget_set_margin_top (self->environment, 10);
  self->reference_date = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->reference_date, "caption");
  gtk_widget_add_css_class (self->reference_date, "soft");
  gtk_widget_set_margin_top (self->reference_date, 6);
  gtk_widget_set_margin_bottom (self->reference_date, 10);

  gtk_box_append (GTK_BOX (side), header);
  gtk_box_append (GTK_BOX (side), self->rows);
  gtk_box_append (GTK_BOX (side), self->alarm);
  gtk_box_append (GTK_BOX (side), self->environment);
  gtk_box_append (GTK_BOX (side), self->reference_date);
  gtk_widget_set_size_request (side, LIST_WIDTH, -1);
  gtk_widget_set_hexpand (side, FALSE);
  return side;
}

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("New dossier"), "win.new");
  g_menu_append (menu, _ ("Open a dossier…"), "win.open");
  g_menu_append (menu, _ ("Take the last step back"), "win.undo");
  g_menu_append (menu, _ ("Read back from Loket"), "win.refresh");
  g_menu_append (menu, _ ("Keyboard shortcuts"), "win.show-help-overlay");
  g_menu_append (menu, _ ("About Overstap"), "app.about");
  return menu;
}

static GMenu *
make_practice_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("A day passes"), "win.advance-clock(1)");
  g_menu_append (menu, _ ("A week passes"), "win.advance-clock(7)");
  g_menu_append (menu, _ ("Let employees activate"), "win.activate-employees");
  return menu;
}

static GtkWidget *
make_menu_button (const char *icon, const char *name, GMenu *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_unref (menu);
  return button;
}

static GtkWidget *
make_header (OvsFrame *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *search = gtk_toggle_button_new ();
  GtkWidget *menu = make_menu_button ("open-menu-symbolic", _ ("Menu"), make_menu ());

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back"));
  ovs_accessible_set_label (self->back, _ ("Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.back");
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "page-title");
  gtk_box_append (GTK_BOX (left), self->back);
  gtk_box_append (GTK_BOX (left), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), left);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);

  gtk_menu_button_set_primary (GTK_MENU_BUTTON (menu), TRUE);
  gtk_button_set_icon_name (GTK_BUTTON (search), "system-search-symbolic");
  gtk_widget_set_tooltip_text (search, _ ("Search"));
  ovs_accessible_set_label (search, _ ("Search"));
  self->handlers = ovs_drop_down_new (_ ("My clients"));
  gtk_widget_set_tooltip_text (self->handlers, _ ("My clients"));
  g_signal_connect (self->handlers, "notify::selected", G_CALLBACK (on_handler_chosen), self);
  self->practice = make_menu_button ("applications-science-symbolic", _ ("Practise"), make_practice_menu ());
  gtk_widget_set_visible (self->practice, FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), menu);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), search);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->practice);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->handlers);

  self->search_bar = gtk_search_bar_new ();
  self->search_entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->search_bar), self->search_entry);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
  g_object_bind_property (search, "active", self->search_bar, "search-mode-enabled", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect (self->search_entry, "search-changed", G_CALLBACK (on_search), self);
  return header;
}

static GtkWidget *
make_foot (OvsFrame *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->totals = gtk_label_new (NULL);
  self->caption = gtk_label_new (NULL);
  self->plain = gtk_button_new_with_label ("");
  self->next = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->totals, "totals");
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_widget_add_css_class (self->caption, "soft");
  gtk_label_set_xalign (GTK_LABEL (self->totals), 0);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->totals), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->totals);
  gtk_box_append (GTK_BOX (texts), self->caption);
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_set_valign (self->next, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->plain, GTK_ALIGN_CENTER);
  g_signal_connect (self->plain, "clicked", G_CALLBACK (on_plain), self);
  g_signal_connect (self->next, "clicked", G_CALLBACK (on_next), self);
  gtk_widget_add_css_class (foot, "foot");
  gtk_box_append (GTK_BOX (foot), texts);
  gtk_box_append (GTK_BOX (foot), self->plain);
  gtk_box_append (GTK_BOX (foot), self->next);
  return foot;
}

static GtkWidget *
make_notice (OvsFrame *self)
{
  self->notice = gtk_info_bar_new ();
  self->notice_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->notice_text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->notice_text), 0);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->notice), self->notice_text);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self->notice), GTK_MESSAGE_INFO);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->notice), FALSE);
  return self->notice;
}

static void
add_pages (OvsFrame *self)
{
  for (guint i = 0; i < OVS_N_STEPS; i++)
    {
      self->pages[i] = ovs_steps_new_page (i, self->workspace);
      gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->pages[i]), ovs_steps_get_id (i));
      g_signal_connect_object (self->pages[i], "shown-changed", G_CALLBACK (on_shown_changed), self, 0);
      gtk_list_box_append (GTK_LIST_BOX (self->rows), ovs_step_row_new (i + 1, ovs_steps_get_id (i), self->pages[i]));
      ovs_step_page_update (self->pages[i]);
    }
}

GtkWidget *
ovs_frame_new (OvsWorkspace *workspace)
{
  OvsFrame *self = g_object_new (OVS_TYPE_FRAME, NULL);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workspace = g_object_ref (workspace);
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  self->toasts = ovs_toasts_new ();
  gtk_widget_set_vexpand (self->toasts, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->stack);

  gtk_box_append (GTK_BOX (whole), make_side (self));
  gtk_box_append (GTK_BOX (whole), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (right), make_header (self));
  gtk_box_append (GTK_BOX (right), self->search_bar);
  gtk_box_append (GTK_BOX (right), make_notice (self));
  gtk_box_append (GTK_BOX (right), self->toasts);
  gtk_box_append (GTK_BOX (right), make_foot (self));
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (whole), right);
  adw_bin_set_child (ADW_BIN (self), whole);

  add_pages (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  show_figures (self);
  ovs_frame_show_step (self, ovs_steps_get_id (0));
  return GTK_WIDGET (self);
}

OvsWorkspace *
ovs_frame_get_workspace (OvsFrame *self)
{
  return self->workspace;
}

void
ovs_frame_show_step (OvsFrame *self, const char *id)
{
  for (guint i = 0; i < OVS_N_STEPS; i++)
    if (g_str_equal (id, ovs_steps_get_id (i)))
      gtk_list_box_select_row (GTK_LIST_BOX (self->rows), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), (int) i));
}

void
ovs_frame_activate (OvsFrame *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (present_page (self)), action, NULL);
}

void
ovs_frame_search (OvsFrame *self)
{
  if (ovs_step_page_can_search (present_page (self)))
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
}

void
ovs_frame_clear_search (OvsFrame *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
}

void
ovs_frame_back (OvsFrame *self)
{
  ovs_step_page_back (present_page (self));
}

void
ovs_frame_tell (OvsFrame *self, const char *text, gboolean undoable)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undoable)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

void
ovs_frame_set_notice (OvsFrame *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->notice_text), text != NULL ? text : "");
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->notice), text != NULL);
}

void
ovs_frame_set_practice (OvsFrame *self, gboolean practice)
{
  gtk_widget_set_visible (self->practice, practice);
}
