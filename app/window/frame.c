/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/frame-private.h"

#include <glib/gi18n.h>

#include "widgets/stack.h"
#include "widgets/text-scale.h"
#include "widgets/toasts.h"
#include "window/step-row.h"

/* Below this width, and with large text, the step list is a rail. */
#define LEAST_WIDTH_FOR_LIST 900

G_DEFINE_FINAL_TYPE (OvsFrame, ovs_frame, ADW_TYPE_BIN)

OvsStepPage *
ovs_frame_get_page (OvsFrame *self)
{
  return OVS_STEP_PAGE (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
}

/* --- room --- */

static void
arrange (OvsFrame *self, int width)
{
  gboolean large = ovs_text_scale (GTK_WIDGET (self)) >= OVS_TEXT_LARGE;

  self->rail = large || (width > 0 && width < LEAST_WIDTH_FOR_LIST);
  ovs_frame_arrange_side (self, width);
  ovs_frame_arrange_header (self);
  gtk_label_set_wrap (GTK_LABEL (self->totals), large);
  gtk_label_set_wrap (GTK_LABEL (self->caption), large);
  gtk_label_set_ellipsize (GTK_LABEL (self->totals), large ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), large ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static gboolean
on_arrange (gpointer data)
{
  OvsFrame *self = data;
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);

  self->arranging = 0;
  arrange (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (figures != NULL)
    ovs_frame_show_side (self, figures);
  return G_SOURCE_REMOVE;
}

/* Not at once: what is being laid out cannot be changed. */
static void
arrange_soon (OvsFrame *self)
{
  if (self->arranging == 0)
    self->arranging = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_arrange, self, NULL);
}

static GtkSizeRequestMode
ovs_frame_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
ovs_frame_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
ovs_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OvsFrame *self = OVS_FRAME (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (width != self->width)
    arrange_soon (self);
  self->width = width;
}

static void
ovs_frame_dispose (GObject *object)
{
  OvsFrame *self = OVS_FRAME (object);

  g_clear_handle_id (&self->arranging, g_source_remove);
  g_clear_object (&self->filters);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_frame_parent_class)->dispose (object);
}

static void
ovs_frame_class_init (OvsFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_frame_dispose;
  widget_class->get_request_mode = ovs_frame_get_request_mode;
  widget_class->measure = ovs_frame_measure;
  widget_class->size_allocate = ovs_frame_size_allocate;
}

static void
ovs_frame_init (OvsFrame *self)
{
  /* The frame lays out its child itself, to know how much room there is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/* --- page and foot --- */

void
ovs_frame_show_page (OvsFrame *self)
{
  const OvsStepFoot *foot = ovs_step_page_get_foot (ovs_frame_get_page (self));

  ovs_frame_show_title (self);
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
}

static void
on_shown_changed (OvsStepPage *page, OvsFrame *self)
{
  if (page == ovs_frame_get_page (self))
    ovs_frame_show_page (self);
}

static void
show_figures (OvsFrame *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);

  if (figures == NULL)
    return;
  ovs_frame_show_side (self, figures);
  ovs_frame_show_header (self, figures);
}

static void
on_next (GtkButton *button, OvsFrame *self)
{
  ovs_step_page_next (ovs_frame_get_page (self));
}

static void
on_plain (GtkButton *button, OvsFrame *self)
{
  ovs_step_page_plain (ovs_frame_get_page (self));
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
  gtk_widget_set_hexpand (self->notice_text, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->notice), self->notice_text);
  self->notice_button = gtk_button_new ();
  gtk_widget_set_valign (self->notice_button, GTK_ALIGN_CENTER);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->notice), self->notice_button);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self->notice), GTK_MESSAGE_INFO);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->notice), FALSE);
  return self->notice;
}

/* With large text a page can need more room than there is: it is scrolled then, never cut off. */
static GtkWidget *
make_scroller (GtkWidget *stack)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), stack);
  return scroller;
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
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), make_scroller (self->stack));

  gtk_box_append (GTK_BOX (right), ovs_frame_make_header (self));
  gtk_box_append (GTK_BOX (right), self->search_bar);
  gtk_box_append (GTK_BOX (right), make_notice (self));
  gtk_box_append (GTK_BOX (right), self->toasts);
  gtk_box_append (GTK_BOX (right), make_foot (self));
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (whole), ovs_frame_make_side (self));
  gtk_box_append (GTK_BOX (whole), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (whole), right);
  adw_bin_set_child (ADW_BIN (self), whole);

  add_pages (self);
  arrange (self, 0);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (arrange_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-font-name", G_CALLBACK (arrange_soon), self,
                           G_CONNECT_SWAPPED);
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

/* A stack hands the focus on from one page to the next by itself, where the page had it. */
static gboolean
has_focus (GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

void
ovs_frame_show_step (OvsFrame *self, const char *id)
{
  for (guint i = 0; i < OVS_N_STEPS; i++)
    if (g_str_equal (id, ovs_steps_get_id (i)))
      gtk_list_box_select_row (GTK_LIST_BOX (self->rows), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), (int) i));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !has_focus (GTK_WIDGET (ovs_frame_get_page (self))))
    ovs_step_page_focus (ovs_frame_get_page (self));
}

void
ovs_frame_activate (OvsFrame *self, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (ovs_frame_get_page (self)), action, parameter);
}

void
ovs_frame_search (OvsFrame *self)
{
  if (!ovs_step_page_can_search (ovs_frame_get_page (self)))
    return;
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

void
ovs_frame_search_for (OvsFrame *self, const char *text)
{
  if (!ovs_step_page_can_search (ovs_frame_get_page (self)))
    return;
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

void
ovs_frame_clear_search (OvsFrame *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
}

void
ovs_frame_back (OvsFrame *self)
{
  ovs_step_page_back (ovs_frame_get_page (self));
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
  ovs_toasts_tell (self->toasts, toast);
}

void
ovs_frame_set_notice (OvsFrame *self, const char *text, const char *verb, const char *action)
{
  gtk_button_set_label (GTK_BUTTON (self->notice_button), verb != NULL ? verb : "");
  gtk_widget_set_visible (self->notice_button, verb != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button), action);
  gtk_label_set_text (GTK_LABEL (self->notice_text), text != NULL ? text : "");
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->notice), text != NULL);
}

void
ovs_frame_set_practice (OvsFrame *self, gboolean practice)
{
  gtk_widget_set_visible (self->practice, practice);
}
