/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/person-notes.h"

#include <glib/gi18n.h>

#include "steps/notes-view.h"
#include "steps/show-person.h"
#include "steps/step-page.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"

#define WIDTH 300
#define HIGHEST 320

struct _OvsPersonNotes
{
  AdwBin parent_instance;

  GtkWidget *button;
  OvsNotesView *notes;
  GtkWidget *story;
  gboolean settled; /* it has a workspace */
};

G_DEFINE_FINAL_TYPE (OvsPersonNotes, ovs_person_notes, ADW_TYPE_BIN)

static void
show_open (OvsPersonNotes *self)
{
  guint n_open = ovs_notes_view_get_n_open (self->notes);
  const char *label = n_open > 0 ? _ ("Notes: call back") : _ ("Notes");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), n_open > 0 ? ovs_sign_get_icon (OVS_SIGN_CALL) : "document-edit-symbolic");
  gtk_widget_set_tooltip_text (self->button, label);
  ovs_accessible_name_menu (self->button, label);
}

static GtkWidget *
make_popover (OvsPersonNotes *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->notes = g_object_new (OVS_TYPE_NOTES_VIEW, NULL);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HIGHEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->notes));
  gtk_widget_set_margin_top (GTK_WIDGET (self->notes), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->notes), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->notes), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->notes), 6);
  self->story = gtk_button_new_with_label (_ ("Everything about this person"));
  gtk_widget_add_css_class (self->story, "flat");
  g_signal_connect_swapped (self->story, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->story);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (self->notes, "notify::n-open", G_CALLBACK (show_open), self);
  return popover;
}

static void
ovs_person_notes_class_init (OvsPersonNotesClass *klass)
{
}

static void
ovs_person_notes_init (OvsPersonNotes *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* Once it is in the window, its icon names the button a second time. */
  g_signal_connect_swapped (self->button, "realize", G_CALLBACK (show_open), self);
  show_open (self);
}

void
ovs_person_notes_show (OvsPersonNotes *self, gint64 employee, const char *name)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), OVS_TYPE_STEP_PAGE);

  gtk_widget_set_visible (GTK_WIDGET (self), employee != 0 && page != NULL);
  if (page == NULL)
    return;
  if (!self->settled)
    ovs_notes_view_set_workspace (self->notes, ovs_step_page_get_workspace (OVS_STEP_PAGE (page)));
  self->settled = TRUE;
  ovs_show_person_button_set (self->story, employee);
  ovs_notes_view_show (self->notes, OVS_NOTES_ON_EMPLOYEE, employee, name);
}
