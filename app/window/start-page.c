/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/start-page.h"

#include <glib/gi18n.h>

#include "widgets/entry-row.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"
#include "window/menus.h"
#include "window/recent-list.h"
#include "window/user-name.h"

struct _OvsStartPage
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *cards;
  GtkWidget *recent;
  GtkWidget *waiting; /* label beside the spinner */
};

G_DEFINE_FINAL_TYPE (OvsStartPage, ovs_start_page, ADW_TYPE_BIN)

static void
ovs_start_page_class_init (OvsStartPageClass *klass)
{
}

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* A card: what it is in words, and one button that says so too. */
static GtkWidget *
make_card (const char *icon, const char *title, const char *text, const char *verb, const char *action, gboolean suggested)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "pixel-size", 24, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *name = make_label (title, "heading");
  GtkWidget *body = make_label (text, "soft");
  GtkWidget *button = gtk_button_new_with_label (verb);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "start-card");
  gtk_box_append (GTK_BOX (head), image);
  gtk_label_set_wrap (GTK_LABEL (name), FALSE); /* two words or three, and wrapping them is a search for the best width at each start */
  gtk_box_append (GTK_BOX (head), name);
  gtk_label_set_yalign (GTK_LABEL (body), 0);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

static GtkWidget *
make_cards (OvsStartPage *self)
{
  self->cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  gtk_box_set_homogeneous (GTK_BOX (self->cards), TRUE);
  gtk_box_append (GTK_BOX (self->cards),
                  make_card ("applications-science-symbolic", _ ("First have a look"),
                             _ ("An invented office with 24 clients and a practice Loket on this computer. Everything works; nothing goes out and "
                                "nothing can be broken."),
                             _ ("Practise with examples"), "win.practise", TRUE));
  gtk_box_append (GTK_BOX (self->cards),
                  make_card ("document-new-symbolic", _ ("For your own office"),
                             _ ("It begins with the overview from Loket. Invitations only go out when you ask for them yourself."),
                             _ ("New dossier"), "win.new", FALSE));
  return self->cards;
}

static void
on_name_changed (GtkEditable *row, gpointer unused)
{
  ovs_user_name_set (gtk_editable_get_text (row));
}

static GtkWidget *
make_name (void)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = ovs_entry_row_new (_ ("Your name"));
  g_autofree char *name = ovs_user_name_get ();

  gtk_editable_set_text (GTK_EDITABLE (row), name);
  g_signal_connect (row, "changed", G_CALLBACK (on_name_changed), NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who are you?"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

static GtkWidget *
make_recent_head (OvsStartPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = make_label (_ ("Used last"), "heading");
  GtkWidget *open = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "folder-open-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Open another dossier…"));
  gtk_button_set_child (GTK_BUTTON (open), content);
  gtk_widget_add_css_class (open, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open");
  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_set_halign (open, GTK_ALIGN_END);
  g_object_bind_property (self->recent, "visible", heading, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), open);
  return head;
}

static void
add_spaced (GtkWidget *column, GtkWidget *widget, int above)
{
  gtk_widget_set_margin_top (widget, above);
  gtk_box_append (GTK_BOX (column), widget);
}

static GtkWidget *
make_choices (OvsStartPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *title = make_label (_ ("Welcome to Overstap"), "title-1");
  GtkWidget *what = make_label (_ ("Employees from Werknemerloket to MijnLoket, step by step."), "soft");

  self->recent = ovs_recent_list_new ();
  gtk_widget_set_halign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (what, GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (what), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (column), title);
  add_spaced (column, what, 4);
  add_spaced (column, make_label (_ ("Who are you?"), "heading"), 20);
  add_spaced (column, make_label (_ ("Your name stands with each change, so that colleagues see who did what."), "soft"), 2);
  add_spaced (column, make_name (), 8);
  add_spaced (column, make_label (_ ("How do you want to begin?"), "heading"), 20);
  add_spaced (column, make_cards (self), 8);
  add_spaced (column, make_recent_head (self), 20);
  add_spaced (column, self->recent, 8);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (column, 12);
  gtk_widget_set_margin_bottom (column, 24);
  gtk_widget_set_margin_start (column, 18);
  gtk_widget_set_margin_end (column, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

/* With large text there is no room for two cards beside each other. */
static void
arrange (OvsStartPage *self)
{
  gboolean large = ovs_text_scale (GTK_WIDGET (self)) >= OVS_TEXT_LARGE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
ovs_start_page_init (OvsStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *busy = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  self->waiting = gtk_label_new (NULL);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_valign (busy, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (busy), spinner);
  gtk_box_append (GTK_BOX (busy), self->waiting);
  gtk_stack_add_named (GTK_STACK (self->stack), make_choices (self), "choices");
  gtk_stack_add_named (GTK_STACK (self->stack), busy, "busy");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), ovs_menus_new_start_button ());
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_bin_new ());
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self, "map", G_CALLBACK (arrange), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ovs_start_page_new (void)
{
  return g_object_new (OVS_TYPE_START_PAGE, NULL);
}

void
ovs_start_page_set_busy (OvsStartPage *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->waiting), text != NULL ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), text != NULL ? "busy" : "choices");
}
